//! Passwords that were stored before they were bound to their account: bound once.

use conoceles_shared::ids::AccountId;
use conoceles_shared::time::Instant;

use crate::core::bound::{bound_hash, is_unbound};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::row::row;
use crate::core::secrets::Secrets;

row! {
    /// A password as it stands in its account's row.
    #[derive(Debug)]
    struct PasswordRow from password_columns! {
        account: AccountId = "id",
        stored: String = "password_hash",
        since: Option<Instant> = "credential_since",
    }
}

const ALL: &str = concat!(
    "SELECT ",
    password_columns!(),
    " FROM accounts WHERE password_hash IS NOT NULL"
);

/// Binds every password that is bound to nobody; how many they were.
pub async fn bind_bare_passwords(conn: Conn<'_>, secrets: &Secrets) -> Result<usize, Failure> {
    let all: Vec<PasswordRow> = sqlx::query_as(ALL).fetch_all(&mut *conn).await?;
    let mut bound = 0;
    for row in all.iter().filter(|it| is_unbound(&it.stored)) {
        sqlx::query("UPDATE accounts SET password_hash = $2 WHERE id = $1")
            .bind(row.account.to_string())
            .bind(bound_hash(secrets, &row.account, row.since, &row.stored))
            .execute(&mut *conn)
            .await?;
        bound += 1;
    }
    Ok(bound)
}
