use std::collections::BTreeSet;

use chrono::Duration;
use proptest::prelude::*;

use super::*;
use crate::lifecycle::{Process, SectionState, State};
use crate::questionnaire::Completeness;
use crate::time::{Period, end_of_day, local_date, spanish_deadline};

fn now() -> Instant {
    "2026-11-02T18:00:00Z".parse().unwrap()
}

/// A process in this state, all its sections in that one.
fn process(state: State, sections: SectionState) -> Process {
    let mut process = Process::registered();
    process.state = state;
    for it in process.sections.values_mut() {
        it.state = sections;
    }
    process
}

fn with(mut process: Process, section: Section, state: SectionState) -> Process {
    process.sections.get_mut(&section).unwrap().state = state;
    process
}

#[test]
fn observations_name_their_sections_and_their_end() {
    let before = process(State::InReview, SectionState::UnderReview);
    let mut after = process(State::Observed, SectionState::UnderReview);
    after = with(after, Section::Photo, SectionState::Observed);
    after = with(after, Section::Contact, SectionState::Approved);
    let period = Period::natural_days(now(), 5);
    after.observation_period = Some(period);
    let told = news(&before, &after);
    assert_eq!(
        told,
        [News::Observed {
            sections: vec![Section::Photo],
            approved: vec![Section::Contact],
            ends: Some(period.ends),
        }]
    );
    let text = told[0].text();
    assert!(text.contains(&spanish_deadline(period.ends)), "{text}");
}

#[test]
fn what_comes_back_is_told_to_reviewers_and_what_time_ended_to_the_actor() {
    let before = with(
        process(State::Observed, SectionState::Approved),
        Section::Photo,
        SectionState::Answered,
    );
    let sent = with(
        process(State::Resubmitted, SectionState::Approved),
        Section::Photo,
        SectionState::UnderReview,
    );
    let ended = with(sent.clone(), Section::Photo, SectionState::Withheld);
    let sections = vec![Section::Photo];
    let back = news(&before, &sent);
    assert_eq!(
        back,
        [News::AnswersReturned {
            sections: sections.clone()
        }]
    );
    assert_eq!(back[0].audience(), Audience::Reviewers);
    let over = news(&before, &ended);
    assert_eq!(over, [News::ObservationEnded { withheld: sections }]);
    assert_eq!(over[0].audience(), Audience::Actor);
}

#[test]
fn the_end_of_the_period_tells_what_was_left_out() {
    let before = process(State::InCapture, SectionState::Complete);
    let mut after = process(State::Submitted, SectionState::UnderReview);
    for it in after.sections.values_mut() {
        it.completeness = Completeness::Complete;
    }
    assert!(news(&before, &after).is_empty(), "the operator sent it");
    after.incomplete = true;
    after
        .sections
        .get_mut(&Section::Photo)
        .unwrap()
        .completeness = Completeness::Empty;
    let missing = vec![Section::Photo];
    assert_eq!(news(&before, &after), [News::CaptureEnded { missing }]);
}

#[test]
fn pauses_and_new_versions_are_told_apart() {
    let before = process(State::Published, SectionState::Published);
    let paused = with(before.clone(), Section::Photo, SectionState::Paused);
    let sections = || vec![Section::Photo];
    assert_eq!(
        news(&before, &paused),
        [News::Paused {
            sections: sections()
        }]
    );
    assert_eq!(
        news(&paused, &before),
        [News::Resumed {
            sections: sections()
        }]
    );
    let mut corrected = before.clone();
    corrected
        .sections
        .get_mut(&Section::Photo)
        .unwrap()
        .published_version = Some(2);
    assert_eq!(
        news(&before, &corrected),
        [News::NewVersion {
            sections: sections()
        }]
    );
}

#[test]
fn steps_of_no_consequence_are_not_told() {
    for state in State::ALL.iter().copied() {
        let process = process(state, SectionState::UnderReview);
        assert!(news(&process, &process).is_empty(), "{state}");
    }
    let submitted = process(State::Submitted, SectionState::UnderReview);
    let claimed = process(State::InReview, SectionState::UnderReview);
    assert!(news(&submitted, &claimed).is_empty());
    assert!(news(&claimed, &submitted).is_empty());
}

#[test]
fn stored_news_stay_readable() {
    let stored = r#"{"kind":"capture_ending","ends":"2026-11-18T05:59:59Z","unsent":2}"#;
    let read: News = serde_json::from_str(stored).unwrap();
    assert!(read.text().starts_with("Falta enviar 2 candidaturas."));
    assert_eq!(serde_json::to_string(&read).unwrap(), stored);
}

