//! Lists: neutral order, turning hours, cursors that neither repeat nor hide anyone.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use conoceles_shared::api::facets::FacetKind;
use conoceles_shared::api::query::decode_pairs;
use conoceles_shared::election::TerritoryKind;
use conoceles_shared::ids::{CandidacyId, ElectionId};

use super::*;
use crate::core::secrets::{Secrets, token};
use crate::elections::ElectionRow;
use crate::portal::cursor::encode_cursor;
use crate::portal::facets::counted_facets;
use crate::portal::published::StoredRecord;
use crate::portal::snapshot::Material;

fn id(number: usize) -> CandidacyId {
    format!("00000000-0000-7000-8000-{number:012x}")
        .parse()
        .unwrap()
}

fn election(number: usize) -> ElectionId {
    format!("10000000-0000-7000-8000-{number:012x}")
        .parse()
        .unwrap()
}

struct Person<'a> {
    number: usize,
    name: &'a str,
    election: usize,
    office: &'a str,
    place: (TerritoryKind, &'a str),
    sex: &'a str,
    /// The number of its actor, and its role.
    formula: (usize, &'a str),
}

const TOLUCA: (TerritoryKind, &str) = (TerritoryKind::Municipality, "15106");

fn person(number: usize, name: &str) -> Person<'_> {
    Person {
        number,
        name,
        election: 1,
        office: "municipal_presidency",
        place: TOLUCA,
        sex: if number.is_multiple_of(2) {
            "woman"
        } else {
            "man"
        },
        formula: (number, "titular"),
    }
}

fn published(it: &Person<'_>) -> Arc<Published> {
    let labelled = |code: &str| serde_json::json!({"code": code, "label": code});
    let record = serde_json::json!({
        "id": id(it.number), "person_id": id(it.number), "version": 1, "name": it.name,
        "name_parts": null, "nickname": "Apodo", "age": 33, "sex": labelled(it.sex),
        "election": {
            "id": election(it.election), "name": "E", "drill": false, "archived": false,
            "date": format!("20{:02}-06-06", 20 + it.election),
        },
        "office": labelled(it.office),
        "territory": {
            "kind": it.place.0, "code": it.place.1, "name": "T", "ieem_number": null
        },
        "list_position": null, "role": labelled(it.formula.1),
        "actor": {"id": id(900 + it.formula.0), "kind": null, "name": "A", "parties": []},
        "affirmative_actions": [labelled("young")], "identity_badges": [], "photo": null,
        "sections": [], "captured": false, "published_at": "2024-05-01T00:00:00Z",
        "source": null, "nonce": "n"
    });
    let stored = StoredRecord {
        text: record.to_string(),
        sha256: String::new(),
        log: conoceles_shared::api::public::LogChain::Publication,
        seq: 1,
        at: conoceles_shared::time::Instant::UNIX_EPOCH,
    };
    Arc::new(Published::from_stored(stored).unwrap())
}

/// One key for all of a test: cursors of one snapshot are read by the next.
fn key() -> MacKey {
    static SECRETS: LazyLock<Secrets> = LazyLock::new(|| {
        let folder = format!("conoceles-list-{}", token().unwrap());
        Secrets::load(&std::env::temp_dir().join(folder)).unwrap()
    });
    SECRETS.mac_key("list cursor")
}

