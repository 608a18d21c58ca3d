use super::*;
use crate::lifecycle::{Decision, FirstDecision, Process, SectionState, Verdict, Who};

fn account(n: u8) -> AccountId {
    format!("0196a3c0-0000-7000-8000-00000000000{n}")
        .parse()
        .unwrap()
}

fn at(minute: i64) -> Instant {
    Instant::default() + chrono::Duration::minutes(minute)
}

fn by(n: u8, role: Role) -> Option<Author> {
    Some(Author {
        account: account(n),
        name: format!("Persona {n}"),
        role,
    })
}

fn event(minute: i64, author: Option<Author>, what: Happening) -> PastEvent {
    PastEvent {
        at: at(minute),
        by: author,
        what,
    }
}

fn read(events: &[PastEvent], n: u8, role: Role, process: &Process) -> Vec<String> {
    let account = account(n);
    let who = Who {
        account: &account,
        role,
        session: None,
    };
    timeline(events.to_vec(), who, process)
        .into_iter()
        .map(|it| {
            let by = it.by.map(|it| format!(" [{it}]")).unwrap_or_default();
            let text = it.text.map(|it| format!(" ({it})")).unwrap_or_default();
            format!("{}{text}{by}", it.title)
        })
        .collect()
}

/// The first of two reviewers observed nothing and concluded; the second is to look at it.
fn waiting_for_the_second() -> Process {
    let mut process = Process::registered();
    process.state = State::Submitted;
    process.first_decision = Some(FirstDecision {
        by: account(1),
        at: at(4),
    });
    let it = process.sections.get_mut(&Section::Motivation).unwrap();
    it.state = SectionState::UnderReview;
    it.version = 2;
    it.decisions.push(Decision {
        by: account(1),
        at: at(3),
        version: 2,
        verdict: Verdict::Approve,
    });
    process
}

fn marked(ground: Option<Ground>) -> Happening {
    Happening::Marked {
        section: Section::Motivation,
        version: 2,
        ground,
    }
}

fn first_turn() -> Vec<PastEvent> {
    vec![
        event(1, by(9, Role::Operator), Happening::Sent { again: false }),
        event(2, by(1, Role::Validator), Happening::Claimed),
        event(
            3,
            by(1, Role::Validator),
            marked(Some(Ground::SexistLanguage)),
        ),
        event(3, by(1, Role::Validator), marked(None)),
        event(
            4,
            by(1, Role::Validator),
            Happening::Concluded {
                to: State::Submitted,
                observed: Vec::new(),
                correction: None,
            },
        ),
    ]
}

#[test]
fn no_other_reviewer_reads_a_mark_before_it_is_delivered() {
    let process = waiting_for_the_second();
    let second = read(&first_turn(), 2, Role::Validator, &process).join("\n");
    assert!(!second.contains("marcó"), "{second}");
    assert!(!second.contains("sexista"), "{second}");
    assert!(second.contains("primera revisión"), "{second}");
    let own = read(&first_turn(), 1, Role::Validator, &process).join("\n");
    assert!(own.contains("sexista"), "{own}");
    let admin = read(&first_turn(), 3, Role::Admin, &process).join("\n");
    assert!(
        admin.contains("sexista") && admin.contains("Persona 1"),
        "{admin}"
    );
}

#[test]
fn once_the_section_is_decided_for_good_every_reviewer_reads_the_marks() {
    let mut process = waiting_for_the_second();
    let it = process.sections.get_mut(&Section::Motivation).unwrap();
    it.state = SectionState::Published;
    process.state = State::Published;
    process.first_decision = None;
    let second = read(&first_turn(), 2, Role::Validator, &process).join("\n");
    assert!(
        second.contains("Se marcó como aprobada [Persona 1]"),
        "{second}"
    );
}

#[test]
fn an_operator_reads_what_was_delivered_and_no_name_of_the_institute() {
    let process = waiting_for_the_second();
    let mut events = first_turn();
    events.push(event(
        6,
        by(2, Role::Validator),
        Happening::Observed {
            section: Section::Motivation,
            version: 2,
            ground: Ground::DoesNotAnswer,
            reason: "No dice por qué.".into(),
        },
    ));
    events.push(event(
        7,
        None,
        Happening::Told {
            audience: Audience::Reviewers,
            title: "Para validación".into(),
            text: String::new(),
        },
    ));
    events.push(event(
        8,
        by(3, Role::Admin),
        Happening::Extended {
            ends: Some(at(9)),
            reason: Some("Falla del servicio".into()),
        },
    ));
    let own = read(&events, 9, Role::Operator, &process);
    let all = own.join("\n");
    assert_eq!(own.len(), 3, "{all}");
    assert!(own[2].contains("[Persona 9]"), "{all}");
    assert!(own[1].contains("No dice por qué."), "{all}");
    for hidden in [
        "Persona 1",
        "Persona 2",
        "Persona 3",
        "primera",
        "Falla",
        "tomó",
    ] {
        assert!(!all.contains(hidden), "{hidden}: {all}");
    }
}

