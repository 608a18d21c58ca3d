use super::*;
use conoceles_shared::election::TerritoryKind;

fn typed_value() -> Value {
    json!({
        "actor": "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
        "registration": {
            "given_names": "Norma",
            "first_surname": "Elizalde",
            "second_surname": "",
            "age": 44,
            "sex": "woman",
            "office": "municipal_presidency",
            "territory_code": "municipality:15106",
            "role": "titular",
            "affirmative_actions": [],
        },
        "private": {
            "notification_email": "norma@ejemplo.example",
            "notification_phone": "7221234567",
        },
        "own": {},
    })
}

#[test]
fn what_is_typed_becomes_a_candidacy() {
    let candidacy = typed_candidacy(typed_value()).unwrap();
    assert_eq!(
        candidacy.registration.territory_kind,
        TerritoryKind::Municipality
    );
    assert_eq!(candidacy.registration.territory_code, "15106");
    assert_eq!(candidacy.registration.second_surname, None);
    assert!(candidacy.own_period.is_none());
}

#[test]
fn half_a_period_is_refused_and_a_whole_one_is_taken() {
    let mut value = typed_value();
    value["own"]["starts"] = json!("2027-05-01");
    let Err(why) = typed_candidacy(value.clone()) else {
        panic!("took half a period")
    };
    assert_eq!(why.errors()[0].pointer, "/own/ends");
    value["own"]["ends"] = json!("2027-05-06");
    assert!(typed_candidacy(value).unwrap().own_period.is_some());
}

#[test]
fn an_office_offers_only_its_own_territories() {
    let territory = |kind, code: &str| Territory {
        kind,
        code: code.into(),
        name: code.into(),
    };
    let all = [
        territory(TerritoryKind::State, "15"),
        territory(TerritoryKind::LocalDistrict, "1"),
        territory(TerritoryKind::Municipality, "15001"),
    ];
    assert!(options_for(None, &all).is_empty());
    let choices = options_for(Some(Office::DeputyMr), &all);
    assert_eq!(choices.len(), 1);
    assert_eq!(choices[0].code, "local_district:1");
}

#[test]
fn whoever_takes_a_place_has_its_office_territory_position_and_role() {
    let left: PlaceLeft = serde_json::from_value(json!({
        "id": "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c",
        "actor": "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
        "actor_name": "Partido Alameda",
        "registration": {
            "given_names": "Ana",
            "first_surname": "Robles",
            "sex": "woman",
            "office": "regiduria",
            "territory_kind": "municipality",
            "territory_code": "15001",
            "list_position": 3,
            "role": "alternate",
        },
        "territory_name": "Acambay",
    }))
    .unwrap();
    let label = &choices_of_places(std::slice::from_ref(&left))[0].label;
    assert!(
        label.contains("lugar 3") && label.contains("Suplente"),
        "{label}"
    );
    let mut value = typed_value();
    for (pointer, new) in same_place(&left) {
        set_at(&mut value, pointer, new);
    }
    let candidacy = typed_candidacy(value).unwrap();
    let (new, old) = (candidacy.registration, left.registration);
    assert_eq!(candidacy.actor, left.actor);
    assert_eq!(new.office, old.office);
    assert_eq!(new.territory_code, old.territory_code);
    assert_eq!(new.list_position, old.list_position);
    assert_eq!(new.role, old.role);
}
