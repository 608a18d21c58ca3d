//! What a page is made of, as the server embeds it and the API answers it.

use conoceles_shared::api::public::{Election, One, Page, Record, Summary};
use conoceles_shared::api::receipts::ReceiptCheck;
use serde::{Deserialize, Serialize};

use super::address;
use super::list::scope;

/// Everything a page needs, already public.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "one at a time, never in a list")]
pub enum PageData {
    /// The first page.
    Home {
        /// Every election with something published.
        elections: Page<Election>,
    },
    /// The list.
    List {
        /// Every election: the filters come from them.
        elections: Page<Election>,
        /// One page of candidacies, as the path's query asks.
        page: Page<Summary>,
    },
    /// One candidacy.
    Profile {
        /// Its public record.
        record: One<Record>,
    },
    /// A receipt, verified by its code.
    Receipt {
        /// What the public may know of it.
        receipt: One<ReceiptCheck>,
    },
    /// Which receipt is to be verified.
    AskReceipt,
    /// No receipt has this code.
    NoReceipt,
    /// No such page.
    NotFound,
    /// A record that was withdrawn: nothing of it but the fact.
    Withdrawn,
}

impl PageData {
    /// Whether anything that the page at `path` shows is invented.
    pub(crate) fn is_drill(&self, path: &str) -> bool {
        match self {
            Self::Home { elections } => {
                current(&elections.data).is_some_and(|it| it.election.drill)
            }
            Self::List { elections, page } => {
                let elections = scope(&address::query(path), &elections.data);
                let chosen = matches!(elections.as_slice(), [only] if only.election.drill);
                chosen || page.data.iter().any(|it| it.election.drill)
            }
            Self::Profile { record } => record.data.election.drill,
            Self::Receipt { receipt } => receipt.data.election.drill,
            Self::AskReceipt | Self::NoReceipt | Self::NotFound | Self::Withdrawn => false,
        }
    }
}

/// The election that the portal is about, as the server tells, who knows the day.
#[must_use]
pub fn current(elections: &[Election]) -> Option<&Election> {
    elections
        .iter()
        .find(|it| it.current)
        .or_else(|| elections.first())
}
