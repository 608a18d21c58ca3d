//! The signed consent form, for the reviewer.

use conoceles_shared::api::receipts::SignedConsent;
use conoceles_shared::time::spanish_moment;
use leptos::prelude::*;

use super::live::Live;
use crate::desk::download::Download;
use crate::i18n::desk::texts;

/// The copies that were delivered, each to be saved.
#[component]
pub fn SignedCopies(live: Live) -> impl IntoView {
    let t = texts().receipts;
    // A decision changes the desk, but not these.
    let copies = Memo::new(move |_| {
        live.desk()
            .with(|it| (it.id.clone(), it.signed_consents.clone()))
    });
    view! {
        <section class="stack stack--s" aria-labelledby="firmados">
            <h2 class="label" id="firmados">{t.copies}</h2>
            <p class="small">
                {move || live.desk().with(|it| if it.signed_consent_required {
                    t.needed_to_publish
                } else {
                    t.not_needed_to_publish
                })}
            </p>
            {move || {
                let (id, all) = copies.get();
                if all.is_empty() {
                    return view! { <p class="small muted">{t.no_copy}</p> }.into_any();
                }
                let base = format!("/review/candidacies/{id}/signed-consents");
                let rows = all.iter().map(|it| copy_to_save(&base, it)).collect_view();
                view! {
                    <ul class="stack stack--s plain-list">{rows}</ul>
                    <p class="small muted">{t.copy_hint}</p>
                }
                .into_any()
            }}
        </section>
    }
}

fn copy_to_save(base: &str, it: &SignedConsent) -> impl IntoView + use<> {
    let t = texts().receipts;
    let about = (t.delivered)(it.number, &spanish_moment(it.delivered_at));
    let extension = it.extension();
    view! {
        <li class="stack stack--s">
            <span class="small">{about.clone()}</span>
            <span>
                <Download
                    path=format!("{base}/{}", it.number)
                    name=format!("consentimiento-firmado-{}.{extension}", it.number)
                    label=t.save_copy
                    about=about
                />
            </span>
        </li>
    }
}
