//! The rows of a sheet that are candidacies, each cell as it was typed: what a spreadsheet made of
//! it is told, and where that cannot be undone the cell stops the import or stays unpublished.

use std::collections::HashMap;

use conoceles_shared::lost_letters::lost_letters;
use conoceles_shared::text::fold;

use super::columns::{ANSWERS, Column, Columns};
use super::file_row::Row;
use super::finding::{Finding, short_list};
use crate::core::sheets::grid::{Area, Cell, Row as SheetRow, Sheet, address};
use crate::core::sheets::slips::{Slip, looks_like_date};

/// What a row that is no candidacy begins with.
const BELOW: [&str; 14] = [
    "total",
    "subtotal",
    "gran total",
    "suma",
    "fuente",
    "nota",
    "notas",
    "elabor",
    "actualiz",
    "fecha de corte",
    "corte al",
    "*",
    "observaci",
    "informacion",
];
/// The first serial numbers of dates that a list could have been: 1 January 2000 to 2050.
const SERIALS: std::ops::Range<u32> = 36_526..54_789;

/// What parts a short name from the long one in the legend below a list; no person's name holds it.
const LEGEND: [&str; 3] = [":", "=", " - "];

/// The rows below a header.
#[derive(Debug, Default)]
pub struct Rows {
    /// In the order of the file.
    pub rows: Vec<Row>,
    /// What stops the import.
    pub errors: Vec<Finding>,
    /// What does not.
    pub warnings: Vec<Finding>,
}

/// Takes the rows below the header.
pub fn candidacy_rows(sheet: &Sheet, columns: &Columns) -> Rows {
    let below = sheet.rows.get(columns.at + 1..).unwrap_or_default();
    let mut tidier = Tidier {
        columns,
        merged: Merged::of(sheet, below, columns),
        found: Rows::default(),
        formulas: Vec::new(),
        mended: Vec::new(),
        serials: serial_positions(below, columns),
    };
    let nexts = below.iter().skip(1).map(Some).chain([None]);
    for (row, next) in below.iter().zip(nexts) {
        if let Some(what) = tidier.wrong_width(row, next) {
            let finding = columns.at_row(row.number, what);
            tidier.found.errors.push(finding);
        }
        tidier.row(row);
    }
    tidier.finish()
}

/// Values of merged cells for the rows that they cover, and cells that cannot have one.
#[derive(Default)]
struct Merged {
    values: HashMap<(u32, usize), String>,
    wrong: HashMap<(u32, usize), Area>,
    used: Vec<Area>,
}

impl Merged {
    fn of(sheet: &Sheet, below: &[SheetRow], columns: &Columns) -> Self {
        let mut merged = Self::default();
        let Some(first) = below.first().map(|it| it.number) else {
            return merged;
        };
        for area in sheet.merged.iter().filter(|it| it.rows.1 >= first) {
            let own = |(column, at): (Column, usize)| {
                (area.columns.0..=area.columns.1)
                    .contains(&at)
                    .then_some((column, at))
            };
            let covered: Vec<(Column, usize)> = columns.known().filter_map(own).collect();
            if covered.is_empty() {
                continue;
            }
            let within = within(below, area);
            let top = within.first().filter(|it| it.number == area.rows.0);
            let text = top.map_or("", |it| it.text(area.columns.0));
            let single = area.columns.0 == area.columns.1;
            let mut used = false;
            for row in within {
                for (column, at) in &covered {
                    if !area.covers(row.number, *at) {
                        continue;
                    }
                    if single && is_context(*column) && area.rows.0 >= first {
                        merged.values.insert((row.number, *at), text.to_owned());
                        used = true;
                    } else {
                        merged.wrong.insert((row.number, *at), *area);
                    }
                }
            }
            if used {
                merged.used.push(*area);
            }
        }
        merged
    }
}

/// The rows that an area covers: they come in the order of their numbers.
fn within<'r>(rows: &'r [SheetRow], area: &Area) -> &'r [SheetRow] {
    let from = rows.partition_point(|it| it.number < area.rows.0);
    let to = rows.partition_point(|it| it.number <= area.rows.1);
    rows.get(from..to).unwrap_or_default()
}

/// Columns whose value several candidacies may share.
fn is_context(column: Column) -> bool {
    matches!(
        column,
        Column::Actor
            | Column::Party
            | Column::Coalition
            | Column::CoalitionParties
            | Column::Office
            | Column::Principle
            | Column::Entity
            | Column::District
            | Column::Circumscription
            | Column::Municipality
            | Column::Position
    )
}

