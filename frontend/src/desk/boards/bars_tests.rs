use conoceles_shared::reports::{Counts, ReportCell};

use super::*;

fn table(registered: u64, published: u64, in_review: u64, in_capture: u64) -> ReportTable {
    let columns = Counts::columns();
    let cells = columns.iter().map(|it| {
        ReportCell::count(match it.code.as_str() {
            "registered" => registered,
            "published" => published,
            "in_review" => in_review,
            "in_capture" => in_capture,
            _ => 0,
        })
    });
    ReportTable {
        id: "by_actor".to_owned(),
        title: String::new(),
        note: None,
        row_label: String::new(),
        rows: vec![ReportRow {
            code: "x".to_owned(),
            label: "Actor".to_owned(),
            cells: cells.collect(),
        }],
        columns,
        total: None,
    }
}

#[test]
fn the_pieces_of_a_bar_make_the_whole() {
    let table = table(8, 2, 4, 2);
    let pieces = pieces(&table, &table.rows[0]);
    let shape: Vec<_> = pieces
        .iter()
        .map(|it| (it.class, it.begins, it.width))
        .collect();
    assert_eq!(
        shape,
        [("b1", 0.0, 25.0), ("b2", 25.0, 50.0), ("b3", 75.0, 25.0)]
    );
}

#[test]
fn a_group_of_nobody_has_no_bar() {
    let table = table(0, 0, 0, 0);
    assert_eq!(pieces(&table, &table.rows[0]), []);
}
