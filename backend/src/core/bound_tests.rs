use super::*;
use crate::core::secrets::token;

#[test]
fn a_hash_fits_its_account_and_its_date_alone() {
    let folder = std::env::temp_dir().join(format!("conoceles-bound-{}", token().unwrap()));
    let secrets = Secrets::load(&folder).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    let account = |last: u8| -> AccountId {
        format!("00000000-0000-7000-8000-00000000000{last}")
            .parse()
            .unwrap()
    };
    let at = |text: &str| -> Option<Instant> { Some(text.parse().unwrap()) };
    let since = at("2026-11-24T12:00:00Z");
    let stored = bound_hash(&secrets, &account(1), since, "$argon2id$uno");
    let read = |last, since, stored: &str| hash_of(&secrets, &account(last), since, stored);
    assert_eq!(read(1, since, &stored).unwrap(), "$argon2id$uno");
    assert_eq!(read(2, since, &stored), None, "another account");
    let earlier = at("2026-11-23T12:00:00Z");
    assert_eq!(read(1, earlier, &stored), None, "dated back");
    assert_eq!(read(1, since, &stored.replace("uno", "dos")), None);
    assert_eq!(read(1, since, "$argon2id$uno"), None, "bound to nobody");
    assert!(is_unbound("$argon2id$uno") && !is_unbound(&stored));
    assert_eq!(read(1, since, ""), None);
}
