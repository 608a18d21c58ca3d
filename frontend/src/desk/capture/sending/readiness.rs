//! Whether a candidacy can be sent, above all that is to be checked: what is missing and why, each
//! with the way to its place.

use conoceles_shared::api::capture::{Candidacy, SectionView};
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::State;
use conoceles_shared::questionnaire::Section;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::super::consents::signed_consent_sentence;
use super::super::standstill::{standstill_lines, to_consents};
use crate::desk::capture::sections::lacks_consent;
use crate::desk::dom;
use crate::desk::icon::Icon;
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// The id of the box, where a refused button leads.
pub const READINESS: &str = "motivo";
/// The id of the form that sends.
pub const SENDING: &str = "enviar";

/// What stands in the way of sending, with its place.
#[derive(Clone)]
struct Obstacle {
    section: Section,
    why: String,
}

/// Why each section stands in the way: what is missing in it, or what waits for an answer.
fn obstacles(candidacy: &Candidacy, views: &[SectionView]) -> Vec<Obstacle> {
    let t = texts().capture;
    let observed = candidacy.state == State::Observed;
    let of = |section: &Section| {
        let view = views.iter().find(|it| it.section == *section);
        let missing = view.map_or(&[][..], |it| it.missing.as_slice());
        let why = match (observed, missing) {
            (true, _) => t.why_observed.to_owned(),
            (false, []) => t.why_nothing.to_owned(),
            // Identity answers are not named: the screen may be seen by others.
            (false, all) if *section == Section::Identity => (t.unanswered)(all.len()),
            (false, all) => {
                let all: Vec<&str> = all
                    .iter()
                    .map(|it| after_its_name(*section, &it.detail))
                    .collect();
                all.join(" ")
            }
        };
        Obstacle {
            section: *section,
            why,
        }
    };
    candidacy.submit_sections.iter().map(of).collect()
}

/// What is said of a section, without its name, which stands before it here.
fn after_its_name(section: Section, detail: &str) -> &str {
    let names = [section.label(), section.short_label()];
    let named = names.iter().find_map(|it| detail.strip_prefix(it));
    named.and_then(|it| it.strip_prefix(": ")).unwrap_or(detail)
}

/// Ready or not, in one box that takes the focus. `unsent`: what of it only this device has.
pub fn readiness(
    candidacy: Candidacy,
    views: &[SectionView],
    unsent: Signal<Vec<Section>>,
) -> impl IntoView + use<> {
    let t = texts().capture;
    let obstacles = obstacles(&candidacy, views);
    let refused = candidacy.submit_refusal.is_some();
    let candidacy = StoredValue::new(candidacy);
    let ready = move || !refused && unsent.read().is_empty();
    let title = move || {
        if ready() {
            (Icon::Check, t.can_send)
        } else {
            (Icon::Lock, t.cannot_send)
        }
    };
    let body = move || {
        candidacy.with_value(|it| match &it.standstill {
            Some(held_up) => view! {
                <p><b>{t.stopped}</b></p>
                {standstill_lines(held_up, it)}
                {to_consents(it)}
            }
            .into_any(),
            None => lines(it, &obstacles, &unsent.get()).into_any(),
        })
    };
    let to_form = move |ev: MouseEvent| {
        ev.prevent_default();
        dom::focus(SENDING);
    };
    view! {
        <div class="notice notice--plain" id=READINESS tabindex="-1">
            {move || title().0.drawn()}
            <h2 class="label">{move || title().1}</h2>
            {body}
            <Show when=ready>
                <p><a class="way" href=format!("#{SENDING}") on:click=to_form>{t.go_send}</a></p>
            </Show>
        </div>
    }
}

/// Everything that stands in the way, or is still wanted.
fn lines(
    candidacy: &Candidacy,
    obstacles: &[Obstacle],
    unsent: &[Section],
) -> impl IntoView + use<> {
    let t = texts().capture;
    let id = &candidacy.id;
    let wants_consent = lacks_consent(candidacy);
    // A reason that is no section is told in its own words.
    let reason = candidacy.submit_refusal.clone();
    let reason = reason.filter(|_| obstacles.is_empty() && !wants_consent);
    let rows = obstacles
        .iter()
        .cloned()
        .map(|it| line(id, it.section, it.why));
    let kept = unsent
        .iter()
        .map(|it| line(id, *it, t.why_unsent.to_owned()));
    let consent =
        wants_consent.then(|| line(id, Section::Consents, t.consent_first_text.to_owned()));
    let lines: Vec<_> = consent.into_iter().chain(rows).chain(kept).collect();
    let signed = signed_consent_sentence(candidacy).map(|text| {
        let place = Place::Section(id.clone(), Section::Consents);
        view! { <p class="small">{text}" "<a href=place.href()>{t.to_consents}</a></p> }
    });
    view! {
        {reason.map(|it| view! { <p>{it}</p> })}
        {(!lines.is_empty()).then(|| view! { <ul class="bullets">{lines}</ul> })}
        {signed}
    }
}

fn line(id: &CandidacyId, section: Section, why: String) -> impl IntoView + use<> {
    let place = Place::Section(id.clone(), section);
    view! { <li><a href=place.href()>{section.label()}</a>": "{why}</li> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_section_is_said_once() {
        let name = Section::Motivation.label();
        let detail = format!("{name}: faltan 191 caracteres.");
        let said = after_its_name(Section::Motivation, &detail);
        assert_eq!(said, "faltan 191 caracteres.");
        let other = "Correo electrónico público: falta uno.";
        assert_eq!(after_its_name(Section::Contact, other), other);
    }
}
