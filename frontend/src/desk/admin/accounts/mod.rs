//! The accounts: made here, delivered on a sheet that is shown once.

mod credential;
mod deliveries;
mod editing;
mod represented;

use conoceles_shared::api::List;
use conoceles_shared::api::admin::{
    Account, AccountState, Actor, Credential, Election, NewAccount, Recovery, Suspension,
};
use conoceles_shared::api::proposals::Proposal;
use conoceles_shared::permissions::Role;
use conoceles_shared::problem::FieldError;
use conoceles_shared::time::spanish_moment;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};

use crate::desk::access::Access;
use crate::desk::admin::listing::{Listed, SearchedList, ToNew};
use crate::desk::client::{Body, Call, Failure, Method, PROPOSED_ONLY};
use crate::desk::dom;
use crate::desk::form::request::{self, Want, WantedField};
use crate::desk::form::{CheckBox, Choice, Form, RadioGroup, SelectField, TextField, text_at};
use crate::desk::form::{FoldedForm, RequestForm};
use crate::desk::load::Loader;
use crate::desk::page::{Heading, Visit};
use crate::desk::place::Place;
use crate::i18n::desk::texts;
pub use credential::CredentialSheet;
pub use editing::AccountPage;

/// All accounts and a form for another; or, once, the sheet of the one just made.
#[component]
pub fn AccountsPage() -> impl IntoView {
    let sheet = RwSignal::new(None::<Credential>);
    move || match sheet.get() {
        Some(credential) => {
            let done = Callback::new(move |()| sheet.set(None));
            view! { <CredentialSheet credential=credential done=done/> }.into_any()
        }
        None => view! { <Accounts sheet=sheet/> }.into_any(),
    }
}

#[component]
fn Accounts(sheet: RwSignal<Option<Credential>>) -> impl IntoView {
    let t = texts().admin;
    let access = Access::here();
    let accounts = Loader::new(move || access.get::<List<Account>>("/admin/accounts".to_owned()));
    let actors = Loader::new(move || all_actors(access));
    view! {
        <div class="wrap stack stack--l">
            <div class="split page-head">
                <Heading text=t.accounts/>
                <ToNew to="nueva" words=t.new_account/>
            </div>
            {accounts.show(move |it| {
                let listed = listed_accounts(it.data);
                let row = move |it| view! { <AccountRow account=it accounts=accounts/> };
                view! { <SearchedList listed=listed row=row/> }
            })}
            <section class="panel stack" aria-labelledby="nueva">
                <h2 id="nueva" tabindex="-1">{t.new_account}</h2>
                {actors.show(move |it| view! { <NewAccountForm actors=it sheet=sheet/> })}
            </section>
        </div>
    }
}

/// The actors of every election that can be captured, each with its election's name.
async fn all_actors(access: Access) -> Result<Vec<Choice>, Failure> {
    let elections: List<Election> = access.get("/admin/elections".to_owned()).await?;
    let mut choices = Vec::new();
    for election in elections.data.into_iter().filter(|it| !it.setup.archived) {
        let path = format!("/admin/elections/{}/actors", election.id);
        let actors: List<Actor> = access.get(path).await?;
        choices.extend(actors.data.into_iter().map(|it| {
            Choice::new(
                it.id.as_str(),
                format!("{} · {}", it.name, election.setup.name),
            )
        }));
    }
    Ok(choices)
}

#[component]
fn NewAccountForm(actors: Vec<Choice>, sheet: RwSignal<Option<Credential>>) -> impl IntoView {
    let t = texts().admin;
    let access = Access::here();
    let send = move |value: Value| async move {
        let account = typed_account(&value)?;
        let made: Credential = access
            .send(Method::Post, "/admin/accounts".to_owned(), &account)
            .await?;
        // Once this task is over: the sheet takes the place of this very form.
        request_animation_frame(move || sheet.set(Some(made)));
        Ok(())
    };
    view! {
        <RequestForm
            start=json!({})
            button=t.create_account
            send=send
            required=request::required(&account_fields())
        >
            <AccountFields actors=actors/>
        </RequestForm>
    }
}

