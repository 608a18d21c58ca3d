//! The professional history: episodes in the order of the years.

use rand::Rng;
use rand::seq::SliceRandom as _;
use rand_chacha::ChaCha8Rng;

use super::draft::{Draft, Voice, fill, one, some};
use crate::seed::material::Histories;

/// What was done, where, from one year to another.
struct Episode<'a> {
    from: i32,
    to: i32,
    done: &'a str,
    place: &'a str,
}

pub(super) fn draft(rng: &mut ChaCha8Rng, of: &Histories, voice: &Voice) -> Draft {
    let mut sentences = vec![
        work(one(rng, &of.openings), voice),
        work(one(rng, &of.studies), voice),
    ];
    let wanted = if voice.at_length {
        14
    } else {
        rng.random_range(2..=5)
    };
    for it in episodes(rng, voice, wanted) {
        sentences.push(sentence(rng, of, voice, &it));
    }
    let now = one(rng, &of.now);
    let now = fill(rng, &work(now, voice), voice);
    sentences.push(now);
    let spare = some(rng, &of.spare, of.spare.len());
    Draft {
        sentences,
        spare: spare.into_iter().map(ToOwned::to_owned).collect(),
    }
}

/// Up to `wanted`, one after the other: each thing done at each place once, in random order.
fn episodes<'a>(rng: &mut ChaCha8Rng, voice: &'a Voice, wanted: i32) -> Vec<Episode<'a>> {
    let first = voice.born.saturating_add(19);
    let years = spans(rng, first, voice.year.saturating_sub(first), wanted);
    let field = &voice.field;
    let mut pairs: Vec<(&str, &str)> = field
        .done
        .iter()
        .flat_map(|done| {
            field
                .places
                .iter()
                .map(move |place| (done.as_str(), place.as_str()))
        })
        .collect();
    pairs.shuffle(rng);
    years
        .into_iter()
        .zip(pairs.into_iter().cycle())
        .map(|((from, to), (done, place))| Episode {
            from,
            to,
            done,
            place,
        })
        .collect()
}

/// Up to `wanted` spans of years, one after the other.
fn spans(rng: &mut ChaCha8Rng, first: i32, span: i32, wanted: i32) -> Vec<(i32, i32)> {
    let count = wanted.min(span / 2);
    if count < 1 {
        return Vec::new();
    }
    let each = span / count;
    (0..count)
        .map(|at| {
            let start = first + at * each;
            (start, start + rng.random_range(1..=each.max(1)))
        })
        .collect()
}

/// The line of work in its slots, with «a el» and «de el» contracted.
fn work(template: &str, voice: &Voice) -> String {
    template
        .replace("{campo}", &voice.field.noun)
        .replace("{estudio}", &voice.field.study)
        .replace(" a el ", " al ")
        .replace(" de el ", " del ")
}

fn sentence(rng: &mut ChaCha8Rng, of: &Histories, voice: &Voice, it: &Episode<'_>) -> String {
    let template = one(rng, &of.episodes)
        .replace("{a}", &it.from.to_string())
        .replace("{b}", &it.to.to_string())
        .replace("{hice}", it.done)
        .replace("{lugar}", it.place)
        .replace("{logro}", one(rng, &of.achieved))
        .replace("{aprendi}", one(rng, &of.learnt))
        .replace("{mantuve}", one(rng, &of.kept))
        .replace("{cierre}", one(rng, &of.closed));
    fill(rng, &template, voice)
}
