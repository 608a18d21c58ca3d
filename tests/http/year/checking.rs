//! What must be so at the end of a year: no figure differs, the final report adds up, the logs verify.

use std::io::{Cursor, Read as _};

use conoceles_tests::eventually;
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

/// Every number on the screen is in the CSV and in the workbook, in its place.
pub async fn formats_agree(year: &Year<'_>) {
    for kind in ["board", "observations"] {
        let path = year.board(kind);
        let report = year.observer.get(&path).await.ok();
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

/// Whether these follow one another in all.
fn contains(all: &[f64], these: &[f64]) -> bool {
    these.is_empty() || all.windows(these.len()).any(|it| it == these)
}

/// The final report counts everybody once, and each of its tables adds up to the same.
pub async fn final_report_adds_up(year: &Year<'_>, many: usize, ended: usize, came: usize) {
    let reader = &year.observer;
    let last = final_report(year, reader).await;
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

async fn final_report(year: &Year<'_>, reader: &Person) -> Value {
    let path = year.board("issued");
    let last = eventually("the final report", async || {
        let list = reader.get(&path).await.ok();
        let all = list["data"].as_array().unwrap().iter();
        let mut last = all.filter(|it| it["head"]["kind"] == "final");
        last.next().cloned().ok_or_else(|| list.to_string())
    })
    .await;
    let id = last["id"].as_str().unwrap();
    reader
        .get(&format!("/api/v1/reports/issued/{id}"))
        .await
        .ok()
}

/// The publication log and the audit are whole chains.
pub async fn logs_verify(server: &Server) {
    let (code, out, err) = server.command(&["verify"]).await;
    assert_eq!(code, 0, "{out}{err}");
}
