use conoceles_shared::catalogues::Office;

use conoceles_shared::api::public::TerritoryRef;

use super::{Missing, State, Where, state};

fn territory(state: &State, place: &Where<'_>) -> TerritoryRef {
    super::territory(Some(state), place).unwrap()
}

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
        (
            place.kind.as_str(),
            place.code.as_str(),
            place.name.as_str()
        ),
        ("circumscription", "1", "Primera circunscripción")
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

#[test]
fn lists_of_the_whole_country_need_no_state() {
    let place = |office_text, circumscription| {
        let place = Where {
            office_text,
            circumscription,
            ..NOWHERE
        };
        super::territory(None, &place).map(|it| it.name)
    };
    for cell in ["5", "V", "05", "QUINTA", "5a", "Circunscripción 5"] {
        let found = place("DIPUTACIÓN FEDERAL RP", cell);
        assert_eq!(found.as_deref(), Ok("Quinta circunscripción"), "{cell}");
    }
    assert_eq!(
        place("DIPUTACIÓN RP", "2").as_deref(),
        Ok("Segunda circunscripción")
    );
    for office in [
        "SENADURÍA FEDERAL RP",
        "SENADURÍA RP",
        "PRESIDENCIA DE LA REPÚBLICA",
    ] {
        assert_eq!(
            place(office, "No aplica").as_deref(),
            Ok("Nacional"),
            "{office}"
        );
    }
    for (office, cell, missing) in [
        ("DIPUTACIÓN FEDERAL RP", "6", Missing::Circumscription),
        ("DIPUTACIÓN FEDERAL MR", "", Missing::Entity),
        ("SENADURÍA FEDERAL MR", "No aplica", Missing::Entity),
        ("DIPUTACIÓN LOCAL RP", "1", Missing::Entity),
        ("PRESIDENCIA MUNICIPAL", "No aplica", Missing::Entity),
        ("JEFATURA DE GOBIERNO", "", Missing::Entity),
    ] {
        assert_eq!(place(office, cell), Err(missing), "{office}");
    }
}

#[test]
fn a_district_is_one_whatever_its_number_is_written_in() {
    let mexico = state("MÉXICO");
    let place = |district| {
        territory(
            &mexico,
            &Where {
                office_text: "DIPUTACIÓN LOCAL MR",
                district,
                ..NOWHERE
            },
        )
    };
    for (cell, code, name) in [
        ("I", "15_1", "Distrito 1, Estado de México"),
        ("1", "15_1", "Distrito 1, Estado de México"),
        ("XLV", "15_45", "Distrito 45, Estado de México"),
        ("DISTRITO IX", "15_9", "Distrito 9, Estado de México"),
        ("IV. LERMA", "15_4", "Distrito 4, Lerma, Estado de México"),
        (
            "03-ATLACOMULCO",
            "15_3",
            "Distrito 3, Atlacomulco, Estado de México",
        ),
        (
            "IXTAPAN",
            "15_ixtapan",
            "Distrito Ixtapan, Estado de México",
        ),
    ] {
        let found = place(cell);
        assert_eq!(
            (found.code.as_str(), found.name.as_str()),
            (code, name),
            "{cell}"
        );
    }
}

#[test]
fn a_state_is_known_by_its_abbreviations() {
    for (cell, code) in [
        ("CDMX", "09"),
        ("Cd. de México", "09"),
        ("D.F.", "09"),
        ("Edo. Mex.", "15"),
        ("EDOMEX", "15"),
        ("Edo. de Méx.", "15"),
        ("N.L.", "19"),
        ("Q. Roo", "23"),
        ("B.C.S.", "03"),
        ("Tamps.", "28"),
    ] {
        let found = state(cell);
        assert!(found.known, "{cell}");
        assert_eq!(found.code, code, "{cell}");
    }
}
