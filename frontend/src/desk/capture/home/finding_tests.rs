use conoceles_shared::api::standstill::Standstill;

use super::*;

fn candidacy(name: &str, state: State, missing: &[Section]) -> CandidacySummary {
    CandidacySummary {
        publishes_at: None,
        id: "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b".parse().unwrap(),
        name: name.into(),
        office_label: "Presidencia municipal".into(),
        territory_name: "Tecámac".into(),
        role_label: "Propietaria".into(),
        state,
        deadline: None,
        percent: 100 - 10 * u8::try_from(missing.len()).unwrap(),
        missing: missing.to_vec(),
        observed: Vec::new(),
        photo: None,
        opens: None,
        standstill: None,
        seat: Default::default(),
    }
}

fn stopped(name: &str, state: State) -> CandidacySummary {
    let since = "2026-12-01T18:00:00Z".parse().unwrap();
    CandidacySummary {
        standstill: Some(Standstill { since, paper: None }),
        ..candidacy(name, state, &[Section::Photo])
    }
}

#[test]
fn what_a_revocation_holds_up_asks_for_nothing() {
    for state in [State::Observed, State::InCapture, State::Published] {
        let it = stopped("Norma Elizalde", state);
        assert_eq!(Group::of(&it), Group::Rest, "{state:?}");
        assert!(missing(&it).is_empty(), "{state:?}");
        for pending in [Pending::Observed, Pending::Missing] {
            let wanted = Wanted {
                pending,
                ..Wanted::default()
            };
            assert!(wanted.among(&[it.clone().into()]).is_empty(), "{state:?}");
        }
    }
}

#[test]
fn a_correction_that_runs_is_attended_to_before_what_is_only_public() {
    let mut it = candidacy("Norma Elizalde", State::Published, &[]);
    assert_eq!(Group::of(&it), Group::Rest);
    it.deadline = Some("2026-12-04T05:59:59Z".parse().unwrap());
    assert_eq!(Group::of(&it), Group::Correcting);
}

fn some() -> Vec<CandidacySummary> {
    vec![
        candidacy(
            "José Ángel Núñez",
            State::InCapture,
            &[Section::Photo, Section::Contact],
        ),
        candidacy("Norma Elizalde", State::Observed, &[]),
        // Sent by the end of the period: nothing can be added.
        candidacy("Rocío Zepeda", State::Submitted, &[Section::Photo]),
        candidacy("Alma Trujeque", State::Registered, &[Section::Photo]),
    ]
}

fn found(wanted: &Wanted) -> Vec<String> {
    let all: Vec<Findable> = some().into_iter().map(Findable::from).collect();
    let found = wanted.among(&all);
    found.into_iter().map(|it| it.name).collect()
}

#[test]
fn words_are_found_in_any_order_whatever_their_accents() {
    let words = |words: &str| {
        found(&Wanted {
            words: words.into(),
            ..Wanted::default()
        })
    };
    assert_eq!(words("nunez  jose"), ["José Ángel Núñez"]);
    assert_eq!(words("TECAMAC rocío"), ["Rocío Zepeda"]);
    assert!(words("rocío elizalde").is_empty());
    assert_eq!(words("  ").len(), 4);
}

#[test]
fn filters_narrow_each_other() {
    let missing = Wanted {
        pending: Pending::from_code("missing"),
        ..Wanted::default()
    };
    assert_eq!(found(&missing), ["José Ángel Núñez", "Alma Trujeque"]);
    let both = Wanted {
        state: Some(State::Registered),
        ..missing
    };
    assert_eq!(found(&both), ["Alma Trujeque"]);
    let observed = Wanted {
        pending: Pending::from_code("observed"),
        ..Wanted::default()
    };
    assert_eq!(found(&observed), ["Norma Elizalde"]);
    let contact = Wanted {
        pending: Pending::from_code("contact"),
        ..Wanted::default()
    };
    assert_eq!(found(&contact), ["José Ángel Núñez"]);
    assert_eq!(Pending::from_code("nada"), Pending::Any);
}

#[test]
fn totals_count_what_is_there() {
    let all = some();
    assert_eq!(
        by_section(&all),
        [(Section::Photo, 2), (Section::Contact, 1)]
    );
    let states: usize = by_state(&all).iter().map(|(_, n)| n).sum();
    assert_eq!(states, all.len());
    assert_eq!(percent(&all), 90);
    assert_eq!(percent(&[]), 100);
}

#[test]
fn each_candidacy_stands_in_one_group_in_the_order_of_all() {
    let all = some();
    let names = |group: Group| {
        let own = group.among(&all);
        own.into_iter().map(|it| it.name).collect::<Vec<_>>()
    };
    assert_eq!(names(Group::Observed), ["Norma Elizalde"]);
    assert_eq!(
        names(Group::Unfinished),
        ["José Ángel Núñez", "Alma Trujeque"]
    );
    assert_eq!(names(Group::Rest), ["Rocío Zepeda"]);
}

#[test]
fn of_the_observed_whose_time_ends_first_is_first() {
    let until = |name, day: u32| CandidacySummary {
        deadline: Some(format!("2026-12-{day:02}T05:59:59Z").parse().unwrap()),
        ..candidacy(name, State::Observed, &[])
    };
    let all = [until("Alma", 9), until("Berta", 4), until("Carmen", 9)];
    let names: Vec<_> = Group::Observed
        .among(&all)
        .into_iter()
        .map(|it| it.name)
        .collect();
    assert_eq!(names, ["Berta", "Alma", "Carmen"]);
}
