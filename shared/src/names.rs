//! What may stand in a person's name: every letter of every language, and no pictures.

use crate::visible::is_picture;

/// Why a name cannot be registered as it is.
#[must_use]
pub fn name_trouble(name: &str) -> Option<&'static str> {
    let private = |it: char| matches!(it, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..);
    let picture = |it: char| is_picture(it) || it == '\u{20E3}';
    if name.chars().any(picture) {
        return Some(
            "Tiene emojis o dibujos, que no se pueden imprimir en los documentos oficiales: \
             escríbalo solo con letras.",
        );
    }
    name.chars().any(private).then_some(
        "Tiene un signo que solo existe en una tipografía o un programa: escríbalo con letras.",
    )
}

#[cfg(test)]
#[path = "names_tests.rs"]
mod names_tests;
