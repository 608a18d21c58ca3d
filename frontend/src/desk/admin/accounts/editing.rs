//! An account's user name and the name of its person, edited.

use std::sync::Arc;

use conoceles_shared::api::admin::{Account, AccountEdit};
use conoceles_shared::ids::AccountId;
use conoceles_shared::permissions::Role;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::deliveries::Deliveries;
use super::represented::RepresentedActors;
use crate::desk::access::Access;
use crate::desk::admin::editing::{Edit, EditQuestions};
use crate::desk::form::request::{self, Want, WantedField};
use crate::desk::form::{RequestForm, TextField, text_at};
use crate::desk::load::Loader;
use crate::desk::page::{Crumbs, Heading, Visit, way};
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// An account, to be edited.
#[component]
pub fn AccountPage(id: AccountId) -> impl IntoView {
    let access = Access::here();
    let account = Loader::new(move || access.get::<Account>(format!("/admin/accounts/{id}")));
    account.show(move |it| view! { <AccountEditForm account=it loader=account/> })
}

#[component]
fn AccountEditForm(account: Account, loader: Loader<Account>) -> impl IntoView {
    let (t, e) = (texts().admin, texts().editing);
    let access = Access::here();
    let visit = Visit::here();
    let go = way();
    let deliveries = format!("/admin/accounts/{}/deliveries", account.id);
    let edit = Edit::of(format!("/admin/accounts/{}", account.id), account.version);
    let represented = (account.role == Role::Operator).then(|| {
        let path = format!("/admin/accounts/{}/actors", account.id);
        let own = account.actor.clone();
        view! { <RepresentedActors path=path own=own all=account.represents.clone()/> }
    });
    let send = move |value: Value| async move {
        let data: AccountEdit = request::parse_request(&value, &edited_fields())?;
        edit.put(access, &data).await?;
        visit.say_next((e.saved)(&data.login));
        go.run(Place::Accounts);
        Ok(())
    };
    view! {
        <div class="wrap wrap--narrow stack stack--l">
            <Crumbs above=vec![(Place::Accounts, t.accounts.to_owned())] here=account.login.clone()/>
            <div class="page-head">
                <Heading text=(e.edit_account)(&account.login)/>
                <p>{e.account_stays}</p>
            </div>
            <RequestForm
                start=json!({ "login": account.login, "name": account.name })
                button=e.save
                send=send
                stays=true
                required=request::required(&edited_fields())
            >
                <TextField pointer=AccountEdit::LOGIN label=t.login hint=t.login_hint/>
                <TextField pointer=AccountEdit::NAME label=t.person_name/>
                <EditQuestions
                    edit=edit
                    described=Arc::new(described_account)
                    give_up=Callback::new(move |()| loader.reload())
                />
            </RequestForm>
            {represented}
            <Deliveries path=deliveries/>
        </div>
    }
}

fn edited_fields() -> [WantedField<'static>; 2] {
    let t = texts().admin;
    [
        (AccountEdit::LOGIN, t.login, Want::Text),
        (AccountEdit::NAME, t.person_name, Want::Text),
    ]
}

fn described_account(account: &Value) -> Vec<(&'static str, String)> {
    let told = edited_fields();
    let told = told.map(|(pointer, label, _)| (label, text_at(account, pointer).to_owned()));
    told.to_vec()
}
