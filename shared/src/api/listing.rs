//! Lists of candidacies for those who work with them: what is looked for, and what a page says. The same
//! parameters for the queue of review and for the list of an election.

use serde::{Deserialize, Serialize};

use super::parameters::{not_an_id, repeated, unknown};
use super::query::encode;
use super::review::QueueItem;
use crate::catalogues::{Office, code_enum};
use crate::election::TerritoryKind;
use crate::ids::{ActorId, ElectionId};
use crate::lifecycle::{QueueFlag, State, WaitingAge, WaitsFor};
use crate::problem::FieldError;
use crate::text::{fold, without_enie};

code_enum! {
    /// Whose turn what is looked for is, for whoever asks.
    TurnWanted {
        Mine = "mine", "Las que tengo";
        /// Observed by whoever asks, answered, and free.
        Returning = "returning", "Las que me regresan";
        /// The second of two turns, free, and not first taken by whoever asks.
        Second = "second", "Segundas revisiones que puedo tomar";
        /// Any free turn that is not whoever asks' own second one.
        Free = "free", "Las que puedo tomar";
    }
}

/// A territory by its kind and code, written `municipality:15106`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TerritoryWanted {
    /// State, municipality or district.
    pub kind: TerritoryKind,
    /// Its code among those of its kind.
    pub code: String,
}

impl std::fmt::Display for TerritoryWanted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.kind, self.code)
    }
}

impl std::str::FromStr for TerritoryWanted {
    type Err = crate::catalogues::UnknownCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (kind, code) = text.split_once(':').ok_or(crate::catalogues::UnknownCode)?;
        let fits = (1..=10).contains(&code.len()) && code.bytes().all(|it| it.is_ascii_digit());
        if !fits {
            return Err(crate::catalogues::UnknownCode);
        }
        Ok(Self {
            kind: kind.parse()?,
            code: code.to_owned(),
        })
    }
}

/// What is looked for among candidacies. Nothing set finds all of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CandidacySearch {
    /// Words of name, actor or territory, as they were typed.
    pub q: String,
    /// Only of this election.
    pub election: Option<ElectionId>,
    /// Only of this actor.
    pub actor: Option<ActorId>,
    /// Only for this office.
    pub office: Option<Office>,
    /// Only here.
    pub territory: Option<TerritoryWanted>,
    /// Only in one of these states; any where it is empty.
    pub states: Vec<State>,
    /// Only what waits for this.
    pub waits_for: Option<WaitsFor>,
    /// Only with this flag.
    pub flag: Option<QueueFlag>,
    /// Only of this age.
    pub age: Option<WaitingAge>,
    /// Only with this turn.
    pub turn: Option<TurnWanted>,
    /// Most items on a page; 0 as many as there are unless asked otherwise.
    pub limit: u16,
    /// Where the page begins, as the page before said.
    pub cursor: Option<String>,
}