/// Whether a number in the column of positions that would be a date is an exception there.
fn serial_positions(below: &[SheetRow], columns: &Columns) -> bool {
    let place = columns.known().find(|(it, _)| *it == Column::Position);
    let Some((_, at)) = place else {
        return false;
    };
    let numbers: Vec<u32> = below
        .iter()
        .map(|it| it.cell(at))
        .filter(|it| it.slip.is_none())
        .filter_map(|it| without_decimals(it.text.trim()).parse().ok())
        .collect();
    let serials = numbers.iter().filter(|it| SERIALS.contains(*it)).count();
    serials * 2 < numbers.len()
}

struct Tidier<'a> {
    columns: &'a Columns,
    merged: Merged,
    found: Rows,
    /// Cells whose value is a formula's.
    formulas: Vec<String>,
    /// Cells whose letters were put right.
    mended: Vec<String>,
    serials: bool,
}

impl Tidier<'_> {
    fn row(&mut self, row: &SheetRow) {
        if let Some(what) = self.no_candidacy(row) {
            let finding = self.columns.at_row(row.number, what);
            self.found.warnings.push(finding);
            return;
        }
        let mut cells: Vec<String> = row.cells.iter().map(|it| clean(&it.text)).collect();
        for (column, at) in self.columns.known() {
            let text = self.cell(row, column, at);
            if cells.len() <= at {
                cells.resize_with(at + 1, String::new);
            }
            if let Some(cell) = cells.get_mut(at) {
                *cell = text;
            }
        }
        self.found.rows.push(Row {
            number: row.number,
            cells,
        });
    }

    /// What is wrong with the number of cells that a text has; a workbook has no number of them. Empty
    /// cells at the end are left out by the programs that write such files; one that is broken in two
    /// lines loses its end.
    fn wrong_width(&self, row: &SheetRow, next: Option<&SheetRow>) -> Option<String> {
        let width = self.columns.width;
        let found = row.written?;
        if self.no_candidacy(row).is_some() {
            return None;
        }
        if row.cells.iter().skip(width).any(|it| !it.is_blank()) {
            return Some(format!(
                "tiene {found} columnas; se esperaban {width}: un texto con el signo que separa las columnas \
                 debe ir entre comillas (\")"
            ));
        }
        let rest = next
            .filter(|it| it.number == row.number + 1)
            .and_then(|it| it.written);
        let is_broken = found < width && rest.is_some_and(|it| found + it == width + 1);
        is_broken.then(|| {
            format!(
                "tiene {found} columnas y la siguiente las que le faltan para {width}: un texto con saltos de \
                 línea debe ir entre comillas (\")"
            )
        })
    }

    /// Why a row is no candidacy, if it is none: a total, a note, the header again.
    fn no_candidacy(&self, row: &SheetRow) -> Option<&'static str> {
        let again = |(it, at): &(Column, usize)| {
            !row.text(*at).is_empty() && row.text(*at).trim() == self.columns.name(*it)
        };
        let known: Vec<(Column, usize)> = self.columns.known().collect();
        if known.iter().filter(|it| again(it)).count() >= 3 {
            return Some("repite el encabezado; no se importa");
        }
        let filled: Vec<&Cell> = row.cells.iter().filter(|it| !it.is_blank()).collect();
        let first = filled.first().map_or_else(String::new, |it| fold(&it.text));
        let said = BELOW.iter().any(|it| first.trim_start().starts_with(it));
        let blank = |wanted: &[Column]| {
            known
                .iter()
                .filter(|(it, _)| wanted.contains(it))
                .all(|(_, at)| row.cell(*at).is_blank())
        };
        let nameless = blank(&[
            Column::Name,
            Column::GivenNames,
            Column::Surnames,
            Column::FirstSurname,
        ]);
        let placeless = blank(&[Column::Office, Column::Entity]);
        let few = filled.len() <= 2;
        let alone = filled.len() == 1;
        let legend = alone && LEGEND.iter().any(|it| first.contains(it));
        if (nameless && (said || (few && placeless))) || (said && alone) || legend {
            Some(if first.contains("total") || first.starts_with("suma") {
                "es un total, no una candidatura; no se importa"
            } else {
                "es una nota, no una candidatura; no se importa"
            })
        } else {
            None
        }
    }

    /// The text of a cell, empty where it is lost.
    fn cell(&mut self, row: &SheetRow, column: Column, at: usize) -> String {
        let place = (row.number, at);
        if let Some(area) = self.merged.wrong.get(&place) {
            let what = format!(
                "está en celdas combinadas ({}); sepárelas y escriba en cada una su valor",
                area.named()
            );
            return self.wrong(row, column, what);
        }
        let cell = row.cell(at);
        let text = match self.merged.values.get(&place) {
            Some(value) => clean(value),
            None => clean(&cell.text),
        };
        if cell.mended {
            self.mended.push(address(row.number, at));
        }
        let slip = match cell.slip {
            Some(Slip::Formula) if text.is_empty() => Some(Slip::Formula),
            Some(Slip::Formula) => {
                self.formulas.push(address(row.number, at));
                Slip::of(&text)
            }
            other => other,
        };
        if let Some(slip) = slip.or_else(|| self.changed(column, &text)) {
            return self.lost(row, column, slip);
        }
        if ANSWERS.contains(&column)
            && let Some(loss) = lost_letters(&text)
        {
            let finding = self.columns.at_cell(row.number, column, loss.told());
            self.found.warnings.push(finding);
        }
        if matches!(column, Column::Phone | Column::Age) || is_context(column) {
            return without_decimals(&text).to_owned();
        }
        text
    }

    /// What a text in a column of numbers and places shows of a date.
    fn changed(&self, column: Column, text: &str) -> Option<Slip> {
        let number = || without_decimals(text).parse::<u32>().ok();
        let date = match column {
            Column::District | Column::Circumscription => {
                looks_like_date(text) || number().is_some_and(|it| it > 999)
            }
            Column::Position => {
                looks_like_date(text)
                    || (self.serials && number().is_some_and(|it| SERIALS.contains(&it)))
            }
            Column::Municipality | Column::Age | Column::Phone => looks_like_date(text),
            _ => false,
        };
        date.then_some(Slip::Date)
    }

    fn lost(&mut self, row: &SheetRow, column: Column, slip: Slip) -> String {
        let told = slip.told();
        // Letters that were lost may be had again from where the file comes from.
        if ANSWERS.contains(&column) && slip != Slip::Garbled {
            let what = format!("{told}; esta respuesta no se publica");
            let finding = self.columns.at_cell(row.number, column, what);
            self.found.warnings.push(finding);
            return String::new();
        }
        let advice = match slip {
            Slip::Formula => "abra el archivo en su programa y guárdelo, o escriba el valor",
            Slip::Merged => "sepárelas",
            Slip::Garbled => {
                "guarde de nuevo el archivo de origen como XLSX o «CSV UTF-8», o escriba la celda otra vez"
            }
            _ => "dé a la celda formato de texto y escriba de nuevo el valor",
        };
        self.wrong(row, column, format!("{told}; {advice}"))
    }

    /// An error of the cell; its text is not used any further.
    fn wrong(&mut self, row: &SheetRow, column: Column, what: String) -> String {
        let finding = self.columns.at_cell(row.number, column, what);
        self.found.errors.push(finding);
        String::new()
    }

    fn finish(mut self) -> Rows {
        let sheet = self.columns.sheet.as_deref();
        for area in &self.merged.used {
            self.found.warnings.push(Finding::sheet(
                sheet,
                format!(
                    "{} son celdas combinadas; su valor se tomó para cada una de sus filas",
                    area.named()
                ),
            ));
        }
        for (cells, what) in [
            (
                &self.formulas,
                "hay fórmulas; se tomó el valor guardado con ellas",
            ),
            (
                &self.mended,
                "hay letras que venían en otra codificación y se corrigieron; revíselas",
            ),
        ] {
            if !cells.is_empty() {
                let text = format!("{what}: {}", short_list(cells));
                self.found.warnings.push(Finding::sheet(sheet, text));
            }
        }
        self.found
    }
}

/// Without outer white space and non-breaking spaces.
fn clean(cell: &str) -> String {
    cell.replace('\u{a0}', " ").trim().to_owned()
}

/// A whole number as a program writes it: `901100.0`.
fn without_decimals(text: &str) -> &str {
    let Some((whole, decimals)) = text.split_once('.') else {
        return text;
    };
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|sign| sign.is_ascii_digit());
    if digits(whole) && !decimals.is_empty() && decimals.bytes().all(|it| it == b'0') {
        whole
    } else {
        text
    }
}

#[cfg(test)]
#[path = "rows_tests.rs"]
mod rows_tests;
