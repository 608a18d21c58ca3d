//! Contests: who stands against whom, and in which order contests are listed.

use conoceles_shared::api::public::Record;
use conoceles_shared::catalogues::{Office, TerritoryKind};
use conoceles_shared::ids::ElectionId;

/// A contest. Within an election, contests are listed in the official order of offices and
/// territories; nothing else decides.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Contest {
    election: ElectionId,
    office_rank: usize,
    office: String,
    kind_rank: usize,
    kind: String,
    number: u32,
    code: String,
}

impl Contest {
    /// The contest of an office in a territory.
    #[must_use]
    pub fn new(election: &ElectionId, office: &str, kind: &str, code: &str) -> Self {
        let rank = |found: Option<usize>| found.unwrap_or(usize::MAX);
        Self {
            election: election.clone(),
            office_rank: rank(Office::ALL.iter().position(|it| it.code() == office)),
            office: office.to_owned(),
            kind_rank: rank(TerritoryKind::ALL.iter().position(|it| it.code() == kind)),
            kind: kind.to_owned(),
            number: code.parse().unwrap_or(u32::MAX),
            code: code.to_owned(),
        }
    }

    /// The contest that a record belongs to.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        let territory = &record.territory;
        Self::new(
            &record.election.id,
            &record.office.code,
            &territory.kind,
            &territory.code,
        )
    }

    /// The election it is part of.
    #[must_use]
    pub const fn election(&self) -> &ElectionId {
        &self.election
    }

    /// What is drawn for: `office/kind/code`, the text that enters the draw.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}/{}/{}", self.office, self.kind, self.code)
    }

    /// The parts of [`Self::text`].
    #[must_use]
    pub fn parts(&self) -> [&str; 3] {
        [&self.office, &self.kind, &self.code]
    }
}
