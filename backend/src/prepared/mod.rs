//! Prepared answers: bytes that are compressed once and answered with their tag, and the HTML around
//! a rendered page; the client bundles.

pub mod answer;
pub mod bundles;
pub mod encoding;
pub mod shell;
