//! Revocations: what stopped and what follows; and papers that are recorded.

use conoceles_shared::api::List;
use conoceles_shared::api::paper::{PaperRequest, RecordedPaper, RevokedItem};
use conoceles_shared::paper::PaperRequestKind;
use conoceles_shared::time::{spanish_date, spanish_moment};
use leptos::prelude::*;
use serde_json::{Value, json};

use super::live::Live;
use crate::desk::access::Access;
use crate::desk::form::request::{self, Want};
use crate::desk::form::{Choice, FoldedForm, Kind, RequestForm, SelectField, TextField};
use crate::desk::icon::Icon;
use crate::desk::load::Loader;
use crate::desk::page::Visit;
use crate::desk::place::Place;
use crate::desk::tags::candidacy_tag;
use crate::i18n::desk::texts;

/// The candidacies that stopped, below the queue; nothing where none did.
#[component]
pub fn Stopped() -> impl IntoView {
    let access = Access::here();
    let stopped =
        Loader::new(move || access.get::<List<RevokedItem>>("/review/revocations".to_owned()));
    stopped.show(|it| {
        let t = texts().papers;
        let rows = it
            .data
            .into_iter()
            .map(|it| {
                let place = Place::Review(it.id);
                view! {
                    <li>
                        <span>
                            <a class="name" href=place.href()>{it.name}</a>
                            <span class="hint">{it.actor_name}". "{it.next}</span>
                        </span>
                        {candidacy_tag(it.state)}
                    </li>
                }
            })
            .collect::<Vec<_>>();
        (!rows.is_empty()).then(|| {
            view! {
                <section class="stack" aria-labelledby="revocadas">
                    <h2 id="revocadas">{t.stopped}</h2>
                    <ul class="tasks">{rows}</ul>
                </section>
            }
        })
    })
}

/// What stopped on this desk, and what is done next.
#[component]
pub fn RevokedNotice(live: Live) -> impl IntoView {
    let desk = live.desk();
    let why = Memo::new(move |_| desk.with(|it| it.consent_revoked.clone()));
    move || {
        why.get().map(|text| {
            view! {
                <div class="notice notice--plain">
                    {Icon::Warning.drawn()}
                    <h2 class="label">{texts().papers.revoked}</h2>
                    <p>{text}</p>
                </div>
            }
        })
    }
}

/// The papers of a candidacy, and the form that records another.
#[component]
pub fn Papers(live: Live) -> impl IntoView {
    let t = texts().papers;
    let visit = Visit::here();
    let desk = live.desk();
    let papers = Memo::new(move |_| desk.with(|it| it.papers.clone()));
    let send = move |value: Value| async move {
        let wanted = [
            (PaperRequest::KIND, t.kind, Want::Choice),
            (PaperRequest::DATED, t.dated, Want::Date),
            (PaperRequest::REFERENCE, t.reference, Want::Text),
        ];
        let paper: PaperRequest = request::parse_request(&value, &wanted)?;
        live.record_paper(&paper).await?;
        visit.say(t.recorded);
        Ok(())
    };
    let options: Vec<Choice> = PaperRequestKind::ALL
        .iter()
        .map(|it| Choice::new(it.code(), it.label()))
        .collect();
    let options = StoredValue::new(options);
    view! {
        <section class="stack stack--s" aria-labelledby="escritos">
            <h2 class="label" id="escritos">{t.title}</h2>
            <ul class="bullets small">
                {move || papers.get().iter().map(paper_line).collect_view()}
            </ul>
            <FoldedForm title=t.record>
                <p class="small">{t.record_hint}</p>
                <RequestForm start=json!({}) button=t.record_it send=send>
                    <SelectField
                        pointer=PaperRequest::KIND
                        label=t.kind
                        options=Signal::stored(options.get_value())
                    />
                    <TextField pointer=PaperRequest::DATED label=t.dated kind=Kind::Date/>
                    <TextField
                        pointer=PaperRequest::REFERENCE
                        label=t.reference
                        hint=t.reference_hint
                    />
                </RequestForm>
            </FoldedForm>
        </section>
    }
}

fn paper_line(it: &RecordedPaper) -> impl IntoView + use<> {
    let t = texts().papers;
    let about = (t.paper)(&spanish_date(it.dated), &it.reference);
    let recorded = (t.recorded_by)(&it.recorded_by, &spanish_moment(it.recorded_at));
    view! {
        <li>
            <b>{it.kind.label()}</b>" "{about}
            <br/>{recorded}
            <br/>{it.kind.next_step()}
        </li>
    }
}
