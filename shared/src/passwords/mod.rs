//! What no list is needed for to refuse a password (NIST SP 800-63B-4 §3.1.1.2, ASVS 5.0.0
//! 6.2.11): words of this system and of its owner, and characters repeated over and over. The
//! client runs it before it sends, the server before anything else; the lists of common passwords
//! are the server's alone, they weigh too much for the client. No rule asks for kinds of characters.

use crate::lists::list_file;
use crate::problem::FieldError;
use crate::text::fold;

/// Letters that must be left once the words of the context are taken out.
const LEFT: usize = 8;
/// Different characters a password has at least.
const DIFFERENT: usize = 5;
/// Shorter words of a name or an actor are left in: they stand in too many others.
const SHORTEST: usize = 4;

/// Words that an attacker of this very system would try, folded.
const CONTEXT: &[&str] = list_file!("context.txt");

/// Digits or signs beside the letters that may stand for letters themselves.
const DRESSED: usize = 8;

/// A password as guessers try it: folded, what surrounds the letters taken off (years, numbers,
/// signs), digits and signs inside read as the letters they stand for, the rest dropped.
///
/// ```
/// use conoceles_shared::passwords::core;
/// assert_eq!(core("¡C0nóc3les-2029!!"), "conoceles");
/// ```
#[must_use]
pub fn core(password: &str) -> String {
    let folded = fold(password);
    letters(folded.trim_matches(|it: char| !it.is_alphabetic()).chars())
}

/// The [`core`], and what it would be were the digits and signs next to it letters too, as the zero
/// in `candidat0-2027`.
#[must_use]
pub fn cores(password: &str) -> Vec<String> {
    let folded: Vec<char> = fold(password).chars().collect();
    let first = folded.iter().position(|it| it.is_alphabetic());
    let last = folded.iter().rposition(|it| it.is_alphabetic());
    let (Some(first), Some(last)) = (first, last) else {
        return Vec::new();
    };
    let starts = first.saturating_sub(DRESSED)..=first;
    let mut found: Vec<String> = starts
        .flat_map(|start| {
            let ends = last..folded.len().min(last + DRESSED + 1);
            ends.map(move |end| (start, end))
        })
        .filter_map(|(start, end)| folded.get(start..=end))
        .map(|it| letters(it.iter().copied()))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn letters(text: impl Iterator<Item = char>) -> String {
    text.filter_map(|it| match it {
        'ñ' => Some('n'),
        '0' => Some('o'),
        '1' | '!' | '¡' => Some('i'),
        '3' => Some('e'),
        '4' | '@' => Some('a'),
        '5' | '$' => Some('s'),
        '7' => Some('t'),
        '8' => Some('b'),
        '|' => Some('l'),
        other => other.is_alphabetic().then_some(other),
    })
    .collect()
}

/// Why a password cannot be used, at `pointer`: every reason, each with what to do. `owner` is what
/// is known of whose it is: user name, name, actor.
#[must_use]
pub fn objections(pointer: &str, password: &str, owner: &[&str]) -> Vec<FieldError> {
    let mut found = Vec::new();
    let mut refuse = |code: &str, detail: &str| found.push(FieldError::new(pointer, code, detail));
    if is_context(password, owner) {
        refuse(
            "context",
            "La contraseña se apoya en su usuario, su nombre, su actor político o palabras de este \
             sistema, que es lo primero que alguien probaría. Añada otras palabras o elija otra frase.",
        );
    }
    let mut seen: Vec<char> = fold(password).chars().collect();
    seen.sort_unstable();
    seen.dedup();
    if !password.is_empty() && seen.len() < DIFFERENT {
        refuse(
            "repetitive",
            "La contraseña repite muy pocos caracteres distintos. Use una frase de varias palabras.",
        );
    }
    found
}

fn is_context(password: &str, owner: &[&str]) -> bool {
    let mut words: Vec<String> = owner.iter().flat_map(|it| words_of(it)).collect();
    words.extend(CONTEXT.iter().map(|it| (*it).to_owned()));
    words.sort_by_key(|it| std::cmp::Reverse(it.len()));
    cores(password).iter().any(|whole| {
        let mut rest = whole.clone();
        for word in &words {
            rest = rest.replace(word, "");
        }
        rest.len() < whole.len() && rest.chars().count() < LEFT
    })
}

/// A name whole, and each of its words.
fn words_of(name: &str) -> Vec<String> {
    let mut words: Vec<String> = name
        .split(|it: char| !it.is_alphanumeric())
        .map(core)
        .collect();
    words.push(core(name));
    words.retain(|it| it.chars().count() >= SHORTEST);
    words
}

#[cfg(test)]
#[path = "passwords_tests.rs"]
mod passwords_tests;
