use super::{Slip, looks_like_date};

#[test]
fn what_a_spreadsheet_wrote_is_told_from_what_people_write() {
    for (text, slip) in [
        ("#N/A", Slip::Error),
        ("#¡REF!", Slip::Error),
        ("#¿NOMBRE?", Slip::Error),
        ("#NULO!", Slip::Error),
        ("########", Slip::Error),
        ("Err:502", Slip::Error),
        ("VERDADERO", Slip::Boolean),
        ("true", Slip::Boolean),
        ("NaN", Slip::NoValue),
        ("5.51E+09", Slip::Scientific),
        ("5,51e+9", Slip::Scientific),
    ] {
        assert_eq!(Slip::of(text), Some(slip), "{text}");
    }
    for text in [
        "",
        "#YoSoy132",
        "#CON18BASTA Para nosotros",
        "5510000000",
        "Verdadero cambio",
        "E-1",
        "2E",
        "No",
    ] {
        assert_eq!(Slip::of(text), None, "{text}");
    }
}

#[test]
fn dates_that_were_lists_or_districts_are_seen() {
    for text in [
        "02-ene",
        "2-ene.",
        "ene-24",
        "2024-01-01",
        "2024-01-01 00:00:00",
        "2024-01-01T00:00:00",
        "1/2/2024",
        "01-feb-24",
    ] {
        assert!(looks_like_date(text), "{text}");
    }
    for text in [
        "7-MARTINEZ DE LA TORRE",
        "7-MAR DE CORTES",
        "1-CHETUMAL",
        "3-MARAVATIO",
        "1-2",
        "12",
        "1.5",
        "I",
        "Ene",
        "",
    ] {
        assert!(!looks_like_date(text), "{text}");
    }
}
