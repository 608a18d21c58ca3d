//! A report as a workbook: a sheet that says what it is, then one for each table.

use conoceles_shared::reports::{Report, ReportCell, ReportTable};
use conoceles_shared::time::spanish_deadline;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use crate::capture::bulk::neutral;
use crate::core::error::Failure;

/// The media type of XLSX.
pub const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The longest name that a sheet may have.
const LONGEST_NAME: usize = 31;

/// The report as XLSX.
///
/// # Errors
/// Never in practice.
pub fn workbook_of(report: &Report) -> Result<Vec<u8>, Failure> {
    book(report).map_err(|error| Failure::Internal(format!("xlsx: {error}")))
}

fn book(report: &Report) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let created = ExcelDateTime::from_timestamp(report.head.drawn_at.timestamp())?;
    book.set_properties(
        &DocProperties::new()
            .set_title(report.head.title())
            .set_creation_datetime(&created),
    );
    about(book.add_worksheet(), report)?;
    for (place, table) in (1_u32..).zip(&report.tables) {
        write_table(book.add_worksheet(), place, table)?;
    }
    book.save_to_buffer()
}

fn about(sheet: &mut Worksheet, report: &Report) -> Result<(), XlsxError> {
    sheet.set_name("Informe")?.set_column_width(0, 110)?;
    let bold = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    write_words(sheet, 0, 0, &report.head.title(), &bold)?;
    let mut lines = vec![format!("Corte: {}.", spanish_deadline(report.head.cutoff))];
    lines.push(report.base.clone());
    if let Some(since) = &report.since {
        let at = spanish_deadline(since.cutoff);
        lines.push(format!(
            "Cambio respecto del informe {}, {at}.",
            since.number
        ));
    }
    if report.head.election.drill {
        lines.push("Simulacro: no es una elección real.".to_owned());
    }
    lines.extend(report.notices.iter().cloned());
    for (row, line) in (1..).zip(&lines) {
        write_words(sheet, row, 0, line, &wrapped)?;
    }
    Ok(())
}

fn write_table(sheet: &mut Worksheet, place: u32, table: &ReportTable) -> Result<(), XlsxError> {
    sheet
        .set_name(sheet_name(place, &table.title))?
        .set_column_width(0, 42)?
        .set_freeze_panes(1, 1)?;
    let plain = Format::new();
    let head = Format::new().set_bold().set_text_wrap();
    write_words(sheet, 0, 0, &table.row_label, &head)?;
    for (at, column) in (1..).zip(&table.columns) {
        sheet.set_column_width(at, 16)?;
        write_words(sheet, 0, at, &column.label, &head)?;
    }
    let rows = table.rows.iter().map(|it| (it.label.as_str(), &it.cells));
    let total = table.total.iter().map(|cells| ("Total", cells));
    for (row, (label, cells)) in (1..).zip(rows.chain(total)) {
        write_words(sheet, row, 0, label, &plain)?;
        for (at, cell) in (1..).zip(cells) {
            write_cell(sheet, row, at, cell)?;
        }
    }
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    at: u16,
    cell: &ReportCell,
) -> Result<(), XlsxError> {
    match cell.number {
        Some(number) => sheet.write_number(row, at, number).map(|_| ()),
        None => write_words(sheet, row, at, &cell.text, &Format::new()),
    }
}

fn write_words(
    sheet: &mut Worksheet,
    row: u32,
    at: u16,
    text: &str,
    look: &Format,
) -> Result<(), XlsxError> {
    let quoted = look.clone().set_quote_prefix();
    let look = if neutral::starts_formula(text) {
        &quoted
    } else {
        look
    };
    sheet.write_string_with_format(row, at, neutral::guarded(text), look)?;
    Ok(())
}

/// A name that no other sheet has, without what a name may not hold.
fn sheet_name(place: u32, title: &str) -> String {
    let title = title.replace(['[', ']', ':', '*', '?', '/', '\\', '¿', '\''], "");
    let name = format!("{place} {title}");
    let mut units = 0;
    name.chars()
        .take_while(|it| {
            units += it.len_utf16();
            units <= LONGEST_NAME
        })
        .collect()
}
