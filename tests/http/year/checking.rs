//! What must be so at the end of a year: no figure differs, the final report adds up, the logs verify.

use std::io::{Cursor, Read as _};

use conoceles_tests::eventually;
use conoceles_tests::pdf_text::texts_of_pdf;
use serde_json::Value;
use zip::ZipArchive;

use super::{Person, Server, Year};

fn table<'a>(report: &'a Value, id: &str) -> &'a Value {
    let tables = report["tables"].as_array().unwrap();
    tables.iter().find(|it| it["id"] == id).unwrap()
}

/// The number of a measure in the general table.
fn total(report: &Value, measure: &str) -> f64 {
    let rows = table(report, "totals")["rows"].as_array().unwrap();
    let row = rows.iter().find(|it| it["code"] == measure).unwrap();
    row["cells"][0]["number"].as_f64().unwrap()
}

/// Every number on the screen is in the CSV and in the workbook, in its place, and every cell is in the PDF.
pub async fn formats_agree(year: &Year<'_>) {
    for kind in ["board", "observations"] {
        let path = year.board(kind);
        let report = year.observer.get(&path).await.ok();
        let pdf = year.observer.get(&format!("{path}/pdf")).await;
        pdf_says_the_same(&pdf.bytes, &report);
        for (at, table) in report["tables"].as_array().unwrap().iter().enumerate() {
            let id = table["id"].as_str().unwrap();
            let shown = numbers_of(table);
            let csv = year.observer.get(&format!("{path}/csv?table={id}")).await;
            assert_eq!(numbers_of_csv(&csv.bytes, table), shown, "{kind} {id}: CSV");
            let book = year.observer.get(&format!("{path}/xlsx")).await;
            let sheets = numbers_of_sheets(&book.bytes);
            assert!(
                sheets.iter().any(|it| contains(it, &shown)),
                "{kind} {id} ({at}): XLSX"
            );
        }
    }
}

/// The numbers of a table's rows, row by row.
fn numbers_of(table: &Value) -> Vec<f64> {
    let rows = table["rows"].as_array().unwrap().iter();
    let cells = rows.flat_map(|it| it["cells"].as_array().unwrap());
    cells.filter_map(|it| it["number"].as_f64()).collect()
}

/// The same of the CSV: of the cells that are numbers on the screen.
fn numbers_of_csv(bytes: &[u8], table: &Value) -> Vec<f64> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let lines: Vec<_> = reader.records().map(Result::unwrap).collect();
    let rows = table["rows"].as_array().unwrap();
    let mut found = Vec::new();
    for (row, line) in rows.iter().zip(&lines) {
        for (at, cell) in row["cells"].as_array().unwrap().iter().enumerate() {
            if cell["number"].is_number() {
                found.push(line[at + 1].parse().unwrap());
            }
        }
    }
    found
}

/// The numbers of each sheet of a workbook, in their order.
fn numbers_of_sheets(book: &[u8]) -> Vec<Vec<f64>> {
    let mut zip = ZipArchive::new(Cursor::new(book)).unwrap();
    let names: Vec<_> = zip
        .file_names()
        .map(|it| it.unwrap().into_owned())
        .collect();
    let sheets = names
        .iter()
        .filter(|it| it.starts_with("xl/worksheets/sheet"));
    let mut all = Vec::new();
    for name in sheets {
        let mut xml = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut xml).unwrap();
        let cells = xml.split("<c ").skip(1);
        // Texts are numbers of a table of texts, or stand inline.
        let numbers = cells.filter(|it| !it.split('>').next().unwrap().contains("t=\""));
        let values =
            numbers.filter_map(|it| it.split("<v>").nth(1)?.split("</v>").next()?.parse().ok());
        all.push(values.collect());
    }
    all
}

/// How many columns of a table stand side by side on a page (`pdf/src/report.rs`).
const SIDE_BY_SIDE: usize = 5;

