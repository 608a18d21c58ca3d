//! The operators' accounts of an election: made for every actor that has none, and their sheets issued.

use conoceles_shared::api::List;
use conoceles_shared::api::admin::{Account, AccountState, Actor, SheetRequest};
use conoceles_shared::ids::{AccountId, ElectionId};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::json;

use crate::desk::access::Access;
use crate::desk::client::{Body, Call, Method};
use crate::desk::dom;
use crate::desk::load::Loader;
use crate::desk::page::Visit;
use crate::i18n::desk::texts;

/// What there is to do about the accounts of an election.
#[component]
pub fn OperatorAccounts(election: ElectionId, actors: Loader<List<Actor>>) -> impl IntoView {
    let t = texts().credentials;
    let access = Access::here();
    let id = StoredValue::new(election);
    let accounts = Loader::new(move || {
        access.get::<List<Account>>(format!("/admin/accounts?election={}", id.get_value()))
    });
    view! {
        <section class="panel stack" aria-labelledby="cuentas">
            <h2 id="cuentas">{t.title}</h2>
            <p class="small">{t.about}</p>
            {actors.show(move |it| {
                let missing = it.data.iter().filter(|it| it.accounts == 0).count();
                view! { <MissingAccounts missing=missing election=id actors=actors accounts=accounts/> }
            })}
            {accounts.show(move |it| {
                view! { <UnusedAccounts unused=without_sheet(&it.data) accounts=accounts/> }
            })}
        </section>
    }
}

/// Those that have no sheet yet. One that was issued stays good: another would make it worthless.
fn without_sheet(all: &[Account]) -> Vec<AccountId> {
    all.iter()
        .filter(|it| it.state == AccountState::Created)
        .map(|it| it.id.clone())
        .collect()
}

#[component]
fn MissingAccounts(
    missing: usize,
    election: StoredValue<ElectionId>,
    actors: Loader<List<Actor>>,
    accounts: Loader<List<Account>>,
) -> impl IntoView {
    let t = texts().credentials;
    let access = Access::here();
    let visit = Visit::here();
    let create = move |_| {
        spawn_local(async move {
            let path = format!(
                "/admin/elections/{}/operator-accounts",
                election.get_value()
            );
            let nothing = json!({});
            match access
                .send::<_, List<Account>>(Method::Post, path, &nothing)
                .await
            {
                Ok(made) => {
                    visit.say((t.created)(made.data.len()));
                    actors.reload();
                    accounts.reload();
                }
                Err(why) => visit.say_trouble(why.message()),
            }
        });
    };
    if missing == 0 {
        return view! { <p>{t.all_have}</p> }.into_any();
    }
    view! {
        <div class="split">
            <p>{(t.missing)(missing)}</p>
            <button type="button" class="btn" on:click=create>{(t.create)(missing)}</button>
        </div>
    }
    .into_any()
}

#[component]
fn UnusedAccounts(unused: Vec<AccountId>, accounts: Loader<List<Account>>) -> impl IntoView {
    let t = texts().credentials;
    let access = Access::here();
    let visit = Visit::here();
    if unused.is_empty() {
        return ().into_any();
    }
    let total = unused.len();
    let now: Vec<_> = unused.into_iter().take(SheetRequest::MOST).collect();
    let count = now.len();
    let request = StoredValue::new(SheetRequest { accounts: now });
    let issue = move |_| {
        if !dom::confirm(&(t.issue_question)(count)) {
            return;
        }
        spawn_local(async move {
            let body = Body::json(&request.get_value());
            let call = Call::new(Method::Post, "/admin/credential-sheets").body(body);
            match access.call(call).await {
                Ok(reply) => {
                    dom::download(&reply.bytes, &reply.media_type, t.file_name);
                    visit.say(t.issued);
                    accounts.reload();
                }
                Err(why) => visit.say_trouble(why.message()),
            }
        });
    };
    view! {
        <div class="split">
            <p>
                {(t.unused)(total)}
                {(total > count).then(|| format!(" {}", (t.at_once)(SheetRequest::MOST)))}
            </p>
            <button type="button" class="btn btn--quiet" on:click=issue>{(t.issue)(count)}</button>
        </div>
    }
    .into_any()
}
