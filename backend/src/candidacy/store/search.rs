//! Lists of candidacies, in the database: first the ids of a page and how many there are, from indexes
//! alone; then the candidacies of that page. `candidacy/sought.rs` says the same of one that is loaded.

use std::collections::HashSet;
use std::sync::Arc;

use conoceles_shared::api::listing::QueueCounts;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::WaitingAge;
use conoceles_shared::time::Instant;

use super::LoadedCandidacy;
use super::by_ids::candidacies_with_ids;
use super::conditions::{ActorNameRow, Conditions, actor_name_columns};
use super::overtaken::{elections_under_way, overtaken_by_clock};
use crate::candidacy::listing::{HELD, place_before_due};
use crate::candidacy::sought::{Placed, Seeker};
use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::row::{Only, row};
use crate::elections::ElectionRow;

/// The most words of a search that count.
const MOST_WORDS: usize = 20;

row! {
    struct PlaceRow from place_columns! {
        id: CandidacyId = "c.id",
        key: String = "c.queue_key",
    }
}
const PLACES: &str = concat!(
    "SELECT ",
    place_columns!(),
    " FROM candidacies c WHERE c.queue_key IS NOT NULL"
);

row! {
    struct NamedRow from named_columns! {
        id: CandidacyId = "c.id",
        key: String = "c.name_key",
    }
}
const NAMED: &str = concat!(
    "SELECT ",
    named_columns!(),
    " FROM candidacies c WHERE 1 = 1"
);

row! {
    struct CountRow from count_columns! {
        waiting: u32 = "COALESCE(SUM(CASE WHEN c.queue_key < $1 THEN 1 ELSE 0 END), 0)",
        overdue: u32 = "COALESCE(SUM(CASE WHEN c.queue_key < $2 THEN 1 ELSE 0 END), 0)",
        today: u32 =
            "COALESCE(SUM(CASE WHEN c.queue_key >= $2 AND c.queue_key < $3 THEN 1 ELSE 0 END), 0)",
        soon: u32 =
            "COALESCE(SUM(CASE WHEN c.queue_key >= $3 AND c.queue_key < $4 THEN 1 ELSE 0 END), 0)",
        later: u32 =
            "COALESCE(SUM(CASE WHEN c.queue_key >= $4 AND c.queue_key < $1 THEN 1 ELSE 0 END), 0)",
        new: u32 = "COALESCE(SUM(CASE WHEN c.waiting_since >= $5 THEN 1 ELSE 0 END), 0)",
        held: u32 = "COALESCE(SUM(CASE WHEN c.queue_key >= $1 THEN 1 ELSE 0 END), 0)",
        mine: u32 = "COALESCE(SUM(CASE WHEN c.holder = $6 AND c.claim_expires > $7 \
            THEN 1 ELSE 0 END), 0)",
        returning: u32 = "COALESCE(SUM(CASE WHEN c.observed_by = $6 AND c.state = 'resubmitted' \
            AND (c.first_turn_of IS NULL OR c.first_turn_of <> $6) THEN 1 ELSE 0 END), 0)",
        second: u32 = "COALESCE(SUM(CASE WHEN c.waits_for = 'review' AND c.first_turn_of <> $6 \
            AND (c.claim_expires IS NULL OR c.claim_expires <= $7) THEN 1 ELSE 0 END), 0)",
    }
}
const COUNTS: &str = concat!(
    "SELECT ",
    count_columns!(),
    " FROM candidacies c WHERE c.queue_key IS NOT NULL"
);
/// How many values the counts themselves have.
const COUNT_VALUES: usize = 7;

const ACTOR_NAMES: &str = concat!("SELECT ", actor_name_columns!(), " FROM actors a");

const HOW_MANY: &str = "SELECT COUNT(*) FROM candidacies c WHERE 1 = 1";
/// The most rows that a page fetches beside its own for what the clock has moved to other places.
const MOST_MOVED: usize = 10_000;

/// Elections whose candidacies are listed, with those that the clock has overtaken.
pub struct ListedElections {
    elections: Vec<Arc<ElectionRow>>,
    overtaken: Vec<LoadedCandidacy>,
}

impl ListedElections {
    /// Those under way, as they stand at `now`.
    pub async fn under_way(conn: Conn<'_>, now: Instant) -> Result<Self, Failure> {
        let elections = elections_under_way(&mut *conn).await?;
        let overtaken = overtaken_by_clock(conn, &elections, now).await?;
        Ok(Self {
            elections,
            overtaken,
        })
    }

    /// One of them, as it stands at `now`; the clock decides nothing in an archive.
    pub async fn only(
        conn: Conn<'_>,
        election: ElectionRow,
        now: Instant,
    ) -> Result<Self, Failure> {
        let elections = vec![Arc::new(election)];
        let overtaken = if elections.iter().any(|it| it.setup.archived) {
            Vec::new()
        } else {
            overtaken_by_clock(conn, &elections, now).await?
        };
        Ok(Self {
            elections,
            overtaken,
        })
    }

