//! What may be done, and what is worth trying where a candidacy stands.

use conoceles_shared::ids::AccountId;
use conoceles_shared::lifecycle::{CorrectionState, Process, SectionState, State};
use conoceles_shared::questionnaire::{ConsentKind, Section};
use rand::Rng as _;
use rand::seq::IndexedRandom as _;
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};

use super::content;

/// One step of somebody's. `who` is one of the two validators.
#[derive(Debug, Clone)]
pub enum Act {
    Consent {
        kind: ConsentKind,
        granted: bool,
    },
    Save {
        section: Section,
        body: Value,
        stale: bool,
    },
    Answer {
        section: Section,
    },
    Submit,
    RequestCorrection {
        sections: Vec<Section>,
    },
    SendCorrection,
    Claim {
        who: usize,
    },
    Release {
        who: usize,
    },
    Decide {
        who: usize,
        section: Section,
        observe: bool,
        outdated: bool,
    },
    Conclude {
        who: usize,
    },
    OpenCorrection {
        who: usize,
    },
    RefuseCorrection {
        who: usize,
    },
    Pause {
        who: usize,
        section: Section,
    },
    Resume {
        who: usize,
        section: Section,
    },
    Cancel,
    Substitute,
    /// An operator of another actor tries what the own one may.
    Stranger {
        section: Section,
    },
    /// An operator tries to review, a validator to end it.
    WrongRole {
        who: usize,
    },
    /// Time passes, and everyone signs in again.
    Wait {
        seconds: u64,
    },
}

const MINUTES: [u64; 3] = [5 * 60, 31 * 60, 95 * 60];
const DAYS: [u64; 3] = [86_400, 2 * 86_400, 6 * 86_400];

/// What is worth trying mostly, and now and then anything at all.
pub fn choose(process: &Process, validators: &[AccountId; 2], dice: &mut ChaCha8Rng) -> Act {
    match dice.random_range(0..1000) {
        0..8 => Act::Wait {
            seconds: *MINUTES.choose(dice).unwrap(),
        },
        8..11 => Act::Wait {
            seconds: *DAYS.choose(dice).unwrap(),
        },
        11..14 => Act::Cancel,
        14..16 => Act::Substitute,
        16..180 => anything(dice),
        _ => useful(process, validators, dice),
    }
}

fn any_section(dice: &mut ChaCha8Rng) -> Section {
    *Section::REVIEWABLE.choose(dice).unwrap()
}

/// One of the sections in one of these states, if there is any.
fn section_in(
    process: &Process,
    states: &[SectionState],
    dice: &mut ChaCha8Rng,
) -> Option<Section> {
    let all: Vec<_> = Section::REVIEWABLE
        .iter()
        .copied()
        .filter(|it| states.contains(&process.section(*it).state))
        .collect();
    all.choose(dice).copied()
}

fn anything(dice: &mut ChaCha8Rng) -> Act {
    let who = dice.random_range(0..2);
    let section = any_section(dice);
    match dice.random_range(0..16) {
        0 => consent(dice),
        1 | 2 => save(section, dice),
        3 => Act::Answer { section },
        4 => Act::Submit,
        5 => Act::RequestCorrection {
            sections: vec![section],
        },
        6 => Act::SendCorrection,
        7 => Act::Claim { who },
        8 => Act::Release { who },
        9 => decide(who, section, dice),
        10 => Act::Conclude { who },
        11 => Act::OpenCorrection { who },
        12 => Act::RefuseCorrection { who },
        13 => Act::Pause { who, section },
        14 => Act::Resume { who, section },
        _ if dice.random_bool(0.5) => Act::Stranger { section },
        _ => Act::WrongRole { who },
    }
}

