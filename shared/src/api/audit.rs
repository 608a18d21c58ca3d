//! The audit as it is read: what is asked for, its pages, and how much there is of each action.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::parameters::{not_an_id, repeated, unknown};
use super::query::{decode_pairs, encode};
use crate::audit::{AuditAction, AuditArea};
use crate::ids::{AccountId, AuditId, CandidacyId, ElectionId};
use crate::problem::FieldError;

/// What of the audit is asked for. Everything that is named must fit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AuditSearch {
    /// An account's id, its user name, or words of its owner's name.
    pub who: Option<String>,
    /// Only this action.
    pub action: Option<AuditAction>,
    /// Only actions about this.
    pub area: Option<AuditArea>,
    /// A candidacy's id, or words of the candidate's name.
    pub candidacy: Option<String>,
    /// Only in this election.
    pub election: Option<ElectionId>,
    /// From the beginning of this day.
    pub from: Option<NaiveDate>,
    /// Until the end of this day.
    pub until: Option<NaiveDate>,
    /// Those before this entry: the next page.
    pub before: Option<AuditId>,
}

impl AuditSearch {
    /// How many entries are on a page.
    pub const PAGE: usize = 50;
    /// How long `who` and `candidacy` may be, in characters.
    pub const LONGEST: usize = 200;
    /// The parameters of the list.
    pub const OF_LIST: &[&str] = &[
        "who",
        "action",
        "area",
        "candidacy",
        "election",
        "from",
        "until",
        "before",
    ];
    /// The parameters of the download, which has no pages.
    pub const OF_EXPORT: &[&str] = &[
        "who",
        "action",
        "area",
        "candidacy",
        "election",
        "from",
        "until",
    ];
    /// The parameters of the counts, which tell of nobody.
    pub const OF_COUNTS: &[&str] = &["election", "from", "until"];

    /// Reads a query string that may have the `allowed` parameters; an empty one is none.
    ///
    /// # Errors
    /// Every parameter that is unknown, repeated, or has no such value.
    pub fn of_query(query: &str, allowed: &[&str]) -> Result<Self, Vec<FieldError>> {
        let mut found = Self::default();
        let mut errors = Vec::new();
        let mut seen = Vec::new();
        for (name, value) in decode_pairs(query) {
            if !allowed.contains(&name.as_str()) {
                errors.push(unknown(&name, allowed));
                continue;
            }
            if seen.contains(&name) {
                errors.push(repeated(&name));
                continue;
            }
            errors.extend(found.take(&name, value.trim()).err());
            seen.push(name);
        }
        if let (Some(from), Some(until)) = (found.from, found.until)
            && until < from
        {
            let detail = "El día final es anterior al inicial.";
            errors.push(FieldError::new("until", "out_of_range", detail));
        }
        if errors.is_empty() {
            Ok(found)
        } else {
            Err(errors)
        }
    }

    fn take(&mut self, name: &str, value: &str) -> Result<(), FieldError> {
        if value.is_empty() {
            return Ok(());
        }
        match name {
            "who" => self.who = Some(words(name, value)?),
            "candidacy" => self.candidacy = Some(words(name, value)?),
            "action" => self.action = Some(code(name, value)?),
            "area" => self.area = Some(code(name, value)?),
            "from" => self.from = Some(day(name, value)?),
            "until" => self.until = Some(day(name, value)?),
            "election" => self.election = Some(value.parse().map_err(|_| not_an_id(name))?),
            _ => self.before = Some(value.parse().map_err(|_| not_an_id(name))?),
        }
        Ok(())
    }

