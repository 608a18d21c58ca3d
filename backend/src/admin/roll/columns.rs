//! Which column of a file holds what: as an administrator said, else by the words of its heading.

use std::collections::BTreeMap;

use conoceles_shared::api::bulk::BulkIssue;
use conoceles_shared::api::roll::{
    RollColumn, RollColumnSource, RollField, RollHeading, heading_key,
};
use conoceles_shared::text::single_line;

use super::known_headings::guessed;
use crate::core::sheets::grid::{Book, Row, Sheet, address, letters};

/// Rows from the top in which the headings are looked for, and how many of them show that they are.
const HEADINGS_WITHIN: usize = 40;
const KNOWN_HEADINGS: usize = 4;

/// Columns without which no candidacy can be registered. Where one is elected is asked for by the row.
const NEEDED: [RollField; 8] = [
    RollField::Actor,
    RollField::Office,
    RollField::GivenNames,
    RollField::FirstSurname,
    RollField::Sex,
    RollField::Role,
    RollField::NotificationEmail,
    RollField::NotificationPhone,
];

/// Which column of a sheet is which.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layout {
    /// The sheet's name, where it has one.
    pub sheet: Option<String>,
    /// Its columns, by place.
    pub columns: Vec<RollColumn>,
    /// How many of the sheet's rows come before the first candidacy's.
    pub before: usize,
    /// The number of the row of the headings.
    pub header: u32,
    places: BTreeMap<RollField, usize>,
}

impl Layout {
    /// Where the column of a field is.
    #[must_use]
    pub fn place(&self, field: RollField) -> Option<usize> {
        self.places.get(&field).copied()
    }

    /// Something about one cell.
    #[must_use]
    pub fn issue(&self, row: u32, at: usize, code: &str, detail: impl Into<String>) -> BulkIssue {
        let field = self.columns.get(at).and_then(|it| it.field);
        BulkIssue {
            row: Some(row),
            column: Some(letters(at)),
            cell: Some(address(row, at)),
            field: field.map(|it| it.code().to_owned()),
            label: field.map(|it| it.label().to_owned()),
            section: None,
            code: code.to_owned(),
            detail: detail.into(),
        }
    }

    /// Something about a field of a row: at its cell, or at what stands for it, else at the row.
    #[must_use]
    pub fn issue_of(
        &self,
        row: u32,
        field: RollField,
        code: &str,
        detail: impl Into<String>,
    ) -> BulkIssue {
        let stand_ins: &[RollField] = match field {
            RollField::Territory => &[RollField::Municipality, RollField::District],
            RollField::Age => &[RollField::BirthDate],
            RollField::BirthDate => &[RollField::Age],
            _ => &[],
        };
        let mut fields = std::iter::once(&field).chain(stand_ins);
        match fields.find_map(|it| self.place(*it)) {
            Some(at) => self.issue(row, at, code, detail),
            None => BulkIssue {
                row: Some(row),
                field: Some(field.code().to_owned()),
                label: Some(field.label().to_owned()),
                detail: detail.into(),
                ..about_file(code, "")
            },
        }
    }

    /// What no candidacy can do without and the headings lack.
    #[must_use]
    pub fn lacking(&self) -> Vec<BulkIssue> {
        let lacks = |it: &RollField| self.place(*it).is_none();
        let mut missing: Vec<RollField> = NEEDED.into_iter().filter(lacks).collect();
        if lacks(&RollField::Age) && lacks(&RollField::BirthDate) {
            missing.push(RollField::Age);
        }
        let told = |it: RollField| {
            let detail = format!(
                "Falta la columna «{}». Si el archivo la tiene con otro encabezado, dígalo en «Columnas del \
                 archivo»; si no, agréguela.",
                it.label()
            );
            BulkIssue {
                row: Some(self.header),
                field: Some(it.code().to_owned()),
                label: Some(it.label().to_owned()),
                ..about_file("missing_column", detail)
            }
        };
        missing.into_iter().map(told).collect()
    }
}

/// Something about the whole file.
pub fn about_file(code: &str, detail: impl Into<String>) -> BulkIssue {
    BulkIssue {
        row: None,
        column: None,
        cell: None,
        field: None,
        label: None,
        section: None,
        code: code.to_owned(),
        detail: detail.into(),
    }
}

/// What is said of a file without headings.
#[must_use]
pub fn no_headings() -> BulkIssue {
    about_file(
        "no_header",
        "El archivo no tiene un renglón de encabezados: escriba en el primer renglón qué contiene cada \
         columna (actor político, cargo, municipio, nombre…).",
    )
}

