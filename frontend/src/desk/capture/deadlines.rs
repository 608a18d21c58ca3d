//! How much time is left, and exactly until when.

use conoceles_shared::api::capture::{Candidacy, CandidacySummary};
use conoceles_shared::lifecycle::State;
use conoceles_shared::time::{Instant, Period, spanish_deadline};
use leptos::prelude::*;

use crate::desk::clock::own_hour;
use crate::i18n::desk::texts;

/// The deadline that counts for an operator, as things stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The capture period has not begun: the receipt is not given.
    NotStarted,
    /// The capture period.
    Capture(Period),
    /// Observations are to be answered until then.
    Answer(Instant),
    /// What is published can be corrected until then.
    Correction(Instant),
    /// What is published can be corrected from the first instant on, until the second.
    CorrectionLater(Instant, Instant),
    /// None runs; of one candidacy its state says why.
    Still(Option<State>),
}

/// The deadline that counts for a candidacy.
pub fn clock_of(it: &Candidacy) -> Clock {
    let time = (it.opens, it.deadline);
    clock_in(it.state, it.standstill.is_some(), time, it.capture)
}

/// The same of its parts: `stopped` by a revocation; when the operator's time begins and runs out, as
/// the server says.
fn clock_in(
    state: State,
    stopped: bool,
    (opens, deadline): (Option<Instant>, Option<Instant>),
    capture: Option<Period>,
) -> Clock {
    match (state, deadline) {
        (state, _) if stopped => Clock::Still(Some(state)),
        (state, _) if state.is_captured() => captured_within(capture),
        (State::Observed, Some(at)) => Clock::Answer(at),
        (State::Published, Some(at)) => opens.map_or(Clock::Correction(at), |from| {
            Clock::CorrectionLater(from, at)
        }),
        (state, _) => Clock::Still(Some(state)),
    }
}

/// The deadlines that count for all of an actor's candidacies: of each kind the first to end.
pub fn clocks_of(all: &[CandidacySummary], capture: Option<Period>) -> Vec<Clock> {
    let first = |state| {
        let deadlines = all.iter().filter(|it| it.state == state);
        deadlines.filter_map(|it| it.deadline).min()
    };
    let is_captured = |it: &CandidacySummary| it.state.is_captured() && it.standstill.is_none();
    let captured = all.is_empty() || all.iter().any(is_captured);
    let running = [
        first(State::Observed).map(Clock::Answer),
        captured.then(|| captured_within(capture)),
        first_correction(all),
    ];
    let running: Vec<Clock> = running.into_iter().flatten().collect();
    match all {
        _ if !running.is_empty() => running,
        [only] => vec![Clock::Still(Some(only.state))],
        _ => vec![Clock::Still(None)],
    }
}

/// Of the corrections that run, or will, the one that ends first.
fn first_correction(all: &[CandidacySummary]) -> Option<Clock> {
    let published = all.iter().filter(|it| it.state == State::Published);
    let first = published
        .filter(|it| it.deadline.is_some())
        .min_by_key(|it| it.deadline)?;
    let time = (first.opens, first.deadline);
    Some(clock_in(first.state, false, time, None))
}

fn captured_within(capture: Option<Period>) -> Clock {
    capture.map_or(Clock::NotStarted, Clock::Capture)
}

/// A deadline, reckoned from the server's own clock.
#[component]
pub fn DeadlineClock(
    clock: Clock,
    /// The instant of the answer.
    now: Instant,
) -> impl IntoView {
    let t = texts().capture;
    let until = |at| {
        view! { <p>{t.ends}" "<b>{spanish_deadline(at)}</b>"."{by_own_clock(at)}</p> }
    };
    let (title, body) = match clock {
        Clock::NotStarted => (t.period, view! { <p>{t.period_not_started}</p> }.into_any()),
        Clock::Capture(period) if now < period.starts => {
            let at = spanish_deadline(period.starts);
            (
                t.period,
                view! { <p>{(t.period_begins)(&at)}</p> }.into_any(),
            )
        }
        Clock::Capture(period) => (t.period, time_of(period, now).into_any()),
        Clock::Answer(at) => (
            t.answer_period,
            view! { {until(at)}<p class="small">{t.answer_warning}</p> }.into_any(),
        ),
        Clock::Correction(at) => (t.correction_period, until(at).into_any()),
        Clock::CorrectionLater(from, at) => (
            t.correction_period,
            view! { <p>{(t.period_begins)(&spanish_deadline(from))}</p>{until(at)} }.into_any(),
        ),
        Clock::Still(state) => (
            state.map_or(t.deadlines, State::label),
            view! { <p>{t.no_deadline}</p> }.into_any(),
        ),
    };
    view! { <div class="panel clock"><h2 class="label">{title}</h2>{body}</div> }
}

/// The same by the clock of whoever reads it, where that shows another hour.
fn by_own_clock(at: Instant) -> Option<String> {
    own_hour(at).map(|hour| (texts().capture.own_hour)(&hour))
}

/// The longest row of bars that can still be told apart.
const MOST_BARS: i64 = 96;

/// How much of a period is left: in days, or in hours where it does not end with its day.
fn time_of(period: Period, now: Instant) -> impl IntoView {
    let t = texts().capture;
    let in_days = period.ends_with_its_day();
    let (left, total) = if in_days {
        (period.days_left(now), period.days())
    } else {
        (period.hours_left(now), period.hours())
    };
    let (left_words, total_words, passed) = if in_days {
        (
            (t.days_left)(left),
            (t.of_days)(total),
            (t.passed)(total - left, total),
        )
    } else {
        (
            (t.hours_left)(left),
            (t.of_hours)(total),
            (t.hours_passed)(total - left, total),
        )
    };
    let until = spanish_deadline(period.ends);
    let after = if left == 0 {
        t.period_over
    } else {
        t.period_warning
    };
    view! {
        <p class="clock__days">
            {left.to_string()}" "<small>{left_words}<br/>{total_words}</small>
        </p>
        {(total <= MOST_BARS).then(|| view! { <Strip left=left total=total label=passed/> })}
        <p class="small">{t.ends}" "<b>{until}</b>"."{by_own_clock(period.ends)}" "{after}</p>
    }
}

#[component]
fn Strip(left: i64, total: i64, label: String) -> impl IntoView {
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
            aria-label=label
        >
            {days}
        </svg>
    }
}

/// The operator's deadline of one candidacy, in a sentence.
pub fn deadline_text(
    state: State,
    opens: Option<Instant>,
    deadline: Option<Instant>,
) -> Option<String> {
    let t = texts().capture;
    let c = texts().corrections;
    deadline.map(|at| {
        let until = spanish_deadline(at);
        match (state, opens) {
            (State::Observed, _) => (t.answer_before)(&until),
            (State::Published, None) => (c.correct_before)(&until),
            (State::Published, Some(from)) => (c.correct_between)(&spanish_deadline(from), &until),
            _ => (t.capture_before)(&until),
        }
    })
}

#[cfg(test)]
#[path = "deadlines_tests.rs"]
mod deadlines_tests;
