//! Cells and answers.

use conoceles_shared::questionnaire::{Limits, field, parse};

use super::*;

fn read(section: Section, id: &str, cell: &str) -> Value {
    let body = body(section, None, &[(field(id).unwrap(), cell)]);
    let content = parse(section, &body, &Limits::default()).unwrap();
    content.to_value()
}

#[test]
fn several_values_are_one_a_line_or_parted_by_semicolons() {
    let two = json!({ "courses": { "value": ["Diplomado, 2019", "Taller"] } });
    for cell in [
        "Diplomado, 2019\nTaller",
        " Diplomado, 2019 ; Taller;",
        "Diplomado, 2019\r\n\r\nTaller",
    ] {
        assert_eq!(read(Section::Education, "courses", cell), two, "{cell:?}");
    }
    let one = json!({ "courses": { "value": ["Uno; con punto y coma"] } });
    assert_eq!(
        read(Section::Education, "courses", "Uno; con punto y coma\n"),
        one
    );
}

#[test]
fn no_proporciono_is_an_answer_of_its_own_whatever_its_accent() {
    let declined = json!({ "facebook": { "not_provided": true } });
    for cell in ["No proporcionó", "no proporciono", " NO PROPORCIONÓ. "] {
        assert_eq!(read(Section::Contact, "facebook", cell), declined, "{cell}");
    }
    assert_eq!(
        read(Section::Motivation, "motivation", "No proporcionó"),
        json!({ "not_provided": true })
    );
    assert_eq!(read(Section::Contact, "facebook", " "), json!({}));
}

#[test]
fn catalogues_are_read_by_label_or_code() {
    let degree = json!({ "degree": { "value": "high_school" } });
    for cell in [
        "Preparatoria/Bachillerato",
        "PREPARATORIA/BACHILLERATO",
        "high_school",
    ] {
        assert_eq!(read(Section::Education, "degree", cell), degree);
    }
    let body = body(
        Section::Education,
        None,
        &[(field("degree").unwrap(), "Kínder")],
    );
    let issues = parse(Section::Education, &body, &Limits::default()).unwrap_err();
    assert_eq!(issues[0].code.as_str(), "not_in_catalogue");
}

#[test]
fn what_the_sheet_does_not_have_stays_as_it_is_stored() {
    let stored = json!({
        "website": { "value": "https://uno.mx" }, "public_phones": { "value": ["5512345678"] },
    });
    let stored = parse(Section::Contact, &stored, &Limits::default()).unwrap();
    let cells = [(field("website").unwrap(), "")];
    let left = json!({ "public_phones": { "value": ["5512345678"] } });
    assert_eq!(body(Section::Contact, Some(&stored), &cells), left);
}
