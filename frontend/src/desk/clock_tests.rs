use super::*;

#[test]
fn another_zone_sees_its_own_hour_and_the_same_zone_nothing_more() {
    let at: Instant = "2024-05-31T05:59:59Z".parse().unwrap();
    assert_eq!(time_of_day(at), "23:59:59, hora del centro de México");
    assert_eq!(hour_behind_utc(at, 360.0), None);
    let tijuana = hour_behind_utc(at, 420.0);
    assert_eq!(tijuana.as_deref(), Some("30 de mayo de 2024, 22:59 h"));
    let cancun = hour_behind_utc(at, 300.0);
    assert_eq!(cancun.as_deref(), Some("31 de mayo de 2024, 00:59 h"));
}
