//! The kit of lists that the server pages: what is looked for, in the address as well, and its pages.

mod filters;
mod pager;
mod picker;

pub use filters::ListFilters;
pub use pager::Pager;
use picker::{Picker, SearchField};

use conoceles_shared::api::listing::CandidacySearch;
use conoceles_shared::api::query::decode_pairs;
use conoceles_shared::time::ZONE_NAME;
use leptos::prelude::*;

use super::dom;
use crate::i18n::desk::texts;

/// The zone of every hour of a list, said once above it.
pub fn zone_of_list() -> impl IntoView {
    view! { <p class="hint">{(texts().lists.zone_of_all)(ZONE_NAME)}</p> }
}

/// What is looked for, and the pages before this one; a copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct Sought {
    search: RwSignal<CandidacySearch>,
    before: RwSignal<Vec<Option<String>>>,
    found: RwSignal<Option<u32>>,
}

impl Sought {
    /// As the address says. From then on the address follows, so that whoever comes back finds the same.
    pub fn by_address() -> Self {
        let query = dom::query_of_address();
        let pairs = decode_pairs(&query);
        let search =
            CandidacySearch::from_pairs(&pairs, CandidacySearch::OF_QUEUE).unwrap_or_default();
        let sought = Self {
            search: RwSignal::new(search),
            before: RwSignal::new(Vec::new()),
            found: RwSignal::new(None),
        };
        Effect::new(move |earlier: Option<String>| {
            let now = CandidacySearch {
                cursor: None,
                ..sought.search.get()
            }
            .to_query();
            if earlier.is_some_and(|it| it != now) {
                dom::replace_query(&now);
            }
            now
        });
        sought
    }

    /// What is looked for now; whoever reads it hears of changes.
    pub fn now(self) -> CandidacySearch {
        self.search.get()
    }

    /// The same without hearing of changes.
    pub fn untracked(self) -> CandidacySearch {
        self.search.get_untracked()
    }

    /// Looks for something else, from its first page on.
    pub fn narrow(self, change: impl FnOnce(&mut CandidacySearch)) {
        self.before.set(Vec::new());
        self.search.update(|it| {
            it.cursor = None;
            change(it);
        });
    }

    /// Looks for everything again.
    pub fn widen(self) {
        self.narrow(|it| *it = CandidacySearch::default());
    }

    fn go_on(self, cursor: String) {
        self.before
            .update(|it| it.push(self.search.with_untracked(|it| it.cursor.clone())));
        self.search.update(|it| it.cursor = Some(cursor));
    }

    fn go_back(self) {
        let mut before = None;
        self.before.update(|it| before = it.pop());
        if let Some(cursor) = before {
            self.search.update(|it| it.cursor = cursor);
        }
    }

    /// How many items are on the pages before this one.
    fn passed(self) -> usize {
        let size = self.search.with_untracked(CandidacySearch::page_size);
        self.before.with_untracked(Vec::len) * usize::from(size)
    }
}
