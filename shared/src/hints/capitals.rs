//! Texts in capitals. Which those are, the language assistant knows.

use std::ops::Range;

use crate::language::{Token, is_in_capitals};

/// The longest run of capitals of a text in capitals.
pub(super) fn find(words: &[Token]) -> Option<Range<usize>> {
    let shouted = words.iter().filter(|word| word.shouted).count();
    if !is_in_capitals(shouted, words.len()) {
        return None;
    }
    let longest = words
        .chunk_by(|one, next| one.shouted == next.shouted)
        .filter(|run| run.iter().all(|word| word.shouted))
        .max_by_key(|run| run.len())?;
    Some(longest.first()?.bytes.start..longest.last()?.bytes.end)
}
