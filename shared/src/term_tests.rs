//! Days end with their day, hours to the second.

use chrono::Timelike;
use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::time::local;

fn utc(text: &str) -> Instant {
    text.parse().unwrap()
}

#[test]
fn hours_run_from_the_moment_to_the_second() {
    let period = Term::Hours { hours: 72 }.period_after(utc("2024-05-15T18:31:20.750Z"));
    assert_eq!(period.ends, utc("2024-05-18T18:31:20Z"));
    assert!(!period.is_over(utc("2024-05-18T18:31:20.999Z")));
    assert!(period.is_over(utc("2024-05-18T18:31:21Z")));
}

#[test]
fn a_plain_number_is_days() {
    let read = |value| serde_json::from_value::<Term>(value);
    assert_eq!(read(json!(15)).unwrap(), Term::Days(15));
    assert_eq!(
        read(json!({"hours": 72})).unwrap(),
        Term::Hours { hours: 72 }
    );
    assert_eq!(serde_json::to_value(Term::Days(15)).unwrap(), json!(15));
    for wrong in [
        json!("15"),
        json!({"days": 3}),
        json!({"hours": 3, "days": 1}),
        json!(-1),
        json!(1.5),
    ] {
        assert!(read(wrong.clone()).is_err(), "{wrong}");
    }
}

#[test]
fn each_unit_has_its_range() {
    for (term, fits) in [
        (Term::Days(0), false),
        (Term::Days(1), true),
        (Term::Days(90), true),
        (Term::Days(91), false),
        (Term::Hours { hours: 0 }, false),
        (Term::Hours { hours: 91 }, true),
        (Term::Hours { hours: 2160 }, true),
        (Term::Hours { hours: 2161 }, false),
    ] {
        assert_eq!(term_in_range(&term).is_ok(), fits, "{term:?}");
    }
}

#[test]
fn a_term_is_named_as_people_say_it() {
    let named: Vec<_> = [
        Term::Days(1),
        Term::Days(15),
        Term::Hours { hours: 1 },
        Term::Hours { hours: 72 },
    ]
    .into_iter()
    .map(Term::label)
    .collect();
    assert_eq!(
        named,
        ["1 día natural", "15 días naturales", "1 hora", "72 horas"]
    );
}

#[test]
fn a_whole_first_day_counts_where_a_date_begins_it() {
    let from = Term::Days(15).period_from(utc("2027-03-01T06:00:00Z"));
    assert_eq!(from.ends, utc("2027-03-16T05:59:59Z"), "15 March, 23:59:59");
    assert_eq!(from.days(), 15);
    let within = Term::Days(15).period_from(utc("2027-03-01T18:00:00Z"));
    assert_eq!(
        within.ends,
        utc("2027-03-17T05:59:59Z"),
        "16 March: the day had begun"
    );
    let hours = Term::Hours { hours: 24 }.period_from(utc("2027-03-01T06:00:00Z"));
    assert_eq!(hours.ends, utc("2027-03-02T06:00:00Z"));
}

#[test]
fn the_day_of_an_acuerdo_is_not_counted() {
    let day = "2027-03-01".parse().unwrap();
    assert_eq!(
        Term::Days(5).ends_after_day(day),
        utc("2027-03-07T05:59:59Z")
    );
    let hours = Term::Hours { hours: 24 }.ends_after_day(day);
    assert_eq!(hours, utc("2027-03-03T05:59:59Z"), "2 March, 23:59:59");
}

proptest! {
    #[test]
    fn every_term_starts_with_its_moment_and_is_never_shorter_than_said(
        seconds in 1_600_000_000i64..2_000_000_000,
        length in 1u16..=90,
    ) {
        let at = chrono::DateTime::from_timestamp(seconds, 0).unwrap();
        let days = Term::Days(length).period_after(at);
        prop_assert_eq!(days.starts, at);
        prop_assert_eq!(local(days.ends).time().num_seconds_from_midnight(), 86_399);
        prop_assert!(days.ends - at >= Duration::days(i64::from(length)) - Duration::hours(1));
        let hours = Term::Hours { hours: length }.period_after(at);
        prop_assert_eq!(hours.ends - at, Duration::hours(i64::from(length)));
    }

    #[test]
    fn a_term_survives_storage(length in 0u16.., is_hours: bool) {
        let unit = if is_hours { Unit::Hours } else { Unit::Days };
        let term = unit.term(length);
        let stored = serde_json::to_string(&term).unwrap();
        prop_assert_eq!(serde_json::from_str::<Term>(&stored).unwrap(), term);
    }
}
