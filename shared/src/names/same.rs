//! Which two names are one, however they are written.

use super::abbreviations::meanings;
use super::words::written_words;
use crate::lost_letters::with_letters_put_right;
use crate::text::without_enie;

/// What two ways of writing one name have in common: accents, capitals, apostrophes, spaces, hyphens
/// and the abbreviations that mean one thing do not count. It is what the search of names folds away.
#[must_use]
pub fn name_key(name: &str) -> String {
    let word = |folded: &str| {
        let plain = without_enie(folded);
        match meanings(&plain) {
            [only] => (*only).to_owned(),
            _ => plain,
        }
    };
    written_words(name)
        .iter()
        .map(|it| word(&it.folded))
        .collect()
}

/// Whether a name that came back from a file is the one that was written into it: what files do to
/// letters on their way does not count, letters that they lost neither.
#[must_use]
pub fn is_same_name(returned: &str, written: &str) -> bool {
    const LOST: [char; 2] = ['?', '\u{FFFD}'];
    let whole = |it: &str| name_key(&with_letters_put_right(it));
    let written = whole(written);
    if whole(returned) == written {
        return true;
    }
    let put_right = with_letters_put_right(returned);
    let parts: Vec<String> = put_right.split(LOST).map(name_key).collect();
    let ([first, middle @ .., last], true) = (parts.as_slice(), parts.len() > 1) else {
        return false;
    };
    let inner = written
        .strip_prefix(first.as_str())
        .and_then(|it| it.strip_suffix(last.as_str()));
    let Some(mut rest) = inner else {
        return false;
    };
    // Most of the letters are there: a name of question marks would be anybody's.
    let kept: usize = parts.iter().map(String::len).sum();
    for part in middle {
        let Some((_, after)) = rest.split_once(part.as_str()) else {
            return false;
        };
        rest = after;
    }
    kept * 2 > written.len()
}
