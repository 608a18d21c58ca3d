//! Searching names: words by their beginning, without accents or case; where that finds nobody,
//! with one slip in a word of five letters or more.

use conoceles_shared::text::fold;

/// A word must have this many letters before a slip is forgiven.
const TOLERANT_FROM: usize = 5;

/// The words of a name, as they are searched.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(ToOwned::to_owned)
        .collect()
}

/// How closely a name must match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Every word begins a word of the name.
    Exact,
    /// The same, with `n` for `ñ` and one slip in a long word.
    Tolerant,
}

/// Whether a name has every word that is sought.
#[must_use]
pub fn matches(sought: &[String], name: &[String], mode: Mode) -> bool {
    sought.iter().all(|word| {
        name.iter().any(|it| {
            it.starts_with(word.as_str()) || (mode == Mode::Tolerant && resembles(word, it))
        })
    })
}

fn resembles(word: &str, name: &str) -> bool {
    let plain = |text: &str| -> Vec<char> {
        text.chars()
            .map(|it| if it == 'ñ' { 'n' } else { it })
            .collect()
    };
    let (word, name) = (plain(word), plain(name));
    if name.starts_with(&word) {
        return true;
    }
    if word.len() < TOLERANT_FROM {
        return false;
    }
    // The beginning of the name may be one letter shorter or longer than what was typed.
    (word.len() - 1..=word.len() + 1)
        .filter_map(|length| name.get(..length))
        .any(|beginning| one_slip(&word, beginning))
}

/// Whether one letter changed, missing, added or swapped with its neighbour makes `a` into `b`.
fn one_slip(a: &[char], b: &[char]) -> bool {
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (
        a.get(same..).unwrap_or_default(),
        b.get(same..).unwrap_or_default(),
    );
    match (a, b) {
        ([], []) => true,
        ([_, rest_a @ ..], [_, rest_b @ ..]) if rest_a == rest_b => true,
        ([_, rest @ ..], other) | (other, [_, rest @ ..]) if rest == other => true,
        ([a1, a2, rest_a @ ..], [b1, b2, rest_b @ ..]) => a1 == b2 && a2 == b1 && rest_a == rest_b,
        _ => false,
    }
}

#[cfg(test)]
#[path = "search_tests.rs"]
mod search_tests;
