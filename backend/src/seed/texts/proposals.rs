//! The three proposals: what is missing, what is proposed, for whom, with which goal and when.

use conoceles_shared::catalogues::Office;
use conoceles_shared::questionnaire::{Limits, Section};
use rand::seq::SliceRandom as _;
use rand_chacha::ChaCha8Rng;

use super::draft::{Draft, Voice, fill, one, some};
use crate::seed::material::{Material, Proposals, Theme};

/// Two on different subjects, and the one on gender or a group that is discriminated against.
pub(super) fn three(
    rng: &mut ChaCha8Rng,
    material: &Material,
    voice: &Voice,
    limits: &Limits,
) -> [String; 3] {
    let mut themes: Vec<&Theme> = material.themes.iter().collect();
    themes.shuffle(rng);
    let mut groups: Vec<&Theme> = material.gender_themes.iter().collect();
    groups.shuffle(rng);
    let frames = &material.proposals;
    let mut next = |themes: &mut Vec<&Theme>, section| {
        themes
            .pop()
            .map(|theme| draft(rng, frames, voice, theme).finish(section, limits))
            .unwrap_or_default()
    };
    [
        next(&mut themes, Section::Proposal1),
        next(&mut themes, Section::Proposal2),
        next(&mut groups, Section::GenderProposal),
    ]
}

fn draft(rng: &mut ChaCha8Rng, frames: &Proposals, voice: &Voice, theme: &Theme) -> Draft {
    let (measures, scope) = match voice.office {
        Office::Governorship => (&frames.by_government, "estatal"),
        Office::DeputyMr | Office::DeputyRp => (&frames.by_law, "estatal"),
        _ => (&frames.by_government, "municipal"),
    };
    let measure = one(rng, measures)
        .replace("{ambito}", scope)
        .replace("{medida}", one(rng, &theme.measures));
    let people = one(rng, &frames.for_whom)
        .replace("{gente}", one(rng, &theme.people))
        .replace(" a el ", " al ");
    let goal = one(rng, &frames.goals).replace("{meta}", one(rng, &theme.goals));
    let means = some(rng, &frames.means, frames.means.len());
    let (used, spare) = means.split_at(if voice.at_length { 6 } else { 2 });
    let mut templates = vec![one(rng, &theme.needs), &measure, &people, &goal];
    templates.extend(used);
    Draft {
        sentences: templates.iter().map(|it| fill(rng, it, voice)).collect(),
        spare: spare.iter().map(|it| fill(rng, it, voice)).collect(),
    }
}
