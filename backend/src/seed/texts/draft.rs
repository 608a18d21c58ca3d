//! Sentences put together from templates: what all texts of the demo are written with.

use conoceles_shared::catalogues::Office;
use conoceles_shared::questionnaire::{Limits, Section};
use conoceles_shared::text::count;
use rand::Rng;
use rand::seq::{IndexedRandom as _, SliceRandom as _};
use rand_chacha::ChaCha8Rng;

use crate::seed::material::Field;

/// Who speaks.
#[derive(Debug, Clone)]
pub struct Voice {
    /// The office sought.
    pub office: Office,
    /// «en Tecámac», «en el distrito 33».
    pub inside: String,
    /// «de Tecámac», «del distrito 33».
    pub of: String,
    /// The line of work.
    pub field: Field,
    /// The year of birth, which bounds the years that a text may tell.
    pub born: i32,
    /// The present year.
    pub year: i32,
    /// A longer text than usual, so that layouts meet one.
    pub at_length: bool,
}

/// Sentences in order, with spare ones for a text that turns out too short.
pub(super) struct Draft {
    pub(super) sentences: Vec<String>,
    pub(super) spare: Vec<String>,
}

impl Draft {
    /// The text, within the limits of its section: filled up from the spare sentences, or cut at a
    /// sentence.
    pub(super) fn finish(mut self, section: Section, limits: &Limits) -> String {
        let (min, max) = limits.text_range(section).unwrap_or((0, u32::MAX));
        let length = |sentences: &[String]| count(&sentences.join(" "), limits.counting);
        while length(&self.sentences) < min.saturating_add(20) {
            let Some(more) = self.spare.pop() else { break };
            self.sentences.push(more);
        }
        while length(&self.sentences) > max && self.sentences.len() > 1 {
            self.sentences.pop();
        }
        paragraphs(&self.sentences)
    }
}

/// Paragraphs of three sentences.
fn paragraphs(sentences: &[String]) -> String {
    sentences
        .chunks(3)
        .map(|chunk| chunk.join(" "))
        .collect::<Vec<_>>()
        .join("\n\n")
}

/// One of several.
pub(super) fn one<'a>(rng: &mut ChaCha8Rng, of: &'a [String]) -> &'a str {
    of.choose(rng).map_or("", String::as_str)
}

/// Several different ones, in random order.
pub(super) fn some<'a>(rng: &mut ChaCha8Rng, of: &'a [String], how_many: usize) -> Vec<&'a str> {
    let mut all: Vec<&str> = of.iter().map(String::as_str).collect();
    all.shuffle(rng);
    all.truncate(how_many);
    all
}

/// A template with its `{slots}` replaced, which `backend/src/seed/data/README.md` lists.
pub(super) fn fill(rng: &mut ChaCha8Rng, template: &str, voice: &Voice) -> String {
    let months = ["seis", "nueve", "doce", "quince", "dieciocho"];
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((slot, after)) = after.split_once('}') else {
            break;
        };
        match slot {
            "en" => out.push_str(&voice.inside),
            "de" => out.push_str(&voice.of),
            "n" => out.push_str(&(rng.random_range(3..=14) * 5).to_string()),
            "m" => out.push_str(months.choose(rng).copied().unwrap_or_default()),
            "c" => out.push_str(&quantity(rng, voice.office)),
            _ => {}
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// A round quantity that fits the office.
fn quantity(rng: &mut ChaCha8Rng, office: Office) -> String {
    let number = match office {
        Office::Governorship => rng.random_range(8..=60) * 50,
        Office::MunicipalPresidency => rng.random_range(4..=24) * 5,
        _ => rng.random_range(6..=40) * 10,
    };
    if number >= 1000 {
        format!("{},{:03}", number / 1000, number % 1000)
    } else {
        number.to_string()
    }
}
