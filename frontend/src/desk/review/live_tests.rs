use conoceles_shared::api::admin::Registration;
use conoceles_shared::catalogues::{Office, Role, Sex};
use conoceles_shared::election::TerritoryKind;
use conoceles_shared::lifecycle::{SectionState, State, Verdict};
use conoceles_shared::questionnaire::Limits;
use conoceles_shared::time::Instant;

use super::*;

fn registration() -> Registration {
    Registration {
        given_names: "Ana".into(),
        first_surname: "Peña".into(),
        second_surname: None,
        nickname: None,
        age: Some(40),
        sex: Sex::Woman,
        office: Office::Governorship,
        territory_kind: TerritoryKind::State,
        territory_code: "15".into(),
        list_position: None,
        role: Role::Titular,
        affirmative_actions: Vec::new(),
    }
}

fn section_with(decision: Option<Verdict>) -> DeskSection {
    DeskSection {
        section: Section::Motivation,
        state: SectionState::UnderReview,
        version: 1,
        sha256: String::new(),
        content: None,
        saved_at: None,
        published: None,
        judged: None,
        handled: Vec::new(),
        to_decide: true,
        unreviewed: false,
        own_decision: decision,
        observation: None,
        findings: Vec::new(),
        warnings: Vec::new(),
        earlier_photos: Vec::new(),
    }
}

/// The first turn of two on a candidacy with one section.
fn desk(state: State, decision: Option<Verdict>) -> Desk {
    Desk {
        id: "0196a3c0-0000-7000-8000-000000000000".parse().unwrap(),
        now: Instant::default(),
        election: "0196a3c0-0000-7000-8000-000000000001".parse().unwrap(),
        election_name: String::new(),
        drill: false,
        actor_name: String::new(),
        registration: registration(),
        territory_name: String::new(),
        state,
        publishes_at: None,
        claim_expires: None,
        claim_refusal: None,
        correction: None,
        consent_revoked: None,
        papers: Vec::new(),
        four_eyes: true,
        second_turn: false,
        incomplete: false,
        signed_consents: Vec::new(),
        signed_consent_required: false,
        limits: Limits::default(),
        sections: vec![section_with(decision)],
    }
}

fn observed() -> Option<Verdict> {
    Some(Verdict::Observe {
        ground: Ground::DoesNotAnswer,
        reason: "No dice los plazos de la meta.".into(),
    })
}

#[test]
fn a_first_turn_never_says_that_it_publishes() {
    let of = |decision| outcome(&desk(State::InReview, decision));
    assert_eq!(of(None), Outcome::Undecided(1));
    assert_eq!(of(observed()), Outcome::Observe(1));
    assert_eq!(of(Some(Verdict::Approve)), Outcome::FirstApproval);
    let second = Desk {
        second_turn: true,
        ..desk(State::InReview, Some(Verdict::Approve))
    };
    assert_eq!(outcome(&second), Outcome::Publish);
    let unsigned = Desk {
        signed_consent_required: true,
        ..second
    };
    assert_eq!(outcome(&unsigned), Outcome::LacksSignedConsent);
    // The first of two approvals is not held up.
    let first = Desk {
        second_turn: false,
        ..unsigned
    };
    assert_eq!(outcome(&first), Outcome::FirstApproval);
}

#[test]
fn one_person_publishes_a_correction_or_keeps_what_is_published() {
    let of = |decision| outcome(&desk(State::Published, decision));
    assert_eq!(of(Some(Verdict::Approve)), Outcome::Publish);
    assert_eq!(of(observed()), Outcome::Keep);
}

#[test]
fn what_is_approved_before_its_date_is_held() {
    let at = Instant::default();
    let mut second = desk(State::InReview, Some(Verdict::Approve));
    second.second_turn = true;
    second.publishes_at = Some(at);
    assert_eq!(outcome(&second), Outcome::Hold(at));
    second.signed_consent_required = true;
    assert_eq!(outcome(&second), Outcome::LacksSignedConsent);
    let mut first = desk(State::InReview, Some(Verdict::Approve));
    first.publishes_at = Some(at);
    assert_eq!(
        outcome(&first),
        Outcome::FirstApproval,
        "nothing is settled yet"
    );
}

#[test]
fn after_the_last_section_comes_the_first_one_that_is_undecided() {
    let mut desk = desk(State::InReview, None);
    let other = |section, decision| DeskSection {
        section,
        ..section_with(decision)
    };
    desk.sections = vec![
        other(Section::Photo, None),
        other(Section::Contact, Some(Verdict::Approve)),
        other(Section::Motivation, None),
    ];
    assert_eq!(
        next_undecided(&desk, Section::Photo),
        Some(Section::Motivation)
    );
    assert_eq!(
        next_undecided(&desk, Section::Motivation),
        Some(Section::Photo)
    );
    assert_eq!(neighbour(&desk, Section::Photo, 1), Some(Section::Contact));
    assert_eq!(neighbour(&desk, Section::Photo, -1), None);
    assert_eq!(neighbour(&desk, Section::Motivation, 1), None);
    for it in &mut desk.sections {
        it.own_decision = Some(Verdict::Approve);
    }
    assert_eq!(next_undecided(&desk, Section::Contact), None);
}
