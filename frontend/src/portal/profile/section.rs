//! One section: heading, content or why there is none, and where it comes from.

use conoceles_shared::api::public::{Provenance, PublicState, Record, SectionRecord};
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::Instant;
use leptos::prelude::*;

use super::content::{absent, published_content};
use crate::i18n::portal::texts;
use crate::ui::{Icon, IntoPiece, Piece, icon, moment};

/// The anchor of the identity.
pub const IDENTITY: &str = "identity";

/// The short name of a section, for the contents.
pub fn short_label(record: &SectionRecord) -> String {
    match record.section.parse::<Section>() {
        Ok(section) => section.short_label().to_owned(),
        Err(_) => record.label.clone(),
    }
}

/// One section of the curricular questionnaire.
pub fn section(record: &SectionRecord) -> Piece {
    let heading = format!("h-{}", record.section);
    let labelled_by = heading.clone();
    view! {
        <section class="entry" id=record.section.clone() aria-labelledby=labelled_by>
            <div class="entry__head">
                <h2 id=heading>{record.label.clone()}</h2>
            </div>
            {body(record)}
            {record.provenance.as_ref().map(provenance)}
        </section>
    }
    .piece()
}

fn body(record: &SectionRecord) -> Piece {
    let t = texts().profile;
    match (record.state, &record.content) {
        (PublicState::Published, Some(content)) => published_content(content),
        (PublicState::NotProvided, _) => absent(t.not_provided),
        (PublicState::Published | PublicState::NotCaptured, _) => absent(t.not_captured),
        (PublicState::Paused, _) => suspended(Icon::Pause, t.paused, t.paused_text),
        (PublicState::Withheld, _) => suspended(Icon::Lock, t.withheld, t.withheld_text),
    }
}

fn suspended(which: Icon, label: &'static str, text: &'static str) -> Piece {
    view! {
        <div class="paused">
            <p class="tag tag--wait">{icon(which)}{label}</p>
            <p>{text}</p>
        </div>
    }
    .piece()
}

fn provenance(from: &Provenance) -> Piece {
    let t = texts().profile;
    let captured = step(t.captured, &from.captured_by, from.captured_at);
    let validated = from
        .validated_by
        .as_deref()
        .map(|by| step(t.validated, by, from.validated_at));
    view! {
        <ul class="provenance">
            {captured}
            {validated}
            <li><b>{(t.version)(from.version)}</b></li>
        </ul>
    }
    .piece()
}

fn step(what: &'static str, by: &str, at: Option<Instant>) -> Piece {
    let by = format!("{} ", (texts().profile.by)(by));
    view! { <li><b>{what}</b>{by}{at.map(moment)}</li> }.piece()
}

/// The identity answers that the person wants to be public.
pub fn identity(record: &Record) -> Piece {
    let t = texts().profile;
    let answers = if record.identity_badges.is_empty() {
        view! { <p class="not-provided">{t.identity_none}</p> }.piece()
    } else {
        let badges = record
            .identity_badges
            .iter()
            .map(|it| view! { <dd>{it.label.clone()}</dd> })
            .collect_view();
        view! { <dl class="pairs"><dt>{t.identity_yes}</dt>{badges}</dl> }.piece()
    };
    view! {
        <section class="entry" id=IDENTITY aria-labelledby="h-identity">
            <div class="entry__head">
                <h2 id="h-identity">{t.identity}</h2>
            </div>
            {answers}
            <p class="hint">{t.identity_note}</p>
        </section>
    }
    .piece()
}