#[component]
fn AccountFields(actors: Vec<Choice>) -> impl IntoView {
    let t = texts().admin;
    let form = Form::here();
    let is_operator = Memo::new(move |_| form.text(NewAccount::ROLE) == Role::Operator.code());
    let roles = Role::ALL
        .iter()
        .map(|it| Choice::new(it.code(), it.label()))
        .collect();
    let actors = Signal::stored(actors);
    view! {
        <TextField pointer=NewAccount::LOGIN label=t.login hint=t.login_hint/>
        <TextField pointer=NewAccount::NAME label=t.person_name/>
        <RadioGroup pointer=NewAccount::ROLE legend=t.function options=roles/>
        <Show when=move || is_operator.get()>
            <SelectField pointer=NewAccount::ACTOR label=t.actor options=actors/>
        </Show>
    }
}

fn account_fields() -> [WantedField<'static>; 3] {
    let t = texts().admin;
    [
        (NewAccount::LOGIN, t.login, Want::Text),
        (NewAccount::NAME, t.person_name, Want::Text),
        (NewAccount::ROLE, t.function, Want::Choice),
    ]
}

fn listed_accounts(all: Vec<Account>) -> Listed<Account> {
    let mut states: Vec<_> = AccountState::ALL
        .iter()
        .map(|it| Choice::new(it.code(), it.label()))
        .collect();
    let awaits = texts().proposals.awaits_activation;
    states.push(Choice::new("awaits_activation", awaits));
    states.extend(
        Role::ALL
            .iter()
            .map(|it| Choice::new(it.code(), it.label())),
    );
    Listed {
        all,
        about: |it| format!("{} {} {}", it.login, it.name, actors_of(it).join(" ")),
        states,
        is_in: |it, state| match state {
            "awaits_activation" => it.awaits_activation,
            state => it.state.code() == state || it.role.code() == state,
        },
    }
}

/// The request: an operator has an actor, nobody else has.
fn typed_account(value: &Value) -> Result<NewAccount, Failure> {
    let t = texts().admin;
    let is_operator = text_at(value, NewAccount::ROLE) == Role::Operator.code();
    let lacks_actor = is_operator && text_at(value, NewAccount::ACTOR).is_empty();
    let wrong = lacks_actor.then(|| {
        let detail = format!("{}: {}", t.actor, texts().form.choice_wanted);
        FieldError::new(NewAccount::ACTOR, "required", detail)
    });
    let wrong = wrong.into_iter().collect();
    let mut account: NewAccount = request::parse_request_with(value, &account_fields(), wrong)?;
    if !is_operator {
        account.actor = None;
    }
    Ok(account)
}

/// For whom an account captures, its own actor first.
fn actors_of(account: &Account) -> Vec<&str> {
    let others = account.represents.iter().map(|it| it.name.as_str());
    account
        .actor_name
        .as_deref()
        .into_iter()
        .chain(others)
        .collect()
}

#[component]
fn AccountRow(account: Account, accounts: Loader<List<Account>>) -> impl IntoView {
    let t = texts().admin;
    let actors = actors_of(&account).join("; ");
    let who = if actors.is_empty() {
        account.role.label().to_owned()
    } else {
        format!("{} · {actors}", account.role.label())
    };
    let last = account
        .last_sign_in
        .map_or(t.never_in.to_owned(), |at| (t.last_in)(&spanish_moment(at)));
    let factor = if account.second_factor.is_some() {
        texts().second_factor.active
    } else {
        texts().second_factor.inactive
    };
    view! {
        <li class="panel stack stack--s">
            <div class="split">
                <h2 class="label">{account.name.clone()}</h2>
                <span class="cluster">
                    {account.awaits_activation.then(|| {
                        view! { <span class="tag">{texts().proposals.awaits_activation}</span> }
                    })}
                    <span class="tag">{account.state.label()}</span>
                </span>
            </div>
            <p class="small">{format!("{} · {who}", account.login)}</p>
            <p class="small muted">{last}" "{factor}"."</p>
            <AccountActions account=account accounts=accounts/>
        </li>
    }
}

