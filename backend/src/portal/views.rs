//! The answers that change with every publication or every hour: elections, lists, the first page.
//! They are put together from prepared fragments and kept in the snapshot's cache.

use std::borrow::Cow;
use std::collections::BTreeSet;

use conoceles_frontend::portal::{PageData, current};
use conoceles_shared::api::public::{Meta, One, Page};
use conoceles_shared::api::query::{CandidacyQuery, Sort};
use conoceles_shared::ids::ElectionId;
use conoceles_shared::problem::Code;
use serde::Serialize;

use super::cache::CacheKey;
use super::cursor::encode_cursor;
use super::fragments::ChosenKeys;
use super::list::{InvalidCursor, ListSlice, page_of_list, start_position};
use super::snapshot::Snapshot;
use crate::core::error::Failure;
use crate::prepared::answer::Body;
use crate::prepared::encoding::{Effort, Encoding};
use crate::prepared::shell::Shell;

/// Most items on the page of a list: programs have the API.
const MOST_ON_A_PAGE: u16 = 100;

/// A snapshot in the HTML of this installation. The hour turns the order of lists.
#[derive(Debug, Clone, Copy)]
pub struct SnapshotView<'a> {
    shell: &'a Shell,
    snapshot: &'a Snapshot,
}

impl From<InvalidCursor> for Failure {
    fn from(_: InvalidCursor) -> Self {
        Self::new(
            Code::InvalidCursor,
            "Use el cursor tal como llegó y con la misma consulta, o empiece sin cursor.",
        )
    }
}

impl<'a> SnapshotView<'a> {
    /// Of what is public now.
    #[must_use]
    pub const fn new(shell: &'a Shell, snapshot: &'a Snapshot) -> Self {
        Self { shell, snapshot }
    }

    /// Every election, as data.
    pub fn elections(&self, encoding: Encoding) -> Result<Body, Failure> {
        self.cached("/api/elections".into(), 0, encoding, || {
            json(&self.snapshot.election_page())
        })
    }

    /// One election, as data.
    ///
    /// # Errors
    /// 404 where it is not public.
    pub fn election(&self, id: &ElectionId, encoding: Encoding) -> Result<Body, Failure> {
        self.cached(format!("/api/elections/{id}").into(), 0, encoding, || {
            let found = self
                .snapshot
                .elections
                .iter()
                .find(|it| it.election.id == *id)
                .ok_or_else(not_public)?;
            json(&One {
                meta: Meta {
                    total: None,
                    ..self.snapshot.meta(1, None)
                },
                data: found,
            })
        })
    }