fn snapshot(people: &[Person<'_>]) -> Snapshot {
    let row = |number: usize| ElectionRow {
        id: election(number),
        version: 1,
        setup: serde_json::from_value(serde_json::json!({
            "name": "E", "entity": "E", "date": format!("20{:02}-06-06", 20 + number)
        }))
        .unwrap(),
        draw_seed: format!("semilla {number}"),
    };
    Snapshot::new(Material {
        elections: vec![row(1), row(2)],
        registered: BTreeMap::new(),
        records: people.iter().map(published).collect(),
        ..Material::empty(key())
    })
}

fn query(text: &str) -> CandidacyQuery {
    let pairs = decode_pairs(text);
    CandidacyQuery::parse(pairs.iter().map(|(a, b)| (a.as_str(), b.as_str()))).unwrap()
}

fn ids(slice: &ListSlice) -> Vec<CandidacyId> {
    slice.items.iter().map(|it| it.id.clone()).collect()
}

fn whole(snapshot: &Snapshot, text: &str, hour: u64) -> Vec<CandidacyId> {
    let asked = CandidacyQuery {
        limit: 500,
        ..query(text)
    };
    ids(&page_of_list(snapshot, &asked, hour).unwrap())
}

/// Every page of a query; `between` may change what is published after each page.
fn walk<'a>(
    mut snapshot: Snapshot,
    text: &str,
    first_hour: u64,
    mut between: impl FnMut(usize) -> Option<Vec<Person<'a>>>,
) -> Vec<CandidacyId> {
    let mut seen = Vec::new();
    let mut asked = query(text);
    for number in 0..100 {
        // The clock goes on; the list stays in the hour in which it began.
        let hour = first_hour + u64::try_from(number).unwrap();
        let slice = page_of_list(&snapshot, &asked, hour).unwrap();
        seen.extend(ids(&slice));
        let Some(next) = slice.next else { return seen };
        asked.cursor = Some(encode_cursor(&key(), &asked, next).unwrap());
        if let Some(people) = between(number) {
            snapshot = self::snapshot(&people);
        }
    }
    panic!("the list does not end");
}

fn ten() -> Vec<Person<'static>> {
    (0..10).map(|number| person(number, "Ana Ñuñoa")).collect()
}

#[test]
fn contests_come_by_day_office_and_number_not_by_text() {
    let district = |number, code| Person {
        office: "deputy_mr",
        place: (TerritoryKind::LocalDistrict, code),
        ..person(number, "Ana")
    };
    let later = Person {
        election: 2,
        ..person(5, "Ana")
    };
    let people = [district(1, "10"), person(2, "Ana"), district(3, "2"), later];
    let expected: Vec<_> = [5, 3, 1, 2].map(id).into();
    assert_eq!(whole(&snapshot(&people), "", 0), expected);
}

#[test]
fn each_heads_the_list_that_was_asked_for_equally_often() {
    let snapshot = snapshot(&ten());
    for text in ["office=municipal_presidency", "sex=woman"] {
        let size = whole(&snapshot, text, 0).len();
        let mut heads: Vec<_> = (0..size as u64)
            .map(|hour| whole(&snapshot, text, hour)[0].clone())
            .collect();
        heads.sort();
        heads.dedup();
        assert_eq!(heads.len(), size, "{text}");
    }
}

#[test]
fn anyone_can_recompute_the_order() {
    let mut expected: Vec<_> = (0..10).map(id).collect();
    expected.sort_by_key(|it| {
        let number = (0..10).find(|number| id(*number) == *it).unwrap();
        let actor = id(900 + number);
        let contest = "municipal_presidency/municipality/15106";
        conoceles_shared::draw::draw_key("semilla 1", contest, actor.as_str())
    });
    rotate(&mut expected, 476_666, |a, b| a == b);
    assert_eq!(whole(&snapshot(&ten()), "", 476_666), expected);
}

/// Ten titulars, of whom every other one has an alternate.
fn formulas() -> Vec<Person<'static>> {
    let alternates = (0..10).step_by(2).map(|number| Person {
        formula: (number, "alternate"),
        ..person(20 + number, "Eva Ñuñoa")
    });
    ten().into_iter().chain(alternates).collect()
}

#[test]
fn titular_and_alternate_stand_together_in_every_hour_and_across_pages() {
    for hour in 0..30 {
        let shown = whole(&snapshot(&formulas()), "", hour);
        for number in (0..10).step_by(2) {
            let titular = shown.iter().position(|it| *it == id(number)).unwrap();
            assert_eq!(shown[titular + 1], id(20 + number), "hour {hour}");
        }
        for size in [1, 2, 7] {
            let asked = format!("limit={size}");
            let paged = walk(snapshot(&formulas()), &asked, hour, |_| None);
            assert_eq!(paged, shown, "{asked}, hour {hour}");
        }
    }
}

#[test]
fn a_formula_that_loses_its_titular_between_pages_moves_nobody() {
    let before = whole(&snapshot(&formulas()), "", 3);
    let titular = before.iter().position(|it| *it == id(4)).unwrap();
    let asked = format!("limit={}", titular + 1);
    let seen = walk(snapshot(&formulas()), &asked, 3, |number| {
        let left = formulas().into_iter().filter(|it| it.number != 4);
        (number == 0).then(|| left.collect())
    });
    assert_eq!(seen, before);
}

