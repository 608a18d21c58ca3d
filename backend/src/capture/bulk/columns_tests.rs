//! Finding the columns.

use super::super::fixture_tests::table;
use super::*;

#[test]
fn the_template_has_every_curricular_field_and_of_the_photo_its_file() {
    let columns = Column::all();
    assert_eq!(columns.len(), 4 + 10 + 3 + 6 + 2);
    let mut keys: Vec<&str> = columns.iter().map(|it| it.key()).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), columns.len(), "keys are unique");
    for column in columns {
        assert_eq!(Column::named(column.key()), Some(column));
        assert_eq!(
            Column::named(column.label()),
            Some(column),
            "labels are unique"
        );
    }
}

#[test]
fn columns_are_found_by_key_or_by_label_in_any_order() {
    let (keys, errors, _) = find_layout(&table(&[
        &["facebook", "", "id_candidatura"],
        &["x", "y", "z"],
    ]))
    .unwrap();
    assert_eq!((keys.place(Column::Id), keys.before), (Some(2), 1));
    assert!(errors.is_empty());
    let (labels, _, remarks) = find_layout(&table(&[
        &["Título de la hoja"],
        &["Motivo", "IDENTIFICADOR de la candidatura", "Página  web"],
    ]))
    .unwrap();
    assert_eq!((labels.place(Column::Id), labels.before), (Some(1), 2));
    assert!(labels.columns[2].is_some());
    assert_eq!(remarks[0].cell.as_deref(), Some("A2"));
}

#[test]
fn a_repeated_column_is_an_error_at_its_cell() {
    let (_, errors, _) =
        find_layout(&table(&[&["id_candidatura", "facebook", "facebook"]])).unwrap();
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].cell.as_deref(), Some("C1"));
    assert_eq!(errors[0].code, "duplicate_column");
    assert!(find_layout(&table(&[&["facebook"], &["https://x.mx"]])).is_none());
}
