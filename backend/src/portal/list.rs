//! One page of a list: filtered, in neutral order or by name, from a snapshot.

use std::cmp::Ordering;
use std::sync::Arc;

use conoceles_shared::api::query::{CandidacyQuery, Sort};
use conoceles_shared::draw::rotate;

use super::contest::Contest;
use super::cursor::{CursorPosition, decode_cursor};
use super::published::Published;
use super::search::{Closeness, SoughtWords};
use super::snapshot::{DrawPlace, Drawn, Snapshot};
use crate::core::secrets::MacKey;

/// One page of a list.
#[derive(Debug)]
pub struct ListSlice {
    /// How many match in all.
    pub total: usize,
    /// The items of this page.
    pub items: Vec<Arc<Published>>,
    /// How many are found by the same words in other elections, where one was asked for.
    pub elsewhere: Option<usize>,
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
    let asked = Asked::of(query);
    let size = usize::from(query.page_size());
    let ((items, next), total) = match query.sort {
        Sort::Name => {
            let found = asked.found_in(snapshot.by_name.iter());
            let total = found.iter().flatten().count();
            (by_name(snapshot, &found, start.as_ref(), size), total)
        }
        Sort::Draw => {
            let found = asked.found_in(snapshot.drawn.iter().map(|it| &it.published));
            let total = found.iter().flatten().count();
            let part = by_draw(snapshot, &found, start.as_ref(), hour, size)?;
            (part, total)
        }
    };
    Ok(ListSlice {
        total,
        items,
        elsewhere: asked.found_elsewhere(snapshot),
        next,
    })
}

/// What a list is asked for, with its words taken apart.
struct Asked<'a> {
    query: &'a CandidacyQuery,
    sought: Option<SoughtWords>,
}

/// How close each record of a list is to what is asked for; none where it is not shown.
type Found = Vec<Option<Closeness>>;

impl<'a> Asked<'a> {
    fn of(query: &'a CandidacyQuery) -> Self {
        Self {
            query,
            sought: query.q.as_deref().and_then(SoughtWords::of),
        }
    }

    /// How many are found by name in other elections than the one that is asked for.
    fn found_elsewhere(&self, snapshot: &Snapshot) -> Option<usize> {
        let (own, sought) = self.query.election.as_ref().zip(self.sought.as_ref())?;
        let others = snapshot.by_name.iter().filter(|it| it.election() != own);
        Some(
            others
                .filter(|it| sought.closeness(&it.searched).is_some())
                .count(),
        )
    }

    fn found_in<'b>(&self, records: impl Iterator<Item = &'b Arc<Published>>) -> Found {
        records.map(|it| self.closeness(it)).collect()
    }

    fn closeness(&self, record: &Published) -> Option<Closeness> {
        if !record.passes_filters(self.query) {
            return None;
        }
        match (&self.sought, &self.query.q) {
            (Some(sought), _) => sought.closeness(&record.searched),
            (None, None) => Some(Closeness::Same),
            // A search without a word finds nobody.
            (None, Some(_)) => None,
        }
    }
}

type ListPart = (Vec<Arc<Published>>, Option<CursorPosition>);

/// The closest first, each kind by name.
fn by_name(
    snapshot: &Snapshot,
    found: &Found,
    start: Option<&CursorPosition>,
    size: usize,
) -> ListPart {
    let (first, from) = match start {
        Some(CursorPosition::Name {
            key,
            last,
            closeness,
        }) => {
            let place = |it: &Arc<Published>| (&it.name_key, &it.id) <= (key, last);
            (snapshot.by_name.partition_point(place), *closeness)
        }
        _ => (0, 0),
    };
    let mut rest = Closeness::ALL
        .into_iter()
        .filter(|it| it.rank() >= from)
        .flat_map(|closeness| {
            let skipped = if closeness.rank() == from { first } else { 0 };
            let all = snapshot.by_name.iter().zip(found).skip(skipped);
            all.filter(move |(_, found)| **found == Some(closeness))
                .map(move |(it, _)| (it, closeness))
        });
    let items: Vec<_> = rest.by_ref().take(size).collect();
    let more = rest.next().is_some();
    let next = items
        .last()
        .filter(|_| more)
        .map(|(it, closeness)| CursorPosition::Name {
            key: it.name_key.clone(),
            last: it.id.clone(),
            closeness: closeness.rank(),
        });
    (
        items.into_iter().map(|(it, _)| Arc::clone(it)).collect(),
        next,
    )
}

