//! One candidacy in the list: the same fields in the same order for everyone.

use conoceles_shared::api::public::{FormulaRef, Summary};
use leptos::prelude::*;

use crate::i18n::portal::texts;
use crate::portal::address;
use crate::ui::{IntoPiece, Piece, Size, actor, portrait};

/// Photos that load at once; the others wait until they come near.
const EAGER: usize = 4;

/// The other candidacy of the formula.
fn formula(other: &FormulaRef) -> Piece {
    view! {
        <p class="card__facts">
            <span>
                {texts().profile.formula} " "
                <a href=address::profile(&other.id)>{other.name.clone()}</a>
                {format!(" ({})", other.role.label)}
            </span>
        </p>
    }
    .piece()
}

/// The card at place `at` of the list.
pub fn card(at: usize, summary: &Summary) -> Piece {
    let person = [
        summary.sex.as_ref().map(|it| it.label.clone()),
        summary.age.map(texts().common.years),
    ];
    let person = person.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let person = if person.is_empty() {
        texts().common.no_data.to_owned()
    } else {
        person
    };
    let role = summary
        .role
        .as_ref()
        .map(|it| view! { <span>{it.label.clone()}</span> });
    // A list may hold both kinds: the strip above it cannot tell which these are.
    let drill = summary.election.drill.then(|| {
        view! { <span class="tag">{texts().common.drill}</span> }
    });
    view! {
        <li class="card">
            <div>{portrait(summary.photo.as_ref(), "", Size::Card, at >= EAGER)}</div>
            <div class="card__body">
                <h3 class="name card__name">
                    <a href=address::profile(&summary.id) translate="no">{summary.name.clone()}</a>
                </h3>
                <p class="card__facts">
                    {drill}
                    <b>{summary.office.label.clone()}</b>
                    <span>{summary.territory.name.clone()}</span>
                    {role}
                    <span>{person}</span>
                </p>
                {summary.formula.as_ref().map(formula)}
                {actor(&summary.actor)}
            </div>
        </li>
    }
    .piece()
}
