//! Writing the sheet: the template with what is stored, and the annotated copy of an upload.

use std::collections::BTreeMap;

use conoceles_shared::catalogues::catalogue;
use conoceles_shared::problem::Code;
use conoceles_shared::questionnaire::{FieldKind, FieldSpec, Limits};
use conoceles_shared::time::Instant;
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Formula, Note, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use super::columns::Column;
use super::{cells, guide, neutral};
use crate::core::error::Failure;

/// The name of the sheet with the candidacies.
pub const CANDIDACIES: &str = "Candidaturas";
/// The hidden sheet with the options of the drop-down lists.
const OPTIONS: &str = "Catálogos";
/// The longest text that a cell of XLSX holds.
const CELL_MAX: usize = 32_767;
/// The longest message beside a cell, and the longest title of one.
const MESSAGE_MAX: usize = 255;
const TITLE_MAX: usize = 32;

/// A sheet to be written. Rows and columns count from 0, as the writer's do.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Which column is which.
    pub columns: Vec<Option<Column>>,
    /// The rows of the header.
    pub header: Vec<u32>,
    /// The texts of the cells, by row.
    pub rows: BTreeMap<u32, Vec<String>>,
    /// What is said beside a cell.
    pub notes: BTreeMap<(u32, u16), String>,
}

impl Sheet {
    /// The header of the template: keys for programs above labels for people.
    pub fn with_header() -> Self {
        let columns = Column::all();
        let keys = columns.iter().map(|it| it.key().to_owned()).collect();
        let labels = columns.iter().map(|it| it.label().to_owned()).collect();
        Self {
            columns: columns.into_iter().map(Some).collect(),
            header: vec![0, 1],
            rows: BTreeMap::from([(0, keys), (1, labels)]),
            notes: BTreeMap::new(),
        }
    }

    /// Writes it as CSV in UTF-8 with a mark, which spreadsheets need to see that it is.
    ///
    /// # Errors
    /// Never in practice.
    pub fn csv(&self) -> Result<Vec<u8>, Failure> {
        let failed = |_| Failure::internal("csv: not written");
        let mut writer = csv::WriterBuilder::new()
            .flexible(true)
            .terminator(csv::Terminator::CRLF)
            .from_writer("\u{feff}".as_bytes().to_vec());
        for row in self.rows.values() {
            let cells = row.iter().map(|it| neutral::neutralised(it).into_owned());
            writer.write_record(cells).map_err(failed)?;
        }
        writer
            .into_inner()
            .map_err(|_| Failure::internal("csv: not written"))
    }

    /// Writes it as XLSX.
    ///
    /// # Errors
    /// 413 where a text is longer than a cell can be.
    pub fn xlsx(&self, limits: &Limits, now: Instant) -> Result<Vec<u8>, Failure> {
        self.book(limits, now).map_err(|error| match error {
            XlsxError::MaxStringLengthExceeded => Failure::new(
                Code::TooLarge,
                "Un texto es más largo de lo que admite una celda de XLSX; use la plantilla CSV.",
            ),
            error => Failure::Internal(format!("xlsx: {error}")),
        })
    }