/// The closest first, each kind contest after contest. What matches equally closely in a contest is
/// turned by one formula for each hour, so that each heads the list that was asked for equally
/// often, whatever the filters.
fn by_draw(
    snapshot: &Snapshot,
    found: &Found,
    start: Option<&CursorPosition>,
    hour: u64,
    size: usize,
) -> Result<ListPart, InvalidCursor> {
    let resume = start.map(|it| Resume::of(snapshot, it)).transpose()?;
    let mut part = DrawnPart {
        hour: resume.as_ref().map_or(hour, |it| it.hour),
        size,
        items: Vec::new(),
        next: None,
    };
    let from = resume.as_ref().map_or(Closeness::Same, |it| it.closeness);
    for closeness in Closeness::ALL.into_iter().filter(|it| *it >= from) {
        let resume = resume.as_ref().filter(|it| it.closeness == closeness);
        for range in &snapshot.contests {
            let contest = snapshot.drawn.get(range.clone()).unwrap_or_default();
            let found = found.get(range.clone()).unwrap_or_default();
            let matching = contest.iter().zip(found);
            let matching = matching.filter(|(_, found)| **found == Some(closeness));
            let matching: Vec<_> = matching.map(|(it, _)| it).collect();
            let Some(first) = matching.first() else {
                continue;
            };
            let place = resume
                .map(|it| (first.rank, &first.published.contest).cmp(&(it.rank, &it.contest)));
            let turned = match (resume, place) {
                (_, Some(Ordering::Less)) => continue,
                (Some(resume), Some(Ordering::Equal)) => resume.rest(&matching),
                _ => turn(&matching, part.hour),
            };
            if part.is_full_after(turned, closeness) {
                return Ok((part.items, part.next));
            }
        }
    }
    Ok((part.items, None))
}

/// A page by draw in the making.
struct DrawnPart {
    hour: u64,
    size: usize,
    items: Vec<Arc<Published>>,
    next: Option<CursorPosition>,
}

impl DrawnPart {
    /// Adds a contest; whether there is more of it than the page holds.
    fn is_full_after(&mut self, turned: Turned<'_>, closeness: Closeness) -> bool {
        let Some(head) = turned.head else {
            return false;
        };
        for drawn in turned.order {
            if self.items.len() == self.size {
                return true;
            }
            self.next = Some(CursorPosition::Draw {
                hour: self.hour,
                election: drawn.published.contest.election().clone(),
                contest: drawn.published.contest.parts().map(ToOwned::to_owned),
                head: head.clone(),
                last: drawn.published.id.clone(),
                formula: drawn.published.formula_text(),
                role: drawn.place.role,
                closeness: closeness.rank(),
            });
            self.items.push(Arc::clone(&drawn.published));
        }
        false
    }
}

/// A contest in the order of an hour.
struct Turned<'a> {
    /// The formula that heads it.
    head: Option<String>,
    order: Vec<&'a Drawn>,
}

fn turn<'a>(matching: &[&'a Drawn], hour: u64) -> Turned<'a> {
    let mut order = matching.to_vec();
    rotate(&mut order, hour, |a, b| a.place.formula == b.place.formula);
    Turned {
        head: order.first().map(|it| it.published.formula_text()),
        order,
    }
}

/// Where a drawn list goes on.
struct Resume {
    hour: u64,
    closeness: Closeness,
    rank: usize,
    contest: Contest,
    head: String,
    head_key: [u8; 32],
    last: DrawPlace,
}

impl Resume {
    fn of(snapshot: &Snapshot, position: &CursorPosition) -> Result<Self, InvalidCursor> {
        let CursorPosition::Draw {
            hour,
            election,
            contest: [office, kind, code],
            head,
            last,
            formula,
            role,
            closeness,
        } = position
        else {
            return Err(InvalidCursor);
        };
        let contest = Contest::new(election, office, kind, code);
        Ok(Self {
            hour: *hour,
            closeness: Closeness::of_rank(*closeness).ok_or(InvalidCursor)?,
            rank: snapshot.rank(election),
            head_key: snapshot.formula_key(&contest, head),
            last: DrawPlace {
                formula: snapshot.formula_key(&contest, formula),
                role: *role,
                candidacy: last.clone(),
            },
            head: head.clone(),
            contest,
        })
    }

    /// What comes after the last item, going round the draw from who headed it.
    fn rest<'a>(&self, matching: &[&'a Drawn]) -> Turned<'a> {
        let before_head = |it: &DrawPlace| it.formula < self.head_key;
        let round = |a: &DrawPlace, b: &DrawPlace| (before_head(a), a).cmp(&(before_head(b), b));
        let mut order: Vec<_> = matching
            .iter()
            .copied()
            .filter(|it| round(&it.place, &self.last).is_gt())
            .collect();
        order.sort_by(|a, b| round(&a.place, &b.place));
        Turned {
            head: Some(self.head.clone()),
            order,
        }
    }
}

#[cfg(test)]
#[path = "list_tests.rs"]
mod list_tests;
