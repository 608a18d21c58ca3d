use conoceles_shared::reports::{ReportCell, ReportColumn, ReportRow};

use super::*;

fn table(days: &[(&str, u64, u64)]) -> ReportTable {
    ReportTable {
        id: "by_day".to_owned(),
        title: String::new(),
        note: None,
        row_label: String::new(),
        columns: ["sent_until", "published_until"]
            .map(|it| ReportColumn::number(it, it))
            .into(),
        rows: days
            .iter()
            .map(|(day, sent, published)| ReportRow {
                code: (*day).to_owned(),
                label: (*day).to_owned(),
                cells: [*sent, *published].map(ReportCell::count).into(),
            })
            .collect(),
        total: None,
    }
}

#[test]
fn lines_begin_at_nothing_and_end_at_the_last_day() {
    let it = lines(&table(&[("2027-05-01", 4, 0), ("2027-05-03", 8, 2)])).unwrap();
    assert_eq!(it.sent, "0,200 0.0,100.0 400.0,0.0 400,0.0");
    assert_eq!(it.published, "0,200 0.0,200.0 400.0,150.0 400,150.0");
}

#[test]
fn one_day_is_a_line_too_and_none_is_none() {
    let it = lines(&table(&[("2027-05-01", 4, 1)])).unwrap();
    assert_eq!(it.sent, "0,200 0.0,0.0 400,0.0");
    assert_eq!(lines(&table(&[])), None);
}
