//! What of a candidacy's history a reader is told.

use super::{Author, Happening, PastEvent, words};
use crate::api::history::HistoryEntry;
use crate::ids::AccountId;
use crate::lifecycle::{Process, SectionState, State, Who};
use crate::notices::Audience;
use crate::permissions::Role;
use crate::questionnaire::{ConsentKind, Section};
use crate::time::Instant;

/// How much of an event a reader sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sight {
    Hidden,
    WithoutName,
    Whole,
}

/// What `reader` is told of these events, the newest first. `process` is how the candidacy stands now.
#[must_use]
pub fn timeline(
    mut events: Vec<PastEvent>,
    reader: Who<'_>,
    process: &Process,
) -> Vec<HistoryEntry> {
    let sent = events
        .iter()
        .filter(|it| sends(&it.what))
        .map(|it| it.at)
        .max();
    events.sort_by_key(|it| std::cmp::Reverse(it.at));
    let mut told: Vec<HistoryEntry> = Vec::new();
    for event in events {
        let by = match sight(&event, reader, process, sent) {
            Sight::Hidden => continue,
            Sight::WithoutName => None,
            Sight::Whole => event.by.map(|it| it.name),
        };
        let what = match event.what {
            // The reason stands in the evidence of the institute; the end is what the actor was told.
            Happening::Extended { ends, .. } if reader.role == Role::Operator => {
                Happening::Extended { ends, reason: None }
            }
            what => what,
        };
        told.push(words::entry(event.at, by, what));
    }
    told
}

/// Whether a reviewer's mark on this version still waits for the end of a turn, its own or the second
/// one's: then no other reviewer may know it (four eyes).
#[must_use]
pub fn is_mark_in_force(process: &Process, section: Section, version: u32) -> bool {
    let it = process.section(section);
    it.state == SectionState::UnderReview && it.version == version
}

/// Whether it sends what was saved until then.
const fn sends(what: &Happening) -> bool {
    matches!(
        what,
        Happening::Sent { .. }
            | Happening::Elapsed(super::Elapsed::Capture | super::Elapsed::Observation)
            | Happening::Correction(super::CorrectionStep::Sent)
    )
}

fn sight(event: &PastEvent, reader: Who<'_>, process: &Process, sent: Option<Instant>) -> Sight {
    match reader.role {
        Role::Operator => operators_sight(event),
        Role::Validator => validators_sight(event, reader.account, process, sent),
        Role::Admin => Sight::Whole,
        Role::Observer | Role::Technician => Sight::Hidden,
    }
}

/// Its own side by name; of the institute what was delivered, and no names.
fn operators_sight(event: &PastEvent) -> Sight {
    let told = match &event.what {
        Happening::Claimed
        | Happening::Released
        | Happening::Elapsed(super::Elapsed::Claim)
        | Happening::Marked { .. }
        | Happening::SignedCopy { read: true } => false,
        // A first approval is not delivered: another person has still to look at it.
        Happening::Concluded { to, correction, .. } => {
            correction.is_some() || !matches!(to, State::Submitted | State::Resubmitted)
        }
        Happening::Told { audience, .. } => *audience == Audience::Actor,
        _ => true,
    };
    match (told, &event.by) {
        (false, _) => Sight::Hidden,
        (
            true,
            Some(Author {
                role: Role::Operator,
                ..
            }),
        ) => Sight::Whole,
        (true, _) => Sight::WithoutName,
    }
}

/// All that was sent; of other reviewers nothing that may weigh on an open turn.
fn validators_sight(
    event: &PastEvent,
    reader: &AccountId,
    process: &Process,
    sent: Option<Instant>,
) -> Sight {
    let own = event.by.as_ref().is_some_and(|it| it.account == *reader);
    match &event.what {
        Happening::Marked {
            section, version, ..
        } if !own && is_mark_in_force(process, *section, *version) => Sight::Hidden,
        Happening::Concluded { to, correction, .. }
            if !own
                && correction.is_none()
                && matches!(to, State::Submitted | State::Resubmitted)
                && process.first_decision.is_some() =>
        {
            Sight::WithoutName
        }
        // What was not sent is nobody's to judge yet.
        Happening::Saved { .. } if sent.is_none_or(|sent| event.at > sent) => Sight::Hidden,
        // Whether answers count in totals is no business of a review.
        Happening::Consented {
            kind: ConsentKind::Statistics,
            ..
        }
        | Happening::SignedCopy { read: true } => Sight::Hidden,
        _ => Sight::Whole,
    }
}
