use std::collections::BTreeMap;

use super::*;

#[test]
fn headings_are_known_whatever_their_accents_and_separators() {
    for (heading, field) in [
        ("Actor político", RollField::Actor),
        ("PARTIDO_COALICION", RollField::Actor),
        ("Primer Apellido", RollField::FirstSurname),
        ("apellido-materno", RollField::SecondSurname),
        ("FECHA DE NACIMIENTO", RollField::BirthDate),
        ("C.U.R.P.", RollField::Curp),
        ("Teléfono celular", RollField::NotificationPhone),
        ("given_names", RollField::GivenNames),
    ] {
        assert_eq!(guessed(heading), Some(field), "{heading}");
    }
    assert_eq!(guessed("Observaciones"), None);
    assert_eq!(guessed(" "), None);
}

#[test]
fn every_way_of_writing_a_heading_is_in_the_form_it_is_compared_in_and_means_one_thing() {
    let mut seen = BTreeMap::new();
    for (field, ways) in KNOWN {
        for way in *ways {
            assert_eq!(heading_key(way), *way);
            assert_eq!(seen.insert(*way, *field), None, "{way}");
            assert_eq!(guessed(way), Some(*field), "{way}");
        }
    }
}
