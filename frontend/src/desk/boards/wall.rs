//! The board on a wall: large figures that refresh themselves, and no links.

use std::time::Duration;

use conoceles_shared::ids::ElectionId;
use conoceles_shared::reports::{Grouping, Report};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::bars::wall_bars;
use super::board::stats;
use crate::desk::access::Access;
use crate::desk::client::Failure;
use crate::desk::clock::time_of_day;
use crate::desk::load::{Failed, Waiting};
use crate::desk::page::{Drill, Heading, way};
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// Between two looks at the figures.
const REFRESH: Duration = Duration::from_secs(60);

/// What the wall shows.
#[derive(Clone, Default)]
struct Seen {
    report: Option<Report>,
    failure: Option<Failure>,
}

#[component]
pub fn WallPage(id: ElectionId) -> impl IntoView {
    let seen = RwSignal::new(Seen::default());
    let access = Access::here();
    let path = StoredValue::new(format!("/reports/elections/{id}/board"));
    let look = move || {
        spawn_local(async move {
            let Some(path) = path.try_get_value() else {
                return;
            };
            let answer = access.get::<Report>(path).await;
            seen.try_update(|it| match answer {
                Ok(report) => {
                    *it = Seen {
                        report: Some(report),
                        failure: None,
                    };
                }
                Err(why) => it.failure = Some(why),
            });
        });
    };
    look();
    let looking = set_interval_with_handle(look, REFRESH).ok();
    without_frame(true);
    on_cleanup(move || {
        without_frame(false);
        if let Some(looking) = looking {
            looking.clear();
        }
    });
    let go = way();
    let back = Place::Board(id);
    let leave = move |_| go.run(back.clone());
    let drill = Drill::here();
    view! {
        <div class="wrap wall stack stack--l">
            {move || {
                let Seen { report, failure } = seen.get();
                match (report, failure) {
                    (Some(report), failure) => {
                        drill.set(report.head.election.drill);
                        on_the_wall(&report, failure.is_some()).into_any()
                    }
                    (None, Some(why)) => {
                        let retry = Callback::new(move |()| look());
                        view! { <Failed why=why.message() retry=retry/> }.into_any()
                    }
                    (None, None) => view! { <Waiting/> }.into_any(),
                }
            }}
            <p><button type="button" class="btn btn--quiet" on:click=leave>{texts().boards.leave_wall}</button></p>
        </div>
    }
}

fn on_the_wall(report: &Report, stale: bool) -> impl IntoView + use<> {
    let t = texts().boards;
    let at = time_of_day(report.head.cutoff);
    let told = if stale {
        (t.wall_stale)(&at)
    } else {
        (t.wall_fresh)(&at)
    };
    let actors = report.table(Grouping::Actor.code());
    view! {
        <Heading text=report.head.election.name.clone()/>
        {stats(report)}
        {actors.map(wall_bars)}
        <p role="status" class="muted">{told}</p>
    }
}

/// Takes the frame around the page away, or gives it back.
fn without_frame(on: bool) {
    if let Some(html) = document().document_element() {
        // Fails only for an invalid name.
        let _ = html.class_list().toggle_with_force("on-the-wall", on);
    }
}
