use chrono::NaiveDate;
use conoceles_shared::questionnaire::{
    Completeness, Limits, SectionContent, completeness, missing, parse,
};
use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;

use super::{contact, education, identity};
use crate::seed::material::Material;
use crate::seed::people::People;

#[test]
fn answers_pass_the_questionnaire_and_are_complete() {
    let mut rng = ChaCha8Rng::seed_from_u64(11);
    let limits = Limits::default();
    let material = Material::load().unwrap();
    let mut people = People::new(&material.names);
    let day = NaiveDate::from_ymd_opt(2027, 6, 6).unwrap();
    let work = &material.work;
    let mut badges = 0;
    for at in 0..600 {
        let person = people.next(&mut rng, day, 21);
        let identity = identity(&mut rng, &person);
        badges += identity.public_badges().len();
        for content in [
            SectionContent::Contact(contact(&mut rng, &person, "Tecámac")),
            SectionContent::Education(education(&mut rng, &work[at % work.len()])),
            SectionContent::Identity(identity),
        ] {
            let section = content.section();
            let read = parse(section, &content.to_value(), &limits).unwrap();
            assert_eq!(missing(&read, &limits), [], "{section}");
            assert_eq!(completeness(Some(&read), &limits), Completeness::Complete);
        }
    }
    assert!(badges > 100, "{badges}");
}
