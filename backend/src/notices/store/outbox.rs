//! E-mails to send, in the database.

use conoceles_shared::ids::{CandidacyId, MailId, NoticeId};
use conoceles_shared::notices::News;
use conoceles_shared::time::Instant;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;

/// An e-mail whose turn has come.
#[derive(Debug)]
pub struct DueMail {
    /// Its id.
    pub id: MailId,
    /// Whose contact it goes to.
    pub candidacy: CandidacyId,
    /// The candidacy that it is about; `None` where it is about the whole actor.
    pub about: Option<CandidacyId>,
    /// What happened.
    pub news: News,
    /// Turns taken so far.
    pub attempts: i64,
}

/// Writes an e-mail to the contact of a candidacy, due at once.
///
/// # Errors
/// The database.
pub async fn insert(
    conn: Conn<'_>,
    id: &MailId,
    notice: &NoticeId,
    candidacy: &CandidacyId,
    now: Instant,
) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO outbox (id, notice_id, candidacy_id, state, attempts, due_at) \
         VALUES ($1, $2, $3, 'waiting', 0, $4)",
    )
    .bind(id.to_string())
    .bind(notice.to_string())
    .bind(candidacy.to_string())
    .bind(store_instant(now))
    .execute(conn)
    .await?;
    Ok(())
}

/// E-mails that are due, the longest waiting first.
///
/// # Errors
/// The database.
pub async fn due(conn: Conn<'_>, now: Instant, limit: i64) -> Result<Vec<DueMail>, Failure> {
    let rows = sqlx::query(
        "SELECT o.id, o.candidacy_id, o.attempts, n.candidacy_id AS about, n.content \
         FROM outbox o JOIN notices n ON n.id = o.notice_id \
         WHERE o.state = 'waiting' AND o.due_at <= $1 ORDER BY o.due_at, o.id LIMIT $2",
    )
    .bind(store_instant(now))
    .bind(limit)
    .fetch_all(conn)
    .await?;
    rows.iter().map(due_mail).collect()
}

fn due_mail(row: &AnyRow) -> Result<DueMail, Failure> {
    let bad = |_| Failure::internal("outbox: malformed id");
    Ok(DueMail {
        id: row.try_get::<String, _>("id")?.parse().map_err(bad)?,
        candidacy: row
            .try_get::<String, _>("candidacy_id")?
            .parse()
            .map_err(bad)?,
        about: row
            .try_get::<Option<String>, _>("about")?
            .map(|it| it.parse().map_err(bad))
            .transpose()?,
        news: serde_json::from_str(&row.try_get::<String, _>("content")?)?,
        attempts: row.try_get("attempts")?,
    })
}

/// Takes a turn that lasts until `until`, by compare-and-swap on the turns taken before; whether it
/// is ours.
///
/// # Errors
/// The database.
pub async fn take_turn(conn: Conn<'_>, mail: &DueMail, until: Instant) -> Result<bool, Failure> {
    let done = sqlx::query(
        "UPDATE outbox SET attempts = attempts + 1, due_at = $3 \
         WHERE id = $1 AND attempts = $2 AND state = 'waiting'",
    )
    .bind(mail.id.to_string())
    .bind(mail.attempts)
    .bind(store_instant(until))
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// How a turn ended.
#[derive(Debug, Clone, Copy)]
pub enum End<'a> {
    /// The mail server took it.
    Sent,
    /// It did not, for this reason: again at this instant.
    Again(&'a str, Instant),
    /// It did not, for this reason: never again.
    GivenUp(&'a str),
}

/// Stores how the turn `turn` ended; whether it still was the last one.
///
/// # Errors
/// The database.
pub async fn end_turn(
    conn: Conn<'_>,
    mail: &MailId,
    turn: i64,
    end: End<'_>,
) -> Result<bool, Failure> {
    let (state, trouble, due) = match end {
        End::Sent => ("sent", None, None),
        End::Again(trouble, at) => ("waiting", Some(trouble), Some(store_instant(at))),
        End::GivenUp(trouble) => ("given_up", Some(trouble), None),
    };
    let done = sqlx::query(
        "UPDATE outbox SET state = $3, trouble = $4, due_at = COALESCE($5, due_at) \
         WHERE id = $1 AND attempts = $2 AND state = 'waiting'",
    )
    .bind(mail.to_string())
    .bind(turn)
    .bind(state.to_owned())
    .bind(trouble.map(ToOwned::to_owned))
    .bind(due)
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Closes what waits where no mail server is configured: set up later, it must not send what is
/// long past. How many they were.
///
/// # Errors
/// The database.
pub async fn close_waiting(conn: Conn<'_>) -> Result<u64, Failure> {
    let done = sqlx::query("UPDATE outbox SET state = 'off' WHERE state = 'waiting'")
        .execute(conn)
        .await?;
    Ok(done.rows_affected())
}

/// Whether anything waits.
///
/// # Errors
/// The database.
pub async fn any_waiting(conn: Conn<'_>) -> Result<bool, Failure> {
    let row = sqlx::query("SELECT COUNT(*) AS waiting FROM outbox WHERE state = 'waiting'")
        .fetch_one(conn)
        .await?;
    Ok(row.try_get::<i64, _>("waiting")? > 0)
}

/// The sealed private data of a candidacy.
///
/// # Errors
/// The database.
pub async fn private_data(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
) -> Result<Option<String>, Failure> {
    let row = sqlx::query("SELECT private_data FROM candidacies WHERE id = $1")
        .bind(candidacy.to_string())
        .fetch_optional(conn)
        .await?;
    Ok(row
        .map(|it| it.try_get("private_data"))
        .transpose()?
        .flatten())
}
