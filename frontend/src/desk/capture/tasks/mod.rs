//! One candidacy: its sections as a list of tasks, and how citizens would see it.

mod preview;

pub use preview::PreviewPage;

use conoceles_shared::api::admin::Registration;
use conoceles_shared::api::capture::{Candidacy, SectionSummary};
use conoceles_shared::api::seat::SeatHistory;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::{Consents, SectionState, State};
use conoceles_shared::questionnaire::Section;
use leptos::prelude::*;

use super::corrections::Corrections;
use super::deadlines::{DeadlineClock, clock_of, deadline_text};
use super::offline::{unsent, unsent_tag};
use super::seat::seat_lines;
use super::standstill::standstill_box;
use crate::desk::access::Access;
use crate::desk::clock::publication_date;
use crate::desk::history::told_remedies;
use crate::desk::icon::Icon;
use crate::desk::load::Loader;
use crate::desk::page::{Crumbs, Heading, Tag};
use crate::desk::place::Place;
use crate::desk::receipts::Receipts;
use crate::desk::tags::{candidacy_tag, own_section_tag};
use crate::desk::timeline::see_history;
use crate::i18n::desk::texts;
use crate::portal::address;

/// One candidacy: what is done, what is missing, why something is locked.
#[component]
pub fn TasksPage(id: CandidacyId) -> impl IntoView {
    let access = Access::here();
    let candidacy =
        Loader::new(move || access.get::<Candidacy>(format!("/capture/candidacies/{id}")));
    let renewed = Callback::new(move |it| candidacy.answered(it));
    candidacy.show(move |it| view! { <TasksOfCandidacy candidacy=it renewed=renewed/> })
}

#[component]
fn TasksOfCandidacy(candidacy: Candidacy, renewed: Callback<Candidacy>) -> impl IntoView {
    let t = texts().capture;
    let name = candidacy.registration.full_name();
    let deadline = deadline_text(candidacy.state, candidacy.opens, candidacy.deadline);
    let clock = clock_of(&candidacy);
    let now = candidacy.now;
    let is_published = candidacy.state == State::Published;
    let nothing_to_send = is_published
        || candidacy.standstill.is_some()
        || (is_closed(&candidacy) && candidacy.submit_refusal.is_some());
    let corrections = candidacy.corrections.clone();
    let corrections = corrections.map(|it| (candidacy.id.clone(), it));
    let base = format!("/capture/candidacies/{}", candidacy.id);
    let history = see_history(&candidacy.id, None);
    view! {
        <div class="wrap">
            <Crumbs above=vec![(Place::Start, t.mine.to_owned())] here=name.clone()/>
            <div class="side">
                <div class="stack stack--l">
                    <div class="page-head">
                        <p class="folio">{where_it_runs(&candidacy)}</p>
                        <Heading text=name class="name"/>
                        <p>{candidacy_tag(candidacy.state)}</p>
                        {seat_lines(&candidacy.seat)}
                        {told_remedies(&candidacy.remedies)}
                        {deadline.map(|it| view! { <p><b>{it}</b></p> })}
                        {what_follows(&candidacy)}
                    </div>
                    {standstill_box(&candidacy, false)}
                    <ConsentFirst candidacy=candidacy.clone()/>
                    {corrections.map(|(id, it)| view! {
                        <Corrections id=id corrections=it now=now renewed=renewed/>
                    })}
                    <Groups candidacy=candidacy.clone()/>
                    {(!nothing_to_send).then(|| view! { <Send candidacy=candidacy/> })}
                    <Receipts base=base/>
                    {history}
                </div>
                <aside class="stack" aria-label=t.deadlines>
                    <DeadlineClock clock=clock now=now/>
                </aside>
            </div>
        </div>
    }
}

/// What to do now or, where nothing is, what follows.
fn what_follows(candidacy: &Candidacy) -> AnyView {
    let t = texts().capture;
    match candidacy.state {
        // The box below says it.
        state if candidacy.standstill.is_some() && state != State::Published => ().into_any(),
        State::Observed => view! { <p>{t.observed_lead}</p> }.into_any(),
        State::Submitted | State::InReview | State::Resubmitted => view! {
            <p>
                {t.sent_next}" "
                <a href=Place::Notices.href()>{texts().notices.title}</a>"."
            </p>
        }
        .into_any(),
        State::Approved => view! {
            <p><b>{publication_date(candidacy.publishes_at)}</b></p>
            <p>{t.approved_next}</p>
        }
        .into_any(),
        State::Published => view! {
            <p>
                <a
                    href=address::profile(&candidacy.id)
                    target="_blank"
                    rel="external noopener"
                >
                    {t.public_profile}
                </a>
            </p>
        }
        .into_any(),
        _ if is_closed(candidacy) => ().into_any(),
        _ => view! { <p>{t.any_order}</p> }.into_any(),
    }
}