#[component]
fn AccountActions(account: Account, accounts: Loader<List<Account>>) -> impl IntoView {
    let t = texts().admin;
    let access = Access::here();
    let visit = Visit::here();
    let suspended = account.state == AccountState::Suspended;
    let path = StoredValue::new(format!("/admin/accounts/{}", account.id));
    let login = StoredValue::new(account.login.clone());
    let suspend = move |_| {
        let question = (texts().editing.suspend_question)(&login.get_value());
        if !suspended && !dom::confirm(&question) {
            return;
        }
        spawn_local(async move {
            let path = format!("{}/suspension", path.get_value());
            let body = Suspension {
                suspended: !suspended,
            };
            let call = Call::new(Method::Post, path).body(Body::json(&body));
            match access.call(call).await {
                Ok(reply) if reply.status == PROPOSED_ONLY => visit.say(texts().proposals.proposed),
                Ok(reply) => match reply.decoded::<Account>() {
                    Ok(it) => {
                        visit.say((t.account_now)(&it.login, it.state.label()));
                        accounts.reload();
                    }
                    Err(why) => visit.say_trouble(why.message()),
                },
                Err(why) => visit.say_trouble(why.message()),
            }
        });
    };
    let hidden = format!(" {}", account.login);
    let own = access.account().is_some_and(|it| it.id == account.id);
    view! {
        <div class="cluster">
            {(!suspended && !own).then(|| view! { <Recover account=account.clone()/> })}
            {account.awaits_activation.then(|| view! { <AskForActivation account=account.clone()/> })}
            <a class="btn btn--quiet btn--small" href=Place::Account(account.id.clone()).href()>
                {texts().editing.edit}<span class="hidden-visually">{hidden.clone()}</span>
            </a>
            {(!suspended && !own).then(|| view! { <EndSessions account=account.clone()/> })}
            <button type="button" class="btn btn--quiet btn--small" on:click=suspend>
                {if suspended { t.reactivate } else { t.suspend }}
                <span class="hidden-visually">{hidden}</span>
            </button>
        </div>
    }
}

/// Ending every session of an account, once it was asked whether to.
#[component]
fn EndSessions(account: Account) -> impl IntoView {
    let t = texts().editing;
    let access = Access::here();
    let visit = Visit::here();
    let hidden = format!(" {}", account.login);
    let account = StoredValue::new(account);
    let end = move |_| {
        let Account { id, login, .. } = account.get_value();
        if !dom::confirm(&(t.sessions_question)(&login)) {
            return;
        }
        spawn_local(async move {
            let path = format!("/admin/accounts/{id}/sign-out");
            let nothing = json!({});
            match access
                .send::<_, Account>(Method::Post, path, &nothing)
                .await
            {
                Ok(_) => visit.say((t.sessions_ended)(&login)),
                Err(why) => visit.say_trouble(why.message()),
            }
        });
    };
    view! {
        <button type="button" class="btn btn--quiet btn--small" on:click=end>
            {t.end_sessions}<span class="hidden-visually">{hidden}</span>
        </button>
    }
}

/// Asking once more for a second administrator, where the first request is over.
#[component]
fn AskForActivation(account: Account) -> impl IntoView {
    let t = texts().proposals;
    let access = Access::here();
    let visit = Visit::here();
    let path = StoredValue::new(format!("/admin/accounts/{}/activation", account.id));
    let hidden = format!(" {}", account.login);
    let ask = move |_| {
        spawn_local(async move {
            let nothing = json!({});
            let sent = access.send::<_, Proposal>(Method::Post, path.get_value(), &nothing);
            match sent.await {
                Ok(_) => visit.say(t.proposed),
                Err(why) => visit.say_trouble(why.message()),
            }
        });
    };
    view! {
        <button type="button" class="btn btn--quiet btn--small" on:click=ask>
            {t.ask_activation}<span class="hidden-visually">{hidden}</span>
        </button>
    }
}

/// Asking for the recovery of an account, behind a summary.
#[component]
fn Recover(account: Account) -> impl IntoView {
    let t = texts().second_factor;
    let access = Access::here();
    let visit = Visit::here();
    let has_factor = account.second_factor.is_some();
    let path = StoredValue::new(format!("/admin/accounts/{}/recovery", account.id));
    // Several of these forms may be open on one page.
    let pointer = StoredValue::new(format!("/{}", account.id));
    let send = move |value: Value| async move {
        let asked = Recovery {
            reset_second_factor: value.pointer(&pointer.get_value()) == Some(&json!(true)),
        };
        let _: Proposal = access.send(Method::Post, path.get_value(), &asked).await?;
        visit.say(texts().proposals.proposed);
        Ok(())
    };
    view! {
        <FoldedForm title=(t.recover)(&account.login)>
            <RequestForm start=json!({}) button=t.recover_start send=send>
                <p>{t.recover_text}</p>
                {has_factor.then(|| view! {
                    <CheckBox
                        pointer=pointer.get_value()
                        label=t.recover_factor
                        hint=t.recover_factor_hint
                    />
                })}
            </RequestForm>
        </FoldedForm>
    }
}

#[cfg(test)]
#[path = "accounts_tests.rs"]
mod accounts_tests;
