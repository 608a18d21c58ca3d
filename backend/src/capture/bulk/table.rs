//! The sheet that a file turns out to be, and how large it may be.

use std::collections::BTreeSet;

use crate::core::sheets::grid::Row;
use crate::core::sheets::limits::Limits;

/// The largest file that is taken.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// How much it may hold.
pub const LIMITS: Limits = Limits {
    rows: 5_000,
    columns: 100,
    expanded: 96 * 1024 * 1024,
    text: 48 * 1024 * 1024,
    old_workbooks: false,
};

/// The rows of a sheet that hold anything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// In the order of the sheet.
    pub rows: Vec<Row>,
    /// Which of them are hidden, by number.
    pub hidden: BTreeSet<u32>,
    /// Other sheets of the file that have our columns too and are not read.
    pub unread: Vec<String>,
}