    /// The query string that [`Self::of_query`] reads back.
    #[must_use]
    pub fn query(&self) -> String {
        let day = |it: Option<NaiveDate>| it.map(|it| it.to_string());
        let pairs = [
            ("who", self.who.clone()),
            ("action", self.action.map(|it| it.code().to_owned())),
            ("area", self.area.map(|it| it.code().to_owned())),
            ("candidacy", self.candidacy.clone()),
            ("election", self.election.as_ref().map(ToString::to_string)),
            ("from", day(self.from)),
            ("until", day(self.until)),
            ("before", self.before.as_ref().map(ToString::to_string)),
        ];
        let named = pairs.iter().filter_map(|(name, value)| {
            let value = value.as_ref()?;
            Some(format!("{name}={}", encode(value)))
        });
        named.collect::<Vec<_>>().join("&")
    }

    /// The names of what narrows it, for the audit of a download.
    #[must_use]
    pub fn narrowed_by(&self) -> Vec<&'static str> {
        let all = [
            ("who", self.who.is_some()),
            ("action", self.action.is_some()),
            ("area", self.area.is_some()),
            ("candidacy", self.candidacy.is_some()),
            ("election", self.election.is_some()),
            ("from", self.from.is_some()),
            ("until", self.until.is_some()),
        ];
        all.iter().filter(|it| it.1).map(|it| it.0).collect()
    }
}

fn words(name: &str, value: &str) -> Result<String, FieldError> {
    if value.chars().count() > AuditSearch::LONGEST {
        return Err(FieldError::new(
            name,
            "too_long",
            "Escriba hasta 200 caracteres.",
        ));
    }
    Ok(value.to_owned())
}

fn code<T: std::str::FromStr>(name: &str, value: &str) -> Result<T, FieldError> {
    let detail = "No es un valor de este catálogo.";
    value
        .parse()
        .map_err(|_| FieldError::new(name, "unknown_code", detail))
}

fn day(name: &str, value: &str) -> Result<NaiveDate, FieldError> {
    let detail = "Escriba una fecha como 2027-03-31.";
    NaiveDate::parse_from_str(value, "%Y-%m-%d")
        .map_err(|_| FieldError::new(name, "malformed_date", detail))
}

/// A page of the audit, newest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditPage {
    /// The entries of this page.
    pub data: Vec<AuditItem>,
    /// What to ask for as `before` to see the next page; none on the last.
    pub next: Option<AuditId>,
}

/// Who did something, as far as the reader may know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditPerson {
    /// Their account.
    pub id: AccountId,
    /// Their name; for support, only the name with which they sign in.
    pub name: String,
}

/// An entry of the audit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditItem {
    /// Its own id.
    pub id: AuditId,
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "date-time"))]
    pub at: DateTime<Utc>,
    /// What, as a stable code.
    pub action: String,
    /// What, in Spanish.
    pub action_label: String,
    /// Who; none where it was the system itself, or where the reader may not know.
    pub who: Option<AuditPerson>,
    /// The role of whoever did it, in Spanish; none where it was the system itself.
    pub role_label: Option<String>,
    /// In which election.
    pub election: Option<ElectionId>,
    /// That election's name.
    pub election_name: Option<String>,
    /// Of which candidacy.
    pub candidacy: Option<CandidacyId>,
    /// The candidate's name.
    pub candidacy_name: Option<String>,
    /// Hash of what was there before.
    pub before_sha256: Option<String>,
    /// Hash of what is there now.
    pub after_sha256: Option<String>,
    /// The legal basis.
    pub legal_basis: Option<String>,
    /// More, as the JSON that was stored: codes, versions, dates.
    pub detail: String,
    /// Its number in the chain; none for the few seconds until it is sealed.
    pub seal: Option<u64>,
    /// The hash of that seal.
    pub seal_sha256: Option<String>,
}

/// How often each action was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditCounts {
    /// All of them together.
    pub total: u64,
    /// Those that there are any of, by their codes.
    pub data: Vec<AuditCount>,
}

/// How often one action was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditCount {
    /// What, as a stable code.
    pub action: String,
    /// What, in Spanish.
    pub action_label: String,
    /// How often.
    pub count: u64,
}

#[cfg(test)]
#[path = "audit_tests.rs"]
mod audit_tests;
