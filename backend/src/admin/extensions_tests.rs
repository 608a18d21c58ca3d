//! A running period may end later, and only later.

use conoceles_shared::problem::Code;

use super::*;

fn asked(day: &str) -> Extension {
    Extension {
        ends_on: day.parse().unwrap(),
        reason: "Falla del servicio el último día".into(),
    }
}

fn try_it(day: &str, now: &str) -> Result<Instant, (Code, Vec<String>)> {
    let period = Period::natural_days("2024-05-15T18:31:00Z".parse().unwrap(), 15);
    let election = "2024-06-02".parse().unwrap();
    match extended(Some(period), &asked(day), election, now.parse().unwrap()) {
        Ok(end) => Ok(end),
        Err(Failure::Problem(it)) => {
            Err((it.code, it.errors.into_iter().map(|it| it.code).collect()))
        }
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn ends_on_the_last_second_of_a_later_day() {
    let now = "2024-05-20T12:00:00Z";
    assert_eq!(
        try_it("2024-05-31", now).unwrap(),
        "2024-06-01T05:59:59Z".parse::<Instant>().unwrap()
    );
    let refused = |code: &str| Err((Code::Invalid, vec![code.to_owned()]));
    assert_eq!(try_it("2024-05-30", now), refused("not_later"));
    assert_eq!(try_it("2024-06-03", now), refused("after_election"));
}

#[test]
fn only_while_the_period_runs() {
    assert!(try_it("2024-06-01", "2024-05-31T05:59:59.9Z").is_ok());
    assert_eq!(
        try_it("2024-06-01", "2024-05-31T06:00:00Z"),
        Err((Code::PeriodEnded, Vec::new()))
    );
    let none = extended(
        None,
        &asked("2024-06-01"),
        "2024-06-02".parse().unwrap(),
        "2024-05-01T00:00:00Z".parse().unwrap(),
    );
    assert!(matches!(none, Err(Failure::Problem(it)) if it.code == Code::PeriodNotStarted));
}
