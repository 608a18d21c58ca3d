use super::*;
use crate::api::admin::Registration;
use crate::lifecycle::{BeforeEnd, Process, SectionState, State};
use crate::questionnaire::{Completeness, Section};

fn registration() -> Registration {
    serde_json::from_str(
        r#"{"given_names": "Ana", "first_surname": "Ruiz", "sex": "woman", "office": "deputy_mr",
            "territory_kind": "local_district", "territory_code": "33", "role": "titular"}"#,
    )
    .unwrap()
}

fn facts(process: &Process, observed: bool) -> CandidacyFacts {
    let actor = "00000000-0000-7000-8000-000000000001".parse().unwrap();
    CandidacyFacts::of(&registration(), &actor, process, true, observed)
}

fn counted(of: &CandidacyFacts) -> Vec<&'static str> {
    let all = Measure::ALL.iter().filter(|it| it.holds(of));
    all.map(|it| it.code()).collect()
}

fn with(state: State, completeness: Completeness, section: SectionState) -> Process {
    let mut process = Process::registered();
    process.state = state;
    for it in process.sections.values_mut() {
        it.completeness = completeness;
        it.state = section;
    }
    process
}

#[test]
fn every_candidacy_that_counts_is_in_one_group_of_each_kind() {
    let kinds = [
        [Measure::InCapture, Measure::InReview, Measure::Published],
        [
            Measure::CurricularComplete,
            Measure::CurricularPartial,
            Measure::CurricularNothing,
        ],
        [
            Measure::IdentityComplete,
            Measure::IdentityPartial,
            Measure::IdentityNothing,
        ],
    ];
    for state in State::ALL {
        for completeness in [
            Completeness::Empty,
            Completeness::InProgress,
            Completeness::Complete,
        ] {
            for section in SectionState::ALL {
                let of = facts(&with(*state, completeness, *section), false);
                for kind in kinds {
                    let holding = kind.iter().filter(|it| it.holds(&of)).count();
                    assert_eq!(
                        holding,
                        usize::from(of.counts()),
                        "{state} {section} {kind:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn what_an_acuerdo_ended_is_not_in_the_denominator() {
    let substituted = with(
        State::Substituted,
        Completeness::Complete,
        SectionState::Blocked,
    );
    assert_eq!(counted(&facts(&substituted, true)), ["substituted"]);
    let cancelled = with(
        State::Cancelled,
        Completeness::Complete,
        SectionState::Blocked,
    );
    assert_eq!(counted(&facts(&cancelled, true)), ["cancelled"]);
}

#[test]
fn closing_changes_no_figure() {
    let mut published = with(
        State::Published,
        Completeness::Complete,
        SectionState::Published,
    );
    published.submitted_at = Some("2027-05-01T00:00:00Z".parse().unwrap());
    published.published_at = Some("2027-05-09T00:00:00Z".parse().unwrap());
    if let Some(photo) = published.sections.get_mut(&Section::Photo) {
        photo.state = SectionState::Paused;
    }
    let mut closed = published.clone();
    closed.state = State::Closed;
    for it in closed.sections.values_mut() {
        it.state = SectionState::Blocked;
    }
    closed.before_end = Some(Box::new(BeforeEnd {
        at: "2027-06-07T00:00:00Z".parse().unwrap(),
        process: published.clone(),
    }));
    let (before, after) = (facts(&published, true), facts(&closed, true));
    assert_eq!(counted(&before), counted(&after));
    assert!(Measure::Paused.holds(&after) && Measure::Mended.holds(&after));
}

#[test]
fn what_was_observed_is_mended_once_it_was_sent_again() {
    let observed = with(
        State::Observed,
        Completeness::Complete,
        SectionState::Changed,
    );
    assert!(!Measure::Mended.holds(&facts(&observed, true)));
    let sent = with(
        State::Resubmitted,
        Completeness::Complete,
        SectionState::UnderReview,
    );
    assert!(Measure::Mended.holds(&facts(&sent, true)));
    assert!(
        !Measure::Mended.holds(&facts(&sent, false)),
        "never observed"
    );
    let late = with(
        State::Published,
        Completeness::Complete,
        SectionState::Withheld,
    );
    assert!(
        !Measure::Mended.holds(&facts(&late, true)),
        "never answered"
    );
}