impl CandidacySearch {
    /// Every parameter of the queue.
    pub const OF_QUEUE: &'static [&'static str] = &[
        "q",
        "election",
        "actor",
        "office",
        "territory",
        "state",
        "waits_for",
        "flag",
        "age",
        "holder",
        "turn",
        "limit",
        "cursor",
    ];
    /// Every parameter of the next in line.
    pub const OF_NEXT: &'static [&'static str] = &[
        "q",
        "election",
        "actor",
        "office",
        "territory",
        "state",
        "flag",
        "age",
    ];
    /// Every parameter of the list of an election.
    pub const OF_ELECTION: &'static [&'static str] = &[
        "q",
        "actor",
        "office",
        "territory",
        "state",
        "limit",
        "cursor",
    ];
    /// Items on a page unless asked otherwise.
    pub const PAGE: u16 = 50;
    /// Most items on a page.
    pub const MOST: u16 = 200;
    /// The longest search text, in characters.
    pub const LONGEST: usize = 200;

    /// Reads a query that may have the parameters `allowed`. An empty value is none.
    ///
    /// # Errors
    /// Every parameter that is unknown, repeated, or has no such value.
    pub fn from_pairs(
        pairs: &[(String, String)],
        allowed: &[&str],
    ) -> Result<Self, Vec<FieldError>> {
        let mut found = Self::default();
        let mut errors = Vec::new();
        let mut seen: Vec<&str> = Vec::new();
        for (name, value) in pairs {
            if !allowed.contains(&name.as_str()) {
                errors.push(unknown(name, allowed));
            } else if seen.contains(&name.as_str()) {
                errors.push(repeated(name));
            } else {
                seen.push(name);
                if !value.is_empty() {
                    found
                        .set(name, value)
                        .unwrap_or_else(|error| errors.push(error));
                }
            }
        }
        if errors.is_empty() {
            Ok(found)
        } else {
            Err(errors)
        }
    }

    fn set(&mut self, name: &str, value: &str) -> Result<(), FieldError> {
        match name {
            "q" if value.chars().count() > Self::LONGEST => {
                return Err(FieldError::new(
                    name,
                    "too_long",
                    "Escriba hasta 200 caracteres.",
                ));
            }
            "q" => value.clone_into(&mut self.q),
            "election" => self.election = Some(value.parse().map_err(|_| not_an_id(name))?),
            "actor" => self.actor = Some(value.parse().map_err(|_| not_an_id(name))?),
            "office" => self.office = Some(of_catalogue(name, value)?),
            "territory" => self.territory = Some(of_catalogue(name, value)?),
            "state" => {
                let states: Result<Vec<_>, _> =
                    value.split(',').map(|it| of_catalogue(name, it)).collect();
                self.states = states?;
            }
            "waits_for" => self.waits_for = Some(of_catalogue(name, value)?),
            "flag" => self.flag = Some(of_catalogue(name, value)?),
            "age" => self.age = Some(of_catalogue(name, value)?),
            "turn" => self.turn = Some(of_catalogue(name, value)?),
            "holder" if value == "me" => self.turn = Some(TurnWanted::Mine),
            "holder" => {
                let detail = "Solo se admite «me»: las que tiene su propia cuenta.";
                return Err(FieldError::new(name, "unknown_code", detail));
            }
            "limit" => self.limit = limit_of(value)?,
            _ => self.cursor = Some(value.to_owned()),
        }
        Ok(())
    }

    /// How many items a page has at most.
    #[must_use]
    pub fn page_size(&self) -> u16 {
        match self.limit {
            0 => Self::PAGE,
            limit => limit.min(Self::MOST),
        }
    }

    /// The words that are looked for, as they are compared.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        let folded = without_enie(&fold(&self.q));
        folded.split_whitespace().map(str::to_owned).collect()
    }

    /// The same search as a query of an address, the page included.
    #[must_use]
    pub fn to_query(&self) -> String {
        let code = |it: Option<String>| it.unwrap_or_default();
        let states: Vec<_> = self.states.iter().map(|it| it.code()).collect();
        let values = [
            ("q", self.q.trim().to_owned()),
            (
                "election",
                code(self.election.as_ref().map(ToString::to_string)),
            ),
            ("actor", code(self.actor.as_ref().map(ToString::to_string))),
            ("office", code(self.office.map(|it| it.to_string()))),
            (
                "territory",
                code(self.territory.as_ref().map(ToString::to_string)),
            ),
            ("state", states.join(",")),
            ("waits_for", code(self.waits_for.map(|it| it.to_string()))),
            ("flag", code(self.flag.map(|it| it.to_string()))),
            ("age", code(self.age.map(|it| it.to_string()))),
            ("turn", code(self.turn.map(|it| it.to_string()))),
            (
                "limit",
                code((self.limit > 0).then(|| self.limit.to_string())),
            ),
            ("cursor", code(self.cursor.clone())),
        ];
        let given = values.iter().filter(|(_, value)| !value.is_empty());
        let pairs: Vec<_> = given
            .map(|(name, value)| format!("{name}={}", encode(value)))
            .collect();
        pairs.join("&")
    }

    /// Whether anything but a page is asked for.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        let anywhere = Self {
            limit: self.limit,
            cursor: self.cursor.clone(),
            ..Self::default()
        };
        *self != anywhere
    }
}

fn of_catalogue<T: std::str::FromStr>(name: &str, value: &str) -> Result<T, FieldError> {
    let detail = "No es uno de los valores que admite este parámetro.";
    value
        .parse()
        .map_err(|_| FieldError::new(name, "unknown_code", detail))
}

fn limit_of(value: &str) -> Result<u16, FieldError> {
    let detail = "Escriba un número de 1 a 200.";
    value
        .parse()
        .ok()
        .filter(|it| (1..=CandidacySearch::MOST).contains(it))
        .ok_or_else(|| FieldError::new("limit", "out_of_range", detail))
}

/// A page of the queue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct QueuePage {
    /// What waits, the earliest due first; after it what is approved and waits for its date.
    pub data: Vec<QueueItem>,
    /// How many there are of what is looked for, on all pages.
    pub counts: QueueCounts,
    /// Of the next page, if there is one.
    pub next_cursor: Option<String>,
}

/// How many wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct QueueCounts {
    /// For somebody to do something.
    pub waiting: u32,
    /// Of those: past their day.
    pub overdue: u32,
    /// Of those: due today.
    pub today: u32,
    /// Of those: due in the next three days.
    pub soon: u32,
    /// Of those: due after that.
    pub later: u32,
    /// Of those: received today.
    pub new: u32,
    /// For their date: approved as they are.
    pub held: u32,
    /// Turns that whoever asks holds.
    pub mine: u32,
    /// What whoever asks observed, answered now.
    pub returning: u32,
    /// Second turns that whoever asks may take.
    pub second: u32,
}

/// What the lists may be narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ElectionChoices {
    /// An election that is under way.
    pub id: ElectionId,
    /// What it is called.
    pub name: String,
    /// The offices in play.
    pub offices: Vec<Office>,
    /// Its territories, by name.
    pub territories: Vec<crate::election::Territory>,
    /// Its actors, by name.
    pub actors: Vec<ActorChoice>,
}

/// An actor to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActorChoice {
    /// Its id.
    pub id: ActorId,
    /// What it is called.
    pub name: String,
}

#[cfg(test)]
#[path = "listing_tests.rs"]
mod listing_tests;
