//! One section on a page of its own: `contact`, `education`, `text`, `identity` and `photo` are its
//! fields, `saving` takes them to the server, `conflict` and `observation` are what others have to say.

mod assist;
pub(super) mod clean;
mod conflict;
mod contact;
mod education;
pub(super) mod identity;
mod observation;
mod paused;
mod photo;
mod saving;
mod status;
mod text;

use conoceles_shared::api::capture::{Candidacy, SectionView};
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::ConsentAgain;
use conoceles_shared::problem::FieldError;
use conoceles_shared::questionnaire::{ConsentKind, QUESTIONS, Section, field};
use conoceles_shared::time::spanish_deadline;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::deadlines::deadline_text;
use super::standstill::standstill_box;
use super::tasks::where_it_runs;
use crate::desk::access::Access;
use crate::desk::client::Failure;
use crate::desk::clock::now;
use crate::desk::drafts::{self, Seen};
use crate::desk::form::{ErrorSummary, Form};
use crate::desk::icon::Icon;
use crate::desk::leaving;
use crate::desk::load::Loader;
use crate::desk::page::{Crumbs, Heading, remarks};
use crate::desk::place::Place;
use crate::i18n::desk::texts;
use assist::assist;
use conflict::Conflict;
use contact::ContactFields;
use education::EducationFields;
use identity::IdentityFields;
use observation::ObservationBox;
use paused::Paused;
use photo::PhotoFields;
use saving::{Remarks, SaveState, Saving, form_start};
use status::{Recovered, SaveStatus};
use text::TextSectionFields;

/// A section of a candidacy.
#[component]
pub fn SectionPage(id: CandidacyId, section: Section) -> impl IntoView {
    let access = Access::here();
    let loaded = Loader::new(move || {
        let id = id.clone();
        async move {
            let account = access.account();
            let kept = account.and_then(|it| drafts::Slot::of(&it.id, &id, section));
            match fetch_section(access, &id, section).await {
                Ok((candidacy, view)) => {
                    if let Some(kept) = kept {
                        let (candidacy, view) = (candidacy.clone(), view.clone());
                        let at = now();
                        kept.see(&Seen {
                            candidacy,
                            view,
                            at,
                        });
                    }
                    Ok((candidacy, view))
                }
                Err(Failure::Network) => {
                    let seen = kept.and_then(|it| it.seen()).ok_or(Failure::Network)?;
                    Ok((seen.candidacy, seen.view))
                }
                Err(why) => Err(why),
            }
        }
    });
    loaded.show(|(candidacy, view)| view! { <SectionForm candidacy=candidacy view=view/> })
}

async fn fetch_section(
    access: Access,
    id: &CandidacyId,
    section: Section,
) -> Result<(Candidacy, SectionView), Failure> {
    let path = format!("/capture/candidacies/{id}");
    let candidacy: Candidacy = access.get(path.clone()).await?;
    let view: SectionView = access.get(format!("{path}/sections/{section}")).await?;
    Ok((candidacy, view))
}

