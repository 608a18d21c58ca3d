use std::collections::HashSet;

use chrono::NaiveDate;
use conoceles_shared::catalogues::Sex;
use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;
use validator::Validate as _;

use super::{People, Person};
use crate::seed::material::Material;

fn three_hundred() -> Vec<Person> {
    let names = Material::load().unwrap().names;
    let mut people = People::new(&names);
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let day = NaiveDate::from_ymd_opt(2027, 6, 6).unwrap();
    (0..304).map(|_| people.next(&mut rng, day, 21)).collect()
}

#[test]
fn persons_are_different_of_all_ages_and_balanced() {
    let people = three_hundred();
    let names: HashSet<_> = people
        .iter()
        .map(|it| (&it.given_names, &it.first_surname, &it.second_surname))
        .collect();
    assert_eq!(names.len(), people.len());
    let count = |sex| people.iter().filter(|it| it.sex == sex).count();
    assert!(count(Sex::Woman).abs_diff(count(Sex::Man)) < 12);
    assert!(count(Sex::NonBinary) >= 8);
    assert!(people.iter().all(|it| it.age >= 21));
    assert!(people.iter().any(|it| it.age < 30) && people.iter().any(|it| it.age >= 60));
}

#[test]
fn private_values_are_valid_canaries_and_differ() {
    let people = three_hundred();
    let mut seen = HashSet::new();
    for person in &people {
        let private = person.private();
        private.validate().unwrap();
        let curp = private.curp.unwrap();
        assert!(curp.starts_with("XCAN") && curp.len() == 18);
        assert!(private.voter_key.unwrap().starts_with("XCAN"));
        assert!(private.rfc.unwrap().starts_with("XCAN"));
        assert!(private.notification_email.ends_with("@avisos.invalid"));
        assert!(private.notification_phone.starts_with("555555"));
        assert!(seen.insert(curp));
    }
}
