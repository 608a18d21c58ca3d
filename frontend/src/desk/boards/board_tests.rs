use conoceles_shared::reports::{ReportCell, ReportColumn, ReportRow};

use super::*;

#[test]
fn actors_whose_period_is_over_or_far_are_not_ending_soon() {
    let days = [Some(0), Some(1), Some(3), Some(4), None];
    let table = ReportTable {
        id: "compliance".to_owned(),
        title: String::new(),
        note: None,
        row_label: String::new(),
        columns: vec![ReportColumn::number("days_left", "Días restantes")],
        rows: days
            .map(|it| ReportRow {
                code: String::new(),
                label: String::new(),
                cells: vec![it.map_or_else(|| ReportCell::words("—"), ReportCell::count)],
            })
            .into(),
        total: None,
    };
    assert_eq!(ending_soon(&table), 2);
}
