//! That a section is paused, since when and on which ground.

use conoceles_shared::time::spanish_moment;
use leptos::prelude::*;

use super::saving::Saving;
use crate::desk::icon::Icon;
use crate::i18n::desk::texts;

/// Nothing where the section is not paused.
#[component]
pub fn Paused(saving: Saving) -> impl IntoView {
    let pause = Memo::new(move |_| saving.stored().with(|it| it.pause.clone()));
    move || {
        pause.get().map(|it| {
            let t = texts().sections;
            view! {
                <div class="notice">
                    {Icon::Pause.drawn()}
                    <h2 class="label">{(t.paused_since)(&spanish_moment(it.since))}</h2>
                    <p>{(t.paused_because)(&it.basis)}</p>
                    <p class="small">{t.paused_what_now}</p>
                </div>
            }
        })
    }
}
