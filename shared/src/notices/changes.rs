//! What a change of a candidacy's process means for its people.

use super::News;
use crate::lifecycle::{CorrectionEnd, CorrectionState, Process, SectionState, State};
use crate::questionnaire::Section;

/// What is worth telling of the step from `before` to `after`. Nothing of what the people
/// concerned did themselves: a save, a submission, a claim.
#[must_use]
pub fn news(before: &Process, after: &Process) -> Vec<News> {
    let one = |it| vec![it];
    match (before.state, after.state) {
        (State::Published, State::Published) => while_published(before, after),
        (from, to) if from == to => Vec::new(),
        // Whoever leads back from an end tells it with what only they know.
        (from, _) if from.is_end() => Vec::new(),
        (_, State::Observed) => one(News::Observed {
            sections: sections_turned(before, after, SectionState::Observed),
            approved: sections_turned(before, after, SectionState::Approved),
            ends: after.observation_period.map(|it| it.ends),
        }),
        (_, State::Approved) => one(News::Held {
            from: None,
            withheld: sections_in_state(after, SectionState::Withheld),
        }),
        (_, State::Published) => one(News::Published {
            withheld: sections_in_state(after, SectionState::Withheld),
        }),
        (_, State::Cancelled) => one(News::Cancelled),
        (_, State::Substituted) => one(News::Substituted),
        (State::Registered | State::InCapture, State::Submitted) if after.incomplete => {
            one(News::CaptureEnded {
                missing: after.missing_sections(),
            })
        }
        (State::Observed, State::Resubmitted) => one(returned(before, after)),
        (State::InReview, _) => {
            let sections = sections_turned(before, after, SectionState::Approved);
            if sections.is_empty() {
                Vec::new()
            } else {
                one(News::Approved { sections })
            }
        }
        _ => Vec::new(),
    }
}

/// Back in the queue: because the operator sent it, or because the time was over.
fn returned(before: &Process, after: &Process) -> News {
    let withheld = sections_turned(before, after, SectionState::Withheld);
    if !withheld.is_empty() {
        return News::ObservationEnded { withheld };
    }
    News::AnswersReturned {
        sections: sections_where(before, |it| before.section(it).state.is_under_observation()),
    }
}

fn while_published(before: &Process, after: &Process) -> Vec<News> {
    let mut found = Vec::new();
    let versions = sections_where(after, |it| {
        before.section(it).published_version != after.section(it).published_version
    });
    if !versions.is_empty() {
        found.push(News::NewVersion { sections: versions });
    }
    let paused = sections_turned(before, after, SectionState::Paused);
    if !paused.is_empty() {
        found.push(News::Paused { sections: paused });
    }
    let resumed = sections_where(after, |it| {
        before.section(it).state == SectionState::Paused
            && after.section(it).state == SectionState::Published
    });
    if !resumed.is_empty() {
        found.push(News::Resumed { sections: resumed });
    }
    found.extend(correction(before, after));
    found
}

fn correction(before: &Process, after: &Process) -> Option<News> {
    let was = before.correction.as_ref().map(|it| it.state);
    let Some(is) = &after.correction else {
        return was.and_then(|_| correction_ended(after));
    };
    let sections = || is.sections.clone();
    match (was, is.state) {
        (None, CorrectionState::Requested) => Some(News::CorrectionRequested {
            sections: sections(),
        }),
        (Some(CorrectionState::Requested), CorrectionState::Open) => Some(News::CorrectionOpened {
            sections: sections(),
            ends: is.period.map(|it| it.ends),
        }),
        (Some(CorrectionState::Open), CorrectionState::Sent) => Some(News::CorrectionSent {
            sections: sections_turned(before, after, SectionState::UnderReview),
        }),
        _ => None,
    }
}

/// A correction that was published is told as a new version.
fn correction_ended(after: &Process) -> Option<News> {
    let ended = after.ended_correction.as_ref()?;
    let sections = ended.sections.clone();
    match ended.how {
        CorrectionEnd::Published => None,
        CorrectionEnd::Refused => Some(News::CorrectionRefused { sections }),
        CorrectionEnd::Expired => Some(News::CorrectionExpired { sections }),
        CorrectionEnd::Observed => Some(News::CorrectionObserved {
            sections: ended.observed.iter().map(|it| it.section).collect(),
        }),
        CorrectionEnd::Void => Some(News::CorrectionClosed),
    }
}

/// The sections that came into this state.
fn sections_turned(before: &Process, after: &Process, state: SectionState) -> Vec<Section> {
    sections_where(after, |it| {
        before.section(it).state != state && after.section(it).state == state
    })
}

fn sections_in_state(process: &Process, state: SectionState) -> Vec<Section> {
    sections_where(process, |it| process.section(it).state == state)
}

fn sections_where(process: &Process, wanted: impl Fn(Section) -> bool) -> Vec<Section> {
    process
        .sections
        .keys()
        .copied()
        .filter(|it| wanted(*it))
        .collect()
}
