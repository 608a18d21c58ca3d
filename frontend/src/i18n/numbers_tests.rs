use super::{number, percentage};

#[test]
fn thousands_stand_apart() {
    let written: Vec<String> = [0_u32, 999, 1_000, 12_408, 1_234_567].map(number).to_vec();
    assert_eq!(written, ["0", "999", "1,000", "12,408", "1,234,567"]);
}

#[test]
fn percentages_round_to_one_decimal() {
    assert_eq!(percentage(205, 300).as_deref(), Some("68.3"));
    assert_eq!(percentage(2, 3).as_deref(), Some("66.7"));
    assert_eq!(percentage(0, 3).as_deref(), Some("0.0"));
    assert_eq!(percentage(3, 3).as_deref(), Some("100.0"));
    assert_eq!(percentage(0, 0), None);
}
