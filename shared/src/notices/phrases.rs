//! Pieces that the words of notices are put together from.

use crate::questionnaire::Section;
use crate::time::{Instant, spanish_deadline};

/// «Envíe antes de que termine el 3 de mayo…».
pub(super) fn until(what: &str, at: Instant) -> String {
    let until = spanish_deadline(at);
    format!("{what} antes de que termine el {until}.")
}

/// «Se aprobó: Contacto, Formación.»; nothing of no section.
pub(super) fn sentence_on(what: &str, sections: &[Section]) -> String {
    if sections.is_empty() {
        String::new()
    } else {
        format!("{what}: {}.", names(sections))
    }
}

/// The short names of sections, in a row.
pub(super) fn names(sections: &[Section]) -> String {
    let names: Vec<_> = sections.iter().map(|it| it.short_label()).collect();
    names.join(", ")
}

/// Those of them that say something, one after another.
pub(super) fn sentences<const N: usize>(all: [String; N]) -> String {
    let all: Vec<_> = all.into_iter().filter(|it| !it.is_empty()).collect();
    all.join(" ")
}
