//! The political career with its social participation, and why someone wants the office.

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use super::draft::{Draft, Voice, fill, one, some};
use crate::seed::material::{Career, Motives};

pub(super) fn draft(rng: &mut ChaCha8Rng, of: &Career, voice: &Voice) -> Draft {
    let earliest = voice.born.saturating_add(16).min(voice.year - 1);
    let start = rng.random_range(earliest..voice.year).max(voice.year - 25);
    let opening = one(rng, &of.openings).replace("{a}", &start.to_string());
    let deeds = if voice.at_length {
        15
    } else {
        rng.random_range(2..=5)
    };
    let mut templates = vec![opening.as_str()];
    templates.extend(some(rng, &of.deeds, deeds));
    templates.push(one(rng, &of.political));
    templates.push(one(rng, &of.closings));
    let sentences = templates.iter().map(|it| fill(rng, it, voice)).collect();
    let closings = of.closings.iter();
    let unused = closings.filter(|it| !templates.contains(&it.as_str()));
    let spare = unused.map(|it| fill(rng, it, voice)).collect();
    Draft { sentences, spare }
}

pub(super) fn draft_motive(rng: &mut ChaCha8Rng, of: &Motives, voice: &Voice) -> Draft {
    let how_many = if voice.at_length {
        9
    } else {
        rng.random_range(2..=4)
    };
    let promised = if voice.at_length {
        6
    } else {
        rng.random_range(1..=3)
    };
    let mut templates = vec![one(rng, &of.openings)];
    let mut reasons = some(rng, &of.reasons, of.reasons.len());
    let left = reasons.split_off(how_many.min(reasons.len()));
    templates.extend(reasons);
    templates.extend(some(rng, &of.commitments, promised));
    templates.push(one(rng, &of.closings));
    Draft {
        sentences: templates.iter().map(|it| fill(rng, it, voice)).collect(),
        spare: left.into_iter().map(ToOwned::to_owned).collect(),
    }
}