/// The section, from the server or from this device.
#[component]
fn SectionForm(candidacy: Candidacy, view: SectionView) -> impl IntoView {
    let locked = RwSignal::new(view.refusal.clone());
    let section = view.section;
    let form = Form::provide(
        form_start(&view),
        Signal::derive(move || locked.read().is_some()),
    );
    let stored = view.clone();
    let saving = Saving::of(form, &candidacy, view);
    if section.is_text() {
        assist(&candidacy, &stored, saving, form);
    }
    Effect::new(move || locked.set(saving.stored().with(|it| it.refusal.clone())));
    saving.follow();
    // What the device keeps, which a picture never is, need not hold anybody back.
    let keeps = saving.device.keeps();
    let at_risk = move || form.dirty().get() && !keeps.get();
    leaving::guard(Signal::derive(at_risk));
    // A tab takes along what only it keeps.
    let goes_with_tab = move || form.dirty().get() && !drafts::is_own_computer();
    leaving::guard_tab(Signal::derive(goes_with_tab));
    let submit = move |ev: SubmitEvent| {
        ev.prevent_default();
        saving.save(true);
    };
    let name = candidacy.registration.full_name();
    let above = vec![
        (Place::Start, texts().capture.mine.to_owned()),
        (Place::Tasks(candidacy.id.clone()), name),
    ];
    let back = Place::Tasks(candidacy.id.clone());
    let consents =
        lacks_consent(&candidacy).then(|| Place::Section(candidacy.id.clone(), Section::Consents));
    view! {
        <div class="wrap">
            <Crumbs above=above here=section.short_label()/>
            <Conflict saving=saving section=section/>
            <form
                class="side"
                id="formulario"
                novalidate
                on:submit=submit
                on:focusout=move |_| saving.show_completed_soon()
            >
                <div class="stack stack--l">
                    <ErrorSummary/>
                    <Head section=section/>
                    <Paused saving=saving/>
                    {standstill_box(&candidacy, false)}
                    <Locked saving=saving stopped=candidacy.standstill.is_some() consents=consents/>
                    <Recovered saving=saving/>
                    <ObservationBox saving=saving/>
                    <RemarksBox saving=saving/>
                    <SectionFields saving=saving candidacy=candidacy.clone() section=section/>
                    <SaveButtons saving=saving locked=locked.into() back=back/>
                    <SaveStatus saving=saving/>
                </div>
                <Aside saving=saving candidacy=candidacy section=section/>
            </form>
        </div>
    }
}

#[component]
fn Head(section: Section) -> impl IntoView {
    let t = texts().sections;
    let at = Section::CURRICULAR.iter().position(|it| *it == section);
    let folio = match at {
        Some(at) => (t.folio)(at + 1, Section::CURRICULAR.len()),
        None => (t.identity_folio)(QUESTIONS.len()),
    };
    view! {
        <div class="page-head">
            <p class="folio">{folio}</p>
            <Heading text=section.label()/>
        </div>
    }
}

/// Whether giving the first consent would open the sections.
pub fn lacks_consent(candidacy: &Candidacy) -> bool {
    let again = ConsentAgain {
        treatment_revoked: candidacy.treatment_revoked,
    };
    let takes = candidacy
        .state
        .takes_consent(ConsentKind::Treatment, true, again);
    !candidacy.consents.treatment && takes
}

/// Why the section cannot be written, and the way to the consents where they are what is missing.
#[component]
fn Locked(
    saving: Saving,
    /// A box above says that a revocation holds everything up.
    stopped: bool,
    consents: Option<Place>,
) -> impl IntoView {
    let t = texts().capture;
    // A pause says itself that nothing can be changed, and until when.
    let told = move |it: &SectionView| stopped || it.pause.is_some();
    let why = move || {
        let stored = saving.stored();
        stored.with(|it| it.refusal.clone().filter(|_| !told(it)))
    };
    let why = Memo::new(move |_| why());
    let consents = StoredValue::new(consents);
    let way = move || {
        consents
            .get_value()
            .map(|it| view! { <p><a class="btn" href=it.href()>{t.to_consents}</a></p> })
    };
    move || {
        why.get().map(|text| {
            view! {
                <div class="notice notice--plain">
                    {Icon::Lock.drawn()}
                    <p class="label">{t.read_only}</p>
                    <p>{text}</p>
                    {way()}
                </div>
            }
        })
    }
}

/// What is missing for the section to be complete, and what looks doubtful.
#[component]
fn RemarksBox(saving: Saving) -> impl IntoView {
    let t = texts().sections;
    // What is half typed and cannot be read leaves the remarks as they were.
    let known = Memo::new(move |earlier: Option<&Remarks>| saving.remarks(earlier));
    let dirty = Form::here().dirty();
    // Told after a save that a person asked for, not at each letter.
    let told = move || {
        let is_told = saving.loud().get() && !dirty.get();
        known.with(|it| {
            let missing = it.missing.iter().map(|it| it.detail.as_str());
            let all: Vec<&str> = std::iter::once(t.still_missing).chain(missing).collect();
            let some = is_told && !it.missing.is_empty();
            some.then(|| all.join(" "))
        })
    };
    let part = |title: &'static str, items: &[FieldError]| {
        remarks(view! { <h2 class="label">{title}</h2> }, "bullets", items)
    };
    view! {
        <p class="hidden-visually" role="status">{told}</p>
        <div class="stack">
            {move || {
                let it = known.read();
                (part(t.still_missing, &it.missing), part(t.doubtful, &it.doubtful))
            }}
        </div>
    }
}

