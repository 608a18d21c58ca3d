//! What the clock tells: a capture period, or the time to answer observations or to send a
//! correction, is about to end.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use conoceles_shared::ids::{ActorId, CandidacyId};
use conoceles_shared::lifecycle::{CorrectionState, State};
use conoceles_shared::notices::{News, REMINDER_DAYS, reminder_due};
use conoceles_shared::time::{Instant, Period};

use super::store::is_told;
use super::tell::{ActorNotice, distinct_contacts, tell_actor_once};
use crate::candidacy::LoadedCandidacy;
use crate::candidacy::store::overtaken::{elections_under_way, ending_by};
use crate::core::db::{Db, store_instant};
use crate::core::error::Failure;
use crate::core::state::App;

/// No reminder comes sooner before an end: the earliest mark, its day to midnight, and the grace.
const LOOK_AHEAD: TimeDelta = TimeDelta::days(REMINDER_DAYS[1] + 2);

/// A reminder that is due.
struct Reminder {
    /// Once only: the same mark of the same end is one occasion, an extended end is another.
    occasion: String,
    actor: ActorId,
    about: Option<CandidacyId>,
    news: News,
    candidacies: Vec<CandidacyId>,
}

/// Writes the reminders that are due and were not written before; how many.
///
/// # Errors
/// The candidacies cannot be read, or a reminder cannot be written: the next sweep tries again.
pub async fn write_due_reminders(app: &App, now: Instant) -> Result<usize, Failure> {
    let mut written = 0;
    for reminder in due_reminders(&app.db, now).await? {
        let mut tx = app.db.write().await?;
        let notice = ActorNotice {
            actor: &reminder.actor,
            about: reminder.about.as_ref(),
            news: &reminder.news,
            addressees: &distinct_contacts(&mut tx, &app.secrets, reminder.candidacies).await?,
        };
        let first = tell_actor_once(&mut tx, reminder.occasion, notice, now).await?;
        tx.commit().await?;
        written += usize::from(first);
    }
    Ok(written)
}

async fn due_reminders(db: &Db, now: Instant) -> Result<Vec<Reminder>, Failure> {
    let mut conn = db.read().await?;
    let elections = elections_under_way(&mut conn).await?;
    let all = ending_by(&mut conn, &elections, now + LOOK_AHEAD).await?;
    let mut found = of_captures(&all, now);
    found.extend(all.iter().filter_map(|it| of_observations(it, now)));
    found.extend(all.iter().filter_map(|it| of_correction(it, now)));
    let mut fresh = Vec::new();
    for reminder in found {
        if !is_told(&mut conn, &reminder.occasion).await? {
            fresh.push(reminder);
        }
    }
    Ok(fresh)
}

/// One reminder for all of an actor's unsent candidacies that end together.
fn of_captures(all: &[LoadedCandidacy], now: Instant) -> Vec<Reminder> {
    let mut groups: BTreeMap<(&ActorId, Instant, i64), Vec<&LoadedCandidacy>> = BTreeMap::new();
    for loaded in all {
        let facts = loaded.facts(now);
        let revoked = loaded.process.treatment_revoked(&facts);
        let open = matches!(loaded.process.state, State::Registered | State::InCapture);
        let period = facts.capture.filter(|_| open && !revoked);
        if let Some(period) = period
            && let Some(mark) = reminder_due(&period, now)
        {
            let key = (&loaded.actor.id, period.ends, mark);
            groups.entry(key).or_default().push(loaded);
        }
    }
    groups
        .into_iter()
        .map(|((actor, ends, mark), group)| Reminder {
            occasion: format!("capture_ending/{mark}/{actor}/{}", store_instant(ends)),
            actor: actor.clone(),
            about: match group.as_slice() {
                [only] => Some(only.id.clone()),
                _ => None,
            },
            news: News::CaptureEnding {
                ends,
                unsent: group.len(),
            },
            candidacies: group.iter().map(|it| it.id.clone()).collect(),
        })
        .collect()
}

/// One reminder, on the last day but one, for each candidacy that still has observations to answer.
fn of_observations(loaded: &LoadedCandidacy, now: Instant) -> Option<Reminder> {
    let period: Period = loaded
        .process
        .observation_period
        .filter(|_| loaded.process.state == State::Observed)
        .filter(|_| !loaded.process.treatment_revoked(&loaded.facts(now)))?;
    reminder_due(&period, now).filter(|mark| *mark == 1)?;
    let id = &loaded.id;
    Some(Reminder {
        occasion: format!("observation_ending/{id}/{}", store_instant(period.ends)),
        actor: loaded.actor.id.clone(),
        about: Some(id.clone()),
        news: News::ObservationEnding { ends: period.ends },
        candidacies: vec![id.clone()],
    })
}

/// One reminder, on the last day but one, for each correction that is open.
fn of_correction(loaded: &LoadedCandidacy, now: Instant) -> Option<Reminder> {
    let correction = loaded.process.correction.as_ref()?;
    let open = correction.state == CorrectionState::Open;
    let period: Period = correction.period.filter(|_| open)?;
    reminder_due(&period, now).filter(|mark| *mark == 1)?;
    let id = &loaded.id;
    Some(Reminder {
        occasion: format!("correction_ending/{id}/{}", store_instant(period.ends)),
        actor: loaded.actor.id.clone(),
        about: Some(id.clone()),
        news: News::CorrectionEnding { ends: period.ends },
        candidacies: vec![id.clone()],
    })
}
