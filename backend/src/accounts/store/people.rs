//! Who administers, and who captures for an actor.

use conoceles_shared::ids::{AccountId, ActorId};
use conoceles_shared::time::Instant;
use conoceles_shared::two_people::Administrator;

use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::row::{Only, row};

const OPERATORS_OF: &str = "SELECT id FROM accounts WHERE actor_id = $1 OR id IN \
    (SELECT account_id FROM represented_actors WHERE actor_id = $1 AND removed_at IS NULL) ORDER BY login";

/// Who captures for an actor, in whatever state their accounts are.
pub async fn operators_of(conn: Conn<'_>, actor: &ActorId) -> Result<Vec<AccountId>, Failure> {
    let all = sqlx::query_as(OPERATORS_OF)
        .bind(actor.to_string())
        .fetch_all(conn)
        .await?;
    Ok(all.into_iter().map(|Only(id)| id).collect())
}

row! {
    /// Somebody who administers.
    #[derive(Debug)]
    pub struct AdministratorRow from administrator_columns! {
        /// Their account.
        pub account: AccountId = "x.id",
        /// When they last finished signing in.
        pub last_sign_in: Option<Instant> = "x.last_sign_in",
    }
}

impl AdministratorRow {
    /// As the rule of acts that take two knows them.
    #[must_use]
    pub const fn as_decider(&self) -> Administrator<'_> {
        Administrator {
            account: &self.account,
            last_sign_in: self.last_sign_in,
        }
    }
}

const ADMINISTRATORS: &str = concat!(
    "SELECT ",
    administrator_columns!(),
    " FROM accounts x WHERE x.role = 'admin' AND x.state = 'active' AND x.activated_at IS NOT NULL"
);

/// Who administers: with a password of their own, activated and not suspended.
pub async fn administrators(conn: Conn<'_>) -> Result<Vec<AdministratorRow>, Failure> {
    Ok(sqlx::query_as(ADMINISTRATORS).fetch_all(conn).await?)
}
