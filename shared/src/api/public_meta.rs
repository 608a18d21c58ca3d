//! What stands before every public answer, and which log it speaks of.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::public::FormulaRef;
use crate::catalogues::code_enum;
use crate::ids::CandidacyId;

code_enum! {
    /// A publication log: a chain with a numbering of its own. What a drill publishes is never in that of
    /// real elections.
    LogChain {
        Publication = "publication", "Bitácora de publicación";
        Drill = "drill", "Bitácora de simulacros";
    }
}

impl LogChain {
    /// The log of an election that is a drill, or is none.
    #[must_use]
    pub const fn of_election(drill: bool) -> Self {
        if drill {
            Self::Drill
        } else {
            Self::Publication
        }
    }

    /// Whether it is that of real elections, which older receipts and entries do not name.
    #[must_use]
    pub const fn is_publication(&self) -> bool {
        matches!(self, Self::Publication)
    }
}

impl Default for LogChain {
    /// What was written before drills had a log of their own.
    fn default() -> Self {
        Self::Publication
    }
}

/// What stands before every public answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Meta {
    /// How many match, in a list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<u32>,
    /// In a list of one election that a name is sought in: how many the same words find in the others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<u32>,
    /// The cursor of the next page, in a list; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// The licence of the data.
    pub licence: String,
    /// The time of the last entry of the log that `log` names; of one record, that of its own entry.
    pub cut_off: Option<DateTime<Utc>>,
    /// In a list: the time of the last entry of the log of drills.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drill_cut_off: Option<DateTime<Utc>>,
    /// The version of the API.
    pub api_version: String,
    /// The log that `log_seq` counts in.
    pub log: LogChain,
    /// The sequence of the last entry of that log; of one record, that of its own entry; 0 where no
    /// publication changes the answer.
    pub log_seq: u64,
    /// In a list: the sequence of the last entry of the log of drills.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drill_log_seq: Option<u64>,
    /// Of one record: the other candidacy of its formula, where that is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formula: Option<FormulaRef>,
    /// Of one record: whose place it took, where that one was published and then withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub substitutes: Option<CandidacyId>,
}

/// One thing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct One<T> {
    /// About the answer.
    pub meta: Meta,
    /// The thing.
    pub data: T,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Page<T> {
    /// About the answer.
    pub meta: Meta,
    /// The items.
    pub data: Vec<T>,
}
