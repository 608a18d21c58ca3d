use super::*;

fn date(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

#[test]
fn a_day_is_read_as_people_and_programs_write_it() {
    for written in [
        "2/3/1985",
        "02-03-1985",
        "02.03.1985",
        "1985-03-02",
        "1985/3/2",
        "1985-03-02 00:00:00",
        "1985-03-02T00:00:00",
        "2-mar-1985",
        "2 de marzo de 1985",
        "02/marzo/1985",
        "31108",
        "31108.0",
    ] {
        assert_eq!(day(written), date(1985, 3, 2), "{written}");
    }
    for written in [
        "",
        "1985",
        "2/3/85",
        "31/02/1985",
        "03/14/1985",
        "ayer",
        "2/3",
        "1/2/3/4",
        "99999",
    ] {
        assert_eq!(day(written), None, "{written}");
    }
}

#[test]
fn offices_are_read_as_files_write_them() {
    for (cell, principle, wanted) in [
        ("Gubernatura", None, Some(Office::Governorship)),
        ("DIPUTACIÓN LOCAL MR", None, Some(Office::DeputyMr)),
        (
            "Diputación local",
            Some("Representación proporcional"),
            Some(Office::DeputyRp),
        ),
        ("Diputada", Some("MR"), Some(Office::DeputyMr)),
        (
            "Presidenta municipal",
            None,
            Some(Office::MunicipalPresidency),
        ),
        ("Síndico", None, Some(Office::Sindicatura)),
        ("regidurías", None, Some(Office::Regiduria)),
        ("regiduria", None, Some(Office::Regiduria)),
        ("Diputación", None, None),
        ("Senaduría", None, None),
    ] {
        assert_eq!(office(cell, principle), wanted, "{cell}");
    }
}

#[test]
fn positions_are_read_as_files_write_them() {
    for (cell, wanted) in [
        ("Propietaria", Some(Role::Titular)),
        ("PROPIETARIO(A)", Some(Role::Titular)),
        ("P", Some(Role::Titular)),
        ("Propietaria o propietario", Some(Role::Titular)),
        ("titular", Some(Role::Titular)),
        ("suplente", Some(Role::Alternate)),
        ("S", Some(Role::Alternate)),
        ("Propietario y suplente", None),
        ("Quizá", None),
    ] {
        assert_eq!(role(cell), wanted, "{cell}");
    }
}

#[test]
fn affirmative_actions_are_read_by_label_code_and_word() {
    use AffirmativeAction::{Disability, Indigenous, Young};
    for (cell, wanted) in [
        ("", Ok(vec![])),
        ("No", Ok(vec![])),
        ("Indígena; Juventud", Ok(vec![Indigenous, Young])),
        (
            "disability, PERSONAS INDÍGENAS",
            Ok(vec![Disability, Indigenous]),
        ),
        ("Indígena, otra", Err("otra".to_owned())),
    ] {
        assert_eq!(affirmative_actions(cell), wanted, "{cell}");
    }
}
