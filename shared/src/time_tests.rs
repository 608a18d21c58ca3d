//! Period ends, also across the daylight saving time that the zone had until 2022.

use chrono::{NaiveDate, TimeZone, Timelike, Utc};
use proptest::prelude::*;

use super::*;

fn utc(text: &str) -> Instant {
    text.parse().unwrap()
}

#[test]
fn the_documents_example() {
    // 15 May 12:31 local is 18:31 UTC (no daylight saving time in 2024).
    let period = Period::natural_days(utc("2024-05-15T18:31:00Z"), 15);
    assert_eq!(period.ends, utc("2024-05-31T05:59:59Z"));
    assert!(period.contains(utc("2024-05-31T05:59:59.999Z")));
    assert!(!period.contains(utc("2024-05-31T06:00:00Z")));
}

#[test]
fn a_period_over_the_change_of_clocks_still_ends_at_local_midnight() {
    // Received 1 April 2022 (UTC-6), the clocks went forward on 3 April (UTC-5).
    let period = Period::natural_days(utc("2022-04-01T18:00:00Z"), 15);
    assert_eq!(period.ends, utc("2022-04-17T04:59:59Z"));
}

#[test]
fn received_late_in_the_evening_counts_by_the_local_day() {
    // 20:00 local on 15 May is already 16 May in UTC.
    let period = Period::natural_days(utc("2024-05-16T02:00:00Z"), 1);
    assert_eq!(period.ends, utc("2024-05-17T05:59:59Z"));
}

#[test]
fn days_left_count_today_and_end_at_zero() {
    let period = Period::natural_days(utc("2024-05-15T18:31:00Z"), 15);
    assert_eq!(period.days(), 15);
    assert_eq!(period.days_left(utc("2024-05-15T18:31:00Z")), 15);
    assert_eq!(period.days_left(utc("2024-05-16T12:00:00Z")), 15);
    assert_eq!(period.days_left(utc("2024-05-30T12:00:00Z")), 1);
    assert_eq!(period.days_left(utc("2024-05-31T06:00:00Z")), 0);

    let whole = Period {
        starts: utc("2024-05-15T06:00:00Z"),
        ends: utc("2024-05-30T05:59:59Z"),
    };
    assert_eq!(whole.days(), 15);
    assert_eq!(whole.days_left(whole.starts), 15);
}

#[test]
fn age_is_that_of_election_day() {
    let birth = NaiveDate::from_ymd_opt(1983, 8, 22).unwrap();
    assert_eq!(
        age_on(birth, NaiveDate::from_ymd_opt(2023, 6, 4).unwrap()),
        Some(39)
    );
    assert_eq!(
        age_on(birth, NaiveDate::from_ymd_opt(2023, 8, 22).unwrap()),
        Some(40)
    );
    assert_eq!(
        age_on(birth, NaiveDate::from_ymd_opt(1980, 1, 1).unwrap()),
        None
    );
}

#[test]
fn spanish_dates_read_as_written_by_the_institute() {
    assert_eq!(
        spanish_deadline(utc("2024-05-31T05:59:59Z")),
        "30 de mayo de 2024, 23:59:59 h, hora del centro de México"
    );
    assert_eq!(
        spanish_moment(utc("2024-05-18T17:20:31Z")),
        "18 de mayo de 2024, 11:20 h, hora del centro de México"
    );
}

#[test]
fn a_list_says_the_same_but_for_the_zone() {
    let at = utc("2024-05-31T05:59:59Z");
    for (whole, bare) in [
        (spanish_deadline(at), deadline_in_list(at)),
        (spanish_moment(at), moment_in_list(at)),
    ] {
        assert_eq!(whole, format!("{bare}, {ZONE_NAME}"));
    }
}

proptest! {
    #[test]
    fn every_period_ends_at_the_last_local_second_of_its_day(
        seconds in 1_262_304_000i64..1_893_456_000, days in 0u16..60,
    ) {
        let received = Utc.timestamp_opt(seconds, 0).unwrap();
        let period = Period::natural_days(received, days);
        let end = local(period.ends);
        prop_assert_eq!((end.hour(), end.minute(), end.second()), (23, 59, 59));
        prop_assert_eq!((end.date() - local_date(received)).num_days(), i64::from(days));
        prop_assert!(period.contains(received));
        prop_assert!(period.is_over(period.ends + Duration::seconds(1)));
    }

    #[test]
    fn local_round_trip(seconds in 1_262_304_000i64..1_893_456_000) {
        let at = Utc.timestamp_opt(seconds, 0).unwrap();
        let back = from_local(local(at));
        // Only the hour that occurs twice may come back as its later self.
        prop_assert!(back == at || back - at == Duration::hours(1));
    }
}

#[test]
fn a_period_of_hours_is_told_in_hours() {
    let received = utc("2024-05-15T18:31:20Z");
    let period = crate::term::Term::Hours { hours: 72 }.period_after(received);
    assert!(!period.ends_with_its_day());
    assert!(Period::natural_days(received, 3).ends_with_its_day());
    assert_eq!((period.hours(), period.hours_left(received)), (72, 72));
    assert_eq!(period.hours_left(utc("2024-05-16T18:31:20Z")), 48);
    assert_eq!(
        period.hours_left(utc("2024-05-16T18:31:19Z")),
        49,
        "the one that runs is left"
    );
    assert_eq!(
        period.hours_left(period.ends),
        1,
        "its last second is still open"
    );
    assert_eq!(period.hours_left(utc("2024-05-18T18:31:21Z")), 0);
}