    /// One page of candidacies, as data.
    ///
    /// # Errors
    /// 400 `invalid_cursor`.
    pub fn list(
        &self,
        query: &CandidacyQuery,
        hour: u64,
        encoding: Encoding,
        effort: Effort,
    ) -> Result<Body, Failure> {
        self.kept_or_made(list_key(query, hour, encoding), effort, || {
            let slice = page_of_list(self.snapshot, query, hour)?;
            let meta = serde_json::to_string(&self.meta(query, &slice)?)?;
            let mut text = format!("{{\"meta\":{meta},\"data\":[");
            let chosen = ChosenKeys::of(query);
            for (at, item) in slice.items.iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                match chosen {
                    None => text.push_str(&item.fragment),
                    Some(keys) => item.keys.write_chosen(&item.stored.text, keys, &mut text),
                }
            }
            text.push_str("]}");
            Ok(text)
        })
    }

    /// The first page, with every election.
    pub fn home(&self, encoding: Encoding) -> Result<Body, Failure> {
        self.cached("/".into(), 0, encoding, || {
            let elections = self.snapshot.election_page();
            Ok(self.shell.page("/", &PageData::Home { elections }))
        })
    }

    /// What the page of a list is asked for: a cursor that is not this query's is left out, and no
    /// page is longer than one that people read.
    #[must_use]
    pub fn page_query(&self, query: &CandidacyQuery) -> CandidacyQuery {
        let mut query = CandidacyQuery {
            fields: BTreeSet::new(),
            limit: query.limit.min(MOST_ON_A_PAGE),
            ..query.clone()
        };
        if start_position(&self.snapshot.cursor_key, &query).is_err() {
            query.cursor = None;
        }
        query
    }

    /// The list as a page, of a [`Self::page_query`].
    pub fn list_page(
        &self,
        query: &CandidacyQuery,
        hour: u64,
        encoding: Encoding,
        effort: Effort,
    ) -> Result<Body, Failure> {
        self.kept_or_made(page_key(query, hour, encoding), effort, || {
            let slice = page_of_list(self.snapshot, query, hour)?;
            let data = PageData::List {
                elections: self.snapshot.election_page(),
                page: Page {
                    meta: self.meta(query, &slice)?,
                    data: slice.items.iter().map(|it| it.summary.clone()).collect(),
                },
            };
            Ok(self.shell.page(&page_path(query), &data))
        })
    }

    /// A page that says that something is not there.
    pub fn absent(&self, data: &PageData, encoding: Encoding) -> Result<Body, Failure> {
        let path = match data {
            PageData::Withdrawn => "/410",
            _ => "/404",
        };
        self.cached(path.into(), 0, encoding, || Ok(self.shell.page(path, data)))
    }

    /// A text that is made of the snapshot alone.
    pub fn text_of_snapshot(
        &self,
        key: CacheKey,
        effort: Effort,
        make: impl FnOnce(&Snapshot) -> Result<String, Failure>,
    ) -> Result<Body, Failure> {
        self.kept_or_made(key, effort, || make(self.snapshot))
    }

    /// The list that a page shows where its address names no election: the present one.
    #[must_use]
    pub fn present_election(&self) -> Option<ElectionId> {
        current(&self.snapshot.elections).map(|it| it.election.id.clone())
    }

    /// Prepares what is asked for most: the first page, the elections, and the unfiltered list.
    pub fn warm(&self, hour: u64) -> Result<(), Failure> {
        let all = CandidacyQuery::default();
        let present = CandidacyQuery {
            election: self.present_election(),
            ..CandidacyQuery::default()
        };
        let often = Effort::Often;
        for encoding in [Encoding::Brotli, Encoding::Gzip] {
            self.home(encoding)?;
            self.elections(encoding)?;
            self.list(&all, hour, encoding, often)?;
            self.list(&present, hour, encoding, often)?;
            self.list_page(&present, hour, encoding, often)?;
        }
        Ok(())
    }

    fn meta(&self, query: &CandidacyQuery, slice: &ListSlice) -> Result<Meta, Failure> {
        let next = slice
            .next
            .clone()
            .map(|at| encode_cursor(&self.snapshot.cursor_key, query, at))
            .transpose()?;
        Ok(Meta {
            elsewhere: slice
                .elsewhere
                .map(|it| u32::try_from(it).unwrap_or(u32::MAX)),
            ..self.snapshot.meta(slice.total, next)
        })
    }

    /// One of the few answers that no parameter changes.
    fn cached(
        &self,
        path: Cow<'static, str>,
        hour: u64,
        encoding: Encoding,
        make: impl FnOnce() -> Result<String, Failure>,
    ) -> Result<Body, Failure> {
        let key = CacheKey {
            path,
            hour,
            encoding,
        };
        self.kept_or_made(key, Effort::Often, make)
    }

    /// What is kept, unless it was made with less effort than is asked for.
    fn kept_or_made(
        &self,
        key: CacheKey,
        effort: Effort,
        make: impl FnOnce() -> Result<String, Failure>,
    ) -> Result<Body, Failure> {
        if let Some(body) = self.snapshot.cache.get_made_with(&key, effort) {
            return Ok(body);
        }
        let body = Body::encode(make()?.as_bytes(), key.encoding, effort)?;
        self.snapshot.cache.put(key, body.clone(), effort);
        Ok(body)
    }
}

/// Whether the order of this query's page turns with the hour.
#[must_use]
pub fn turns(query: &CandidacyQuery) -> bool {
    query.sort == Sort::Draw && query.cursor.is_none()
}

/// Under which key a list is kept.
#[must_use]
pub fn list_key(query: &CandidacyQuery, hour: u64, encoding: Encoding) -> CacheKey {
    let path = format!("/api/candidacies?{}", query.to_query_string());
    key_of_list(path, query, hour, encoding)
}

/// Under which key the page of a list is kept.
#[must_use]
pub fn page_key(query: &CandidacyQuery, hour: u64, encoding: Encoding) -> CacheKey {
    key_of_list(page_path(query), query, hour, encoding)
}

fn key_of_list(path: String, query: &CandidacyQuery, hour: u64, encoding: Encoding) -> CacheKey {
    CacheKey {
        path: path.into(),
        hour: if turns(query) { hour } else { 0 },
        encoding,
    }
}

fn page_path(query: &CandidacyQuery) -> String {
    format!("/candidaturas?{}", query.to_page_query())
}

/// Nothing public under this id.
#[must_use]
pub fn not_public() -> Failure {
    Failure::new(
        Code::NotFound,
        "No hay nada público con este identificador.",
    )
}

fn json<T: Serialize>(value: &T) -> Result<String, Failure> {
    Ok(serde_json::to_string(value)?)
}
