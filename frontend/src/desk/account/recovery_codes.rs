//! The recovery codes: shown once, to be copied, saved or printed.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::desk::dom;
use crate::desk::icon::Icon;
use crate::desk::page::Visit;
use crate::i18n::desk::texts;

const TITLE: &str = "codigos";

/// The ten codes. Once they are left, nobody can read them again.
#[component]
pub(super) fn RecoveryCodes(codes: Vec<String>, done: Callback<()>) -> impl IntoView {
    let t = texts().second_factor;
    let visit = Visit::here();
    let text = StoredValue::new(format!("{}\n\n{}\n", t.file_head, codes.join("\n")));
    dom::focus_soon(TITLE);
    let copy = move |_| {
        spawn_local(async move {
            let copied = dom::copy_text(&text.get_value()).await;
            if copied {
                visit.say(t.copied);
            } else {
                visit.say_trouble(t.not_copied);
            }
        });
    };
    let download = move |_| {
        dom::download(
            text.get_value().as_bytes(),
            "text/plain;charset=utf-8",
            t.file_name,
        );
    };
    view! {
        <section class="receipt" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1">{t.codes_title}</h2>
            <div class="notice no-print">
                {Icon::Warning.drawn()}
                <p class="label">{t.codes_once}</p>
                <p>{t.codes_text}</p>
            </div>
            <ol class="recovery-codes">
                {codes.into_iter().map(|it| view! { <li><code>{it}</code></li> }).collect_view()}
            </ol>
            <div class="cluster no-print">
                <button type="button" class="btn btn--quiet" on:click=copy>{t.copy}</button>
                <button type="button" class="btn btn--quiet" on:click=download>{t.download}</button>
                <button type="button" class="btn btn--quiet" on:click=|_| dom::print()>{t.print}</button>
            </div>
            <div class="cluster no-print">
                <button type="button" class="btn" on:click=move |_| done.run(())>{t.codes_done}</button>
            </div>
        </section>
    }
}