#[component]
fn SectionFields(saving: Saving, candidacy: Candidacy, section: Section) -> impl IntoView {
    if section == Section::Photo {
        return view! { <PhotoFields saving=saving candidacy=candidacy/> }.into_any();
    }
    let Candidacy {
        limits,
        consents,
        state,
        ..
    } = candidacy;
    let (min, max) = limits.text_range(section).unwrap_or((0, u32::MAX));
    match section {
        Section::Contact => view! {
            <ContactFields max=limits.contact_items_max digits=limits.phone_digits/>
        }
        .into_any(),
        Section::Education => view! {
            <EducationFields courses=limits.courses_max_items length=limits.course_max/>
        }
        .into_any(),
        Section::Identity => view! {
            <IdentityFields saving=saving consents=consents state=state/>
        }
        .into_any(),
        _ => field(section.code())
            .map(|it| view! { <TextSectionFields field=it limits=(min, max, limits.counting)/> })
            .into_any(),
    }
}

#[component]
fn SaveButtons(saving: Saving, locked: Signal<Option<String>>, back: Place) -> impl IntoView {
    let t = texts().sections;
    let busy = move || (saving.state().get() == SaveState::Saving).then_some("true");
    view! {
        <div class="cluster cluster--wide section">
            <Show when=move || locked.read().is_none()>
                <button class="btn" aria-disabled=busy>{t.save_and_go_on}</button>
                <button
                    type="button"
                    class="btn btn--secondary"
                    aria-disabled=busy
                    on:click=move |_| saving.save(false)
                >
                    {texts().form.save}
                </button>
            </Show>
            <a class="btn btn--quiet" href=back.href()>{t.back_to_list}</a>
        </div>
    }
}

/// Until when the section can be written, in a sentence.
fn time_left(candidacy: &Candidacy) -> Option<String> {
    let period = candidacy
        .capture
        .filter(|it| candidacy.deadline == Some(it.ends));
    match period {
        Some(period) if !period.ends_with_its_day() => Some((texts().sections.hours_left)(
            period.hours_left(candidacy.now),
            &spanish_deadline(period.ends),
        )),
        Some(period) => {
            let left = period.days_left(candidacy.now);
            Some((texts().sections.time_left)(
                left,
                &spanish_deadline(period.ends),
            ))
        }
        None => deadline_text(candidacy.state, candidacy.opens, candidacy.deadline),
    }
}

#[component]
fn Aside(saving: Saving, candidacy: Candidacy, section: Section) -> impl IntoView {
    let t = texts().sections;
    let left = time_left(&candidacy);
    let stored = saving.stored();
    let is_open = move || stored.with(|it| it.refusal.is_none());
    let prohibited = conoceles_shared::questionnaire::Ground::ALL
        .iter()
        .filter(|it| it.number().is_some())
        .map(|it| view! { <li>{it.label()}</li> })
        .collect_view();
    view! {
        <aside class="stack" aria-label=t.aside>
            <div class="panel stack stack--s">
                <p class="name card__name">{candidacy.registration.full_name()}</p>
                <p class="small muted">{where_it_runs(&candidacy)}</p>
                {move || left.clone().filter(|_| is_open()).map(|it| view! {
                    <p class="small">{it}</p>
                })}
            </div>
            {(section.is_text() || section == Section::Photo).then(|| view! {
                <details class="panel disclosure">
                    <summary>{t.prohibited}</summary>
                    <ul class="small bullets">{prohibited}</ul>
                </details>
            })}
        </aside>
    }
}
