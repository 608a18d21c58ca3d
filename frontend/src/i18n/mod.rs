//! Every text that a person reads. What comes from the official catalogues (offices, sections, actors)
//! is not here: it travels with its label.
//!
//! `es/` declares the texts, a file for an area, each with its words in Spanish. A second language is a
//! variant of [`Language`], its line in `areas!`, and a file for each of `es/` with
//! `impl Area { pub const EN: Self = Self { … }; }`: a text that is missing there does not compile.
//! One that no screen shows is dead code, which is refused as well.

#[cfg(feature = "csr")]
pub(crate) mod desk;
mod es;
mod language;
mod macros;
mod numbers;
pub(crate) mod portal;

#[cfg(any(feature = "hydrate", feature = "csr"))]
pub(crate) use language::Language;
pub(crate) use numbers::{number, percentage};

/// What the server's own pages say, such as the manual's.
#[cfg(feature = "ssr")]
#[must_use]
pub fn t() -> &'static portal::Texts {
    portal::texts()
}
