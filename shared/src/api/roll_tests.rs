use super::*;

#[test]
fn every_pointer_of_a_registration_leads_to_the_column_of_its_name() {
    for pointer in NewCandidacy::POINTERS {
        let own = pointer.rsplit('/').next().unwrap_or_default();
        match RollField::of_pointer(pointer) {
            Some(RollField::Territory) => assert!(own.starts_with("territory"), "{pointer}"),
            Some(field) => assert_eq!(field.code(), own),
            None => assert!(
                matches!(own, "own_period" | "acuerdo_on" | "substitutes"),
                "{pointer} is told at no cell"
            ),
        }
    }
}

#[test]
fn what_is_private_of_a_registration_is_private_of_a_file() {
    for pointer in NewCandidacy::POINTERS {
        let private = pointer.starts_with("/private/");
        let told = RollField::of_pointer(pointer).is_some_and(RollField::is_private);
        assert_eq!(told, private, "{pointer}");
    }
}

fn heading(heading: &str, field: Option<RollField>) -> RollHeading {
    RollHeading {
        heading: heading.to_owned(),
        field,
    }
}

#[test]
fn headings_are_tidied_or_every_error_is_told() {
    let said = RollHeadings {
        headings: vec![
            heading("  Nombre  completo ", Some(RollField::GivenNames)),
            heading("CURP", None),
        ],
    };
    let kept = said.tidied().unwrap();
    assert_eq!(kept.headings[0].heading, "Nombre completo");
    let wrong = RollHeadings {
        headings: vec![
            heading("Año", Some(RollField::Age)),
            heading("ano", Some(RollField::Age)),
            heading("--", None),
            heading(&"x".repeat(201), None),
        ],
    };
    let pointers: Vec<String> = wrong
        .tidied()
        .unwrap_err()
        .into_iter()
        .map(|it| it.pointer)
        .collect();
    assert_eq!(
        pointers,
        [
            "/headings/1/heading",
            "/headings/1/field",
            "/headings/2/heading",
            "/headings/3/heading"
        ]
    );
}

#[test]
fn a_document_is_asked_for_in_words() {
    assert_eq!(tidied_reference("  Oficio   5 ").unwrap(), "Oficio 5");
    for wrong in ["", "  ", "ab", &"x".repeat(201)] {
        assert_eq!(tidied_reference(wrong).unwrap_err().pointer, ROLL_REFERENCE);
    }
}
