//! What a row was downloaded from: the version of each section, in one cell of the template. A
//! sheet is often filled over days; by it a save over what others captured meanwhile is refused.

use conoceles_shared::lifecycle::Process;
use conoceles_shared::questionnaire::Section;

use crate::core::sheets::grid::Cell;

/// The cell of a candidacy, e.g. `contact=3 education=0 …`: text, so that no program makes a number
/// or a date of it.
pub fn written(process: &Process) -> String {
    let in_the_sheet = |it: &&Section| **it != Section::Photo;
    let all = Section::CURRICULAR.iter().filter(in_the_sheet);
    let version = |it: &Section| format!("{}={}", it.code(), process.section(*it).version);
    all.map(version).collect::<Vec<_>>().join(" ")
}

/// The version of a section that a cell tells, if it does.
pub fn told(cell: &Cell, section: Section) -> Option<u32> {
    if cell.slip.is_some() {
        return None;
    }
    let mut versions = cell.text.split_whitespace();
    versions.find_map(|it| {
        let (code, version) = it.split_once('=')?;
        (code == section.code()).then(|| version.parse().ok())?
    })
}

#[cfg(test)]
#[path = "versions_tests.rs"]
mod versions_tests;
