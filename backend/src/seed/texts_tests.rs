use std::collections::HashSet;

use conoceles_shared::catalogues::Office;
use conoceles_shared::questionnaire::{Limits, Section, SectionContent, TextAnswer, missing};
use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;

use super::{Texts, Voice};
use crate::seed::material::Material;

fn voice(material: &Material, at: usize) -> Voice {
    let offices = [
        Office::Governorship,
        Office::DeputyMr,
        Office::MunicipalPresidency,
    ];
    Voice {
        office: offices[at % 3],
        inside: "en Tecámac".into(),
        of: "de Tecámac".into(),
        field: material.work[at % material.work.len()].clone(),
        born: 1950 + i32::try_from(at % 56).unwrap(),
        year: 2026,
        at_length: at.is_multiple_of(12),
    }
}

#[test]
fn every_text_is_complete_within_the_limits_and_no_two_are_equal() {
    let material = Material::load().unwrap();
    let mut rng = ChaCha8Rng::seed_from_u64(7);
    let limits = Limits::default();
    let mut seen = HashSet::new();
    for at in 0..600 {
        let texts = Texts::write(&mut rng, &material, &voice(&material, at), &limits);
        for section in Section::ALL.iter().copied().filter(|it| it.is_text()) {
            let text = texts.of(section);
            assert!(!text.contains(['{', '}']), "a slot is left: {text}");
            assert!(!text.contains("  "), "two spaces: {text}");
            let content = SectionContent::from_text(section, TextAnswer::of(text)).unwrap();
            let value = content.to_value();
            conoceles_shared::questionnaire::parse(section, &value, &limits).unwrap();
            assert_eq!(missing(&content, &limits), [], "{section}: {text}");
            assert!(seen.insert(text.to_owned()), "twice: {text}");
        }
    }
}

#[test]
fn the_same_seed_writes_the_same() {
    let material = Material::load().unwrap();
    let write = || {
        let mut rng = ChaCha8Rng::seed_from_u64(3);
        Texts::write(
            &mut rng,
            &material,
            &voice(&material, 5),
            &Limits::default(),
        )
        .of(Section::Motivation)
        .to_owned()
    };
    assert_eq!(write(), write());
}
