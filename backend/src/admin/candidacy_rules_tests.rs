//! What registration accepts.

use conoceles_shared::catalogues::{AffirmativeAction, Office, Sex, TerritoryKind};
use conoceles_shared::election::Territory;
use conoceles_shared::time::Period;

use super::*;

pub fn setup() -> ElectionSetup {
    let territory = |kind, code: &str| Territory {
        kind,
        code: code.into(),
        name: "Nombre".into(),
    };
    ElectionSetup {
        name: "Local 2027".into(),
        entity: "Estado de México".into(),
        date: "2027-06-06".parse().unwrap(),
        drill: false,
        archived: false,
        offices: vec![Office::Governorship, Office::DeputyMr],
        territories: vec![
            territory(TerritoryKind::State, "15"),
            territory(TerritoryKind::LocalDistrict, "33"),
        ],
        phases: Vec::new(),
        embargoes: Vec::new(),
        settings: Default::default(),
    }
}

pub fn new() -> NewCandidacy {
    NewCandidacy {
        actor: "00000000-0000-7000-8000-000000000001".parse().unwrap(),
        registration: Registration {
            given_names: "Ana".into(),
            first_surname: "Peña".into(),
            second_surname: None,
            nickname: None,
            age: Some(40),
            sex: Sex::Woman,
            office: Office::DeputyMr,
            territory_kind: TerritoryKind::LocalDistrict,
            territory_code: "33".into(),
            list_position: None,
            role: Role::Alternate,
            affirmative_actions: Vec::new(),
        },
        private: PrivateData {
            curp: None,
            voter_key: None,
            rfc: None,
            birth_date: None,
            notification_email: "ana@ejemplo.mx".into(),
            notification_phone: "7221234567".into(),
        },
        own_period: None,
        acuerdo_on: None,
        substitutes: None,
    }
}

fn actor(received: Option<&str>) -> ActorRow {
    ActorRow {
        id: "00000000-0000-7000-8000-000000000001".parse().unwrap(),
        version: 1,
        election: "00000000-0000-7000-8000-000000000002".parse().unwrap(),
        kind: None,
        name: "Actor".into(),
        parties: Vec::new(),
        received: received.map(|it| it.parse().unwrap()),
        accepted: None,
        capture_end: None,
        candidacies: 0,
        accounts: 0,
    }
}

fn now() -> Instant {
    "2027-03-20T12:00:00Z".parse().unwrap()
}

fn found(new: &NewCandidacy) -> Vec<(String, String)> {
    errors(new, &setup(), Some(&actor(None)), now())
        .into_iter()
        .map(|it| (it.pointer, it.code))
        .collect()
}

fn only(new: &NewCandidacy, pointer: &str, code: &str) {
    assert_eq!(found(new), [(pointer.into(), code.into())]);
}

#[test]
fn a_plain_candidacy_is_accepted() {
    assert_eq!(found(&new()), []);
}

#[test]
fn the_office_decides_territory_and_alternate() {
    let mut it = new();
    it.registration.territory_code = "34".into();
    only(&it, "/registration/territory_code", "unknown");
    it.registration.territory_kind = TerritoryKind::State;
    only(&it, "/registration/territory_kind", "wrong_kind");
    it.registration.office = Office::Governorship;
    it.registration.territory_code = "15".into();
    only(&it, "/registration/role", "not_allowed");
    it.registration.role = Role::Titular;
    assert_eq!(found(&it), []);
    it.registration.office = Office::DeputyRp;
    assert_eq!(
        found(&it),
        [
            ("/registration/office".into(), "not_in_election".into()),
            ("/registration/territory_kind".into(), "wrong_kind".into())
        ]
    );
}

#[test]
fn age_or_birth_date_but_not_both() {
    let mut it = new();
    it.private.birth_date = Some("1990-06-07".parse().unwrap());
    only(&it, "/registration/age", "conflict");
    it.registration.age = None;
    assert_eq!(found(&it), []);
    assert_eq!(age_at_election(&it, &setup()), Some(36));
    it.private.birth_date = None;
    only(&it, "/registration/age", "required");
}

#[test]
fn eighteen_on_election_day() {
    let mut it = new();
    it.registration.age = None;
    it.private.birth_date = Some("2009-06-06".parse().unwrap());
    assert_eq!(found(&it), []);
    for day in ["2009-06-07", "2030-01-01", "1900-01-01"] {
        it.private.birth_date = Some(day.parse().unwrap());
        only(&it, "/private/birth_date", "out_of_range");
    }
    it.private.birth_date = None;
    it.registration.age = Some(17);
    only(&it, "/registration/age", "out_of_range");
}

