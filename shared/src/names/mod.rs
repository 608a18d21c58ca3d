//! Names of persons and of what persons name: which signs they may have, and which two are one name.
//!
//! A name has every letter of every language that is written with Latin letters, those of Mexico's
//! among them, and neither pictures nor what is left where a letter was lost.

pub mod abbreviations;
mod same;
mod scripts;
pub mod words;

pub use same::{is_same_name, name_key};
pub use scripts::script_of_foreign_letter;

use crate::lost_letters::{Loss, letter_read_twice, lost_letters, with_letters_put_right};
use crate::text::{is_apostrophe, is_combining};
use crate::visible::is_picture;

/// Why the name of a person cannot be registered as it is.
#[must_use]
pub fn name_trouble(name: &str) -> Option<String> {
    title_trouble(name).or_else(|| {
        let sign = if name.contains('?') {
            Some('?')
        } else {
            sign_for_a_letter(name)
        };
        sign.map(|it| {
            format!(
                "Tiene «{it}» en lugar de una letra, que se perdió al copiar o convertir el nombre: \
                 escríbala de nuevo."
            )
        })
    })
}

/// Why a name of an account, a party, a political actor or an election cannot be taken as it is.
#[must_use]
pub fn title_trouble(name: &str) -> Option<String> {
    let private = |it: char| matches!(it, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..);
    let picture = |it: char| is_picture(it) || it == '\u{20E3}';
    let trouble = if name.chars().any(picture) {
        "Tiene emojis o dibujos, que no se pueden imprimir en los documentos oficiales: escríbalo solo \
         con letras."
    } else if name.chars().any(private) {
        "Tiene un signo que solo existe en una tipografía o un programa: escríbalo con letras."
    } else if is_markup(name) {
        "Tiene código de una página web («<», «>» o «&…;»): escriba solo el nombre."
    } else {
        return lost(name).or_else(|| scripts::foreign_letter(name));
    };
    Some(trouble.to_owned())
}

/// What is said of letters that were lost; with the name as it must have been, where that is known.
fn lost(name: &str) -> Option<String> {
    let loss = lost_letters(name)?;
    if loss == Loss::ReadTwice && name.char_indices().any(|(at, _)| read_twice_at(name, at)) {
        let meant = with_letters_put_right(name);
        return Some(format!(
            "Tiene letras cambiadas por signos: ¿quiso escribir «{meant}»?"
        ));
    }
    let sign = if loss == Loss::Questioned {
        '?'
    } else {
        '\u{FFFD}'
    };
    Some(if loss == Loss::ReadTwice {
        "Tiene letras cambiadas por signos: escríbalas de nuevo.".to_owned()
    } else {
        format!(
            "Tiene «{sign}» en lugar de una letra, que se perdió al copiar o convertir el nombre: \
             escríbala de nuevo."
        )
    })
}

fn read_twice_at(name: &str, at: usize) -> bool {
    name.get(at..)
        .is_some_and(|it| letter_read_twice(it).is_some())
}

/// Signs of a page's code, or a letter as such code names it: `&ntilde;`, `&#241;`.
fn is_markup(text: &str) -> bool {
    let named = |(at, _): (usize, &str)| {
        let rest = text.get(at + 1..).unwrap_or_default();
        rest.split_once(';').is_some_and(|(name, _)| {
            (2..=8).contains(&name.len())
                && name
                    .bytes()
                    .all(|it| it.is_ascii_alphanumeric() || it == b'#')
        })
    };
    text.contains(['<', '>']) || text.match_indices('&').any(named)
}

/// What no name has: a sign between two letters that parts no words.
#[must_use]
pub fn sign_for_a_letter(text: &str) -> Option<char> {
    let letters: Vec<char> = text.chars().collect();
    let is_letter = |it: Option<&char>| it.is_some_and(|it| it.is_alphabetic());
    let inside = |at: usize| {
        is_letter(at.checked_sub(1).and_then(|it| letters.get(it)))
            && is_letter(letters.get(at + 1))
    };
    let odd = |it: char| {
        !it.is_alphanumeric()
            && !it.is_whitespace()
            && !is_apostrophe(it)
            && !matches!(
                it,
                '.' | '·' | '-' | '‐' | '‑' | '–' | '/' | ',' | '_' | '+'
            )
            && !is_combining(it)
    };
    letters
        .iter()
        .enumerate()
        .find(|(at, it)| odd(**it) && inside(*at))
        .map(|(_, it)| *it)
}

#[cfg(test)]
#[path = "names_tests.rs"]
mod names_tests;
