//! The language of the page.

use std::cell::Cell;

/// A language that the screens are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Spanish as it is spoken in Mexico.
    Es,
}

thread_local! {
    /// A browser has one thread; a server renders each page on one.
    static SPOKEN: Cell<Language> = const { Cell::new(Language::Es) };
}

impl Language {
    /// The language in which the page is built.
    pub fn spoken() -> Self {
        SPOKEN.get()
    }
}

#[cfg(any(feature = "hydrate", feature = "csr"))]
impl Language {
    /// By the first part of its tag.
    const ALL: [(&str, Self); 1] = [("es", Self::Es)];

    /// The language of a tag such as `es-MX`; Spanish where the screens are not in it.
    fn of(tag: &str) -> Self {
        let first = tag.split('-').next().unwrap_or_default();
        let known = Self::ALL.iter().find(|(own, _)| *own == first);
        known.map_or(Self::Es, |(_, language)| *language)
    }

    /// Speaks the language that the document says it is in.
    pub fn speak_as_document() {
        let root = leptos::prelude::document().document_element();
        let tag = root.and_then(|it| it.get_attribute("lang"));
        SPOKEN.set(Self::of(&tag.unwrap_or_default()));
    }
}

#[cfg(test)]
#[cfg(feature = "csr")]
#[path = "language_tests.rs"]
mod language_tests;
