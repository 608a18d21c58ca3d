//! How far the server is with a file, told and drawn while it is under way.

use std::time::Duration;

use conoceles_shared::api::roll::RollProgress;
use leptos::prelude::*;

use super::run::RollDesk;
use crate::i18n::desk::texts;

/// How often the server is asked.
const LOOK: Duration = Duration::from_millis(800);

/// What is under way; nothing while nothing is.
#[component]
pub fn UnderWay(desk: RollDesk) -> impl IntoView {
    let t = texts().roll;
    let looking = set_interval_with_handle(
        move || {
            if desk.busy.try_get_untracked() == Some(true) {
                desk.look_how_far();
            }
        },
        LOOK,
    )
    .ok();
    on_cleanup(move || {
        if let Some(looking) = looking {
            looking.clear();
        }
    });
    let told = move || match desk.progress.get() {
        _ if !desk.busy.get() => String::new(),
        Some(RollProgress {
            stage: Some(stage),
            done,
            total,
        }) => {
            if total > 0 {
                (t.stage_rows)(stage.label(), done, total)
            } else {
                (t.stage)(stage.label())
            }
        }
        _ => t.sending.to_owned(),
    };
    let parts = move || desk.progress.get().filter(|it| it.total > 0);
    view! {
        <div>
            <p class="save-state" role="status">{told}</p>
            <Show when=move || desk.busy.get()>
                <progress
                    class="under-way"
                    aria-label=t.under_way
                    max=move || parts().map(|it| it.total.to_string())
                    value=move || parts().map(|it| it.done.to_string())
                ></progress>
            </Show>
        </div>
    }
}