#[test]
fn what_was_not_sent_yet_is_for_its_operator_alone() {
    let saved = |minute| {
        event(
            minute,
            by(9, Role::Operator),
            Happening::Saved {
                section: Section::Identity,
                version: 1,
            },
        )
    };
    let sent = event(2, by(9, Role::Operator), Happening::Sent { again: false });
    let process = Process::registered();
    assert_eq!(read(&[saved(1)], 2, Role::Validator, &process).len(), 0);
    let all = [saved(1), sent, saved(3)];
    assert_eq!(read(&all, 2, Role::Validator, &process).len(), 2);
    assert_eq!(read(&all, 9, Role::Operator, &process).len(), 3);
    assert_eq!(read(&all, 3, Role::Admin, &process).len(), 3);
}

#[test]
fn the_roles_without_content_read_nothing() {
    let process = waiting_for_the_second();
    for role in [Role::Observer, Role::Technician] {
        assert_eq!(read(&first_turn(), 4, role, &process).len(), 0);
    }
}

/// One of each thing that can happen.
fn one_of_each() -> Vec<Happening> {
    let mut all = one_of_each_step();
    all.extend(
        [Audience::Actor, Audience::Validators].map(|audience| Happening::Told {
            audience,
            title: "Aviso".into(),
            text: "Algo pasó.".into(),
        }),
    );
    all.extend(ConsentKind::ALL.iter().map(|kind| Happening::Consented {
        kind: *kind,
        granted: true,
    }));
    all.extend(
        [
            CorrectionStep::Requested,
            CorrectionStep::Opened,
            CorrectionStep::Refused,
            CorrectionStep::Sent,
        ]
        .map(Happening::Correction),
    );
    all
}

fn one_of_each_step() -> Vec<Happening> {
    let section = Section::Motivation;
    vec![
        Happening::Registered,
        Happening::Saved {
            section,
            version: 1,
        },
        Happening::Sent { again: true },
        Happening::Claimed,
        Happening::Released,
        marked(None),
        Happening::Concluded {
            to: State::Observed,
            observed: vec![section],
            correction: None,
        },
        Happening::Observed {
            section,
            version: 2,
            ground: Ground::DoesNotAnswer,
            reason: "No responde.".into(),
        },
        Happening::Answered {
            section: Some(section),
        },
        Happening::Switched {
            paused: true,
            section: Some(section),
            basis: Some("Acuerdo 4".into()),
        },
        Happening::Ended {
            state: State::Cancelled,
            acuerdo: Some("Acuerdo 5".into()),
        },
        Happening::Remedied {
            how: Remedied::Reopened,
            reference: Some("JDC-1/2027".into()),
        },
        Happening::PublicationMoved,
        Happening::Extended {
            ends: Some(at(1)),
            reason: Some("Falla".into()),
        },
        Happening::SignedCopy { read: false },
        Happening::SignedCopy { read: true },
        Happening::Paper {
            asks: PaperRequestKind::Access,
            dated: crate::time::local_date(at(1)),
            reference: "Oficialía 7".into(),
        },
        Happening::Receipt {
            kind: ReceiptKind::Submission,
            code: "ABCD".into(),
            annulled: None,
        },
    ]
}

#[test]
fn whatever_the_institute_does_no_operator_reads_who_did_it() {
    let process = waiting_for_the_second();
    for (n, role) in [(1, Role::Validator), (3, Role::Admin)] {
        let events: Vec<_> = one_of_each()
            .into_iter()
            .map(|what| event(1, by(n, role), what))
            .collect();
        let told = read(&events, 9, Role::Operator, &process).join("\n");
        assert!(!told.contains("Persona"), "{told}");
        for hidden in [
            "tomó",
            "soltó",
            "marcó",
            "consultó",
            "a validación",
            "Falla",
        ] {
            assert!(!told.contains(hidden), "{hidden}: {told}");
        }
    }
}

#[test]
fn a_reviewer_reads_nothing_of_what_answers_count_in_totals() {
    let process = waiting_for_the_second();
    let events: Vec<_> = one_of_each()
        .into_iter()
        .map(|what| event(1, by(9, Role::Operator), what))
        .collect();
    let told = read(&events, 2, Role::Validator, &process).join("\n");
    assert!(!told.contains(ConsentKind::Statistics.label()), "{told}");
    assert!(told.contains(ConsentKind::Treatment.label()), "{told}");
    let own = read(&events, 9, Role::Operator, &process).join("\n");
    assert!(own.contains(ConsentKind::Statistics.label()), "{own}");
}
