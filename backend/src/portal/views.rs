//! The answers that change with every publication or every hour: elections, lists, the first page.
//! They are put together from prepared fragments and kept in the snapshot's cache.

use std::borrow::Cow;

use conoceles_frontend::portal::{PageData, current};
use conoceles_shared::api::public::{Meta, One, Page};
use conoceles_shared::api::query::{CandidacyQuery, Sort};
use conoceles_shared::ids::ElectionId;
use conoceles_shared::problem::Code;
use serde::Serialize;
use serde_json::{Map, Value};

use super::cache::CacheKey;
use super::cursor::encode_cursor;
use super::list::{InvalidCursor, ListSlice, page_of_list, start_position};
use super::published::Published;
use super::snapshot::Snapshot;
use crate::core::error::Failure;
use crate::prepared::answer::Body;
use crate::prepared::encoding::Encoding;
use crate::prepared::shell::Shell;

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
    ) -> Result<Body, Failure> {
        let path = format!("/api/candidacies?{}", query.to_query_string());
        self.cached(
            path.into(),
            Self::turning_hour(query, hour),
            encoding,
            || {
                let slice = page_of_list(self.snapshot, query, hour)?;
                let meta = serde_json::to_string(&self.meta(query, &slice)?)?;
                let mut text = format!("{{\"meta\":{meta},\"data\":[");
                for (at, item) in slice.items.iter().enumerate() {
                    if at > 0 {
                        text.push(',');
                    }
                    if query.fields.is_empty() {
                        text.push_str(&item.fragment);
                    } else {
                        text.push_str(&chosen(item, query)?);
                    }
                }
                text.push_str("]}");
                Ok(text)
            },
        )
    }

    /// The first page, with every election.
    pub fn home(&self, encoding: Encoding) -> Result<Body, Failure> {
        self.cached("/".into(), 0, encoding, || {
            let elections = self.snapshot.election_page();
            Ok(self.shell.page("/", &PageData::Home { elections }))
        })
    }

    /// The list as a page. A cursor that is not this query's is left out.
    pub fn list_page(
        &self,
        query: &CandidacyQuery,
        hour: u64,
        encoding: Encoding,
    ) -> Result<Body, Failure> {
        let query = CandidacyQuery {
            fields: Default::default(),
            cursor: query
                .cursor
                .clone()
                .filter(|_| start_position(query).is_ok()),
            ..query.clone()
        };
        let path = format!("/candidaturas?{}", query.to_page_query());
        self.cached(
            path.clone().into(),
            Self::turning_hour(&query, hour),
            encoding,
            || {
                let slice = page_of_list(self.snapshot, &query, hour)?;
                let data = PageData::List {
                    elections: self.snapshot.election_page(),
                    page: Page {
                        meta: self.meta(&query, &slice)?,
                        data: slice.items.iter().map(|it| it.summary.clone()).collect(),
                    },
                };
                Ok(self.shell.page(&path, &data))
            },
        )
    }

    /// A page that says that something is not there.
    pub fn absent(&self, data: &PageData, encoding: Encoding) -> Result<Body, Failure> {
        let path = match data {
            PageData::Withdrawn => "/410",
            _ => "/404",
        };
        self.cached(path.into(), 0, encoding, || Ok(self.shell.page(path, data)))
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
        for encoding in [Encoding::Brotli, Encoding::Gzip] {
            self.home(encoding)?;
            self.elections(encoding)?;
            self.list(&all, hour, encoding)?;
            self.list(&present, hour, encoding)?;
            self.list_page(&present, hour, encoding)?;
        }
        Ok(())
    }

    /// Whether the order of this query's page turns with the hour.
    #[must_use]
    pub fn turns(query: &CandidacyQuery) -> bool {
        query.sort == Sort::Draw && query.cursor.is_none()
    }

    fn turning_hour(query: &CandidacyQuery, hour: u64) -> u64 {
        if Self::turns(query) { hour } else { 0 }
    }

    fn meta(&self, query: &CandidacyQuery, slice: &ListSlice) -> Result<Meta, Failure> {
        let next = slice
            .next
            .clone()
            .map(|at| encode_cursor(query, at))
            .transpose()?;
        Ok(self.snapshot.meta(slice.total, next))
    }

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
        if let Some(body) = self.snapshot.cache.get(&key) {
            return Ok(body);
        }
        let body = Body::encode(make()?.as_bytes(), encoding)?;
        self.snapshot.cache.put(key, body.clone());
        Ok(body)
    }
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

/// The keys of a record that `fields` names.
fn chosen(item: &Published, query: &CandidacyQuery) -> Result<String, Failure> {
    let mut record: Map<String, Value> = serde_json::from_str(&item.stored.text)?;
    record.retain(|key, _| query.fields.contains(key));
    json(&record)
}
