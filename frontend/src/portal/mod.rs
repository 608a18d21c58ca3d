//! The citizens' portal: the same components make the HTML on the server and take it over in the
//! browser.
//!
//! A page is a function of its path and its [`PageData`], of nothing else: no clock, no window, no
//! session. That is what makes the server's HTML and the browser's the same, and pages cacheable.

pub(crate) mod address;
#[cfg(feature = "hydrate")]
mod browser;
mod form;
mod head;
mod home;
mod list;
mod message;
#[cfg(feature = "ssr")]
mod privacy;
pub(crate) mod profile;
mod receipt;
mod site;

use conoceles_shared::api::public::{Election, One, Page, Record, Summary};
use conoceles_shared::api::receipts::ReceiptCheck;
use serde::{Deserialize, Serialize};

pub use address::{names_election, receipt as receipt_address};
#[cfg(feature = "hydrate")]
pub use browser::start;
pub use head::{Head, head};
#[cfg(feature = "ssr")]
pub use privacy::privacy_page;
pub use receipt::FIELD as RECEIPT_FIELD;
pub use site::{Shown, Site, Status};

/// The id of the block that the browser hydrates from.
pub const DATA_ID: &str = "page-data";
/// The id of the root element in `portal.html`.
pub const ROOT_ID: &str = "app";

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
                let scope = list::scope(&address::query(path), &elections.data);
                let chosen = matches!(scope.as_slice(), [only] if only.election.drill);
                chosen || page.data.iter().any(|it| it.election.drill)
            }
            Self::Profile { record } => record.data.election.drill,
            Self::Receipt { receipt } => receipt.data.election.drill,
            Self::AskReceipt | Self::NoReceipt | Self::NotFound | Self::Withdrawn => false,
        }
    }
}

/// The election that the first page is about: the first one that is not an archive, by election
/// day; where all are archives, the latest.
#[must_use]
pub fn current(elections: &[Election]) -> Option<&Election> {
    let by_day = |it: &&Election| (it.election.date, it.election.id.clone());
    let open = elections
        .iter()
        .filter(|it| !it.election.archived)
        .min_by_key(by_day);
    open.or_else(|| elections.iter().max_by_key(by_day))
}

/// The page at `path_and_query`: what belongs in the head, and the HTML of the root element, without
/// white space around it.
#[cfg(feature = "ssr")]
#[must_use]
pub fn render(path_and_query: &str, data: &PageData) -> (Head, String) {
    use leptos::prelude::*;

    let head = head(path_and_query, data);
    let shown = std::sync::Arc::new(Shown::new(path_and_query, data.clone()));
    let owner = Owner::new();
    let html = owner.with(|| {
        let shown = RwSignal::new(shown);
        let status = RwSignal::new(Status::Ready);
        view! { <Site shown status/> }.to_html()
    });
    owner.cleanup();
    (head, html)
}

/// The block that the browser hydrates from. No `<` in it can end it, whatever a name holds.
#[must_use]
pub fn data_block(path_and_query: &str, data: &PageData) -> String {
    #[derive(Serialize)]
    struct Block<'a> {
        path: &'a str,
        data: &'a PageData,
    }
    // Strings, numbers and their lists always serialise; an empty block only makes the browser ask.
    let json = serde_json::to_string(&Block {
        path: path_and_query,
        data,
    })
    .unwrap_or_default();
    let json = json.replace('<', "\\u003c");
    format!("<script type=\"application/json\" id=\"{DATA_ID}\">{json}</script>")
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod render_tests;
#[cfg(test)]
#[cfg(feature = "ssr")]
mod sample;
