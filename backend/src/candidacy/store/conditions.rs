//! What is looked for among candidacies `c`, as conditions of a statement with their values.

use std::sync::Arc;

use conoceles_shared::api::listing::TurnWanted;
use conoceles_shared::ids::ActorId;
use conoceles_shared::lifecycle::WaitingAge;
use conoceles_shared::text::{fold, without_enie};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, FromRow};

use crate::candidacy::listing::{HELD, place_before_due};
use crate::candidacy::sought::Seeker;
use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::many::places_from;
use crate::core::row::row;
use crate::elections::ElectionRow;

row! {
    /// What an actor is called.
    pub(super) struct ActorNameRow from actor_name_columns! {
        id: ActorId = "a.id",
        name: String = "a.name",
    }
}
pub(super) use actor_name_columns;

/// Conditions with their values, each begun by `AND`.
pub(super) struct Conditions {
    sql: String,
    values: Vec<String>,
    before: usize,
}

impl Conditions {
    /// None yet, in a statement that has so many values before them.
    pub(super) const fn after(before: usize) -> Self {
        Self {
            sql: String::new(),
            values: Vec::new(),
            before,
        }
    }

    /// One more, with a value for each `?`.
    pub(super) fn and<const N: usize>(&mut self, condition: &str, values: [String; N]) {
        self.sql.push_str(" AND ");
        let mut parts = condition.split('?');
        self.sql.push_str(parts.next().unwrap_or_default());
        for (value, part) in values.into_iter().zip(parts) {
            let place = self.place_of(value);
            self.sql.push_str(&place);
            self.sql.push_str(part);
        }
    }

    fn place_of(&mut self, value: String) -> String {
        self.values.push(value);
        format!("${}", self.before + self.values.len())
    }

    /// The column has one of these values.
    pub(super) fn and_in(&mut self, column: &str, values: Vec<String>) {
        let sql = self.is_in(column, values);
        self.sql.push_str(" AND ");
        self.sql.push_str(&sql);
    }

    fn is_in(&mut self, column: &str, values: Vec<String>) -> String {
        if values.is_empty() {
            return "1 = 0".to_owned();
        }
        let first = self.before + self.values.len() + 1;
        let places = places_from(first, values.len());
        self.values.extend(values);
        format!("{column} IN ({places})")
    }

    /// The name, the actor's or the territory's has this word.
    pub(super) fn and_word(
        &mut self,
        word: &str,
        actors: &[ActorNameRow],
        elections: &[Arc<ElectionRow>],
    ) {
        let has_it = |name: &str| without_enie(&fold(name)).contains(word);
        let actors = actors.iter().filter(|it| has_it(&it.name));
        let actors: Vec<_> = actors.map(|it| it.id.to_string()).collect();
        let mut places = Vec::new();
        for election in elections {
            let all = election.setup.territories.iter();
            let here = all.filter(|it| has_it(&it.name));
            places.extend(here.map(|it| format!("{}/{}/{}", election.id, it.kind, it.code)));
        }
        let like = self.place_of(format!("%{}%", escaped(word)));
        let of_actor = self.is_in("c.actor_id", actors);
        let place = "c.election_id || '/' || c.territory_kind || '/' || c.territory_code";
        let there = self.is_in(place, places);
        let sql = format!(" AND (c.search_name LIKE {like} ESCAPE '!' OR {of_actor} OR {there})");
        self.sql.push_str(&sql);
    }

    /// Of this age; `sought.rs` has the same rule for one that is loaded.
    pub(super) fn and_age(&mut self, age: WaitingAge, seeker: &Seeker<'_>) {
        let (from, before) = age.span(seeker.now);
        if age == WaitingAge::New {
            let since = from.map(store_instant).unwrap_or_default();
            self.and("c.waiting_since >= ?", [since]);
            return;
        }
        if let Some(from) = from {
            self.and("c.queue_key >= ?", [place_before_due(from)]);
        }
        let end = before.map_or_else(|| HELD.to_owned(), place_before_due);
        self.and("c.queue_key < ?", [end]);
    }

    /// With this turn; `sought.rs` has the same rule for one that is loaded.
    pub(super) fn and_turn(&mut self, turn: TurnWanted, seeker: &Seeker<'_>) {
        let me = || seeker.account.to_string();
        let now = store_instant(seeker.now);
        let free = "(c.claim_expires IS NULL OR c.claim_expires <= ?)";
        match turn {
            TurnWanted::Mine => self.and("c.holder = ? AND c.claim_expires > ?", [me(), now]),
            TurnWanted::Returning => self.and(
                "c.observed_by = ? AND c.state = 'resubmitted' \
                 AND (c.first_turn_of IS NULL OR c.first_turn_of <> ?)",
                [me(), me()],
            ),
            TurnWanted::Second => self.and(
                &format!("c.waits_for = 'review' AND c.first_turn_of <> ? AND {free}"),
                [me(), now],
            ),
            TurnWanted::Free => self.and(
                &format!(
                    "c.waits_for IN ('review', 'correction_review') \
                     AND (c.first_turn_of IS NULL OR c.first_turn_of <> ?) AND {free}"
                ),
                [me(), now],
            ),
        }
    }

    /// The statement that these conditions and then `ends` are put behind.
    pub(super) fn statement(&self, begins: &str, ends: &str) -> String {
        format!("{begins}{}{ends}", self.sql)
    }

    /// The rows of a statement that these conditions and then `ends` are put behind.
    pub(super) async fn rows_of<T>(
        &self,
        conn: Conn<'_>,
        begins: &'static str,
        ends: &str,
    ) -> Result<Vec<T>, Failure>
    where
        T: for<'r> FromRow<'r, AnyRow> + Send + Unpin,
    {
        self.rows_after(conn, begins, &[], ends).await
    }

    /// The same where the statement has values of its own before them.
    pub(super) async fn rows_after<T>(
        &self,
        conn: Conn<'_>,
        begins: &'static str,
        own: &[String],
        ends: &str,
    ) -> Result<Vec<T>, Failure>
    where
        T: for<'r> FromRow<'r, AnyRow> + Send + Unpin,
    {
        let mut query = sqlx::query_as(AssertSqlSafe(self.statement(begins, ends)));
        for value in own.iter().chain(&self.values) {
            query = query.bind(value.clone());
        }
        Ok(query.fetch_all(conn).await?)
    }
}

/// A word as `LIKE … ESCAPE '!'` takes it literally.
fn escaped(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for character in word.chars() {
        if matches!(character, '%' | '_' | '!') {
            out.push('!');
        }
        out.push(character);
    }
    out
}
