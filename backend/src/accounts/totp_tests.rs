//! Codes against the published vectors of RFC 6238, cut to six digits.

use super::*;

fn at(seconds: i64) -> Instant {
    Instant::from_timestamp(seconds, 0).unwrap()
}

fn key() -> TotpKey {
    TotpKey::of(Secret::from(*b"12345678901234567890")).unwrap()
}

#[test]
fn the_vectors_of_the_standard_are_accepted_with_their_step() {
    for (seconds, code) in [
        (59, "287082"),
        (1_111_111_109, "081804"),
        (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
    ] {
        assert_eq!(
            key().step_of(code, at(seconds)),
            Some(seconds / 30),
            "{code}"
        );
        assert_eq!(key().step_of(code, at(seconds + 30)), Some(seconds / 30));
        assert_eq!(key().step_of(code, at(seconds + 90)), None, "too late");
        assert_eq!(key().step_of(code, at(seconds - 60)), None, "too early");
    }
}

#[test]
fn nothing_but_six_digits_is_a_code() {
    for code in ["", "28708", "2870820", "28708a", "２８７０８２", "+87082"] {
        assert_eq!(key().step_of(code, at(59)), None, "{code}");
    }
}

#[test]
fn a_sealed_key_opens_for_its_account_only() {
    let name = crate::core::secrets::token().unwrap();
    let folder = std::env::temp_dir().join(format!("conoceles-{name}"));
    let secrets = Secrets::load(&folder).unwrap();
    let one: AccountId = "00000000-0000-7000-8000-000000000001".parse().unwrap();
    let two: AccountId = "00000000-0000-7000-8000-000000000002".parse().unwrap();
    let sealed = key().seal(&secrets, &one).unwrap();
    assert!(!sealed.contains(&key().text()));
    let opened = TotpKey::unseal(&secrets, &one, &sealed).unwrap();
    assert_eq!(opened.groups(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    assert!(TotpKey::unseal(&secrets, &two, &sealed).is_err());
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_address_names_the_system_and_the_account() {
    assert_eq!(
        key().address("laura@raiz"),
        "otpauth://totp/Con%C3%B3celes:laura%40raiz?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
         &issuer=Con%C3%B3celes&algorithm=SHA1&digits=6&period=30"
    );
    let svg = qr_picture(&key().address("laura@raiz")).unwrap();
    assert!(svg.starts_with("<svg ") && !svg.contains("style="), "{svg}");
}
