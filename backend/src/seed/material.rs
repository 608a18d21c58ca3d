//! What the demo is made of: names, parties and sentences, from the files of `data/`, where whoever
//! edits them needs to know no Rust.

use conoceles_shared::catalogues::{ActorKind, Degree};
use conoceles_shared::permissions::Role;
use conoceles_shared::questionnaire::{Ground, Section};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::core::error::Failure;

/// All of it.
#[derive(Debug)]
pub struct Material {
    pub names: Names,
    pub cast: Cast,
    pub staff: Vec<Staff>,
    pub work: Vec<Field>,
    pub histories: Histories,
    pub career: Career,
    pub motives: Motives,
    pub proposals: Proposals,
    /// Subjects of the first two proposals.
    pub themes: Vec<Theme>,
    /// Subjects of the third: gender, and groups that are discriminated against.
    pub gender_themes: Vec<Theme>,
    pub remarks: Remarks,
}

/// Common Mexican names, put together at random: nobody in particular.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    pub women: Vec<String>,
    pub men: Vec<String>,
    pub anyone: Vec<String>,
    pub surnames: Vec<String>,
    pub nicknames: Vec<String>,
}

/// Invented parties, and the actors that they form in each election.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cast {
    pub parties: Vec<InventedParty>,
    pub governorship: Vec<ActorCast>,
    pub local: LocalActors,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InventedParty {
    pub name: String,
    pub acronym: String,
    pub colour: String,
}

/// An actor of an election.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActorCast {
    pub kind: ActorKind,
    /// An independent's is replaced by the person's.
    pub name: String,
    /// Acronyms.
    pub parties: Vec<String>,
    /// Of its operator.
    pub login: String,
}

/// The actors of the second election.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocalActors {
    /// Stand in every contest.
    pub alone: Vec<ActorCast>,
    pub alliances: Vec<Alliance>,
}

/// Parties that stand together in some contests and each alone in others.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alliance {
    pub together: ActorCast,
    pub apart: [ActorCast; 2],
}

impl LocalActors {
    /// All of them: those that stand alone, then each alliance followed by its parties.
    pub fn in_order(&self) -> Vec<ActorCast> {
        let allied = self.alliances.iter();
        let allied = allied.flat_map(|it| std::iter::once(&it.together).chain(&it.apart));
        self.alone.iter().chain(allied).cloned().collect()
    }
}

/// An account of the authority.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Staff {
    pub login: String,
    pub name: String,
    pub role: Role,
}

/// A line of work: what was studied, done and achieved in it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// «la docencia», after «me dedico a».
    pub noun: String,
    /// After «Estudié».
    pub study: String,
    /// The usual one.
    pub degree: Degree,
    /// In the first person, before a place.
    pub done: Vec<String>,
    /// After «en».
    pub places: Vec<String>,
    pub courses: Vec<String>,
}

/// Sentences of a professional history.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Histories {
    pub openings: Vec<String>,
    pub studies: Vec<String>,
    /// Each ends with one of the four that follow.
    pub episodes: Vec<String>,
    pub achieved: Vec<String>,
    pub learnt: Vec<String>,
    pub kept: Vec<String>,
    pub closed: Vec<String>,
    pub now: Vec<String>,
    /// For a history that turns out too short.
    pub spare: Vec<String>,
}

/// Sentences of a political career.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Career {
    pub openings: Vec<String>,
    pub deeds: Vec<String>,
    pub political: Vec<String>,
    pub closings: Vec<String>,
}

/// Sentences about why someone wants the office.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Motives {
    pub openings: Vec<String>,
    pub reasons: Vec<String>,
    pub commitments: Vec<String>,
    pub closings: Vec<String>,
}

/// Frames of a proposal, which a theme fills.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposals {
    /// What whoever governs can promise.
    pub by_government: Vec<String>,
    /// What whoever legislates can promise.
    pub by_law: Vec<String>,
    pub for_whom: Vec<String>,
    pub goals: Vec<String>,
    pub means: Vec<String>,
}

/// A subject with what can be said about it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Whole sentences.
    pub needs: Vec<String>,
    /// Infinitives.
    pub measures: Vec<String>,
    /// Nouns.
    pub people: Vec<String>,
    /// Infinitives.
    pub goals: Vec<String>,
}

/// What is written about a candidacy rather than by it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remarks {
    /// Why there is no photo: internal, and a canary like all that is private.
    pub no_photo: String,
    /// Why a correction of what is published is asked for.
    pub correction: String,
    /// Two that follow each other concern different sections.
    pub flaws: Vec<Flaw>,
}

/// What a reviewer finds in the text of one section.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flaw {
    pub section: Section,
    pub ground: Ground,
    /// The sentence that is wrong.
    pub sentence: String,
    /// What the reviewer writes.
    pub reason: String,
    /// What the operator answers where the text stays as it is.
    pub answer: String,
}

macro_rules! parsed {
    ($file:literal) => {
        parse_file($file, include_str!(concat!("data/", $file)))?
    };
}

impl Material {
    /// Parses the files.
    ///
    /// # Errors
    /// One of them was edited so that it no longer fits.
    pub fn load() -> Result<Self, Failure> {
        let mut themes: Vec<Theme> = parsed!("themes_urban.json");
        let rural: Vec<Theme> = parsed!("themes_rural.json");
        themes.extend(rural);
        Ok(Self {
            names: parsed!("names.json"),
            cast: parsed!("parties.json"),
            staff: parsed!("staff.json"),
            work: parsed!("work.json"),
            histories: parsed!("histories.json"),
            career: parsed!("career.json"),
            motives: parsed!("motives.json"),
            proposals: parsed!("proposals.json"),
            themes,
            gender_themes: parsed!("themes_gender.json"),
            remarks: parsed!("remarks.json"),
        })
    }
}

fn parse_file<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Failure> {
    serde_json::from_str(text).map_err(|error| Failure::Internal(format!("seed: {file}: {error}")))
}
