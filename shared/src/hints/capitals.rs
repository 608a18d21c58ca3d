//! Texts in capitals. Which runs of capitals there are, the language assistant knows.

use std::ops::Range;

use crate::language::Token;

/// A heading in capitals is no text in capitals: this many words are, or a third of the text.
const WORDS: usize = 15;

/// The longest run of capitals, where there are enough of them.
pub(super) fn find(words: &[Token]) -> Option<Range<usize>> {
    let shouted = words.iter().filter(|word| word.shouted).count();
    if shouted == 0 || (shouted < WORDS && shouted * 3 < words.len()) {
        return None;
    }
    let longest = words
        .chunk_by(|one, next| one.shouted == next.shouted)
        .filter(|run| run.iter().all(|word| word.shouted))
        .max_by_key(|run| run.len())?;
    Some(longest.first()?.bytes.start..longest.last()?.bytes.end)
}
