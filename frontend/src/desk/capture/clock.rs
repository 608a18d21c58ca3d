//! How much time is left, and exactly until when.

use conoceles_shared::lifecycle::State;
use conoceles_shared::time::{Instant, Period, spanish_deadline};
use leptos::prelude::*;

use crate::i18n::desk::texts;

/// The capture period, reckoned from the server's own clock.
#[component]
pub fn CaptureClock(
    /// The period; `None` until the receipt is given.
    period: Option<Period>,
    /// The instant of the answer.
    now: Instant,
) -> impl IntoView {
    let t = &texts().capture;
    let Some(period) = period else {
        return view! {
            <div class="panel clock">
                <h2 class="label">{t.period}</h2>
                <p>{t.period_not_started}</p>
            </div>
        }
        .into_any();
    };
    let left = period.days_left(now);
    let total = period.days();
    let until = spanish_deadline(period.ends);
    let after = if left == 0 {
        t.period_over
    } else {
        t.period_warning
    };
    view! {
        <div class="panel clock">
            <h2 class="label">{t.period}</h2>
            <p class="clock__days">
                {left.to_string()}" "<small>{(t.days_left)(left)}<br/>{(t.of_days)(total)}</small>
            </p>
            <Strip left=left total=total/>
            <p class="small">{t.ends}" "<b>{until}</b>{t.zone}" "{after}</p>
        </div>
    }
    .into_any()
}

#[component]
fn Strip(left: i64, total: i64) -> impl IntoView {
    let passed = (total - left).max(0);
    let width = total * 20 - 3;
    let days = (0..total)
        .map(|day| {
            let class = if day < passed { "b3" } else { "b1" };
            view! { <rect x=(day * 20).to_string() width="17" height="20" rx="3" class=class></rect> }
        })
        .collect_view();
    view! {
        <svg
            class="clock__strip"
            viewBox=format!("0 0 {width} 20")
            preserveAspectRatio="none"
            role="img"
            aria-label=(texts().capture.passed)(passed, total)
        >
            {days}
        </svg>
    }
}

/// The operator's deadline of one candidacy, in a sentence.
pub fn deadline_text(state: State, deadline: Option<Instant>) -> Option<String> {
    let t = &texts().capture;
    deadline.map(|at| {
        let until = spanish_deadline(at);
        match state {
            State::Observed => (t.answer_before)(&until),
            _ => (t.capture_before)(&until),
        }
    })
}
