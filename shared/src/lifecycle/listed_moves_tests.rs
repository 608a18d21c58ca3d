//! The tables of `docs/domain/process.md`, written down a second time on purpose, and whether a move is in
//! them.

use proptest::prelude::*;

use super::*;

/// The table of `docs/domain/process.md#candidacy`, written down a second time on purpose:
/// (from, to).
/// `in_review` also stays while sections are decided; claims are renewed in place.
const CANDIDACY: &[(State, State)] = &[
    (State::Registered, State::InCapture),
    (State::Registered, State::Submitted),
    (State::InCapture, State::Submitted),
    (State::Submitted, State::InReview),
    (State::Resubmitted, State::InReview),
    (State::InReview, State::Submitted),
    (State::InReview, State::Resubmitted),
    (State::InReview, State::Published),
    (State::InReview, State::Approved),
    (State::Approved, State::Published),
    (State::Observed, State::Approved),
    (State::InReview, State::Observed),
    (State::Observed, State::Resubmitted),
    (State::Observed, State::Published),
];

/// The section table: (from, to). Moves among the four draft states are all allowed.
const SECTION: &[(SectionState, SectionState)] = &[
    (SectionState::UnderReview, SectionState::Approved),
    (SectionState::UnderReview, SectionState::Observed),
    (SectionState::Observed, SectionState::Changed),
    (SectionState::Observed, SectionState::Answered),
    (SectionState::Answered, SectionState::Changed),
    (SectionState::Changed, SectionState::UnderReview),
    (SectionState::Answered, SectionState::UnderReview),
    (SectionState::Approved, SectionState::Published),
    (SectionState::UnderReview, SectionState::Published),
    (SectionState::Observed, SectionState::Withheld),
    (SectionState::Changed, SectionState::Withheld),
    (SectionState::Answered, SectionState::Withheld),
    (SectionState::Published, SectionState::Paused),
    (SectionState::Paused, SectionState::Published),
];

fn listed(from: State, to: State) -> bool {
    from == to || CANDIDACY.contains(&(from, to)) || (!from.is_end() && to.is_end())
}

fn section_listed(from: SectionState, to: SectionState, correcting: bool) -> bool {
    use SectionState as S;
    from == to
        || SECTION.contains(&(from, to))
        || (from.is_draft() && (to.is_draft() || to == S::UnderReview))
        || to == S::Blocked
        // A correction: published or withheld sections are edited, and return when it ends.
        || (correcting
            && (matches!(from, S::Published | S::Withheld) && to.is_draft()
                || (from.is_draft() || from == S::UnderReview)
                    && matches!(to, S::Published | S::Withheld | S::Paused)))
}

/// What leads back: (from, to), whatever the sections were.
fn remedy_listed(action: &Action, before: &Process, after: &Process) -> bool {
    let (from, to) = (before.state, after.state);
    let to_capture = matches!(to, State::Registered | State::InCapture);
    match action {
        Action::Reinstate { .. } => {
            matches!(from, State::Cancelled | State::Substituted) && !to.is_end()
        }
        Action::ReturnToCapture { .. } => {
            matches!(from, State::Submitted | State::InReview) && before.incomplete && to_capture
        }
        Action::Reopen { .. } => {
            to_capture || (to == State::Published && after.correction.is_some())
        }
        _ => false,
    }
}

pub(super) fn is_remedy(action: &Action) -> bool {
    matches!(
        action,
        Action::Reinstate { .. } | Action::ReturnToCapture { .. } | Action::Reopen { .. }
    )
}

/// After a remedy: what is public is what it was, nobody holds a turn, and its history says it.
pub(super) fn check_remedy(
    action: &Action,
    before: &Process,
    after: &Process,
) -> Result<(), TestCaseError> {
    prop_assert!(remedy_listed(action, before, after));
    prop_assert_eq!(&after.claim, &None);
    prop_assert_eq!(after.remedies.len(), before.remedies.len() + 1);
    prop_assert!(after.before_end.is_none());
    for section in Section::ALL {
        let (was, is) = (before.section(*section), after.section(*section));
        prop_assert_eq!(
            (was.version, was.sha256),
            (is.version, is.sha256),
            "nothing is lost"
        );
        prop_assert!(is.state != SectionState::Blocked);
    }
    if after.state == State::Published {
        prop_assert_eq!(public_versions(before), public_versions(after));
    }
    Ok(())
}

pub(super) fn check_move(before: &Process, after: &Process) -> Result<(), TestCaseError> {
    prop_assert!(
        listed(before.state, after.state),
        "{} → {}",
        before.state.code(),
        after.state.code()
    );
    let correcting = before.correction.is_some() || after.correction.is_some();
    for section in Section::ALL {
        let (from, to) = (
            before.section(*section).state,
            after.section(*section).state,
        );
        prop_assert!(
            section_listed(from, to, correcting),
            "{}: {} → {}",
            section.code(),
            from.code(),
            to.code()
        );
    }
    Ok(())
}

/// The versions that the public sees.
pub(super) fn public_versions(process: &Process) -> Vec<Option<u32>> {
    let sections = process.sections.values();
    sections.map(|it| it.published_version).collect()
}