    fn book(&self, limits: &Limits, now: Instant) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let created = ExcelDateTime::from_timestamp(now.timestamp())?;
        book.set_properties(
            &DocProperties::new()
                .set_title("Candidaturas: cuestionario curricular")
                .set_creation_datetime(&created),
        );
        let looks = Looks::new();
        let sheet = book.add_worksheet();
        sheet.set_name(CANDIDACIES)?;
        self.shape(sheet, &looks)?;
        for (row, cells) in &self.rows {
            for (at, text) in (0_u16..).zip(cells) {
                self.write_cell(sheet, *row, at, text, &looks)?;
            }
        }
        self.lists(sheet, limits)?;
        guide::write(book.add_worksheet(), limits)?;
        options(book.add_worksheet())?;
        book.save_to_buffer()
    }

    /// Widths, panes, and what is locked.
    fn shape(&self, sheet: &mut Worksheet, looks: &Looks) -> Result<(), XlsxError> {
        for (at, column) in (0_u16..).zip(&self.columns) {
            let (width, look) = match column {
                Some(Column::Answer(field)) if field.kind == FieldKind::LongText => {
                    (60, &looks.open)
                }
                Some(Column::Answer(_) | Column::PhotoFile) => (30, &looks.open),
                Some(Column::Versions | Column::Notes) => (60, &looks.locked),
                Some(_) => (26, &looks.locked),
                None => (20, &looks.open),
            };
            sheet.set_column_width(at, width)?;
            sheet.set_column_format(at, look)?;
        }
        for row in self.rows.keys().filter(|it| !self.header.contains(it)) {
            sheet.set_row_height(*row, 75)?;
        }
        if let Some(labels) = self.header.last() {
            // Three lines: not every program makes a row as high as its texts.
            sheet.set_row_height(*labels, 48)?;
        }
        let below = self.header.last().map_or(0, |it| it.saturating_add(1));
        let leading = self
            .columns
            .iter()
            .take_while(|it| matches!(it, Some(Column::Id | Column::Name)))
            .count();
        sheet.set_freeze_panes(below, u16::try_from(leading).unwrap_or(0))?;
        // Without a password: against slips, not against people.
        sheet.protect_with_options(&ProtectionOptions {
            format_cells: true,
            format_columns: true,
            format_rows: true,
            ..ProtectionOptions::default()
        });
        Ok(())
    }

    fn write_cell(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        at: u16,
        text: &str,
        looks: &Looks,
    ) -> Result<(), XlsxError> {
        let column = self.columns.get(usize::from(at)).copied().flatten();
        let note = self.notes.get(&(row, at));
        let look = if note.is_some() {
            &looks.marked
        } else if self.header.contains(&row) {
            &looks.header
        } else {
            match column {
                None | Some(Column::Answer(_) | Column::PhotoFile) => {
                    if neutral::starts_formula(text) {
                        &looks.quoted
                    } else {
                        &looks.open
                    }
                }
                Some(_) => &looks.locked,
            }
        };
        if let Some(note) = note {
            let note = Note::new(note).add_author_prefix(false).set_width(320);
            sheet.insert_note(row, at, &note)?;
        }
        if text.is_empty() {
            sheet.write_blank(row, at, look)?;
        } else {
            sheet.write_string_with_format(row, at, neutral::guarded(text), look)?;
        }
        Ok(())
    }

    /// Drop-down lists for catalogues, and for the rest what is asked.
    fn lists(&self, sheet: &mut Worksheet, limits: &Limits) -> Result<(), XlsxError> {
        let data = || self.rows.keys().filter(|it| !self.header.contains(it));
        let (Some(first), Some(last)) = (data().min().copied(), data().max().copied()) else {
            return Ok(());
        };
        for (at, column) in (0_u16..).zip(&self.columns) {
            let Some(Column::Answer(field)) = column else {
                continue;
            };
            let list = match lists().position(|(name, _)| FieldKind::Catalogue(name) == field.kind)
            {
                Some(place) => {
                    let range = range(place);
                    DataValidation::new()
                        .allow_list_formula(Formula::new(range))
                        .set_error_title("Opción no válida")?
                        .set_error_message("Elija una opción de la lista.")?
                }
                None => DataValidation::new().allow_any_value(),
            };
            let list = list
                .set_input_title(cut(guide::short(field), TITLE_MAX))?
                .set_input_message(cut(&guide::asked(field, limits), MESSAGE_MAX))?;
            sheet.add_data_validation(first, at, last, at, &list)?;
        }
        Ok(())
    }
}

/// The catalogues that fields name, with their options as they are shown.
fn lists() -> impl Iterator<Item = (&'static str, Vec<String>)> {
    Column::all().into_iter().filter_map(|column| match column {
        Column::Answer(FieldSpec {
            kind: FieldKind::Catalogue(name),
            ..
        }) => {
            let labels = catalogue(name).unwrap_or_default();
            let labels = labels.into_iter().map(|(_, label)| label);
            let options = labels.chain([cells::declined().to_owned()]).collect();
            Some((*name, options))
        }
        _ => None,
    })
}

/// Where the options of a list stand.
fn range(place: usize) -> String {
    let letter = u16::try_from(place).map_or_else(
        |_| String::new(),
        rust_xlsxwriter::utility::column_number_to_name,
    );
    let count = lists().nth(place).map_or(0, |(_, options)| options.len());
    format!("='{OPTIONS}'!${letter}$1:${letter}${count}")
}

fn options(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(OPTIONS)?.set_hidden(true);
    for (at, (_, options)) in (0_u16..).zip(lists()) {
        for (row, option) in (0_u32..).zip(options) {
            sheet.write_string(row, at, option)?;
        }
    }
    Ok(())
}

/// A text that fits into a cell of XLSX.
pub fn fitting(text: &str) -> String {
    cut(text, CELL_MAX - 1)
}

/// The beginning of a text, in as many UTF-16 units as the format counts.
fn cut(text: &str, max: usize) -> String {
    if text.encode_utf16().count() <= max {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut length = 1;
    for letter in text.chars() {
        length += letter.len_utf16();
        if length > max {
            break;
        }
        out.push(letter);
    }
    out + "…"
}

/// How cells look.
struct Looks {
    header: Format,
    locked: Format,
    open: Format,
    quoted: Format,
    marked: Format,
}

impl Looks {
    fn new() -> Self {
        // Format @: whatever is typed stays the text that was typed.
        let text = Format::new()
            .set_num_format("@")
            .set_align(FormatAlign::Top)
            .set_text_wrap();
        let open = text.clone().set_unlocked();
        Self {
            header: text
                .clone()
                .set_bold()
                .set_background_color(Color::RGB(0x00E6_E6E6))
                .set_border_bottom(FormatBorder::Thin),
            locked: text.set_background_color(Color::RGB(0x00F2_F2F2)),
            quoted: open.clone().set_quote_prefix(),
            marked: open
                .clone()
                .set_background_color(Color::RGB(0x00FF_D9D9))
                .set_border(FormatBorder::Medium)
                .set_border_color(Color::RGB(0x00B0_0020)),
            open,
        }
    }
}

#[cfg(test)]
#[path = "sheet_tests.rs"]
mod sheet_tests;
