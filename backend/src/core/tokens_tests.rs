//! Access tokens are accepted only whole, in time and from this installation.

use super::*;

fn secrets() -> Secrets {
    let name = crate::core::secrets::token().unwrap();
    Secrets::load(&std::env::temp_dir().join(format!("conoceles-{name}"))).unwrap()
}

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

#[test]
fn a_token_is_good_for_ten_minutes_here_only() {
    let secrets = secrets();
    let account: AccountId = "00000000-0000-7000-8000-000000000001".parse().unwrap();
    let session: SessionId = "00000000-0000-7000-8000-000000000002".parse().unwrap();
    let now = at("2026-11-24T12:00:00Z");
    let (token, expires) = issue(&secrets, &account, &session, now).unwrap();
    assert_eq!(expires, at("2026-11-24T12:10:00Z"));
    assert_eq!(claims(&secrets, &token, now), Some((account, session)));
    assert_eq!(claims(&secrets, &token, expires), None);
    assert_eq!(claims(&secrets, &token, now - Duration::minutes(1)), None);
    assert_eq!(claims(&self::secrets(), &token, now), None);
    let unsigned = format!("{}.", token.rsplit_once('.').unwrap().0);
    assert_eq!(claims(&secrets, &unsigned, now), None);
}
