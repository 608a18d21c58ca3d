//! Names of reviewers in the database.

use std::collections::BTreeMap;

use conoceles_shared::ids::AccountId;
use sqlx::Row as _;

use crate::core::db::Conn;
use crate::core::error::Failure;

/// The names of every validator, for «la revisa …».
///
/// # Errors
/// The database.
pub async fn reviewers(conn: Conn<'_>) -> Result<BTreeMap<AccountId, String>, Failure> {
    let rows = sqlx::query("SELECT id, name FROM accounts WHERE role = 'validator'")
        .fetch_all(conn)
        .await?;
    rows.iter()
        .map(|row| {
            let id = row
                .try_get::<String, _>("id")?
                .parse()
                .map_err(|_| Failure::internal("accounts: malformed id"))?;
            Ok((id, row.try_get("name")?))
        })
        .collect()
}
