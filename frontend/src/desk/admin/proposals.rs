//! What one administrator proposed and another one has to confirm, with what follows from it.

use conoceles_shared::api::List;
use conoceles_shared::api::admin::Credential;
use conoceles_shared::api::proposals::{ConfirmedProposal, Proposal};
use conoceles_shared::time::{spanish_deadline, spanish_moment};
use conoceles_shared::two_people::ProposalState;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::json;

use super::accounts::CredentialSheet;
use crate::desk::access::Access;
use crate::desk::client::Method;
use crate::desk::load::Loader;
use crate::desk::page::{Heading, Visit};
use crate::i18n::desk::texts;

/// All proposals; or, once, the sheet that came of confirming one.
#[component]
pub fn ProposalsPage() -> impl IntoView {
    let sheet = RwSignal::new(None::<Credential>);
    move || match sheet.get() {
        Some(credential) => {
            let done = Callback::new(move |()| sheet.set(None));
            view! { <CredentialSheet credential=credential done=done/> }.into_any()
        }
        None => view! { <Proposals sheet=sheet/> }.into_any(),
    }
}

#[component]
fn Proposals(sheet: RwSignal<Option<Credential>>) -> impl IntoView {
    let t = texts().proposals;
    let access = Access::here();
    let all = Loader::new(move || access.get::<List<Proposal>>("/admin/proposals".to_owned()));
    view! {
        <div class="wrap stack stack--l">
            <div class="page-head">
                <Heading text=t.title/>
                <p>{t.about}</p>
            </div>
            {all.show(move |it| {
                let (open, decided): (Vec<_>, Vec<_>) =
                    it.data.into_iter().partition(|it| it.state == ProposalState::Open);
                let nothing = open.is_empty().then(|| view! { <p>{t.none}</p> });
                let rows = open
                    .into_iter()
                    .map(|it| view! { <OpenProposal proposal=it all=all sheet=sheet/> })
                    .collect_view();
                view! {
                    {nothing}
                    <ul class="stack plain-list">{rows}</ul>
                    {(!decided.is_empty()).then(|| view! { <Decided proposals=decided/> })}
                }
            })}
        </div>
    }
}

#[component]
fn OpenProposal(
    proposal: Proposal,
    all: Loader<List<Proposal>>,
    sheet: RwSignal<Option<Credential>>,
) -> impl IntoView {
    let t = texts().proposals;
    let refusal = proposal.confirm_refusal.clone();
    let consequences = proposal
        .consequences
        .iter()
        .map(|it| view! { <li>{it.clone()}</li> })
        .collect_view();
    view! {
        <li class="panel stack">
            <h2 class="label">{(t.would)(&proposal.title)}</h2>
            <p class="small muted">
                {(t.by)(&proposal.proposed_by, &spanish_moment(proposal.proposed_at))}
                " "
                {(t.until)(&spanish_deadline(proposal.expires))}
            </p>
            <div class="stack stack--s">
                <p class="label">{t.consequences}</p>
                <ul>{consequences}</ul>
            </div>
            {refusal.map(|it| view! { <p class="hint">{it}</p> })}
            <Deciding proposal=proposal all=all sheet=sheet/>
        </li>
    }
}

#[component]
fn Deciding(
    proposal: Proposal,
    all: Loader<List<Proposal>>,
    sheet: RwSignal<Option<Credential>>,
) -> impl IntoView {
    let t = texts().proposals;
    let access = Access::here();
    let visit = Visit::here();
    let path = StoredValue::new(format!("/admin/proposals/{}", proposal.id));
    let confirm = move |_| {
        spawn_local(async move {
            let path = format!("{}/confirmation", path.get_value());
            match access
                .send::<_, ConfirmedProposal>(Method::Post, path, &json!({}))
                .await
            {
                Ok(done) => {
                    visit.say(t.confirmed);
                    all.reload();
                    sheet.set(done.credential);
                }
                Err(why) => visit.say_trouble(why.message()),
            }
        });
    };
    let refuse = move |_| {
        spawn_local(async move {
            let path = format!("{}/refusal", path.get_value());
            match access
                .send::<_, Proposal>(Method::Post, path, &json!({}))
                .await
            {
                Ok(done) => visit.say((t.now)(done.state.label())),
                Err(why) => visit.say_trouble(why.message()),
            }
            all.reload();
        });
    };
    let hidden = format!(": {}", proposal.title);
    let hidden_too = hidden.clone();
    view! {
        <div class="cluster">
            {proposal.confirm_refusal.is_none().then(|| view! {
                <button type="button" class="btn" on:click=confirm>
                    {t.confirm}<span class="hidden-visually">{hidden}</span>
                </button>
            })}
            <button type="button" class="btn btn--quiet" on:click=refuse>
                {if proposal.own { t.withdraw } else { t.refuse }}
                <span class="hidden-visually">{hidden_too}</span>
            </button>
        </div>
    }
}

#[component]
fn Decided(proposals: Vec<Proposal>) -> impl IntoView {
    let t = texts().proposals;
    let rows = proposals
        .into_iter()
        .map(|it| {
            let decided = it.decided_at.map(|at| {
                (t.decided)(
                    it.decided_by.as_deref().unwrap_or(t.console),
                    &spanish_moment(at),
                )
            });
            view! {
                <li>
                    <div>
                        <p>{(t.would)(&it.title)}</p>
                        <p class="small muted">
                            {(t.by)(&it.proposed_by, &spanish_moment(it.proposed_at))} " " {decided}
                        </p>
                    </div>
                    <span class="tag">{it.state.label()}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="stack" aria-labelledby="decididas">
            <h2 id="decididas">{t.decided_before}</h2>
            <ul class="tasks plain-tasks">{rows}</ul>
        </section>
    }
}