fn useful(process: &Process, validators: &[AccountId; 2], dice: &mut ChaCha8Rng) -> Act {
    use SectionState as S;
    let who = dice.random_range(0..2);
    match process.state {
        State::Registered => Act::Consent {
            kind: ConsentKind::Treatment,
            granted: true,
        },
        State::InCapture => match section_in(process, &[S::Empty, S::InProgress], dice) {
            Some(section) if dice.random_bool(0.9) => save(section, dice),
            _ if dice.random_bool(0.3) => consent(dice),
            _ => Act::Submit,
        },
        State::Submitted | State::Resubmitted => Act::Claim { who },
        State::InReview => {
            let holder = process.claim.as_ref().map(|it| &it.by);
            turn(process, holder, validators, dice)
        }
        State::Observed => match section_in(process, &[S::Observed], dice) {
            Some(section) if dice.random_bool(0.4) => Act::Answer { section },
            Some(section) if dice.random_bool(0.8) => save(section, dice),
            _ => Act::Submit,
        },
        State::Published => published(process, (who, validators), dice),
        State::Approved | State::Substituted | State::Cancelled | State::Closed => anything(dice),
    }
}

fn published(
    process: &Process,
    (who, validators): (usize, &[AccountId; 2]),
    dice: &mut ChaCha8Rng,
) -> Act {
    use SectionState as S;
    let Some(correction) = &process.correction else {
        let section = any_section(dice);
        return match dice.random_range(0..4) {
            0 => Act::Pause { who, section },
            1 => match section_in(process, &[S::Paused], dice) {
                Some(section) => Act::Resume { who, section },
                None => Act::Pause { who, section },
            },
            _ => Act::RequestCorrection {
                sections: vec![section, any_section(dice)],
            },
        };
    };
    match correction.state {
        CorrectionState::Requested if dice.random_bool(0.15) => Act::RefuseCorrection { who },
        CorrectionState::Requested => Act::OpenCorrection { who },
        CorrectionState::Open if dice.random_bool(0.6) => {
            save(*correction.sections.choose(dice).unwrap(), dice)
        }
        CorrectionState::Open => Act::SendCorrection,
        CorrectionState::Sent => Act::Claim { who },
        CorrectionState::Claimed => turn(process, correction.claimed_by.as_ref(), validators, dice),
    }
}

/// Whoever holds the turn decides what they have not decided, then ends it; now and then it is the
/// other one who tries.
fn turn(
    process: &Process,
    holder: Option<&AccountId>,
    validators: &[AccountId; 2],
    dice: &mut ChaCha8Rng,
) -> Act {
    let held_by = validators.iter().position(|it| Some(it) == holder);
    let holds = held_by.unwrap_or_default();
    let who = if dice.random_bool(0.93) {
        holds
    } else {
        1 - holds
    };
    if dice.random_bool(0.02) {
        return Act::Release { who };
    }
    let open: Vec<_> = Section::REVIEWABLE
        .iter()
        .copied()
        .filter(|it| process.section(*it).state == SectionState::UnderReview)
        .filter(|it| process.decision_of(*it, &validators[holds]).is_none())
        .collect();
    match open.choose(dice) {
        Some(section) if dice.random_bool(0.97) => decide(who, *section, dice),
        _ => Act::Conclude { who },
    }
}

fn consent(dice: &mut ChaCha8Rng) -> Act {
    let kinds = [
        ConsentKind::Treatment,
        ConsentKind::IdentityPublication,
        ConsentKind::Statistics,
    ];
    Act::Consent {
        kind: *kinds.choose(dice).unwrap(),
        // Revoked now and then, so that most walks get far.
        granted: dice.random_bool(0.8),
    }
}

fn decide(who: usize, section: Section, dice: &mut ChaCha8Rng) -> Act {
    Act::Decide {
        who,
        section,
        observe: dice.random_bool(0.04),
        outdated: dice.random_bool(0.05),
    }
}

fn save(section: Section, dice: &mut ChaCha8Rng) -> Act {
    let body = match dice.random_range(0..10) {
        0 => json!({}),
        1 => json!({ "text": content::text(20) }),
        2 => json!({ "nothing": 1 }),
        _ => complete(section, dice),
    };
    Act::Save {
        section,
        body,
        stale: dice.random_bool(0.04),
    }
}

fn complete(section: Section, dice: &mut ChaCha8Rng) -> Value {
    match section {
        Section::Photo => json!({ "not_provided": true, "reason": "No la entregó." }),
        Section::Identity => content::identity(),
        Section::Contact => content::contact(),
        Section::Education => content::education(),
        _ => {
            let number = dice.random_range(0..1_000_000);
            json!({ "text": format!("{number}: {}", content::text(300)) })
        }
    }
}
