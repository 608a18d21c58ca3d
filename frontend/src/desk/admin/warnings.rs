//! What is unusual about the installation, said where everybody who administers it begins.

use conoceles_shared::api::List;
use conoceles_shared::api::proposals::InstallationWarning;
use leptos::prelude::*;

use crate::desk::access::Access;
use crate::desk::icon::Icon;
use crate::desk::load::Loader;
use crate::i18n::desk::texts;

/// The warnings, if there are any.
#[component]
pub fn Warnings() -> impl IntoView {
    let access = Access::here();
    let warnings =
        Loader::new(move || access.get::<List<InstallationWarning>>("/admin/warnings".to_owned()));
    warnings.show(|it| {
        let rows = it
            .data
            .into_iter()
            .map(|it| view! { <li>{it.text}</li> })
            .collect_view();
        (!rows.is_empty()).then(|| {
            view! {
                <section class="notice" aria-labelledby="instalacion">
                    {Icon::Warning.drawn()}
                    <h2 class="label" id="instalacion">{texts().proposals.installation}</h2>
                    <ul class="stack">{rows}</ul>
                </section>
            }
        })
    })
}