/// One of each kind. The match knows them all: a new one does not compile before it has its place
/// in the row.
fn after(it: &News) -> Option<News> {
    let sections = vec![Section::Photo];
    let ends = now();
    Some(match it {
        News::Observed { .. } => News::Approved { sections },
        News::Approved { .. } => News::Held {
            from: Some(ends),
            withheld: sections,
        },
        News::Held { .. } => News::PublicationMoved { from: ends },
        News::PublicationMoved { .. } => News::Published { withheld: sections },
        News::Published { .. } => News::NewVersion { sections },
        News::NewVersion { .. } => News::Paused { sections },
        News::Paused { .. } => News::Resumed { sections },
        News::Resumed { .. } => News::CorrectionOpened {
            sections,
            ends: Some(ends),
        },
        News::CorrectionOpened { .. } => News::CorrectionRequested { sections },
        News::CorrectionRequested { .. } => News::CorrectionSent { sections },
        News::CorrectionSent { .. } => News::CorrectionRefused { sections },
        News::CorrectionRefused { .. } => News::CorrectionExpired { sections },
        News::CorrectionExpired { .. } => News::CorrectionObserved { sections },
        News::CorrectionObserved { .. } => News::CorrectionEnding { ends },
        News::CorrectionEnding { .. } => News::CorrectionClosed,
        News::CorrectionClosed => paper_of(ends),
        News::PaperRecorded { .. } => News::Cancelled,
        News::Cancelled => News::Substituted,
        News::Substituted => News::CaptureEnded { missing: sections },
        News::CaptureEnded { .. } => News::ObservationEnded { withheld: sections },
        News::ObservationEnded { .. } => News::AnswersReturned { sections },
        News::AnswersReturned { .. } => News::CaptureExtended { ends },
        News::CaptureExtended { .. } => News::AnswersExtended { ends },
        News::AnswersExtended { .. } => News::CorrectionExtended { ends },
        News::CorrectionExtended { .. } => News::CaptureEnding { ends, unsent: 1 },
        News::CaptureEnding { .. } => News::ObservationEnding { ends },
        News::ObservationEnding { .. } => News::PasswordChanged,
        News::PasswordChanged
        | News::CredentialIssued
        | News::RecoveryProposed
        | News::OldestSessionEnded
        | News::WrongCodesEndedSession
        | News::ActProposed { .. }
        | News::AccountSuspended
        | News::AccountReactivated
        | News::ActWaitsAlone { .. }
        | News::OperatorAdded { .. }
        | News::ActorWithdrawn { .. }
        | News::PaperReceiptRecorded { .. }
        | News::FourEyesOff { .. }
        | News::WrongCodesAfterPassword => return after_password(it, ends),
        News::MailGivenUp
        | News::EndingUndone { .. }
        | News::Reopened { .. }
        | News::ReceiptAnnulled { .. }
        | News::RegistrationCorrected { .. }
        | News::ActorCorrected { .. }
        | News::LoginChanged { .. } => return after_mail(it, ends),
    })
}

fn paper_of(at: Instant) -> News {
    News::PaperRecorded {
        asks: PaperRequestKind::Access,
        dated: local_date(at),
        reference: "Oficialía 12".into(),
    }
}

/// What is told of accounts, from the password that was changed.
fn after_password(it: &News, ends: Instant) -> Option<News> {
    Some(match it {
        News::PasswordChanged => News::CredentialIssued,
        News::CredentialIssued => News::RecoveryProposed,
        News::RecoveryProposed => News::OldestSessionEnded,
        News::OldestSessionEnded => News::WrongCodesEndedSession,
        News::WrongCodesEndedSession => News::ActProposed {
            act: "activar una cuenta".to_owned(),
            by: "Persona Uno".to_owned(),
            expires: ends,
        },
        News::ActProposed { .. } => News::AccountSuspended,
        News::AccountSuspended => News::AccountReactivated,
        News::AccountReactivated => News::ActWaitsAlone {
            act: "activar una cuenta".to_owned(),
            by: "Persona Uno".to_owned(),
            from: ends,
            consequences: vec!["La cuenta empieza a funcionar.".to_owned()],
        },
        News::ActWaitsAlone { .. } => News::OperatorAdded {
            login: "captura.otra".to_owned(),
            actor: "Partido Alameda".to_owned(),
            by: "Persona Uno".to_owned(),
        },
        News::OperatorAdded { .. } => News::ActorWithdrawn {
            actor: "Partido Alameda".to_owned(),
        },
        News::ActorWithdrawn { .. } => News::PaperReceiptRecorded {
            received: ends,
            ends,
        },
        News::PaperReceiptRecorded { .. } => News::FourEyesOff {
            election: "Ayuntamientos".to_owned(),
        },
        News::FourEyesOff { .. } => News::WrongCodesAfterPassword,
        News::WrongCodesAfterPassword => News::MailGivenUp,
        _ => return None,
    })
}

