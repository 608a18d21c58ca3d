use super::*;

#[test]
fn a_paper_is_of_today_or_of_the_last_year() {
    let today = NaiveDate::from_ymd_opt(2027, 5, 3).unwrap();
    let day = |days: i64| today - chrono::Duration::days(days);
    for (dated, taken) in [
        (day(0), true),
        (day(365), true),
        (day(-1), false),
        (day(366), false),
    ] {
        assert_eq!(may_be_dated(dated, today), taken, "{dated}");
    }
}

#[test]
fn every_consent_is_revoked_by_one_kind_of_paper() {
    for consent in ConsentKind::ALL {
        let papers = PaperRequestKind::ALL.iter();
        assert_eq!(
            papers.filter(|it| it.revokes() == Some(*consent)).count(),
            1
        );
    }
}
