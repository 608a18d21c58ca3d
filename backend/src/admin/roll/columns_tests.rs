use super::*;
use crate::core::sheets::grid::Cell;

fn sheet(rows: &[&[&str]]) -> Sheet {
    let rows = (1..).zip(rows).map(|(number, cells)| Row {
        number,
        cells: cells.iter().map(|it| Cell::of(*it)).collect(),
        written: None,
    });
    Sheet {
        rows: rows.collect(),
        ..Sheet::default()
    }
}

fn chosen(sheets: Vec<Sheet>, kept: &[RollHeading]) -> (Sheet, Layout, Vec<BulkIssue>) {
    let book = Book {
        writing: crate::core::sheets::grid::Writing::Workbook,
        sheets,
    };
    choose_sheet(book, kept).unwrap()
}

#[test]
fn titles_may_stand_above_and_the_first_of_two_columns_counts() {
    let it = sheet(&[
        &["Padrón de candidaturas"],
        &["PARTIDO", "CARGO", "NOMBRE", "SEXO", "GENERO"],
        &["X", "Y", "Z", "Mujer", "Mujer"],
    ]);
    let (_, layout, _) = chosen(vec![it], &[]);
    assert_eq!((layout.before, layout.header), (2, 2));
    assert_eq!(layout.place(RollField::Sex), Some(3));
    assert_eq!(
        layout.columns.last().unwrap().source,
        RollColumnSource::Unread
    );
}

#[test]
fn what_was_kept_comes_before_what_a_heading_sounds_like() {
    let kept = [
        RollHeading {
            heading: "dato 1".to_owned(),
            field: Some(RollField::GivenNames),
        },
        RollHeading {
            heading: "Cargo".to_owned(),
            field: None,
        },
    ];
    let it = sheet(&[&["PARTIDO", "CARGO", "NOMBRE", "DATO_1", "SEXO"]]);
    let (_, layout, _) = chosen(vec![it], &kept);
    assert_eq!(layout.place(RollField::GivenNames), Some(3));
    assert_eq!(layout.place(RollField::Office), None);
    let sources: Vec<_> = layout.columns.iter().map(|it| it.source).collect();
    use RollColumnSource::{Guessed, Kept, Unread};
    assert_eq!(sources, [Guessed, Unread, Unread, Kept, Guessed]);
    let lacking: Vec<_> = layout
        .lacking()
        .into_iter()
        .filter_map(|it| it.field)
        .collect();
    assert!(lacking.contains(&"office".to_owned()) && lacking.contains(&"age".to_owned()));
}

#[test]
fn headings_that_nobody_knows_are_shown_to_be_said() {
    let it = sheet(&[&["a1", "a2", "a3", "a4"], &["1", "2", "3", "4"]]);
    let (_, layout, _) = chosen(vec![it], &[]);
    assert_eq!(layout.columns.len(), 4);
    assert_eq!(layout.before, 1);
}

#[test]
fn of_several_sheets_the_one_with_most_known_headings_is_read() {
    let first = sheet(&[&["PARTIDO", "CARGO", "NOMBRE", "EDAD"]]);
    let second = sheet(&[&["PARTIDO", "CARGO", "NOMBRE", "EDAD", "CURP"]]);
    let hidden = Sheet {
        hidden: true,
        ..sheet(&[&["PARTIDO", "CARGO", "NOMBRE", "EDAD", "CURP", "RFC"]])
    };
    let (read, _, remarks) = chosen(vec![first, second.clone(), hidden], &[]);
    assert_eq!(read, second);
    assert_eq!(remarks.len(), 2);
}