    /// The list of what `seeker` looks for in them.
    #[must_use]
    pub fn sought_by<'a>(&'a self, seeker: Seeker<'a>) -> ListOf<'a> {
        ListOf {
            seeker,
            elections: &self.elections,
            overtaken: &self.overtaken,
        }
    }
}

/// What a list is of, and how its clock stands.
pub struct ListOf<'a> {
    /// Who looks for what.
    pub seeker: Seeker<'a>,
    /// The elections that it may be of.
    pub elections: &'a [Arc<ElectionRow>],
    /// Those of their candidacies that the clock has overtaken.
    pub overtaken: &'a [LoadedCandidacy],
}

impl ListOf<'_> {
    /// A page of the queue from its cursor on, and the cursor of the next page if there is one.
    ///
    /// # Errors
    /// The database.
    pub async fn page_of_queue(
        &self,
        conn: Conn<'_>,
    ) -> Result<(Vec<LoadedCandidacy>, Option<String>), Failure> {
        let size = usize::from(self.seeker.search.page_size());
        let cursor = self.seeker.search.cursor.as_deref().unwrap_or_default();
        let (key, id) = cursor.split_once('-').unwrap_or_default();
        let mut conditions = self.conditions(&mut *conn, 0).await?;
        if !key.is_empty() {
            let values = [key.to_owned(), id.to_owned()];
            conditions.and("(c.queue_key, c.id) > (?, ?)", values);
        }
        let limit = size + 1 + self.overtaken.len().min(MOST_MOVED);
        let order = format!(" ORDER BY c.queue_key, c.id LIMIT {limit}");
        let rows: Vec<PlaceRow> = conditions.rows_of(&mut *conn, PLACES, &order).await?;
        let overtaken: HashSet<_> = self.overtaken.iter().map(|it| &it.id).collect();
        let mut places: Vec<(String, CandidacyId)> = rows
            .into_iter()
            .filter(|it| !overtaken.contains(&it.id))
            .map(|it| (it.key, it.id))
            .collect();
        let moved = self.overtaken.iter().filter_map(|it| self.place_now(it));
        places.extend(moved.filter(|it| (it.0.as_str(), it.1.as_str()) > (key, id)));
        places.sort_unstable();
        let more = places.len() > size;
        places.truncate(size);
        let last = places.last().filter(|_| more);
        let next = last.map(|(key, id)| format!("{key}-{id}"));
        let ids: Vec<_> = places.into_iter().map(|it| it.1).collect();
        Ok((self.loaded(conn, &ids).await?, next))
    }

    /// Its place in the queue as it stands now, where it is one that is looked for.
    fn place_now(&self, loaded: &LoadedCandidacy) -> Option<(String, CandidacyId)> {
        let placed = Placed::new(loaded, &loaded.in_force(self.seeker.now));
        let found = self.seeker.finds(&placed);
        let key = placed.standing.queue_key.filter(|_| found)?;
        Some((key, loaded.id.clone()))
    }

    /// How many of what is looked for wait, whatever their age and whosever turn it is.
    ///
    /// # Errors
    /// The database.
    pub async fn counts_of_queue(&self, conn: Conn<'_>) -> Result<QueueCounts, Failure> {
        let now = self.seeker.now;
        let (_, tomorrow) = WaitingAge::Today.span(now);
        let (_, later) = WaitingAge::Soon.span(now);
        let (today, _) = WaitingAge::New.span(now);
        let conditions = self.wide_conditions(&mut *conn, COUNT_VALUES).await?;
        let own = [
            HELD.to_owned(),
            place_before_due(now),
            place_before_due(tomorrow.unwrap_or(now)),
            place_before_due(later.unwrap_or(now)),
            store_instant(today.unwrap_or(now)),
            self.seeker.account.to_string(),
            store_instant(now),
        ];
        let rows: Vec<CountRow> = conditions.rows_after(conn, COUNTS, &own, "").await?;
        let stored = rows.into_iter().next().map(QueueCounts::from);
        let stored = stored.unwrap_or_default();
        Ok(self.overtaken.iter().fold(stored, |counts, it| {
            let before = self.seeker.counts(&Placed::new(it, &it.process));
            let after = self.seeker.counts(&Placed::new(it, &it.in_force(now)));
            moved(counts, before, after)
        }))
    }

    /// The candidacies at the places `from` to before `from + size` by name, and how many there are.
    ///
    /// # Errors
    /// The database.
    pub async fn page_by_name(
        &self,
        conn: Conn<'_>,
        from: usize,
        size: usize,
    ) -> Result<(Vec<LoadedCandidacy>, u32), Failure> {
        let mut conditions = self.conditions(&mut *conn, 0).await?;
        let elections: Vec<_> = self.elections.iter().map(|it| it.id.to_string()).collect();
        conditions.and_in("c.election_id", elections);
        let (leaving, entering) = self.changes();
        let whole = !leaving.is_empty() || !entering.is_empty();
        let page = if whole {
            format!("LIMIT {}", from + size + leaving.len())
        } else {
            format!("LIMIT {size} OFFSET {from}")
        };
        let order = format!(" ORDER BY c.name_key, c.id {page}");
        let rows: Vec<NamedRow> = conditions.rows_of(&mut *conn, NAMED, &order).await?;
        let counted: Vec<Only<u32>> = conditions.rows_of(&mut *conn, HOW_MANY, "").await?;
        let stored = counted.first().map_or(0, |it| it.0);
        let total = stored + count_of(entering.len()) - count_of(leaving.len()).min(stored);
        let mut names: Vec<_> = rows
            .into_iter()
            .filter(|it| !leaving.contains(&it.id))
            .map(|it| (it.key, it.id))
            .collect();
        if whole {
            names.extend(entering);
            names.sort_unstable();
            names = names.into_iter().skip(from).take(size).collect();
        }
        let ids: Vec<_> = names.into_iter().map(|it| it.1).collect();
        Ok((self.loaded(conn, &ids).await?, total))
    }

    /// What is in the list by its columns and not as it stands now, and the other way round.
    fn changes(&self) -> (HashSet<CandidacyId>, Vec<(String, CandidacyId)>) {
        let (mut leaving, mut entering) = (HashSet::new(), Vec::new());
        for it in self.overtaken {
            let now = it.in_force(self.seeker.now);
            let before = self.seeker.finds(&Placed::new(it, &it.process));
            match (before, self.seeker.finds(&Placed::new(it, &now))) {
                (true, false) => {
                    leaving.insert(it.id.clone());
                }
                (false, true) => entering.push(it.name_key()),
                _ => {}
            }
        }
        (leaving, entering)
    }

    async fn loaded(
        &self,
        conn: Conn<'_>,
        ids: &[CandidacyId],
    ) -> Result<Vec<LoadedCandidacy>, Failure> {
        candidacies_with_ids(conn, self.elections, ids).await
    }

    /// Everything that is looked for.
    async fn conditions(&self, conn: Conn<'_>, before: usize) -> Result<Conditions, Failure> {
        let mut all = self.wide_conditions(conn, before).await?;
        if let Some(age) = self.seeker.search.age {
            all.and_age(age, &self.seeker);
        }
        if let Some(turn) = self.seeker.search.turn {
            all.and_turn(turn, &self.seeker);
        }
        Ok(all)
    }

    /// The same of any age, whosever turn it is.
    async fn wide_conditions(&self, conn: Conn<'_>, before: usize) -> Result<Conditions, Failure> {
        let search = self.seeker.search;
        let mut all = Conditions::after(before);
        let codes = [
            (
                "c.election_id",
                search.election.as_ref().map(ToString::to_string),
            ),
            ("c.actor_id", search.actor.as_ref().map(ToString::to_string)),
            ("c.office", search.office.map(|it| it.to_string())),
            ("c.waits_for", search.waits_for.map(|it| it.to_string())),
            (
                "c.territory_kind",
                search.territory.as_ref().map(|it| it.kind.to_string()),
            ),
            (
                "c.territory_code",
                search.territory.as_ref().map(|it| it.code.clone()),
            ),
        ];
        for (column, value) in codes {
            if let Some(value) = value {
                all.and(&format!("{column} = ?"), [value]);
            }
        }
        if !search.states.is_empty() {
            let states = search.states.iter().map(ToString::to_string);
            // An expression, which the index by state does not serve: the order of the list comes first.
            all.and_in("COALESCE(c.state, '')", states.collect());
        }
        if let Some(flag) = search.flag {
            let like = format!("%,{flag},%");
            all.and(
                "(c.flags LIKE ? OR c.text_flags LIKE ?)",
                [like.clone(), like],
            );
        }
        let words = search.words();
        if !words.is_empty() {
            let actors: Vec<ActorNameRow> = sqlx::query_as(ACTOR_NAMES).fetch_all(conn).await?;
            for word in words.iter().take(MOST_WORDS) {
                all.and_word(word, &actors, self.elections);
            }
        }
        Ok(all)
    }
}

fn count_of(all: usize) -> u32 {
    u32::try_from(all).unwrap_or(u32::MAX)
}

/// The counts once one candidacy counts as `after` and no more as `before`.
fn moved(counts: QueueCounts, before: QueueCounts, after: QueueCounts) -> QueueCounts {
    let one = |of: fn(&QueueCounts) -> u32| (of(&counts) + of(&after)).saturating_sub(of(&before));
    QueueCounts {
        waiting: one(|it| it.waiting),
        overdue: one(|it| it.overdue),
        today: one(|it| it.today),
        soon: one(|it| it.soon),
        later: one(|it| it.later),
        new: one(|it| it.new),
        held: one(|it| it.held),
        mine: one(|it| it.mine),
        returning: one(|it| it.returning),
        second: one(|it| it.second),
    }
}

impl From<CountRow> for QueueCounts {
    fn from(row: CountRow) -> Self {
        Self {
            waiting: row.waiting,
            overdue: row.overdue,
            today: row.today,
            soon: row.soon,
            later: row.later,
            new: row.new,
            held: row.held,
            mine: row.mine,
            returning: row.returning,
            second: row.second,
        }
    }
}

#[cfg(test)]
#[path = "search_tests.rs"]
mod search_tests;
