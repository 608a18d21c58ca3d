//! Spreadsheets and delimited text as people save them, read into rows of text without believing
//! what a file says of itself: its name, its size, its encoding, where its cells are.
//!
//! A file is told by its content ([`kinds`]), measured before it is read ([`package`], [`compound`]),
//! and ends as sheets ([`grid`]) or as every reason why not ([`trouble`]). What may stand in a cell
//! is for whoever asked; [`slips`] tells what a spreadsheet made of one.

mod compound;
mod cover;
mod delimited;
pub mod grid;
mod kinds;
mod letters;
pub mod limits;
mod marks;
mod package;
pub mod slips;
pub mod trouble;
mod xls;
mod xlsx;

use std::panic::{AssertUnwindSafe, catch_unwind};

use grid::Book;
use kinds::Kind;
use limits::Limits;
use trouble::Trouble;

/// The sheets of a file.
///
/// # Errors
/// Every reason why it cannot be read; never empty.
pub fn read_spreadsheet(bytes: &[u8], limits: &Limits) -> Result<Book, Vec<Trouble>> {
    let kind = Kind::of(bytes);
    if let Some(text) = kind.refusal(limits) {
        return Err(vec![Trouble::wrong_kind(text)]);
    }
    // The readers' arithmetic panics on numbers that no spreadsheet writes: that is a broken file.
    let found = catch_unwind(AssertUnwindSafe(|| match kind {
        Kind::Xlsx => xlsx::sheets(bytes, limits).map_err(|it| vec![it]),
        Kind::Xls => xls::sheets(bytes, limits).map_err(|it| vec![it]),
        _ => delimited::sheet(bytes, limits),
    }));
    found.unwrap_or_else(|_| Err(vec![Trouble::broken()]))
}