/// Every row of every table is in the PDF, cell by cell and in the order of the screen.
fn pdf_says_the_same(pdf: &[u8], report: &Value) {
    let texts: Vec<String> = texts_of_pdf(pdf).iter().map(|it| squeezed(it)).collect();
    let mut from = 0;
    for table in report["tables"].as_array().unwrap() {
        let rows = rows_as_shown(table);
        let columns = table["columns"].as_array().unwrap().len();
        for first in (0..columns).step_by(SIDE_BY_SIDE) {
            for (label, cells) in &rows {
                let group = cells.iter().skip(first).take(SIDE_BY_SIDE);
                let row: Vec<&str> = [label]
                    .into_iter()
                    .chain(group)
                    .map(String::as_str)
                    .collect();
                let found = (from..texts.len()).find_map(|it| end_of_row(&texts, it, &row));
                from =
                    found.unwrap_or_else(|| panic!("{}: {row:?} is not in the PDF", table["id"]));
            }
        }
    }
    assert!(from > 0, "a report without a row");
}

/// The rows of a table with the total, as they are read.
fn rows_as_shown(table: &Value) -> Vec<(String, Vec<String>)> {
    let texts = |cells: &Value| {
        let all = cells.as_array().unwrap().iter();
        all.map(|it| squeezed(it["text"].as_str().unwrap()))
            .collect()
    };
    let rows = table["rows"].as_array().unwrap().iter();
    let rows = rows.map(|it| (squeezed(it["label"].as_str().unwrap()), texts(&it["cells"])));
    let total = table["total"].is_array();
    let total = total.then(|| ("Total".to_owned(), texts(&table["total"])));
    rows.chain(total).collect()
}

/// Lines are broken at spaces.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Where a row ends that begins at this text: each of its cells is one or several texts, whole.
fn end_of_row(texts: &[String], from: usize, row: &[&str]) -> Option<usize> {
    let mut at = from;
    for cell in row {
        let mut rest = *cell;
        while !rest.is_empty() {
            rest = rest.strip_prefix(texts.get(at)?.as_str())?;
            at += 1;
        }
    }
    Some(at)
}

/// Whether these follow one another in all.
fn contains(all: &[f64], these: &[f64]) -> bool {
    these.is_empty() || all.windows(these.len()).any(|it| it == these)
}

/// The final report counts everybody once, and each of its tables adds up to the same.
pub async fn final_report_adds_up(year: &Year<'_>, many: usize, ended: usize, came: usize) {
    let reader = &year.observer;
    let (path, last) = final_report(year, reader).await;
    let pdf = reader.get(&format!("{path}/pdf")).await;
    pdf_says_the_same(&pdf.bytes, &last);
    let count = |it: usize| it as f64;
    assert_eq!(total(&last, "registered"), count(many + came - ended));
    assert_eq!(
        total(&last, "substituted") + total(&last, "cancelled"),
        count(ended)
    );
    let untouched = count(
        (0..many / year.actors.len())
            .filter(|it| it % 20 == 7)
            .count(),
    );
    assert!(total(&last, "curricular_nothing") >= untouched, "{last}");
    for table in last["tables"].as_array().unwrap() {
        let columns = table["columns"].as_array().unwrap();
        let place = columns.iter().position(|it| it["code"] == "registered");
        let Some((place, summed)) = place.zip(table["total"].as_array()) else {
            continue;
        };
        let rows = table["rows"].as_array().unwrap().iter();
        let sum: f64 = rows
            .filter_map(|it| it["cells"][place]["number"].as_f64())
            .sum();
        assert_eq!(
            summed[place]["number"].as_f64(),
            Some(sum),
            "{}",
            table["id"]
        );
        assert_eq!(sum, total(&last, "registered"), "{}", table["id"]);
    }
}

/// The final report, and where it is.
async fn final_report(year: &Year<'_>, reader: &Person) -> (String, Value) {
    let path = year.board("issued");
    let last = eventually("the final report", async || {
        let list = reader.get(&path).await.ok();
        let all = list["data"].as_array().unwrap().iter();
        let mut last = all.filter(|it| it["head"]["kind"] == "final");
        last.next().cloned().ok_or_else(|| list.to_string())
    })
    .await;
    let path = format!("/api/v1/reports/issued/{}", last["id"].as_str().unwrap());
    let report = reader.get(&path).await.ok();
    (path, report)
}

/// The publication log and the audit are whole chains.
pub async fn logs_verify(server: &Server) {
    let (code, out, err) = server.command(&["verify"]).await;
    assert_eq!(code, 0, "{out}{err}");
}
