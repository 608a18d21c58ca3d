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
    let t = texts().admin;
    let r = texts().second_factor;
    let account = credential.account;
    // Who has been in before does not get a first password, but a code to come back.
    let back = account.last_sign_in.is_some();
    let (title, once, label, text) = if back {
        (
            r.recover_sheet,
            r.recover_once,
            r.recover_code,
            r.recover_sheet_text,
        )
    } else {
        (t.sheet, t.sheet_once, t.one_time_password, t.sheet_text)
    };
    dom::focus_soon("hoja");
    view! {
        <div class="wrap wrap--narrow stack stack--l">
            <Heading text=title/>
            <div class="notice no-print">
                {Icon::Warning.drawn()}
                <p class="label">{once}</p>
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
                    <dt>{label}</dt>
                    <dd><code>{credential.one_time_password}</code></dd>
                    <dt>{t.valid_until}</dt>
                    <dd>{spanish_deadline(credential.expires)}</dd>
                </dl>
                <p>{text}</p>
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
