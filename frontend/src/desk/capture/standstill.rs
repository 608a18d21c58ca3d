//! That a candidacy goes nowhere while the consent for the treatment of data stays revoked: since when,
//! what stopped, and how it goes on. One box on every page of it.

use conoceles_shared::api::capture::Candidacy;
use conoceles_shared::api::standstill::Standstill;
use conoceles_shared::questionnaire::Section;
use leptos::prelude::*;

use crate::desk::icon::Icon;
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// The box; nothing where nothing holds the candidacy up. `here`: on the page where the consent is given
/// again, to which it leads elsewhere.
pub fn standstill_box(candidacy: &Candidacy, here: bool) -> impl IntoView + use<> {
    candidacy.standstill.as_ref().map(|it| {
        view! {
            <div class="notice notice--plain">
                {Icon::Pause.drawn()}
                <h2 class="label">{texts().capture.stopped}</h2>
                {standstill_lines(it, candidacy)}
                {(!here).then(|| to_consents(candidacy))}
            </div>
        }
    })
}

/// What the box says, for a box of another name.
pub fn standstill_lines(it: &Standstill, candidacy: &Candidacy) -> impl IntoView + use<> {
    view! {
        <p>{it.since_when()}</p>
        <p>{Standstill::what_stopped(candidacy.state)}</p>
    }
}

/// The way to where it is given again.
pub fn to_consents(candidacy: &Candidacy) -> impl IntoView + use<> {
    let consents = Place::Section(candidacy.id.clone(), Section::Consents);
    view! {
        <p><a class="btn btn--secondary" href=consents.href()>{texts().capture.to_consents}</a></p>
    }
}
