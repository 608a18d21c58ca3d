//! The column with the name of each photo's file: no answer, but by what a ZIP of photos is given out.

use std::collections::{BTreeMap, HashMap};

use conoceles_shared::api::bulk::BulkIssue;
use conoceles_shared::api::many_photos::{file_key, photo_file_name};
use conoceles_shared::ids::CandidacyId;

use super::columns::{Column, Layout};
use super::roll::{Known, Roll};
use crate::core::sheets::grid::Row;
use crate::core::sheets::slips::Slip;

/// The name in a row, where it is another than the stored one; nothing where the sheet lacks the column, where
/// the cell is blank (the name is no answer: an older sheet, or one whose column was emptied, leaves it as it
/// is), or where something is wrong with it, which is told at its cell.
pub fn changed_photo_file(
    layout: &Layout,
    row: &Row,
    known: &Known,
    errors: &mut Vec<BulkIssue>,
) -> Option<String> {
    let at = layout.place(Column::PhotoFile)?;
    let cell = row.cell(at);
    let read = match cell.slip.map(Slip::explained) {
        Some((code, detail)) => Err((code, detail.to_owned())),
        None => photo_file_name(&cell.text),
    };
    match read {
        Ok(name) => name.filter(|it| Some(it) != known.photo_file.as_ref()),
        Err((code, detail)) => {
            errors.push(layout.issue(row.number, at, code, detail));
            None
        }
    }
}

/// Of the rows that name a file, by number, those whose file another candidacy has as well, be it by this sheet or an earlier one: whose the photo
/// is could not be told.
pub fn ambiguous_photo_files(
    layout: &Layout,
    rows: &[(u32, CandidacyId, String)],
    roll: &Roll,
) -> Vec<BulkIssue> {
    let Some(at) = layout.place(Column::PhotoFile) else {
        return Vec::new();
    };
    let mut names: BTreeMap<&CandidacyId, &str> = BTreeMap::new();
    for (id, known) in roll {
        names.extend(known.photo_file.as_deref().map(|it| (id, it)));
    }
    names.extend(rows.iter().map(|(_, id, name)| (id, name.as_str())));
    let mut owners: HashMap<String, u32> = HashMap::new();
    for name in names.values() {
        let count = owners.entry(file_key(name)).or_default();
        *count = count.saturating_add(1);
    }
    let is_shared = |name: &str| owners.get(&file_key(name)).is_some_and(|it| *it > 1);
    let shared = rows.iter().filter(|it| is_shared(&it.2));
    shared
        .map(|it| {
            layout.issue(
                it.0,
                at,
                "duplicate_file",
                "Otra candidatura tiene el mismo archivo de fotografía: cada una necesita el suyo. Una celda \
                 vacía conserva el nombre guardado; para quitarlo de una, escriba otro.",
            )
        })
        .collect()
}

#[cfg(test)]
#[path = "photo_files_tests.rs"]
mod photo_files_tests;
