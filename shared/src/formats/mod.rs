//! Means of contact as people write and paste them: what is meant is kept, what is not needed goes,
//! and what cannot be taken says what to do. No message repeats what was written.

mod email;
mod phone;
mod web;

pub use email::{EmailTrouble, email_address, email_doubt, email_link, is_plain_ascii};
pub use phone::{NationalNumber, PhoneTrouble, grouped_phone, national_number, phone_link};
pub(crate) use web::{belongs, host, lacks_profile, network_hosts, web_address};

use crate::text::fold;
use crate::visible::visible;

/// Answers that say that there is nothing to answer, folded, with one space between their words.
const NOTHING: [&str; 20] = [
    "na",
    "n a",
    "nd",
    "n d",
    "s n",
    "sn",
    "sc",
    "x",
    "xx",
    "xxx",
    "no",
    "nada",
    "ninguna",
    "ninguno",
    "pendiente",
    "por definir",
    "vacio",
    "null",
    "none",
    "0",
];

/// How an answer begins that says that there is nothing.
const NOTHING_BEGINS: [&str; 10] = [
    "no tengo",
    "no tiene",
    "no cuento",
    "no cuenta",
    "no aplica",
    "no hay",
    "no uso",
    "no proporcion",
    "no disponible",
    "sin ",
];

/// Whether a person wrote that there is nothing to write: «No tengo», «n/a», «---».
fn says_nothing(text: &str) -> bool {
    let words: Vec<String> = fold(text)
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(ToOwned::to_owned)
        .collect();
    let plain = words.join(" ");
    let address = text.contains('@') || text.trim_end_matches('.').contains('.');
    plain.is_empty()
        || NOTHING.contains(&plain.as_str())
        || (!address && NOTHING_BEGINS.iter().any(|it| plain.starts_with(it)))
}

/// What was typed, with the wide forms of Asian keyboards as plain ones, on one line.
fn plain_line(text: &str) -> String {
    let narrow = |it: char| match it {
        '\u{FF01}'..='\u{FF5E}' => u32::from(it)
            .checked_sub(0xFEE0)
            .and_then(char::from_u32)
            .unwrap_or(it),
        '\u{3002}' => '.',
        other => other,
    };
    let narrow: String = visible(text).chars().map(narrow).collect();
    let words: Vec<&str> = narrow.split_whitespace().collect();
    words.join(" ")
}
