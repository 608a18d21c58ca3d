use super::*;

#[test]
fn a_registration_is_told_without_codes() {
    let setup = json!({
        "name": "Ayuntamientos", "entity": "Estado de México", "date": "2027-06-06",
        "territories": [{ "kind": "municipality", "code": "15081", "name": "Tecámac" }],
    });
    let setup: ElectionSetup = serde_json::from_value(setup).unwrap();
    let document = json!({ "registration": {
        "given_names": "Maribel", "sex": "woman", "office": "municipal_presidency",
        "territory_kind": "municipality", "territory_code": "15081", "role": "titular",
        "list_position": 3,
    }});
    let told = described_registration(&document, &setup);
    let t = texts().admin;
    for (label, expected) in [
        (t.given_names, "Maribel"),
        (t.second_surname, ""),
        (t.sex, Sex::Woman.label()),
        (t.office, Office::MunicipalPresidency.label()),
        (t.territory, "Tecámac"),
        (t.role, Role::Titular.label()),
        (t.list_position, "3"),
    ] {
        let found = told.iter().find(|it| it.0 == label);
        assert_eq!(found.unwrap().1, expected, "{label}");
    }
}
