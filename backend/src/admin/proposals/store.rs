//! Proposals in the database.

use conoceles_shared::api::proposals::ProposedAct;
use conoceles_shared::ids::{AccountId, ProposalId};
use conoceles_shared::time::Instant;
use conoceles_shared::two_people::{Concerned, ProposalState, Proposed};

use crate::core::db::{Conn, store_instant, swapped};
use crate::core::error::Failure;
use crate::core::row::{Only, row};

row! {
    /// A proposal as stored.
    #[derive(Debug)]
    pub struct ProposalRow from proposal_columns! {
        /// By which it is decided.
        pub id: ProposalId = "p.id",
        /// What would be done.
        pub act: ProposedAct = "p.act",
        /// The same in words.
        pub title: String = "p.title",
        /// What was shown with it.
        pub consequences: Vec<String> = "p.consequences",
        /// Who proposed it.
        pub by: AccountId = "p.proposed_by",
        /// Their name.
        pub by_name: Option<String> = "(SELECT a.name FROM accounts a WHERE a.id = p.proposed_by)",
        /// When.
        pub at: Instant = "p.proposed_at",
        /// When it is over unless somebody decides.
        pub expires: Instant = "p.expires_at",
        /// As it was last stored.
        pub state: ProposalState = "p.state",
        /// Since when nobody but who proposed it could decide, as last noted.
        pub alone_since: Option<Instant> = "p.alone_since",
        /// The name of whoever decided.
        pub decided_by: Option<String> = "(SELECT a.name FROM accounts a WHERE a.id = p.decided_by)",
        /// When.
        pub decided_at: Option<Instant> = "p.decided_at",
    }
}

impl ProposalRow {
    /// What decides who may confirm it.
    #[must_use]
    pub const fn proposed(&self) -> Proposed<'_> {
        Proposed {
            state: self.state,
            by: &self.by,
            at: self.at,
            expires: self.expires,
            concerns: concerned(&self.act),
            alone_since: self.alone_since,
        }
    }
}

/// Whose account an act is about.
const fn concerned(act: &ProposedAct) -> Option<Concerned<'_>> {
    match act {
        ProposedAct::RecoverAccount { account, .. } => Some(Concerned {
            account,
            is_recovery: true,
        }),
        ProposedAct::SuspendAccount { account, .. } => Some(Concerned {
            account,
            is_recovery: false,
        }),
        _ => None,
    }
}

const BY_ID: &str = concat!(
    "SELECT ",
    proposal_columns!(),
    " FROM proposals p WHERE p.id = $1"
);
const LATEST: &str = concat!(
    "SELECT ",
    proposal_columns!(),
    " FROM proposals p ORDER BY p.id DESC LIMIT 100"
);

const OPEN: &str = concat!(
    "SELECT ",
    proposal_columns!(),
    " FROM proposals p WHERE p.state = 'open' AND p.expires_at > $1 ORDER BY p.id"
);

/// What a new proposal says.
pub struct NewProposal<'a> {
    /// What would be done.
    pub act: &'a ProposedAct,
    /// What it is about: two proposals about the same thing are not open at once.
    pub subject: String,
    /// In a few words.
    pub title: &'a str,
    /// A sentence each.
    pub consequences: &'a [String],
    /// Who asks.
    pub by: &'a AccountId,
    /// When it is over unless somebody decides.
    pub expires: Instant,
}

/// Stores a new proposal.
pub async fn insert_proposal(
    conn: Conn<'_>,
    id: &ProposalId,
    new: &NewProposal<'_>,
    now: Instant,
) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO proposals (id, act, subject, title, consequences, proposed_by, proposed_at, \
         expires_at, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(id.to_string())
    .bind(serde_json::to_string(new.act)?)
    .bind(new.subject.clone())
    .bind(new.title.to_owned())
    .bind(serde_json::to_string(new.consequences)?)
    .bind(new.by.to_string())
    .bind(store_instant(now))
    .bind(store_instant(new.expires))
    .bind(ProposalState::Open.code().to_owned())
    .execute(conn)
    .await?;
    Ok(())
}

/// Whether a proposal about the same thing waits to be decided.
pub async fn is_proposed(conn: Conn<'_>, subject: &str, now: Instant) -> Result<bool, Failure> {
    let Only(open): Only<u32> = sqlx::query_as(
        "SELECT COUNT(*) FROM proposals WHERE subject = $1 AND state = 'open' AND expires_at > $2",
    )
    .bind(subject.to_owned())
    .bind(store_instant(now))
    .fetch_one(conn)
    .await?;
    Ok(open > 0)
}

/// A proposal by id.
///
/// # Errors
/// 404 where there is none.
pub async fn existing_proposal(conn: Conn<'_>, id: &ProposalId) -> Result<ProposalRow, Failure> {
    sqlx::query_as(BY_ID)
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?
        .ok_or_else(Failure::not_found)
}

/// The latest proposals, the newest first.
pub async fn latest_proposals(conn: Conn<'_>) -> Result<Vec<ProposalRow>, Failure> {
    Ok(sqlx::query_as(LATEST).fetch_all(conn).await?)
}

/// Those that wait to be decided.
pub async fn open_proposals(conn: Conn<'_>, now: Instant) -> Result<Vec<ProposalRow>, Failure> {
    Ok(sqlx::query_as(OPEN)
        .bind(store_instant(now))
        .fetch_all(conn)
        .await?)
}

/// Notes since when nobody but who proposed it can decide.
pub async fn set_alone_since(
    conn: Conn<'_>,
    id: &ProposalId,
    since: Option<Instant>,
) -> Result<(), Failure> {
    sqlx::query("UPDATE proposals SET alone_since = $2 WHERE id = $1")
        .bind(id.to_string())
        .bind(since.map(store_instant))
        .execute(conn)
        .await?;
    Ok(())
}

/// Decides an open proposal, by compare-and-swap: nothing is decided twice.
///
/// # Errors
/// 409 `concurrent_change` where another request was first.
pub async fn decide_proposal(
    conn: Conn<'_>,
    id: &ProposalId,
    state: ProposalState,
    by: &AccountId,
    now: Instant,
) -> Result<(), Failure> {
    let done = sqlx::query(
        "UPDATE proposals SET state = $2, decided_by = $3, decided_at = $4 \
         WHERE id = $1 AND state = 'open'",
    )
    .bind(id.to_string())
    .bind(state.code().to_owned())
    .bind(by.to_string())
    .bind(store_instant(now))
    .execute(conn)
    .await?;
    swapped(
        &done,
        "Otra persona decidió sobre esta propuesta al mismo tiempo.",
    )
}

/// Ends the proposals about `subject`, which was carried out from the server's own console: which they
/// were.
pub async fn settle_from_console(
    conn: Conn<'_>,
    subject: &str,
    now: Instant,
) -> Result<Vec<ProposalId>, Failure> {
    let open = sqlx::query_as("SELECT id FROM proposals WHERE subject = $1 AND state = 'open'")
        .bind(subject.to_owned())
        .fetch_all(&mut *conn)
        .await?;
    sqlx::query(
        "UPDATE proposals SET state = $2, decided_at = $3 WHERE subject = $1 AND state = 'open'",
    )
    .bind(subject.to_owned())
    .bind(ProposalState::Confirmed.code().to_owned())
    .bind(store_instant(now))
    .execute(conn)
    .await?;
    Ok(open.into_iter().map(|Only(id)| id).collect())
}
