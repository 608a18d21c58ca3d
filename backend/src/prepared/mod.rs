//! Prepared answers: bytes that are compressed once and answered with their tag, and the HTML around
//! a rendered page.

pub mod answer;
pub mod encoding;
pub mod shell;
