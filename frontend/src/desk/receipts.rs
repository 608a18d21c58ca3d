//! The receipts of a candidacy, and that of one's own account: to be kept.

use conoceles_shared::api::List;
use conoceles_shared::api::auth::Receipt;
use conoceles_shared::api::receipts::ReceiptSummary;
use conoceles_shared::receipt::ReceiptCode;
use conoceles_shared::time::spanish_deadline;
use leptos::prelude::*;

use crate::desk::access::Access;
use crate::desk::download::Download;
use crate::desk::load::Loader;
use crate::i18n::desk::texts;
use crate::portal::address;

/// What was received of a candidacy, each time it was sent; nothing before the first.
#[component]
pub fn Receipts(
    /// The candidacy's address below `/api/v1`.
    base: String,
) -> impl IntoView {
    let access = Access::here();
    let mut path = base;
    path.push_str("/receipts");
    let ask = path.clone();
    let loaded = Loader::new(move || access.get::<List<ReceiptSummary>>(ask.clone()));
    loaded.show(move |it| {
        let t = texts().receipts;
        let rows = it
            .data
            .iter()
            .map(|it| receipt_row(it, &path))
            .collect_view();
        (!it.data.is_empty()).then(|| {
            view! {
                <section class="stack stack--s" aria-labelledby="acuses">
                    <h2 id="acuses">{t.title}</h2>
                    <p class="hint">{t.hint}</p>
                    <ul class="tasks plain-tasks">{rows}</ul>
                </section>
            }
        })
    })
}

fn receipt_row(it: &ReceiptSummary, path: &str) -> impl IntoView + use<> {
    let when = spanish_deadline(it.issued_at);
    view! {
        <li>
            <span>
                {it.kind.label()}
                <span class="hint">{when.clone()}</span>
                <span class="hint">{verify_link(&it.code)}</span>
            </span>
            <Download
                path=format!("{path}/{}", it.code)
                name=format!("acuse-{}.pdf", it.code)
                label=texts().receipts.download
                about=when
            />
        </li>
    }
}

/// The public page that anyone verifies a receipt on.
fn verify_link(code: &ReceiptCode) -> impl IntoView + use<> {
    let text = code.to_string();
    view! {
        <a href=address::receipt(code) target="_blank" rel="external noopener">
            {(texts().receipts.verify)(&text)}
        </a>
    }
}

/// The receipt of one's own account, once it is accepted; nothing for those who have none.
#[component]
pub fn AccountReceipt() -> impl IntoView {
    let access = Access::here();
    let t = texts().receipts;
    let loaded = Loader::new(move || access.get::<Receipt>("/auth/receipt".to_owned()));
    loaded.show(move |it| {
        it.code.map(|code| {
            view! {
                <section class="stack stack--s" aria-labelledby="acuse-cuenta">
                    <h2 id="acuse-cuenta" class="label">{t.of_account}</h2>
                    <p class="hint">{verify_link(&code)}</p>
                    <p>
                        <Download
                            path="/auth/receipt/pdf".to_owned()
                            name=format!("acuse-{code}.pdf")
                            label=t.download
                            about=t.of_account.to_owned()
                        />
                    </p>
                </section>
            }
        })
    })
}
