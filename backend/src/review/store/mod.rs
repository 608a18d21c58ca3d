//! Names of reviewers, and papers that they recorded, in the database.

pub mod handled;
pub mod papers;

use std::collections::BTreeMap;

use conoceles_shared::ids::AccountId;

use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::row::row;

row! {
    struct ReviewerRow from reviewer_columns! {
        id: AccountId = "id",
        name: String = "name",
    }
}

const REVIEWERS: &str = concat!(
    "SELECT ",
    reviewer_columns!(),
    " FROM accounts WHERE role = 'validator'"
);

/// The names of every validator, for «la revisa …».
pub async fn names_of_reviewers(conn: Conn<'_>) -> Result<BTreeMap<AccountId, String>, Failure> {
    let rows: Vec<ReviewerRow> = sqlx::query_as(REVIEWERS).fetch_all(conn).await?;
    Ok(rows.into_iter().map(|it| (it.id, it.name)).collect())
}
