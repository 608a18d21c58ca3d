//! Accessible PDF documents (PDF/UA-1 and PDF/A-2a): receipts, and the consent form to be signed.
//!
//! The same data give the same bytes: fonts are those of `fonts/`, and no clock, disk or network is
//! read. `flow` lays blocks out and says what each of them is; `draw` makes the PDF of both, and
//! the validators of krilla refuse one that breaks a rule they can check.

mod consent;
mod credential;
mod draw;
mod flow;
mod fonts;
mod page;
mod qr;
mod receipt;
mod report;
mod tree;

use std::fmt;

pub use consent::{ConsentForm, ConsentText, consent_form};
pub use credential::{CredentialPage, CredentialSheets, credential_sheets};
pub use receipt::{ReceiptSheet, SectionLine, receipt};
pub use report::{PrintedReport, PrintedTable, print_report};

/// A label with its value, as a document lists them.
#[derive(Debug, Clone)]
pub struct Fact {
    /// Shown in bold, before the value.
    pub label: String,
    /// As text, however many lines it takes.
    pub value: String,
    /// Whether it is a hash or a code, to be compared letter by letter.
    pub exact: bool,
}

impl Fact {
    /// A fact in words.
    #[must_use]
    pub fn new(label: &str, value: impl Into<String>) -> Self {
        Self {
            label: label.to_owned(),
            value: value.into(),
            exact: false,
        }
    }

    /// A fact that is a hash or a code.
    #[must_use]
    pub fn exact(label: &str, value: impl Into<String>) -> Self {
        Self {
            exact: true,
            ..Self::new(label, value)
        }
    }
}

/// What a document says about itself.
#[derive(Debug, Clone)]
pub struct About {
    /// Shown as its first heading, and by viewers as the name of the window.
    pub title: String,
    /// The authority that issues it.
    pub authority: String,
    /// The date in its metadata.
    pub dated: Dated,
    /// What names it, the same each time it is made.
    pub ident: String,
    /// Whether the election is a drill.
    pub drill: bool,
}

/// The date in a document's metadata, in UTC.
#[derive(Debug, Clone, Copy)]
pub struct Dated {
    /// Of the Gregorian calendar.
    pub year: u16,
    /// From 1.
    pub month: u8,
    /// Of the month, from 1.
    pub day: u8,
    /// From 0 to 23.
    pub hour: u8,
    /// From 0 to 59.
    pub minute: u8,
    /// From 0 to 59.
    pub second: u8,
}

/// A document that could not be made: always a defect of ours, never of the data's wording.
#[derive(Debug)]
pub struct PdfError(String);

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for PdfError {}

#[cfg(test)]
#[path = "lib_tests.rs"]
mod lib_tests;
