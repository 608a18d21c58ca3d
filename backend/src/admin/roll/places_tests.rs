use super::*;

fn setup() -> ElectionSetup {
    let text = r#"{
        "name": "Prueba", "entity": "Estado de México", "date": "2029-06-03",
        "territories": [
            { "kind": "state", "code": "15", "name": "Estado de México" },
            { "kind": "municipality", "code": "15081", "name": "Tecámac" },
            { "kind": "municipality", "code": "15033", "name": "Ecatepec de Morelos" },
            { "kind": "local_district", "code": "33", "name": "Distrito 33, Tecámac" },
            { "kind": "local_district", "code": "5", "name": "Distrito 5, Chimalhuacán" },
            { "kind": "local_district", "code": "6", "name": "Distrito 6, Chimalhuacán" }
        ]
    }"#;
    serde_json::from_str(text).unwrap()
}

fn code(kind: TerritoryKind, cell: &str) -> Result<String, &'static str> {
    match named_territory(&setup(), kind, Some(cell).filter(|it| !it.is_empty())) {
        NamedTerritory::One(it) => Ok(it.code.clone()),
        NamedTerritory::NotSaid => Err("not said"),
        NamedTerritory::Several => Err("several"),
        NamedTerritory::Unknown => Err("unknown"),
    }
}

#[test]
fn territories_are_named_by_code_number_and_name() {
    use TerritoryKind::{LocalDistrict, Municipality, State};
    for (kind, cell, wanted) in [
        (Municipality, "TECAMAC", Ok("15081")),
        (Municipality, "15081", Ok("15081")),
        (Municipality, "15081.0", Ok("15081")),
        (Municipality, "15033 - Ecatepec de Morelos", Ok("15033")),
        (Municipality, "Ayuntamiento de Tecámac", Ok("15081")),
        (Municipality, "Toluca", Err("unknown")),
        (Municipality, "15081 Ecatepec de Morelos", Err("unknown")),
        (Municipality, "", Err("not said")),
        (LocalDistrict, "33", Ok("33")),
        (LocalDistrict, "033", Ok("33")),
        (LocalDistrict, "XXXIII", Ok("33")),
        (LocalDistrict, "Distrito 5", Ok("5")),
        (LocalDistrict, "DISTRITO 33, TECÁMAC", Ok("33")),
        (LocalDistrict, "33 Tecámac", Ok("33")),
        (LocalDistrict, "33 Chimalhuacán", Err("unknown")),
        (LocalDistrict, "Tecámac", Ok("33")),
        (LocalDistrict, "Chimalhuacán", Err("several")),
        (LocalDistrict, "47", Err("unknown")),
        (State, "", Ok("15")),
        (State, "lo que sea", Ok("15")),
    ] {
        assert_eq!(code(kind, cell), wanted.map(ToOwned::to_owned), "{cell}");
    }
}

fn party(id: &str, name: &str, acronym: &str) -> Party {
    let party = serde_json::json!({
        "id": id, "version": 1, "name": name, "acronym": acronym, "colour": "#000000",
    });
    serde_json::from_value(party).unwrap()
}

fn actor(id: &str, name: &str, parties: &[&Party]) -> ActorRow {
    ActorRow {
        id: id.parse().unwrap(),
        version: 1,
        election: "00000000-0000-7000-8000-000000000001".parse().unwrap(),
        kind: None,
        name: name.to_owned(),
        parties: parties.iter().map(|it| it.id.clone()).collect(),
        received: None,
        accepted: None,
        capture_end: None,
        candidacies: 0,
        accounts: 0,
    }
}

#[test]
fn actors_are_named_by_name_acronym_and_the_acronyms_of_their_parties() {
    let id = |last: u8| format!("00000000-0000-7000-8000-0000000000{last:02}");
    let horizon = party(&id(10), "Partido Horizonte", "PH");
    let bird = party(&id(11), "Partido Colibrí", "PC");
    let sun = party(&id(12), "Partido Sol", "PS");
    let actors = [
        actor(&id(20), "Coalición «Raíz y Rumbo»", &[&horizon, &bird]),
        actor(&id(21), "Partido Sol", &[&sun]),
        actor(&id(22), "Ana Ríos", &[]),
        actor(&id(23), "Ana Rios", &[]),
    ];
    let names = ActorNames::of(&actors, &[horizon, bird, sun]);
    for (cell, wanted) in [
        ("coalicion raiz y rumbo", NamedActor::One(0)),
        ("Raíz y Rumbo", NamedActor::One(0)),
        ("PC-PH", NamedActor::One(0)),
        ("PH, PC", NamedActor::One(0)),
        ("PS", NamedActor::One(1)),
        ("PARTIDO SOL", NamedActor::One(1)),
        ("PH", NamedActor::Nobody),
        ("Ana Ríos", NamedActor::Several),
        ("Candidatura independiente", NamedActor::Nobody),
        ("", NamedActor::Nobody),
    ] {
        assert_eq!(names.named(cell), wanted, "{cell}");
    }
}
