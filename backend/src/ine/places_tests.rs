use conoceles_shared::catalogues::Office;

use super::{Where, state, territory};

const NOWHERE: Where<'_> = Where {
    office: None,
    office_text: "",
    district: "No aplica",
    circumscription: "No aplica",
    municipality: "No aplica",
};

#[test]
fn states_have_inegis_code_by_either_name() {
    for (cell, code, name) in [
        ("AGUASCALIENTES", "01", "Aguascalientes"),
        ("MICHOACÁN DE OCAMPO", "16", "Michoacán"),
        ("MÉXICO", "15", "Estado de México"),
        ("Estado de México", "15", "Estado de México"),
        ("CIUDAD DE MEXICO", "09", "Ciudad de México"),
        ("ZACATECAS", "32", "Zacatecas"),
    ] {
        let found = state(cell);
        assert_eq!(
            (found.code.as_str(), found.name.as_str(), found.known),
            (code, name, true)
        );
    }
    assert!(!state("ATLÁNTIDA").known);
}

#[test]
fn each_office_has_its_territory() {
    let durango = state("DURANGO");
    let place = territory(
        &durango,
        &Where {
            office: Some(Office::MunicipalPresidency),
            municipality: "SAN LUIS DEL CORDERO",
            ..NOWHERE
        },
    );
    assert_eq!(place.kind, "municipality");
    assert_eq!(place.code, "10_san_luis_del_cordero");
    assert_eq!(place.name, "San Luis del Cordero, Durango");
}

#[test]
fn municipalities_of_the_state_of_mexico_have_inegis_code() {
    let mexico = state("MÉXICO");
    let place = territory(
        &mexico,
        &Where {
            office: Some(Office::MunicipalPresidency),
            municipality: "TECAMAC",
            ..NOWHERE
        },
    );
    assert_eq!(
        (place.code.as_str(), place.ieem_number),
        ("15081", Some(82))
    );
}

#[test]
fn federal_offices_have_districts_and_circumscriptions() {
    let place = territory(
        &state("AGUASCALIENTES"),
        &Where {
            office_text: "DIPUTACIÓN FEDERAL MR",
            district: "1-JESUS MARIA",
            ..NOWHERE
        },
    );
    assert_eq!(place.kind, "federal_district");
    assert_eq!(
        (place.code.as_str(), place.name.as_str()),
        ("01_1", "Distrito 1, Jesus Maria, Aguascalientes")
    );
    let place = territory(
        &state("JALISCO"),
        &Where {
            office_text: "DIPUTACIÓN FEDERAL RP",
            circumscription: "1",
            ..NOWHERE
        },
    );
    assert_eq!(
        (place.kind.as_str(), place.code.as_str()),
        ("circumscription", "1")
    );
    let place = territory(
        &state("DURANGO"),
        &Where {
            office: Some(Office::Governorship),
            ..NOWHERE
        },
    );
    assert_eq!(
        (place.kind.as_str(), place.name.as_str()),
        ("state", "Durango")
    );
}
