use proptest::prelude::*;

use super::*;

fn setup(every: u16) -> ElectionSetup {
    let mut setup: ElectionSetup = serde_json::from_str(
        r#"{"name": "Gubernatura 2027", "entity": "Estado de México", "date": "2027-06-06"}"#,
    )
    .unwrap();
    setup.settings.report_days = every;
    setup
}

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

#[test]
fn cutoffs_are_ends_of_days_back_from_the_end() {
    let begins = at("2027-04-01T18:00:00Z");
    let weekly = setup(7);
    let due = |now: &str, last| cutoff_due(&weekly, begins, last, at(now));
    assert_eq!(
        due("2027-04-03T18:00:00Z", None),
        None,
        "none before it began"
    );
    let first = at("2027-04-05T05:59:59Z");
    assert_eq!(
        due("2027-04-05T05:59:59Z", None),
        None,
        "not before it passed"
    );
    assert_eq!(due("2027-04-05T06:00:00Z", None), Some(first));
    assert_eq!(due("2027-04-05T06:00:00Z", Some(first)), None, "once");
    let third = at("2027-04-19T05:59:59Z");
    assert_eq!(
        due("2027-04-20T00:00:00Z", Some(first)),
        Some(third),
        "the last one only"
    );
    let end = weekly.publication_ends();
    assert_eq!(due("2028-01-01T00:00:00Z", Some(third)), Some(end));
    assert_eq!(due("2028-01-01T00:00:00Z", Some(end)), None);
    assert_eq!(
        cutoff_due(&setup(0), begins, None, at("2027-05-01T00:00:00Z")),
        None
    );
    assert_eq!(
        cutoff_due(&setup(0), begins, None, at("2027-07-01T00:00:00Z")),
        Some(end)
    );
}

proptest! {
    #[test]
    fn a_cutoff_has_passed_and_is_not_told_twice(every in 0_u16..40, hours in 0_i64..4000) {
        let begins = at("2027-01-01T00:00:00Z");
        let now = begins + Duration::hours(hours);
        let setup = setup(every);
        if let Some(due) = cutoff_due(&setup, begins, None, now) {
            prop_assert!(due < now && due > begins);
            prop_assert_eq!(cutoff_due(&setup, begins, Some(due), now), None);
            prop_assert_eq!(end_of_day(local_date(due)), due);
        }
    }
}
