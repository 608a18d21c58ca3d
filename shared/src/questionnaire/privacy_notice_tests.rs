use std::collections::BTreeSet;

use super::*;
use crate::questionnaire::{
    Badge, ConsentKind, QuestionId, Visibility, fields, question, registration_fields,
};

/// The items of the lists of a section.
fn items(section: &NoticeSection) -> Vec<&'static str> {
    let lists = section.blocks.iter().filter_map(|block| match block {
        NoticeBlock::List(items) => Some(*items),
        NoticeBlock::Responsible(_) | NoticeBlock::Text(_) => None,
    });
    lists.flatten().copied().collect()
}

/// The numbers of questions that a text names.
fn numbers(text: &str) -> BTreeSet<u8> {
    let words = text.split(|it: char| !it.is_ascii_digit());
    words.filter_map(|it| it.parse().ok()).collect()
}

fn number(id: QuestionId) -> u8 {
    question(id).number
}

/// Every field of the registration and of both questionnaires: where it may go, and its label.
fn catalogue() -> impl Iterator<Item = (Visibility, &'static str)> {
    let registered = registration_fields()
        .iter()
        .map(|it| (it.visibility, it.label));
    registered.chain(fields().iter().map(|it| (it.visibility, it.label)))
}

/// What a block says, each item of a list apart.
fn texts(block: &NoticeBlock) -> Vec<&'static str> {
    match block {
        NoticeBlock::List(items) => items.to_vec(),
        NoticeBlock::Responsible(text) | NoticeBlock::Text(text) => vec![*text],
    }
}

fn whole(section: &NoticeSection) -> String {
    let all: Vec<_> = section.blocks.iter().flat_map(texts).collect();
    all.join(" ")
}

#[test]
fn every_consent_has_its_purpose_and_what_revoking_it_does() {
    let purposes: Vec<_> = PURPOSES.blocks.iter().flat_map(texts).collect();
    let revocations = items(&REVOCATION);
    for kind in ConsentKind::ALL {
        let name = format!("«{}»", kind.label());
        let named = |all: &[&str]| all.iter().filter(|it| it.contains(&name)).count();
        assert_eq!(named(&purposes), 1, "{name}");
        assert_eq!(named(&revocations), 1, "{name}");
    }
    assert_eq!(revocations.len(), ConsentKind::ALL.len());
}

#[test]
fn the_badges_it_names_are_those_that_can_be_public() {
    let name = ConsentKind::IdentityPublication.label();
    let purpose = items(&PURPOSES).into_iter().find(|it| it.contains(name));
    let public: BTreeSet<_> = Badge::ALL.iter().map(|it| number(it.question())).collect();
    assert_eq!(numbers(purpose.unwrap_or_default()), public);
    // Where the consent is asked for they stand in words.
    let effect = ConsentKind::IdentityPublication.effect();
    let words = "«Sí»: ser persona indígena, con discapacidad, afromexicana, de la población \
                 LGBTTTIQ+, migrante, joven o mayor.";
    assert!(effect.contains(words), "{effect}");
}

#[test]
fn what_is_never_published_is_what_the_catalogue_keeps_internal() {
    let never = items(&NEVER_PUBLISHED);
    let mut internal = 0;
    for (visibility, label) in catalogue() {
        let is_internal = visibility == Visibility::Internal;
        assert_eq!(never.contains(&label), is_internal, "{label}");
        internal += usize::from(is_internal);
    }
    assert!(internal > 0);
    let income = never.iter().find(|it| it.contains("Ingreso")).copied();
    let asked = [QuestionId::MonthlyIncome, QuestionId::IncomeSource].map(number);
    assert_eq!(numbers(income.unwrap_or_default()), asked.into());
}

#[test]
fn the_sensitive_questionnaire_and_where_to_read_it_are_told() {
    assert!(whole(&COLLECTED).contains("datos personales sensibles"));
    assert!(whole(&CHANGES).contains(NOTICE_PATH));
}

#[test]
fn every_section_has_a_heading_of_its_own_and_says_something() {
    let sections = PRIVACY_NOTICE.sections;
    let headings: BTreeSet<_> = sections.iter().map(|it| it.heading).collect();
    assert_eq!(headings.len(), sections.len());
    let blocks = sections.iter().flat_map(|it| it.blocks);
    let named = blocks
        .clone()
        .filter(|it| matches!(it, NoticeBlock::Responsible(_)));
    assert_eq!(named.count(), 1, "the authority is named once");
    for block in blocks {
        let texts = texts(block);
        assert!(!texts.is_empty() && texts.iter().all(|it| !it.is_empty()));
    }
}