#[test]
fn keys_have_their_official_shape() {
    let mut it = new();
    it.private.curp = Some(" pexa900607-mmcxxn08 ".into());
    it.private.voter_key = Some("PXXXAN90060715M800".into());
    it.private.rfc = Some("PEXA900607A1B".into());
    tidy(&mut it);
    assert_eq!(it.private.curp.as_deref(), Some("PEXA900607MMCXXN08"));
    assert_eq!(found(&it), []);
    it.private.curp = Some("PEXA9006O7MMCXXN08".into());
    only(&it, "/private/curp", "invalid_format");
    it.private.curp = Some("PEXA".into());
    only(&it, "/private/curp", "length");
    it.private.curp = Some("PEXA900607MMCXXN09".into());
    only(&it, "/private/curp", "check_digit");
    it.private.curp = None;
    it.private.voter_key = Some("PXXXAN90060715A800".into());
    it.private.rfc = Some("PEX9006071234".into());
    assert_eq!(
        found(&it),
        [
            ("/private/voter_key".into(), "invalid_format".into()),
            ("/private/rfc".into(), "invalid_format".into())
        ]
    );
}

#[test]
fn texts_are_tidied_and_blanks_are_none() {
    let mut it = new();
    it.registration.given_names = "  Ana \n María ".into();
    it.registration.second_surname = Some("   ".into());
    it.private.curp = Some(String::new());
    it.registration.affirmative_actions = vec![AffirmativeAction::Young, AffirmativeAction::Young];
    tidy(&mut it);
    assert_eq!(it.registration.given_names, "Ana María");
    assert_eq!(it.registration.second_surname, None);
    assert_eq!(it.private.curp, None);
    assert_eq!(it.registration.affirmative_actions.len(), 1);
    it.registration.first_surname = " \u{202E}\u{2800}\u{200B}".into();
    tidy(&mut it);
    only(&it, "/registration/first_surname", "length");
}

#[test]
fn names_keep_their_letters_and_take_no_pictures() {
    let mut it = new();
    it.registration.given_names = "L\u{331}uvya \u{200B}Itzel".into();
    it.registration.first_surname = "Baʼax Kꞌuk".into();
    it.registration.second_surname = Some("Ñūñez Cɨtɨ".into());
    tidy(&mut it);
    assert_eq!(it.registration.given_names, "Ḻuvya Itzel");
    assert_eq!(it.registration.first_surname, "Baʼax Kꞌuk");
    assert_eq!(found(&it), []);
    it.registration.nickname = Some("La Flaca 💃🏽".into());
    only(&it, "/registration/nickname", "forbidden_character");
}

#[test]
fn means_of_contact_are_tidied() {
    let mut it = new();
    it.private.notification_email = "mailto:Ana@Gmial.com".into();
    it.private.notification_phone = "\u{202D}+52 1 (722) 123-4567\u{202C}".into();
    it.private.curp = Some("TEBX800315HMCRLM04".into());
    it.private.birth_date = Some("1980-03-15".parse().unwrap());
    it.registration.age = None;
    tidy(&mut it);
    assert_eq!(it.private.notification_email, "Ana@gmial.com");
    assert_eq!(it.private.notification_phone, "7221234567");
    assert_eq!(found(&it), []);
    it.private.notification_email = "@".into();
    it.private.notification_phone = "No tengo".into();
    it.private.birth_date = Some("1981-03-15".parse().unwrap());
    tidy(&mut it);
    let mut found = found(&it);
    found.sort();
    let wrong = [
        ("/private/curp", "conflict"),
        ("/private/notification_email", "invalid_format"),
        ("/private/notification_phone", "invalid_format"),
    ];
    assert_eq!(found, wrong.map(|(at, code)| (at.into(), code.into())));
}

#[test]
fn a_candidacy_can_still_be_captured() {
    let of = |new: &NewCandidacy, received| -> Vec<String> {
        let errors = errors(new, &setup(), Some(&actor(received)), now());
        errors.into_iter().map(|it| it.code).collect()
    };
    let own = |starts: &str, ends: &str| {
        Some(Period {
            starts: starts.parse().unwrap(),
            ends: ends.parse().unwrap(),
        })
    };
    let mut it = new();
    assert!(of(&it, Some("2027-03-10T12:00:00Z")).is_empty());
    assert_eq!(of(&it, Some("2027-03-01T12:00:00Z")), ["required"]);
    it.own_period = own("2027-04-02T06:00:00Z", "2027-04-08T05:59:59Z");
    assert!(of(&it, Some("2027-03-01T12:00:00Z")).is_empty());
    it.own_period = own("2027-04-02T06:00:00Z", "2027-04-01T06:00:00Z");
    assert_eq!(of(&it, None), ["before_start"]);
    it.own_period = own("2027-03-02T06:00:00Z", "2027-03-08T05:59:59Z");
    assert_eq!(of(&it, None), ["in_the_past"]);
    let none: Vec<_> = errors(&new(), &setup(), None, now());
    assert_eq!(none.len(), 1);
    assert_eq!(none[0].pointer, "/actor");
}
