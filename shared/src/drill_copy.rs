//! What a drill takes over from an election, so that people train on what they will work with: never a
//! person, an account or a candidacy (`docs/domain/process.md#drills`).

use chrono::{Duration, NaiveDate};

use crate::catalogues::ActorKind;
use crate::election::{ElectionSetup, Embargo, Phase};
use crate::time::{Instant, from_local, local, local_date};

/// What a drill's name ends with.
const MARK: &str = " (simulacro)";
/// Characters that a name may have.
const LONGEST_NAME: usize = 120;
/// Days until election day, where no phase says when the drill begins.
const DAYS_WITHOUT_PHASES: i64 = 30;

/// The setup that a drill begins with: that of `source`, all its dates moved by the same days, so that its
/// first phase begins `today`.
#[must_use]
pub fn drill_setup(source: &ElectionSetup, today: NaiveDate) -> ElectionSetup {
    let days = days_to_move(source, today);
    ElectionSetup {
        name: drill_name(&source.name),
        date: source.date + days,
        drill: true,
        archived: false,
        phases: source.phases.iter().map(|it| moved(it, days)).collect(),
        embargoes: source
            .embargoes
            .iter()
            .map(|it| Embargo {
                from: moved_instant(it.from, days),
                ..*it
            })
            .collect(),
        ..source.clone()
    }
}

/// Whether an actor of this kind is taken over: the name of an independent candidacy is a person's, and so
/// may be that of an archive's actor whose kind nobody knows.
#[must_use]
pub fn is_taken_over(kind: Option<ActorKind>) -> bool {
    kind.is_some_and(|it| it != ActorKind::Independent)
}

fn days_to_move(source: &ElectionSetup, today: NaiveDate) -> Duration {
    let starts = source.phases.iter().filter_map(|it| it.starts);
    let ends = source.phases.iter().filter_map(|it| it.ends);
    match starts.min().or_else(|| ends.min()) {
        Some(first) => today - local_date(first),
        None => {
            let soonest = today + Duration::days(DAYS_WITHOUT_PHASES);
            (soonest - source.date).max(Duration::zero())
        }
    }
}

fn moved(phase: &Phase, days: Duration) -> Phase {
    Phase {
        starts: phase.starts.map(|it| moved_instant(it, days)),
        ends: phase.ends.map(|it| moved_instant(it, days)),
        ..*phase
    }
}

/// The same hour of the clock on the wall, so many days on.
fn moved_instant(at: Instant, days: Duration) -> Instant {
    from_local(local(at) + days)
}

fn drill_name(name: &str) -> String {
    let own = name.strip_suffix(MARK).unwrap_or(name);
    let room = LONGEST_NAME - MARK.chars().count();
    let kept: String = own.chars().take(room).collect();
    format!("{}{MARK}", kept.trim_end())
}

#[cfg(test)]
#[path = "drill_copy_tests.rs"]
mod drill_copy_tests;
