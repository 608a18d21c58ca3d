//! Every text that a person reads, one structure for each area and one constant for each language.
//!
//! A language that lacks a text does not compile. What comes from the official catalogues (offices,
//! sections, actors) is not here: it travels with its label.

#[cfg(feature = "csr")]
pub mod desk;
pub mod portal;

/// The texts of the portal and of what it shares with the desks.
#[must_use]
pub const fn t() -> &'static portal::Texts {
    &portal::ES
}

/// A whole number with its thousands apart, as it is written in Mexico: `12,408`.
#[must_use]
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
#[must_use]
pub fn percentage(part: u32, whole: u32) -> Option<String> {
    let (part, whole) = (u64::from(part), u64::from(whole));
    if whole == 0 {
        return None;
    }
    let tenths = (part * 2000 + whole) / (2 * whole);
    Some(format!("{}.{}", tenths / 10, tenths % 10))
}

#[cfg(test)]
#[path = "mod_tests.rs"]
mod mod_tests;
