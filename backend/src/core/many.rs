//! Queries over many values at once, whose number is known only when they run.

use std::fmt::Write as _;

use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, FromRow};

use super::db::Conn;
use super::error::Failure;

/// How many values one statement has at most.
const MOST_VALUES: usize = 500;
/// The number of values of a statement is a multiple of this, so that few texts are prepared.
const STEP: usize = 25;

/// The rows of a query whose column before ` IN (…)` has one of these values, with what comes after it.
pub async fn rows_with<T>(
    conn: Conn<'_>,
    (begins, ends): (&'static str, &'static str),
    values: &[String],
) -> Result<Vec<T>, Failure>
where
    T: for<'r> FromRow<'r, AnyRow> + Send + Unpin,
{
    let mut found = Vec::new();
    for values in values.chunks(MOST_VALUES) {
        let Some(last) = values.last() else { continue };
        let count = values.len().next_multiple_of(STEP);
        let sql = format!("{begins} IN ({}){ends}", places_from(1, count));
        let mut query = sqlx::query_as(AssertSqlSafe(sql));
        for at in 0..count {
            query = query.bind(values.get(at).unwrap_or(last).clone());
        }
        found.extend(query.fetch_all(&mut *conn).await?);
    }
    Ok(found)
}

/// `$3, $4, $5` for three values from the third on.
#[must_use]
pub fn places_from(first: usize, count: usize) -> String {
    let mut places = String::new();
    for at in first..first.saturating_add(count) {
        let comma = if at == first { "" } else { ", " };
        let _ = write!(places, "{comma}${at}");
    }
    places
}

/// `($1, $2), ($3, $4)` for two rows of two values each.
#[must_use]
pub fn rows_of_places(rows: usize, values: usize) -> String {
    let row = |at: usize| format!("({})", places_from(1 + at * values, values));
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}
