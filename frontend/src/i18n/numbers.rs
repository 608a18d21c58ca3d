//! Numbers as they are written in Mexico.

/// A whole number with its thousands apart, as it is written in Mexico: `12,408`.
pub fn number(value: impl Into<u64>) -> String {
    let digits = value.into().to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `part` of `whole` as a percentage with one decimal, without the sign; `None` of nothing.
pub fn percentage(part: u32, whole: u32) -> Option<String> {
    let (part, whole) = (u64::from(part), u64::from(whole));
    if whole == 0 {
        return None;
    }
    let tenths = (part * 2000 + whole) / (2 * whole);
    Some(format!("{}.{}", tenths / 10, tenths % 10))
}

#[cfg(test)]
#[path = "numbers_tests.rs"]
mod numbers_tests;