/// The sheet with the candidacies and its columns: the one with most known headings, a hidden one only
/// where no other has any; with remarks on what else is there.
///
/// # Errors
/// No sheet has headings.
pub fn choose_sheet(book: Book, kept: &[RollHeading]) -> Option<(Sheet, Layout, Vec<BulkIssue>)> {
    let fitness = |it: &Sheet| {
        let known = best_row(it, kept).map_or(0, |(_, known)| known);
        (known.min(1) == 1 && !it.hidden, known)
    };
    let mut sheets: Vec<(usize, Sheet)> = book.sheets.into_iter().enumerate().collect();
    // Of several that fit as well, the first.
    sheets.sort_by_key(|(at, it)| (std::cmp::Reverse(fitness(it)), *at));
    let mut sheets = sheets.into_iter().map(|(_, it)| it);
    let chosen = sheets.next();
    let layout = chosen.as_ref().and_then(|it| layout_of(it, kept));
    let (sheet, layout) = chosen.zip(layout)?;
    let unread = sheets.filter(|it| !it.rows.is_empty()).map(|it| {
        let name = it.name.unwrap_or_default();
        about_file("unread_sheet", format!("La hoja «{name}» no se lee."))
    });
    let unread = unread.collect();
    Some((sheet, layout, unread))
}

/// The row of headings with the number of those that are known: of the first rows the one with most; where none
/// has enough, the first with as many cells.
fn best_row(sheet: &Sheet, kept: &[RollHeading]) -> Option<(usize, usize)> {
    let top = sheet.rows.iter().take(HEADINGS_WITHIN).enumerate();
    let known = |row: &Row| {
        row.cells
            .iter()
            .filter(|it| is_known(&it.text, kept))
            .count()
    };
    let best = top.clone().map(|(at, row)| (at, known(row)));
    let best = best.max_by_key(|(at, known)| (*known, std::cmp::Reverse(*at)));
    let filled = |row: &Row| row.cells.iter().filter(|it| !it.is_blank()).count();
    best.filter(|(_, known)| *known >= KNOWN_HEADINGS)
        .or_else(|| {
            let mut top = top;
            top.find(|(_, row)| filled(row) >= KNOWN_HEADINGS)
                .map(|(at, row)| (at, known(row)))
        })
}

fn is_known(heading: &str, kept: &[RollHeading]) -> bool {
    kept_for(heading, kept)
        .map_or_else(|| guessed(heading), |it| it.field)
        .is_some()
}

fn kept_for<'k>(heading: &str, kept: &'k [RollHeading]) -> Option<&'k RollHeading> {
    let wanted = heading_key(heading);
    kept.iter().find(|it| heading_key(&it.heading) == wanted)
}

/// The columns of a sheet. A field has one column: what was kept comes first, then the first heading
/// that sounds like it.
fn layout_of(sheet: &Sheet, kept: &[RollHeading]) -> Option<Layout> {
    let (at, _) = best_row(sheet, kept)?;
    let header = sheet.rows.get(at)?;
    let headings: Vec<String> = header
        .cells
        .iter()
        .map(|it| single_line(&it.text))
        .collect();
    let mut places = BTreeMap::new();
    for (place, heading) in headings.iter().enumerate() {
        if let Some(field) = kept_for(heading, kept).and_then(|it| it.field) {
            places.entry(field).or_insert(place);
        }
    }
    for (place, heading) in headings.iter().enumerate() {
        if let (None, Some(field)) = (kept_for(heading, kept), guessed(heading)) {
            places.entry(field).or_insert(place);
        }
    }
    let column = |(place, heading): (usize, &String)| {
        let field = places.iter().find(|(_, at)| **at == place).map(|it| *it.0);
        let source = match field {
            None => RollColumnSource::Unread,
            Some(_) if kept_for(heading, kept).is_some() => RollColumnSource::Kept,
            Some(_) => RollColumnSource::Guessed,
        };
        RollColumn {
            letter: letters(place),
            heading: heading.clone(),
            field,
            source,
        }
    };
    Some(Layout {
        sheet: sheet.name.clone(),
        columns: headings.iter().enumerate().map(column).collect(),
        before: at + 1,
        header: header.number,
        places,
    })
}

#[cfg(test)]
#[path = "columns_tests.rs"]
mod columns_tests;
