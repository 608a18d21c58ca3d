use super::*;

#[test]
fn each_office_has_a_day_and_keeps_an_hour_that_was_set_elsewhere() {
    let from = "2027-04-03T15:30:00Z".parse().unwrap();
    let embargoes = [Embargo {
        office: Office::Governorship,
        from,
    }];
    let mut held = to_days(&embargoes);
    assert_eq!(held["governorship"]["day"], "2027-04-03");
    assert_eq!(from_days(&held, &[Office::Governorship]), embargoes);
    assert_eq!(
        from_days(&held, &[Office::DeputyMr]),
        [],
        "an office out of play has none"
    );
    held["governorship"]["day"] = json!("2027-04-05");
    let moved = from_days(&held, &[Office::Governorship]);
    assert_eq!(
        moved[0].from,
        "2027-04-05T06:00:00Z"
            .parse::<conoceles_shared::time::Instant>()
            .unwrap()
    );
    held["governorship"]["day"] = json!("");
    assert_eq!(from_days(&held, &[Office::Governorship]), []);
}