/// «Diputación local MR · Distrito 33, Tecámac · Suplente».
pub(super) fn where_it_runs(candidacy: &Candidacy) -> String {
    let registration = &candidacy.registration;
    format!(
        "{} · {} · {}",
        registration.office.label(),
        candidacy.territory_name,
        registration.role_label()
    )
}

/// Whether nothing can be captured until the candidacy consents.
fn wants_consent(candidacy: &Candidacy) -> bool {
    let stopped = candidacy.standstill.is_some();
    !stopped && !candidacy.consents.treatment && candidacy.state.is_captured()
}

/// Whether no section can be written, for one and the same reason: its state, which stands above.
fn is_closed(candidacy: &Candidacy) -> bool {
    let mut sections = candidacy.sections.iter();
    let is_locked = |it: &SectionSummary| it.refusal.is_some() || it.section == Section::Consents;
    !wants_consent(candidacy) && sections.all(is_locked)
}

#[component]
fn ConsentFirst(candidacy: Candidacy) -> impl IntoView {
    let t = texts().capture;
    let wanted = wants_consent(&candidacy);
    let place = Place::Section(candidacy.id, Section::Consents);
    wanted.then(|| {
        view! {
            <div class="notice notice--plain">
                {Icon::Info.drawn()}
                <h2 class="label">{t.consent_first}</h2>
                <p>{t.consent_first_text}</p>
                <p><a class="btn" href=place.href()>{t.to_consents}</a></p>
            </div>
        }
    })
}

#[component]
fn Groups(candidacy: Candidacy) -> impl IntoView {
    let t = texts().capture;
    let stopped = candidacy.standstill.is_some();
    let told_above = stopped
        || wants_consent(&candidacy)
        || is_closed(&candidacy)
        || candidacy.state == State::Observed
        || corrections_say_why(&candidacy);
    let unsent = unsent(&candidacy.id);
    let rows = |among: &[Section], observed: bool| {
        let summaries = candidacy.sections.iter().filter(|it| {
            among.contains(&it.section) && it.state.is_under_observation() == observed
        });
        let row = |it: &SectionSummary| {
            task(
                &candidacy.id,
                it,
                candidacy.consents,
                told_above,
                unsent.contains(&it.section),
            )
            .into_any()
        };
        summaries.map(row).collect::<Vec<_>>()
    };
    let observed = rows(Section::REVIEWABLE, true);
    let curricular = rows(Section::CURRICULAR, false);
    let identity = rows(&[Section::Identity], false);
    let place = Place::Section(candidacy.id.clone(), Section::Consents);
    let title = if stopped {
        t.observed_sections
    } else {
        t.to_answer
    };
    view! {
        <Group id="observadas" title=title rows=observed/>
        <section class="stack" aria-labelledby="antes">
            <h2 id="antes">{t.before}</h2>
            <ul class="tasks">
                <li>
                    <span>
                        <a href=place.href()>{t.consents_task}</a>
                        <span class="hint">{t.consents_hint}</span>
                    </span>
                    {consent_tag(candidacy.consents.treatment)}
                </li>
            </ul>
            <RegistrationFacts
                registration=candidacy.registration.clone()
                territory=candidacy.territory_name.clone()
                seat=candidacy.seat.clone()
            />
        </section>
        <Group id="curricular" title=t.curricular rows=curricular/>
        <Group id="identidad" title=t.identity rows=identity/>
    }
}

/// Whether the corrections, above the sections, say why none of them can be asked for.
fn corrections_say_why(candidacy: &Candidacy) -> bool {
    let corrections = candidacy.corrections.as_ref();
    corrections.is_some_and(|it| it.under_way.is_some() || it.request_refusal.is_some())
}

