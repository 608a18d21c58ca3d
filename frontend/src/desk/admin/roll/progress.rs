//! How far the server is with a file, told below the button that began it.

use std::time::Duration;

use conoceles_shared::api::roll::RollProgress;
use leptos::prelude::*;

use super::run::{RollAct, RollDesk};
use crate::desk::long_act::{HowFar, LongAct};
use crate::i18n::desk::texts;

/// How often the server is asked.
const LOOK: Duration = Duration::from_millis(800);

/// While something is under way the server is asked how far it is, as long as the page is there.
pub fn look_while_busy(desk: RollDesk) {
    let looking = set_interval_with_handle(
        move || {
            if desk.busy.try_get_untracked().flatten().is_some() {
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
}

/// How far one act is, and what went wrong with it.
#[component]
pub fn FileUnderWay(desk: RollDesk, act: RollAct) -> impl IntoView {
    let how_far = Signal::derive(move || {
        let ours = desk.busy.get() == Some(act);
        ours.then(|| told_by_server(desk.progress.get()))
    });
    let message = Signal::derive(move || {
        let said = desk.message.get();
        said.and_then(|(of, text)| (of == act).then_some(text))
    });
    view! { <LongAct how_far=how_far message=message/> }
}

/// What the server said last; until it says something, the file is on its way there.
fn told_by_server(progress: Option<RollProgress>) -> HowFar {
    let t = texts().roll;
    let Some((stage, progress)) = progress.and_then(|it| Some((it.stage?, it))) else {
        return HowFar::uncounted(t.sending);
    };
    let RollProgress { done, total, .. } = progress;
    if total == 0 {
        return HowFar::uncounted(&(t.stage)(stage.label()));
    }
    let count = |it: u32| usize::try_from(it).unwrap_or(usize::MAX);
    HowFar {
        step: stage.label().to_owned(),
        told: (t.stage_rows)(stage.label(), done, total),
        done: count(done),
        total: count(total),
    }
}
