//! Who it is: photo, office, name, actor and the facts of the registration.

use conoceles_shared::api::public::{Meta, Record};
use leptos::prelude::*;

use crate::i18n::number;
use crate::i18n::portal::texts;
use crate::portal::address;
use crate::ui::{Icon, IntoPiece, Piece, Size, actor, icon, portrait};

/// The anchor of the name, the heading of a profile.
pub const NAME: &str = "name";

/// The head of a profile; what has no `meta` is not published and cannot be taken away.
pub fn head(record: &Record, meta: Option<&Meta>) -> Piece {
    let alt = (texts().common.photo_of)(&record.name);
    let folio = [
        &record.office.label,
        &record.territory.name,
        &record.election.name,
    ]
    .map(String::as_str);
    view! {
        <header class="profile-head">
            <div class="profile-head__photo">
                {portrait(record.photo.as_ref(), &alt, Size::Full, false)}
            </div>
            <div class="stack">
                <p class="folio">{folio.join(" · ")}</p>
                <h1 id=NAME tabindex="-1" translate="no">{record.name.clone()}</h1>
                {actor(&record.actor)}
                {facts(record, meta)}
                {meta.map(|_| actions(record))}
            </div>
        </header>
    }
    .piece()
}

fn facts(record: &Record, meta: Option<&Meta>) -> Piece {
    let (t, common) = (texts().profile, texts().common);
    let affirmative = if record.affirmative_actions.is_empty() {
        t.no_actions.to_owned()
    } else {
        let labels = record
            .affirmative_actions
            .iter()
            .map(|it| it.label.as_str());
        labels.collect::<Vec<_>>().join(", ")
    };
    let label = |it: &Option<conoceles_shared::api::Labelled>, none: &str| {
        it.as_ref()
            .map_or_else(|| none.to_owned(), |it| it.label.clone())
    };
    let nickname = match &record.nickname {
        Some(nickname) => format!("«{nickname}»"),
        None => t.no_nickname.to_owned(),
    };
    let mut facts = vec![
        (
            t.age,
            record
                .age
                .map_or_else(|| common.no_data.to_owned(), common.years),
        ),
        (t.sex, label(&record.sex, common.no_data)),
        (t.nickname, nickname),
        (t.affirmative_action, affirmative),
    ];
    // A governorship has neither titular nor alternate, so there is nothing to tell.
    if record.role.is_some() || record.office.code != "governorship" {
        facts.push((t.role, label(&record.role, common.no_data)));
    }
    if let Some(position) = record.list_position {
        facts.push((t.list_position, number(position)));
    }
    let facts = facts
        .into_iter()
        .map(|(term, value)| view! { <div><dt>{term}</dt><dd>{value}</dd></div> })
        .collect_view();
    let companions = meta.map(companions);
    view! { <dl class="facts">{facts}{companions}</dl> }.piece()
}

/// The other candidacy of the formula, and whose place this one took.
fn companions(meta: &Meta) -> Piece {
    let t = texts().profile;
    let formula = meta.formula.as_ref().map(|it| {
        view! {
            <div>
                <dt>{t.formula}</dt>
                <dd>
                    <a href=address::profile(&it.id)>{it.name.clone()}</a>
                    {format!(" ({})", it.role.label)}
                </dd>
            </div>
        }
    });
    let substitutes = meta.substitutes.as_ref().map(|it| {
        view! {
            <div>
                <dt>{t.substitutes}</dt>
                <dd><a href=address::profile(it)>{t.substituted}</a></dd>
            </div>
        }
    });
    view! { {formula}{substitutes} }.piece()
}

fn actions(record: &Record) -> Piece {
    view! {
        <div class="cluster no-print">
            <button class="btn btn--quiet js-only" type="button" data-prints="">
                {icon(Icon::Print)}{texts().profile.print}
            </button>
            <a class="btn btn--quiet" href=data_path(record) rel="external">
                {icon(Icon::Data)}{texts().profile.data}
            </a>
        </div>
    }
    .piece()
}

/// The record as data.
pub fn data_path(record: &Record) -> String {
    format!("/api/v1/candidacies/{}", record.id)
}
