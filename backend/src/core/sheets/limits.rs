//! How much of a file is read.

/// How much a file may hold.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The last row that may hold anything.
    pub rows: u32,
    /// How many columns may hold anything.
    pub columns: u32,
    /// What a workbook may expand to, all its parts together.
    pub expanded: u64,
    /// Text that its cells may hold together: one stored text can be shown by many cells.
    pub text: usize,
    /// Whether old workbooks (XLS) are taken.
    pub old_workbooks: bool,
}