#[test]
fn pages_make_the_whole_list_though_the_hour_turns() {
    for text in [
        "limit=3",
        "limit=3&sex=man",
        "limit=4&sort=name",
        "limit=1",
        "limit=3&q=nunoa",
        "limit=2&q=bertha&sort=name",
    ] {
        let mut people = ten();
        people.extend((10..14).map(|number| Person {
            place: (TerritoryKind::Municipality, "15001"),
            ..person(number, ["Berta Nunoa", "Bertha", "Berta Ñuñoa"][number % 3])
        }));
        let snapshot = snapshot(&people);
        let expected = whole(&snapshot, text, 7);
        assert_eq!(walk(snapshot, text, 7, |_| None), expected, "{text}");
    }
}

#[test]
fn what_is_published_or_withdrawn_between_pages_moves_nobody_else() {
    for text in ["limit=3", "limit=3&sort=name"] {
        let before: Vec<_> = whole(&snapshot(&ten()), text, 3);
        // After the first page its last item is withdrawn and another one is published.
        let gone = before[2].clone();
        let seen = walk(snapshot(&ten()), text, 3, |number| {
            (number == 0).then(|| {
                (0..11)
                    .filter(|number| id(*number) != gone)
                    .map(|number| person(number, "Ana Ñuñoa"))
                    .collect()
            })
        });
        let mut old: Vec<_> = seen.iter().filter(|it| **it != id(10)).cloned().collect();
        assert_eq!(old, before, "{text}");
        old.dedup();
        assert_eq!(old.len(), 10);
    }
}

#[test]
fn a_cursor_belongs_to_its_query() {
    let snapshot = snapshot(&ten());
    let first = query("limit=3&sex=woman");
    let next = page_of_list(&snapshot, &first, 0).unwrap().next.unwrap();
    let cursor = encode_cursor(&key(), &first, next).unwrap();
    for other in [
        "limit=3",
        "limit=4&sex=woman",
        "limit=3&sex=woman&sort=name",
    ] {
        let asked = query(&format!("{other}&cursor={cursor}"));
        assert_eq!(
            page_of_list(&snapshot, &asked, 0).unwrap_err(),
            InvalidCursor
        );
    }
    let same = query(&format!("sex=woman&cursor={cursor}&limit=3"));
    assert_eq!(page_of_list(&snapshot, &same, 0).unwrap().items.len(), 2);
    for broken in ["x", "%00", "", "eyJxdWVyeSI6IiJ9"] {
        let asked = query(&format!("cursor={broken}"));
        if broken.is_empty() {
            assert!(page_of_list(&snapshot, &asked, 0).is_ok());
        } else {
            assert_eq!(
                page_of_list(&snapshot, &asked, 0).unwrap_err(),
                InvalidCursor
            );
        }
    }
}

#[test]
fn by_name_follows_the_spanish_alphabet() {
    let people = [
        person(1, "Ñuñoa"),
        person(2, "Nuñez"),
        person(3, "Ávila"),
        person(4, "Zárate"),
        person(5, "Nuzzo"),
    ];
    let expected: Vec<_> = [3, 2, 5, 1, 4].map(id).into();
    assert_eq!(whole(&snapshot(&people), "sort=name", 9), expected);
}

#[test]
fn a_search_is_one_list_with_the_closest_first() {
    let people = [
        person(1, "Luz Penagos"),
        person(2, "Ana Peña"),
        person(3, "Eva Pena"),
        person(4, "Sol Peñaloza"),
        person(5, "Rita Lara"),
    ];
    let snapshot = snapshot(&people);
    let expected: Vec<_> = [3, 2, 1, 4].map(id).into();
    for hour in 0..4 {
        assert_eq!(whole(&snapshot, "q=pena", hour), expected);
    }
    assert_eq!(whole(&snapshot, "q=pena&sort=name", 0), expected);
    let asked = CandidacyQuery {
        q: Some(".".to_owned()),
        ..CandidacyQuery::default()
    };
    let nobody = page_of_list(&snapshot, &asked, 0).unwrap();
    assert_eq!((nobody.total, nobody.items.len()), (0, 0));
}

