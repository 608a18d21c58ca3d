//! Acts of an operator on many candidacies at once: each listed by name before, and answered by name
//! after.

use serde::{Deserialize, Serialize};

use super::capture::outdated_notice;
use super::parameters::{repeated, unknown};
use crate::catalogues::code_enum;
use crate::ids::CandidacyId;
use crate::lifecycle::State;
use crate::problem::FieldError;
use crate::receipt::ReceiptCode;

/// The most candidacies that one request names: whoever has more sends several.
pub const MOST_AT_ONCE: usize = 100;
/// How many candidacies are on a page before the act.
pub const PAGE_BEFORE_ACT: usize = 50;
/// No actor has as many candidacies.
const FARTHEST: u32 = 1_000_000;

code_enum! {
    /// Which of the operator's candidacies are listed before an act on many.
    ManyShown {
        Ready = "ready", "Las que se pueden";
        Blocked = "blocked", "Las que todavía no";
    }
}

/// A page of candidacies that is asked for before an act on many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageOfMany {
    /// Those that the act is possible for, or the others.
    pub show: ManyShown,
    /// How many of them are on the pages before.
    pub passed: u32,
}

impl PageOfMany {
    const PARAMETERS: [&'static str; 2] = ["show", "cursor"];

    /// Reads the parameters `show` and `cursor` of a request.
    ///
    /// # Errors
    /// Every parameter that is unknown, repeated, or has no such value.
    pub fn from_pairs(pairs: &[(String, String)]) -> Result<Self, Vec<FieldError>> {
        let mut found = Self {
            show: ManyShown::Ready,
            passed: 0,
        };
        let mut errors = Vec::new();
        let mut seen: Vec<&str> = Vec::new();
        for (name, value) in pairs {
            if seen.contains(&name.as_str()) {
                errors.push(repeated(name));
                continue;
            }
            seen.push(name);
            match name.as_str() {
                "show" => match value.parse() {
                    Ok(show) => found.show = show,
                    Err(_) => errors.push(FieldError::new(
                        "show",
                        "not_allowed",
                        "Se admite: ready, blocked.",
                    )),
                },
                "cursor" => match value.parse() {
                    Ok(passed) if passed <= FARTHEST => found.passed = passed,
                    _ => errors.push(FieldError::new(
                        "cursor",
                        "malformed",
                        "No es el cursor de una página de esta lista.",
                    )),
                },
                _ => errors.push(unknown(name, &Self::PARAMETERS)),
            }
        }
        if errors.is_empty() {
            Ok(found)
        } else {
            Err(errors)
        }
    }

    /// The same as a query string.
    #[must_use]
    pub fn to_query(self) -> String {
        format!("show={}&cursor={}", self.show.code(), self.passed)
    }
}

/// A candidacy before an act on many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OneOfMany {
    /// By which its own address shows it whole.
    pub id: CandidacyId,
    /// The candidate's name.
    pub name: String,
    /// The office, e.g. «Presidencia municipal».
    pub office_label: String,
    /// Where, e.g. «Tecámac».
    pub territory_name: String,
    /// «Propietaria» or «Suplente».
    pub role_label: String,
    /// What holds now, deadlines that passed included.
    pub state: State,
    /// Names what there is of it now: sent back, so that nothing is done to what nobody saw.
    pub seen: String,
    /// Everything that stands in the way, a sentence each.
    pub reasons: Vec<String>,
    /// What does not stand in the way and is worth knowing, a sentence each.
    pub remarks: Vec<String>,
}

/// A page of candidacies before an act on many, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ManyBefore {
    /// Those of this page.
    pub data: Vec<OneOfMany>,
    /// How many the act is possible for, on all pages.
    pub ready: u32,
    /// How many wait for it and cannot have it yet, on all pages.
    pub blocked: u32,
    /// Where the next page begins, if there is one.
    pub next_cursor: Option<String>,
}

/// What came of an act on many, candidacy by candidacy, in the order that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ManyAfter {
    /// One line for each that was named.
    pub data: Vec<OneAfter>,
}

/// What came of an act for one of many candidacies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OneAfter {
    /// The one that was named.
    pub id: CandidacyId,
    /// The candidate's name; none where it is not the actor's.
    pub name: Option<String>,
    /// Whether it was done.
    pub done: bool,
    /// The receipt of what was sent.
    pub receipt: Option<ReceiptCode>,
    /// Why it was not done, a sentence each.
    pub reasons: Vec<String>,
}

/// Consent 1 for many candidacies, each by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ManyConsents {
    /// 1 to 100, none twice.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 100))]
    pub candidacies: Vec<CandidacyId>,
    /// That each of these persons gave it.
    pub declared: bool,
    /// The version of the privacy notice that was read.
    pub notice_version: String,
}

impl ManyConsents {
    /// Everything that is wrong with the request.
    #[must_use]
    pub fn errors(&self) -> Vec<FieldError> {
        let mut errors = wrong_in_list(&self.candidacies);
        errors.extend(undeclared(
            self.declared,
            "Declare que cuenta con la autorización de cada persona.",
        ));
        errors.extend(outdated_notice(&self.notice_version));
        errors
    }
}

/// A candidacy that is sent with others, as it was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SeenCandidacy {
    /// One that was listed.
    pub id: CandidacyId,
    /// What the list said with it.
    pub seen: String,
}

/// Many candidacies to be sent to review, each as it was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ManySubmissions {
    /// 1 to 100, none twice.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 100))]
    pub candidacies: Vec<SeenCandidacy>,
    /// What whoever sends declares of each.
    pub declared: bool,
}

impl ManySubmissions {
    /// Everything that is wrong with the request.
    #[must_use]
    pub fn errors(&self) -> Vec<FieldError> {
        let ids: Vec<_> = self.candidacies.iter().map(|it| it.id.clone()).collect();
        let mut errors = wrong_in_list(&ids);
        errors.extend(undeclared(
            self.declared,
            "Declare que la información es responsabilidad de cada candidatura y de su actor político.",
        ));
        errors
    }
}

fn undeclared(declared: bool, what_to_do: &str) -> Option<FieldError> {
    (!declared).then(|| FieldError::new("/declared", "required", what_to_do))
}

/// None, too many, or one twice: which of both was meant would be a guess.
fn wrong_in_list(ids: &[CandidacyId]) -> Vec<FieldError> {
    let whole = |code: &str, detail: String| vec![FieldError::new("/candidacies", code, detail)];
    if ids.is_empty() {
        return whole("required", "Elija al menos una candidatura.".to_owned());
    }
    if ids.len() > MOST_AT_ONCE {
        let detail = format!("Elija hasta {MOST_AT_ONCE} candidaturas en cada envío.");
        return whole("too_many", detail);
    }
    let is_repeated = |(at, id): &(usize, &CandidacyId)| ids.iter().take(*at).any(|it| it == *id);
    let all = ids.iter().enumerate().filter(is_repeated);
    all.map(|(at, _)| {
        FieldError::new(
            format!("/candidacies/{at}"),
            "duplicate",
            "La candidatura está dos veces; deje una sola.",
        )
    })
    .collect()
}

#[cfg(test)]
#[path = "many_tests.rs"]
mod many_tests;
