use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use conoceles_shared::catalogues::{Office, Role};

use super::{Casting, Situation};
use crate::seed::material::Material;

#[test]
fn four_stand_in_each_of_seventy_five_contests_and_no_party_twice() {
    let material = Material::load().unwrap();
    let day = NaiveDate::from_ymd_opt(2027, 6, 6).unwrap();
    let all = Casting::new(&material, 1, 2027).local(day).unwrap();
    let actors = material.cast.local.in_order();
    assert_eq!(all.len(), 300);
    let mut contests: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for it in &all {
        let place = (it.registration.office, &it.registration.territory_code);
        contests.entry(place).or_default().push(it);
    }
    assert_eq!(contests.len(), 75);
    for (place, rivals) in contests {
        assert_eq!(rivals.len(), 4, "{place:?}");
        let mut seen = BTreeSet::new();
        for it in rivals {
            for party in &actors[it.actor].parties {
                assert!(
                    seen.insert((it.registration.role, party)),
                    "twice in {place:?}"
                );
            }
        }
    }
    let count = |office| {
        all.iter()
            .filter(|it| it.registration.office == office)
            .count()
    };
    assert_eq!(
        (count(Office::DeputyMr), count(Office::MunicipalPresidency)),
        (180, 120)
    );
    assert!(all.iter().any(|it| it.registration.role == Role::Alternate));
    let published = all
        .iter()
        .filter(|it| it.situation == Situation::Published)
        .count();
    assert!(published > 240, "{published}");
}

#[test]
fn the_governorship_has_one_of_each_kind_in_different_states() {
    let material = Material::load().unwrap();
    let day = NaiveDate::from_ymd_opt(2027, 6, 6).unwrap();
    let all = Casting::new(&material, 1, 2027).governorship(day).unwrap();
    let situations: Vec<_> = all.iter().map(|it| it.situation).collect();
    assert_eq!(situations.len(), 4);
    assert!(situations.contains(&Situation::Registered));
    assert!(situations.contains(&Situation::Observed(2)));
}
