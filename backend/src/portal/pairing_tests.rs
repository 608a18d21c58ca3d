//! Titular and alternate of one formula, and who took whose place.

use conoceles_shared::time::Instant;

use super::*;
use crate::portal::published::StoredRecord;

fn id<T: std::str::FromStr>(number: usize) -> T
where
    T::Err: std::fmt::Debug,
{
    format!("00000000-0000-7000-8000-{number:012x}")
        .parse()
        .unwrap()
}

fn member(number: usize, role: &str, position: Option<u32>, actor: usize) -> Arc<Published> {
    let labelled = |code: &str| serde_json::json!({"code": code, "label": code});
    let name = format!("Persona {number}");
    let record = serde_json::json!({
        "id": id::<CandidacyId>(number), "person_id": id::<CandidacyId>(number), "version": 1,
        "name": name, "name_parts": null, "nickname": null, "age": 33, "sex": labelled("woman"),
        "election": {
            "id": id::<CandidacyId>(800), "name": "E", "drill": false, "archived": false,
            "date": "2027-06-06",
        },
        "office": labelled("deputy_mr"),
        "territory": {"kind": "local_district", "code": "2", "name": "T", "ieem_number": null},
        "list_position": position, "role": labelled(role),
        "actor": {"id": id::<CandidacyId>(900 + actor), "kind": null, "name": "A", "parties": []},
        "affirmative_actions": [], "identity_badges": [], "photo": null, "sections": [],
        "captured": false, "published_at": "2024-05-01T00:00:00Z", "source": null, "nonce": "n"
    });
    let stored = StoredRecord {
        text: record.to_string(),
        sha256: String::new(),
        log: conoceles_shared::api::public::LogChain::Publication,
        seq: 1,
        at: Instant::UNIX_EPOCH,
    };
    Arc::new(Published::from_stored(stored).unwrap())
}

fn paired(records: &[Arc<Published>]) -> Vec<Arc<Published>> {
    accompanied(records, &BTreeMap::new(), &HashSet::new()).unwrap()
}

/// The number of each one's other member, 0 where there is none.
fn others(records: &[Arc<Published>]) -> Vec<usize> {
    let number = |it: &Arc<Published>| {
        let other = it.companions.formula.as_ref()?;
        assert_eq!(it.summary.formula.as_ref(), Some(other));
        (1..100).find(|number| id::<CandidacyId>(*number) == other.id)
    };
    records.iter().map(|it| number(it).unwrap_or(0)).collect()
}

#[test]
fn titular_and_alternate_of_one_place_know_each_other() {
    let all = paired(&[
        member(1, "titular", Some(1), 1),
        member(2, "alternate", Some(1), 1),
        member(3, "titular", Some(2), 1),
        member(4, "alternate", Some(1), 2),
        member(5, "titular", None, 3),
        member(6, "alternate", None, 3),
    ]);
    assert_eq!(others(&all), [2, 1, 0, 0, 6, 5]);
    assert!(all[0].fragment.contains("Persona 2"));
}

#[test]
fn where_it_is_not_certain_nobody_is_paired() {
    let all = paired(&[
        member(1, "titular", None, 1),
        member(2, "titular", None, 1),
        member(3, "alternate", None, 1),
        member(4, "titular", Some(7), 1),
    ]);
    assert_eq!(others(&all), [0, 0, 0, 0]);
}

#[test]
fn whoever_is_gone_leaves_the_others_page_and_the_rest_stays_as_it_was() {
    let all = paired(&[
        member(1, "titular", Some(1), 1),
        member(2, "alternate", Some(1), 1),
        member(3, "titular", Some(2), 1),
    ]);
    let again = paired(&all);
    assert!(
        all.iter()
            .zip(&again)
            .all(|(one, other)| Arc::ptr_eq(one, other))
    );
    let rest = paired(&[Arc::clone(&all[0]), Arc::clone(&all[2])]);
    assert_eq!(others(&rest), [0, 0]);
    assert!(Arc::ptr_eq(&rest[1], &all[2]));
}

#[test]
fn a_substitution_is_told_where_it_was_public() {
    let substitutes = BTreeMap::from([(id(1), id(50)), (id(2), id(51))]);
    let withdrawn = HashSet::from([id(50)]);
    let records = vec![
        member(1, "titular", Some(1), 1),
        member(2, "titular", Some(2), 1),
    ];
    let all = accompanied(&records, &substitutes, &withdrawn).unwrap();
    assert_eq!(all[0].companions.substitutes, Some(id(50)));
    assert_eq!(all[1].companions.substitutes, None);
}
