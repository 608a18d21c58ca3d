use super::*;
use chrono::{Duration, TimeZone, Utc};

#[test]
fn a_draft_is_kept_for_a_week_and_no_longer() {
    let typed = Utc.with_ymd_and_hms(2027, 3, 1, 12, 0, 0).unwrap();
    for (later, expired) in [
        (Duration::zero(), false),
        (Duration::days(7) - Duration::seconds(1), false),
        (Duration::days(7), true),
        (Duration::days(400), true),
        // A clock that was set back expires nothing.
        (Duration::days(-1), false),
    ] {
        assert_eq!(is_expired(typed, typed + later), expired, "{later}");
    }
}
