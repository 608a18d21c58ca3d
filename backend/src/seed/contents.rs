//! The contents that one invented person captures, section by section.

use conoceles_shared::questionnaire::{
    Contact, Education, Limits, Photo, Section, SectionContent, TextAnswer,
};
use rand::Rng as _;
use rand_chacha::ChaCha8Rng;

use super::answers;
use super::cast::{Candidacy, Situation};
use super::material::Material;
use super::texts::Texts;

/// One content for each of the ten sections, in the order they are captured.
#[must_use]
pub fn contents(
    rng: &mut ChaCha8Rng,
    material: &Material,
    it: &Candidacy,
    photo: Option<Photo>,
    limits: &Limits,
) -> Vec<SectionContent> {
    let texts = Texts::write(rng, material, &it.voice, limits);
    let answers_all = !is_declinable(it.situation);
    let declines =
        |rng: &mut ChaCha8Rng, per_hundred| rng.random_range(0..100) < per_hundred && !answers_all;
    let mut all =
        vec![SectionContent::Photo(photo.unwrap_or_else(|| {
            Photo::not_provided(&material.remarks.no_photo)
        }))];
    all.push(SectionContent::Contact(if declines(rng, 3) {
        Contact::not_provided()
    } else {
        answers::contact(rng, &it.person, &it.town)
    }));
    all.push(SectionContent::Education(if declines(rng, 2) {
        Education::not_provided()
    } else {
        answers::education(rng, &it.voice.field)
    }));
    for section in Section::ALL.iter().copied().filter(|it| it.is_text()) {
        let per_hundred = if section == Section::GenderProposal {
            5
        } else {
            3
        };
        let answer = if declines(rng, per_hundred) {
            TextAnswer::not_provided()
        } else {
            TextAnswer::of(texts.of(section))
        };
        all.extend(SectionContent::from_text(section, answer));
    }
    all.push(SectionContent::Identity(answers::identity(rng, &it.person)));
    all
}

/// Whether a section may be declined: not where a reviewer finds something in a text.
const fn is_declinable(situation: Situation) -> bool {
    matches!(
        situation,
        Situation::Published | Situation::Submitted(false) | Situation::FirstApproved
    )
}

/// The beginning of a text, as it is saved half-way.
#[must_use]
pub fn beginning(content: &SectionContent) -> Option<SectionContent> {
    let text = content.text()?;
    let (first, _) = text.split_once(". ")?;
    SectionContent::from_text(content.section(), TextAnswer::of(&format!("{first}.")))
}