#[test]
fn filters_and_search() {
    let district = Person {
        office: "deputy_mr",
        place: (TerritoryKind::LocalDistrict, "2"),
        ..person(3, "María Peña")
    };
    let mario = person(2, "Mario Hernández");
    let snapshot = snapshot(&[district, mario]);
    for (text, expected) in [
        ("district=02", vec![3]),
        ("municipality=15106", vec![2]),
        ("municipality=15106&district=2", vec![3, 2]),
        ("age_range=30_39&affirmative_action=young,older", vec![3, 2]),
        ("age_range=18_24", vec![]),
        ("role=alternate", vec![]),
        ("office=deputy_mr,regiduria", vec![3]),
        ("q=maria", vec![3, 2]),
        ("q=maría+peña", vec![3]),
        ("q=pena", vec![3]),
        ("q=hernandes", vec![2]),
        ("q=apodo", vec![3, 2]),
        ("q=hernández+mar", vec![2]),
        ("education=master", vec![]),
        ("election=10000000-0000-7000-8000-000000000002", vec![]),
    ] {
        let expected: Vec<_> = expected.into_iter().map(id).collect();
        assert_eq!(whole(&snapshot, text, 0), expected, "{text}");
    }
}

#[test]
fn a_name_that_another_election_has_is_counted() {
    let people = [
        person(1, "Ana Peña"),
        Person {
            election: 2,
            ..person(2, "Ramiro Castillo")
        },
        Person {
            election: 2,
            ..person(3, "Ana Pena")
        },
    ];
    let snapshot = snapshot(&people);
    let of = |q: Option<&str>, number: Option<usize>| {
        let query = CandidacyQuery {
            q: q.map(ToOwned::to_owned),
            election: number.map(election),
            ..CandidacyQuery::default()
        };
        let page = page_of_list(&snapshot, &query, 0).unwrap();
        (page.total, page.elsewhere)
    };
    assert_eq!(of(Some("ramiro castillo"), Some(1)), (0, Some(1)));
    assert_eq!(of(Some("ana"), Some(1)), (1, Some(1)));
    assert_eq!(of(Some("ramiro"), Some(2)), (1, Some(0)));
    assert_eq!(of(Some("ramiro"), None), (1, None));
    assert_eq!(of(None, Some(1)), (1, None));
}

/// The query of a text.
fn asked(text: &str) -> CandidacyQuery {
    let pairs = decode_pairs(text);
    let pairs = pairs
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    CandidacyQuery::parse(pairs).unwrap()
}

/// The filters that the people of these tests differ in.
const COUNTED: [(FacetKind, &str); 6] = [
    (FacetKind::Office, "office"),
    (FacetKind::Actor, "actor"),
    (FacetKind::Sex, "sex"),
    (FacetKind::Role, "role"),
    (FacetKind::AgeRange, "age_range"),
    (FacetKind::AffirmativeAction, "affirmative_action"),
];

#[test]
fn each_count_is_what_choosing_its_value_would_find() {
    let offices = ["municipal_presidency", "regiduria", "sindicatura"];
    let names = ["Ana Peña", "Luis Ortiz", "Eva Peña", "Rosa Nava"];
    let role = |number: usize| match number % 7 {
        0 => "alternate",
        _ => "titular",
    };
    let people: Vec<_> = (0..60)
        .map(|number| Person {
            office: offices[number % 3],
            formula: (number % 5, role(number)),
            ..person(number, names[number / 2 % 4])
        })
        .collect();
    let snapshot = snapshot(&people);
    let found = |query: &CandidacyQuery| page_of_list(&snapshot, query, 0).unwrap().total;
    for text in [
        "",
        "sex=woman",
        "office=regiduria,sindicatura&role=titular",
        "q=peña&sex=man",
        "q=nadie",
    ] {
        let query = asked(text);
        let (total, mut facets) = counted_facets(&snapshot, &query);
        assert_eq!(total, found(&query), "{text}");
        for (kind, parameter) in COUNTED {
            let rest = kind.left_out_of(&query).normalised();
            let values = facets.of_kind(kind);
            assert!(
                !values.is_empty() || text == "q=nadie",
                "{text}: {parameter}"
            );
            for value in values {
                let chosen = asked(&format!("{rest}&{parameter}={}", value.code));
                assert_eq!(
                    value.count as usize,
                    found(&chosen),
                    "{text}: {parameter}={}",
                    value.code
                );
            }
        }
    }
}
