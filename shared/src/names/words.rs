//! The words of a text that holds names, whatever stands between their letters.

use crate::text::{fold, is_apostrophe};
use crate::visible::visible;

/// Small words between names: they are typed or left out, so they refuse nobody by being absent.
pub const PARTICLES: [&str; 8] = ["de", "del", "la", "las", "los", "el", "y", "e"];

/// A word as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenWord {
    /// Lower case without accents, `ñ` kept, apostrophes taken out.
    pub folded: String,
    /// What stands between its apostrophes, where it has any.
    pub parts: Vec<String>,
    /// Whether a full stop follows: `Ma.`, `J.`
    pub is_shortened: bool,
}

/// The words of a text, in their order.
#[must_use]
pub fn written_words(text: &str) -> Vec<WrittenWord> {
    // `M.ª` is `Mª`: the letter above the line belongs to the word.
    let visible = visible(text).replace(".ª", "ª").replace(".º", "º");
    let folded: String = fold(&visible)
        .chars()
        .map(|it| match it {
            'ª' => 'a',
            'º' => 'o',
            other => other,
        })
        .collect();
    let mut words = Vec::new();
    let mut word = String::new();
    for character in folded.chars() {
        // Some apostrophes are letters to Unicode; none of them parts a word.
        if is_apostrophe(character) || character.is_alphanumeric() {
            word.push(character);
        } else {
            words.extend(finished(&mut word, character == '.'));
        }
    }
    words.extend(finished(&mut word, false));
    words
}

fn finished(word: &mut String, is_shortened: bool) -> Option<WrittenWord> {
    let written = std::mem::take(word);
    let parts: Vec<String> = written
        .split(is_apostrophe)
        .filter(|it| !it.is_empty())
        .map(ToOwned::to_owned)
        .collect();
    let folded = parts.concat();
    (!folded.is_empty()).then(|| WrittenWord {
        folded,
        parts: if parts.len() > 1 { parts } else { Vec::new() },
        is_shortened,
    })
}

/// Letters that must follow `Mc` or `Mac`, where any do.
const GAELIC_REST: usize = 3;

/// `Mac` for `Mc` and the other way round.
#[must_use]
pub fn gaelic_twin(plain: &str) -> Option<String> {
    let fits = |it: &&str| it.is_empty() || it.len() >= GAELIC_REST;
    let to_mac = plain.strip_prefix("mc").filter(fits);
    let to_mc = || plain.strip_prefix("mac").filter(fits);
    to_mac
        .map(|rest| format!("mac{rest}"))
        .or_else(|| to_mc().map(|rest| format!("mc{rest}")))
}

/// What follows `Mc`.
#[must_use]
pub fn after_mc(plain: &str) -> Option<String> {
    let rest = plain.strip_prefix("mc")?;
    (rest.len() >= GAELIC_REST).then(|| rest.to_owned())
}