/// The rest of the row, from the mail that was given up on.
fn after_mail(it: &News, ends: Instant) -> Option<News> {
    match it {
        News::MailGivenUp => Some(News::EndingUndone {
            public: true,
            ends: Some(ends),
        }),
        News::EndingUndone { .. } => Some(News::Reopened {
            docket: "TEEM/JDC/3/2026".to_owned(),
            starts: ends,
            ends,
            public: true,
        }),
        News::Reopened { .. } => Some(News::ReceiptAnnulled {
            ends: None,
            over: false,
            returned: 2,
        }),
        News::ReceiptAnnulled { .. } => Some(News::RegistrationCorrected {
            reference: "IEEM/CG/120/2027".to_owned(),
            public: true,
        }),
        News::RegistrationCorrected { .. } => Some(News::ActorCorrected {
            name: "Raíz y Rumbo".to_owned(),
        }),
        News::ActorCorrected { .. } => Some(News::LoginChanged {
            login: "captura.raiz".to_owned(),
        }),
        _ => None,
    }
}

#[test]
fn every_kind_of_news_has_its_own_title_and_whole_sentences() {
    let first = News::Observed {
        sections: vec![Section::Photo],
        approved: vec![Section::Contact],
        ends: Some(now()),
    };
    let all: Vec<News> = std::iter::successors(Some(first), after).collect();
    let titles: BTreeSet<&str> = all.iter().map(News::title).collect();
    assert_eq!(titles.len(), all.len(), "no two kinds share a title");
    for it in &all {
        assert!(!it.title().trim().is_empty(), "{it:?}");
        let text = it.text();
        assert!(text.ends_with('.'), "{it:?}: «{text}»");
        let zones = text.matches(crate::time::ZONE_NAME).count();
        assert!(zones <= 1, "whose hour it is is said once: {text}");
        // Told in the source over several lines, read in one.
        assert!(!text.contains("  ") && !text.contains('\n'), "{text}");
    }
}

#[test]
fn what_is_held_tells_its_date() {
    let before = process(State::InReview, SectionState::UnderReview);
    let after = with(
        process(State::Approved, SectionState::Approved),
        Section::Motivation,
        SectionState::Withheld,
    );
    let told: Vec<_> = news(&before, &after)
        .into_iter()
        .map(|it| it.with_publication_date(Some(now())))
        .collect();
    let withheld = vec![Section::Motivation];
    assert_eq!(
        told,
        [News::Held {
            from: Some(now()),
            withheld
        }]
    );
    assert!(told[0].text().contains(&spanish_deadline(now())));
    let published = process(State::Published, SectionState::Published);
    assert_eq!(
        news(&after, &published),
        [News::Published { withheld: vec![] }]
    );
}

#[test]
fn a_period_of_hours_is_told_of_a_day_before_where_it_is_longer() {
    let period = crate::term::Term::Hours { hours: 48 }.period_after(now());
    let due = |hours: i64| reminder_due(&period, now() + Duration::hours(hours));
    assert_eq!((due(0), due(23)), (None, None));
    assert_eq!((due(24), due(47)), (Some(1), Some(1)));
    assert_eq!(due(49), None);
    let day = crate::term::Term::Hours { hours: 24 }.period_after(now());
    assert_eq!(reminder_due(&day, now()), None, "it has just begun");
}

#[test]
fn reminders_come_three_days_and_one_day_before() {
    let period = Period::natural_days(now(), 15);
    let due = |days: i64| reminder_due(&period, now() + Duration::days(days));
    assert_eq!(due(11), None);
    assert_eq!((due(12), due(13)), (Some(3), Some(3)));
    assert_eq!((due(14), due(15)), (Some(1), Some(1)));
    assert_eq!(due(16), None);
    let short = Period::natural_days(now(), 3);
    assert_eq!(reminder_due(&short, now()), None, "it has just begun");
}

proptest! {
    /// Nearer to the end the mark never grows, and nothing is told outside the period.
    #[test]
    fn marks_only_come_nearer(days in 1u16..60, first in 0i64..70 * 24, later in 0i64..70 * 24) {
        let period = Period::natural_days(now(), days);
        let (first, later) = (first.min(later), first.max(later));
        let at = |hours| reminder_due(&period, now() + Duration::hours(hours));
        if let (Some(first), Some(later)) = (at(first), at(later)) {
            prop_assert!(later <= first);
        }
        for hours in [first, later] {
            let moment = now() + Duration::hours(hours);
            if let Some(mark) = at(hours) {
                prop_assert!(period.contains(moment));
                prop_assert!(moment > end_of_day(local_date(period.ends) - Duration::days(mark + 1)));
            }
        }
    }
}