/// Sections under a heading; nothing of none.
#[component]
fn Group(id: &'static str, title: &'static str, rows: Vec<AnyView>) -> impl IntoView {
    (!rows.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby=id>
                <h2 id=id>{title}</h2>
                <ul class="tasks">{rows}</ul>
            </section>
        }
    })
}

fn consent_tag(accepted: bool) -> impl IntoView {
    let t = texts().capture;
    if accepted {
        view! { <Tag class="tag tag--done" icon=Icon::Check text=t.accepted/> }
    } else {
        view! { <Tag class="tag" icon=Icon::Circle text=t.pending/> }
    }
}

/// One section. Where all are locked for one reason, the page says it once, above; a pause is a
/// section's own.
fn task(
    id: &CandidacyId,
    it: &SectionSummary,
    consents: Consents,
    told_above: bool,
    unsent: bool,
) -> impl IntoView + use<> {
    let t = texts().capture;
    let place = Place::Section(id.clone(), it.section);
    let observed = it
        .observation
        .clone()
        .filter(|_| it.state == SectionState::Observed);
    let own = it.state == SectionState::Paused;
    let refusal = it.refusal.as_ref().filter(|_| !told_above || own);
    let hint = match (observed, refusal) {
        (Some(observation), _) => Some((t.observed_because)(observation.ground.label())),
        (None, Some(why)) => Some(why.clone()),
        (None, None) => None,
    };
    view! {
        <li>
            <span>
                <a href=place.href()>{it.section.label()}</a>
                {hint.map(|it| view! { <span class="hint">{it}</span> })}
            </span>
            <span class="cluster">
                {unsent.then(unsent_tag)}
                {refusal.is_some().then(|| view! {
                    <Tag class="tag" icon=Icon::Lock text=t.read_only/>
                })}
                {own_section_tag(it.section, it.state, consents)}
            </span>
        </li>
    }
}

#[component]
fn RegistrationFacts(
    registration: Registration,
    territory: String,
    seat: SeatHistory,
) -> impl IntoView {
    let t = texts().capture;
    let actions: Vec<_> = registration
        .affirmative_actions
        .iter()
        .map(|it| it.label())
        .collect();
    let facts = [
        (t.fact_name, Some(registration.full_name())),
        (t.fact_nickname, registration.nickname.clone()),
        (t.fact_age, registration.age.map(|it| it.to_string())),
        (t.fact_sex, Some(registration.sex.label().to_owned())),
        (t.fact_office, Some(registration.office.label().to_owned())),
        (t.fact_territory, Some(territory)),
        (
            t.fact_position,
            registration.list_position.map(|it| it.to_string()),
        ),
        (t.fact_role, Some(registration.role_label().to_owned())),
        (t.takes_place_of, seat.substitutes.map(|it| it.name)),
        (t.place_taken_by, seat.substituted_by.map(|it| it.name)),
        (
            t.fact_action,
            (!actions.is_empty()).then(|| actions.join(", ")),
        ),
    ];
    view! {
        <details class="disclosure">
            <summary>{t.registration}</summary>
            <p class="hint">{t.registration_hint}</p>
            <dl class="pairs">
                {facts
                    .into_iter()
                    .filter_map(|(label, value)| {
                        value.map(|value| view! { <dt>{label}</dt><dd>{value}</dd> })
                    })
                    .collect_view()}
            </dl>
        </details>
    }
}

#[component]
fn Send(candidacy: Candidacy) -> impl IntoView {
    let t = texts().capture;
    let refusal = if wants_consent(&candidacy) {
        Some(t.accept_to_begin.to_owned())
    } else {
        candidacy.submit_refusal.clone()
    };
    let preview = Place::Preview(candidacy.id.clone());
    let place = Place::Check(candidacy.id);
    let (class, icon, state) = match &candidacy.submit_refusal {
        None => ("tag tag--done", Icon::Check, t.can_send),
        Some(_) => ("tag", Icon::Lock, t.not_yet),
    };
    view! {
        <section class="stack" aria-labelledby="enviar">
            <h2 id="enviar">{t.send}</h2>
            <ul class="tasks">
                <li>
                    <span>
                        <a href=place.href()>{t.check_and_send}</a>
                        {refusal.map(|it| view! { <span class="hint">{it}</span> })}
                    </span>
                    <Tag class=class icon=icon text=state/>
                </li>
            </ul>
            <p><a class="way" href=preview.href()>{t.see_preview}</a></p>
        </section>
    }
}
