//! One candidacy: one layout for all, the same sections in the same order, absence said in words.

mod content;
mod head;
mod section;
mod verification;

#[cfg(feature = "csr")]
pub use head::NAME;

use conoceles_shared::api::public::{Meta, One, Record};
use leptos::prelude::*;

use super::address;
use crate::i18n::portal::texts;
use crate::ui::{Crumb, IntoPiece, Piece, crumbs};

/// The page of one record.
pub fn profile_page(record: &One<Record>) -> Piece {
    let (meta, record) = (&record.meta, &record.data);
    let steps = [
        Crumb {
            href: "/".to_owned(),
            label: texts().frame.home.to_owned(),
        },
        Crumb {
            href: address::election(&record.election.id),
            label: record.election.name.clone(),
        },
    ];
    view! {
        <div class="wrap">
            {crumbs(&steps, &record.name)}
            {article(record, Some(meta))}
        </div>
    }
    .piece()
}

/// A record as citizens see it. Without `meta`, as it would be seen: there is nothing yet to take
/// away or to verify.
pub fn article(record: &Record, meta: Option<&Meta>) -> Piece {
    let sections = record.sections.iter().map(section::section).collect_view();
    let blank = (!record.captured).then(|| {
        view! { <p class="paused">{texts().profile.blank}</p> }
    });
    view! {
        <article>
            {head::head(record, meta)}
            <div class="profile-body">
                {contents(record, meta.is_some())}
                <div>
                    {blank} {sections} {section::identity(record)}
                    {meta.map(|meta| verification::verification(meta, record))}
                </div>
            </div>
        </article>
    }
    .piece()
}

/// The contents. `external` leaves these links to the browser, which moves the focus too.
fn contents(record: &Record, published: bool) -> Piece {
    let t = texts().profile;
    let sections = record.sections.iter().map(|it| {
        let label = section::short_label(it);
        (format!("#{}", it.section), label)
    });
    let identity = (format!("#{}", section::IDENTITY), t.identity.to_owned());
    let verification = published.then(|| {
        let label = t.verification.to_owned();
        (format!("#{}", verification::ID), label)
    });
    let links = sections
        .chain([identity])
        .chain(verification)
        .map(|(href, label)| view! { <li><a href=href rel="external">{label}</a></li> })
        .collect_view();
    view! {
        <nav class="profile-toc no-print" aria-label=t.toc>
            <details class="disclosure wide-open">
                <summary>{t.toc_open}</summary>
                <ul class="toc">{links}</ul>
            </details>
        </nav>
    }
    .piece()
}
