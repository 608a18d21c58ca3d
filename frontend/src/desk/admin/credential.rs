//! The sheet with the one-time password: shown once, to be printed and delivered.

use conoceles_shared::api::admin::Credential;
use conoceles_shared::time::spanish_deadline;
use leptos::prelude::*;

use crate::desk::dom;
use crate::desk::icon::Icon;
use crate::desk::page::Heading;
use crate::i18n::desk::texts;

/// The sheet. Once it is left, nobody can read the password again.
#[component]
pub fn CredentialSheet(credential: Credential, done: Callback<()>) -> impl IntoView {
    let t = &texts().admin;
    let account = credential.account;
    dom::focus_soon("hoja");
    view! {
        <div class="wrap wrap--narrow stack stack--l">
            <Heading text=t.sheet/>
            <div class="notice no-print">
                {Icon::Warning.view()}
                <p class="label">{t.sheet_once}</p>
                <p>{t.sheet_once_text}</p>
            </div>
            <article class="receipt" aria-labelledby="hoja">
                <div>
                    <p class="small muted">{texts().shell.owner}</p>
                    <h2 id="hoja" tabindex="-1">{t.sheet_title}</h2>
                </div>
                <dl class="pairs">
                    <dt>{t.sheet_name}</dt>
                    <dd>{account.name}</dd>
                    <dt>{t.function}</dt>
                    <dd>{account.role.label()}</dd>
                    {account.actor_name.map(|it| view! { <dt>{t.actor}</dt><dd>{it}</dd> })}
                    <dt>{t.sheet_address}</dt>
                    <dd>{format!("{}/mesa", dom::origin())}</dd>
                    <dt>{t.login}</dt>
                    <dd><code>{account.login}</code></dd>
                    <dt>{t.one_time_password}</dt>
                    <dd><code>{credential.one_time_password}</code></dd>
                    <dt>{t.valid_until}</dt>
                    <dd>{spanish_deadline(credential.expires)}</dd>
                </dl>
                <p>{t.sheet_text}</p>
            </article>
            <div class="cluster no-print">
                <button type="button" class="btn" on:click=|_| dom::print()>{t.print}</button>
                <button type="button" class="btn btn--quiet" on:click=move |_| done.run(())>
                    {t.sheet_done}
                </button>
            </div>
        </div>
    }
}
