//! Recovery codes.

use super::*;
use crate::accounts::passwords::verify_password;

#[actix_web::test]
async fn ten_different_codes_each_verify_against_their_own_hash() {
    let codes = make_recovery_codes().await.unwrap();
    assert_eq!(codes.shown.len(), COUNT);
    let mut selectors: Vec<&str> = codes.stored.iter().map(|it| it.selector.as_str()).collect();
    selectors.sort_unstable();
    selectors.dedup();
    assert_eq!(selectors.len(), COUNT);
    let (selector, rest) =
        recovery_code_parts(&codes.shown[0].to_uppercase().replace('-', " ")).unwrap();
    assert_eq!(selector, codes.stored[0].selector);
    for (index, right) in [(0, true), (1, false)] {
        let hash = codes.stored[index].hash.clone();
        assert_eq!(
            verify_password(rest.clone(), Some(hash)).await.unwrap(),
            right
        );
    }
}

#[test]
fn six_digits_and_parts_of_codes_are_none() {
    for typed in [
        "",
        "123456",
        "abcd-efgh-jkm",
        "abcd-efgh-jkmnp",
        "ábcd-efgh-jkm",
    ] {
        assert!(recovery_code_parts(typed).is_none(), "{typed}");
    }
}
