//! A candidacy on the desk: sections, content, decision.

use conoceles_shared::api::review::Desk;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::State;
use leptos::prelude::*;

use super::bar::Bar;
use super::correction::CorrectionFacts;
use super::live::{HEADING, Live};
use super::papers::{Papers, RevokedNotice};
use super::reading::{Past, Reading};
use super::sections::Sections;
use super::signed::SignedCopies;
use crate::desk::access::Access;
use crate::desk::clock::publication_date;
use crate::desk::clock::time_of_day;
use crate::desk::leaving;
use crate::desk::load::Loader;
use crate::desk::page::{Crumbs, Drill, Heading};
use crate::desk::place::Place;
use crate::desk::tags::candidacy_tag;
use crate::desk::timeline::see_history;
use crate::i18n::desk::texts;

/// One candidacy for its reviewer.
#[component]
pub fn DeskPage(id: CandidacyId) -> impl IntoView {
    let access = Access::here();
    let loaded = Loader::new(move || access.get::<Desk>(format!("/review/candidacies/{id}")));
    loaded.show(|it| view! { <DeskOfCandidacy desk=it/> })
}

#[component]
fn DeskOfCandidacy(desk: Desk) -> impl IntoView {
    let name = desk.registration.full_name();
    let title = (texts().review.desk_title)(&name);
    let who = format!(
        "{} · {} · {} · {}",
        desk.actor_name,
        desk.registration.office.label(),
        desk.territory_name,
        desk.registration.role_label()
    );
    let history = see_history(&desk.id, None);
    let reasons = Place::Reasons(desk.election.clone()).href();
    Drill::here().set(desk.drill);
    let live = Live::of(desk);
    leaving::guard(live.unfinished());
    view! {
        <div class="wrap">
            <Crumbs above=vec![(Place::Start, texts().review.queue.to_owned())] here=name/>
            <div class="split center desk-top">
                <div>
                    <Heading text=title id=HEADING class="name card__name"/>
                    <p class="small muted">{who}</p>
                    {history}
                    <p class="small"><a href=reasons>{texts().reasons.edit_from_desk}</a></p>
                </div>
                <DeskStatus live=live/>
            </div>
            <RevokedNotice live=live/>
            <CorrectionFacts live=live/>
            <div class="desk">
                <div class="stack stack--l">
                    <Sections live=live/>
                    <SignedCopies live=live/>
                    <Papers live=live/>
                </div>
                <section class="stack" aria-labelledby="seccion"><Reading live=live/></section>
                <Past live=live/>
            </div>
        </div>
        <Bar live=live/>
    }
}

#[component]
fn DeskStatus(live: Live) -> impl IntoView {
    let t = texts().review;
    let desk = live.desk();
    let shown = move || {
        desk.with(|it| {
            let marks = [
                (it.incomplete, t.incomplete.to_owned()),
                (it.second_turn, t.second_turn.to_owned()),
            ];
            let marks = marks
                .into_iter()
                .filter(|(on, _)| *on)
                .map(|(_, text)| text);
            let held = it.claim_expires.filter(|at| *at > it.now);
            let held = held.map(|at| (t.held_until)(&time_of_day(at)));
            let waits = (it.state == State::Approved).then(|| publication_date(it.publishes_at));
            (it.state, marks.chain(held).chain(waits).collect::<Vec<_>>())
        })
    };
    view! {
        <p class="small cluster">
            {move || {
                let (state, texts) = shown();
                let texts = texts.into_iter().map(|it| view! { <span>{it}</span> });
                (candidacy_tag(state), texts.collect_view())
            }}
        </p>
    }
}
