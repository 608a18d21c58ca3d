//! A row of a file, as text.

/// A row that may be a candidacy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// In the file, from 1.
    pub number: u32,
    /// As text, without outer white space.
    pub cells: Vec<String>,
}
