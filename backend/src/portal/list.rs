//! One page of a list: filtered, in neutral order or by name, from a snapshot.

use std::cmp::Ordering;
use std::sync::Arc;

use conoceles_shared::api::query::{CandidacyQuery, Sort};
use conoceles_shared::draw::rotate;
use conoceles_shared::ids::CandidacyId;

use super::contest::Contest;
use super::cursor::{CursorPosition, decode_cursor};
use super::published::Published;
use super::search::{Mode, words};
use super::snapshot::{Drawn, Snapshot};
use crate::core::secrets::MacKey;

/// One page of a list.
#[derive(Debug)]
pub struct ListSlice {
    /// How many match in all.
    pub total: usize,
    /// The items of this page.
    pub items: Vec<Arc<Published>>,
    /// Where the next page starts; none on the last.
    pub next: Option<CursorPosition>,
}

/// The cursor is malformed or belongs to another query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidCursor;

/// Where the page of `query` starts; none without a cursor.
///
/// # Errors
/// The cursor is not one of this query.
pub fn start_position(
    key: &MacKey,
    query: &CandidacyQuery,
) -> Result<Option<CursorPosition>, InvalidCursor> {
    let Some(text) = &query.cursor else {
        return Ok(None);
    };
    let position = decode_cursor(key, query, text).ok_or(InvalidCursor)?;
    match (&position, query.sort) {
        (CursorPosition::Draw { .. }, Sort::Draw) | (CursorPosition::Name { .. }, Sort::Name) => {
            Ok(Some(position))
        }
        _ => Err(InvalidCursor),
    }
}

/// One page of `query` as it stands in `hour`.
///
/// # Errors
/// The cursor is not one of this query.
pub fn page_of_list(
    snapshot: &Snapshot,
    query: &CandidacyQuery,
    hour: u64,
) -> Result<ListSlice, InvalidCursor> {
    let start = start_position(&snapshot.cursor_key, query)?;
    let sought = query.q.as_deref().map(words).unwrap_or_default();
    let mut mode = Mode::Exact;
    let mut total = count_matches(snapshot, query, &sought, mode);
    if total == 0 && !sought.is_empty() {
        mode = Mode::Tolerant;
        total = count_matches(snapshot, query, &sought, mode);
    }
    let shows = |it: &Published| it.matches(query, &sought, mode);
    let size = usize::from(query.page_size());
    let (items, next) = match query.sort {
        Sort::Name => by_name(snapshot, shows, start.as_ref(), size),
        Sort::Draw => by_draw(snapshot, shows, start.as_ref(), hour, size)?,
    };
    Ok(ListSlice { total, items, next })
}

fn count_matches(
    snapshot: &Snapshot,
    query: &CandidacyQuery,
    sought: &[String],
    mode: Mode,
) -> usize {
    snapshot
        .by_name
        .iter()
        .filter(|it| it.matches(query, sought, mode))
        .count()
}

type ListPart = (Vec<Arc<Published>>, Option<CursorPosition>);

fn by_name(
    snapshot: &Snapshot,
    shows: impl Fn(&Published) -> bool,
    start: Option<&CursorPosition>,
    size: usize,
) -> ListPart {
    let first = match start {
        Some(CursorPosition::Name { key, last }) => snapshot
            .by_name
            .partition_point(|it| (&it.name_key, &it.id) <= (key, last)),
        _ => 0,
    };
    let mut rest = snapshot
        .by_name
        .iter()
        .skip(first)
        .filter(|it| shows(it))
        .cloned();
    let items: Vec<_> = rest.by_ref().take(size).collect();
    let more = rest.next().is_some();
    let next = items
        .last()
        .filter(|_| more)
        .map(|it| CursorPosition::Name {
            key: it.name_key.clone(),
            last: it.id.clone(),
        });
    (items, next)
}

/// Contest after contest. What matches in a contest is turned by one place for each hour, so that
/// everyone heads the list that was asked for equally often, whatever the filters.
fn by_draw(
    snapshot: &Snapshot,
    shows: impl Fn(&Published) -> bool,
    start: Option<&CursorPosition>,
    hour: u64,
    size: usize,
) -> Result<ListPart, InvalidCursor> {
    let resume = start.map(|it| Resume::of(snapshot, it)).transpose()?;
    let hour = resume.as_ref().map_or(hour, |it| it.hour);
    let mut items = Vec::new();
    let mut next = None;
    for range in &snapshot.contests {
        let contest = snapshot.drawn.get(range.clone()).unwrap_or_default();
        let Some(first) = contest.first() else {
            continue;
        };
        let place = resume
            .as_ref()
            .map(|it| (first.rank, &first.published.contest).cmp(&(it.rank, &it.contest)));
        if place == Some(Ordering::Less) {
            continue;
        }
        let matching: Vec<_> = contest.iter().filter(|it| shows(&it.published)).collect();
        let turned = match (&resume, place) {
            (Some(resume), Some(Ordering::Equal)) => resume.rest(&matching),
            _ => turn(&matching, hour),
        };
        let Some(head) = turned.head else { continue };
        for drawn in turned.order {
            if items.len() == size {
                return Ok((items, next));
            }
            next = Some(CursorPosition::Draw {
                hour,
                election: drawn.published.contest.election().clone(),
                contest: drawn.published.contest.parts().map(ToOwned::to_owned),
                head: head.clone(),
                last: drawn.published.id.clone(),
            });
            items.push(Arc::clone(&drawn.published));
        }
    }
    Ok((items, None))
}

/// A contest in the order of an hour.
struct Turned<'a> {
    head: Option<CandidacyId>,
    order: Vec<&'a Drawn>,
}

fn turn<'a>(matching: &[&'a Drawn], hour: u64) -> Turned<'a> {
    let mut order = matching.to_vec();
    rotate(&mut order, hour);
    Turned {
        head: order.first().map(|it| it.published.id.clone()),
        order,
    }
}

/// Where a drawn list goes on.
struct Resume {
    hour: u64,
    rank: usize,
    contest: Contest,
    head: CandidacyId,
    head_key: [u8; 32],
    last_key: [u8; 32],
}

impl Resume {
    fn of(snapshot: &Snapshot, position: &CursorPosition) -> Result<Self, InvalidCursor> {
        let CursorPosition::Draw {
            hour,
            election,
            contest: [office, kind, code],
            head,
            last,
        } = position
        else {
            return Err(InvalidCursor);
        };
        let contest = Contest::new(election, office, kind, code);
        Ok(Self {
            hour: *hour,
            rank: snapshot.rank(election),
            head_key: snapshot.draw_key(&contest, head),
            last_key: snapshot.draw_key(&contest, last),
            head: head.clone(),
            contest,
        })
    }

    /// What comes after the last item, going round the draw from who headed it.
    fn rest<'a>(&self, matching: &[&'a Drawn]) -> Turned<'a> {
        let round = |key: &[u8; 32]| (*key < self.head_key, *key);
        let mut order: Vec<_> = matching
            .iter()
            .copied()
            .filter(|it| round(&it.key) > round(&self.last_key))
            .collect();
        order.sort_by_key(|it| round(&it.key));
        Turned {
            head: Some(self.head.clone()),
            order,
        }
    }
}

#[cfg(test)]
#[path = "list_tests.rs"]
mod list_tests;
