//! E-mails to send, in the database.

use conoceles_shared::ids::{CandidacyId, MailId, NoticeId};
use conoceles_shared::notices::News;
use conoceles_shared::time::Instant;

use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::row::{Only, row};

row! {
    /// An e-mail whose turn has come.
    #[derive(Debug)]
    pub struct DueMail from due_columns! {
        /// The same at each attempt.
        pub id: MailId = "o.id",
        /// Whose contact it goes to.
        pub candidacy: CandidacyId = "o.candidacy_id",
        /// The candidacy that it is about; `None` where it is about the whole actor.
        pub about: Option<CandidacyId> = "n.candidacy_id",
        /// What happened.
        pub news: News = "n.content",
        /// Turns taken so far.
        pub attempts: i64 = "o.attempts",
    }
}

const DUE: &str = concat!(
    "SELECT ",
    due_columns!(),
    " FROM outbox o JOIN notices n ON n.id = o.notice_id \
     WHERE o.state = 'waiting' AND o.due_at <= $1 ORDER BY o.due_at, o.id LIMIT $2"
);

/// Writes an e-mail to the contact of a candidacy, due at once.
pub async fn insert_mail(
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
pub async fn due_mails(conn: Conn<'_>, now: Instant, limit: i64) -> Result<Vec<DueMail>, Failure> {
    Ok(sqlx::query_as(DUE)
        .bind(store_instant(now))
        .bind(limit)
        .fetch_all(conn)
        .await?)
}

/// Takes a turn that lasts until `until`, by compare-and-swap on the turns taken before; whether it
/// is ours.
pub async fn take_mail_turn(
    conn: Conn<'_>,
    mail: &DueMail,
    until: Instant,
) -> Result<bool, Failure> {
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
pub enum TurnEnd<'a> {
    /// The mail server took it.
    Sent,
    /// It did not, for this reason: again at this instant.
    Again(&'a str, Instant),
    /// It did not, for this reason: never again.
    GivenUp(&'a str),
}

/// Stores how the turn `turn` ended; whether it still was the last one.
pub async fn end_mail_turn(
    conn: Conn<'_>,
    mail: &MailId,
    turn: i64,
    end: TurnEnd<'_>,
) -> Result<bool, Failure> {
    let (state, trouble, due) = match end {
        TurnEnd::Sent => ("sent", None, None),
        TurnEnd::Again(trouble, at) => ("waiting", Some(trouble), Some(store_instant(at))),
        TurnEnd::GivenUp(trouble) => ("given_up", Some(trouble), None),
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
pub async fn close_waiting_mails(conn: Conn<'_>) -> Result<u64, Failure> {
    let done = sqlx::query("UPDATE outbox SET state = 'off' WHERE state = 'waiting'")
        .execute(conn)
        .await?;
    Ok(done.rows_affected())
}

/// Whether anything waits.
pub async fn any_mail_waits(conn: Conn<'_>) -> Result<bool, Failure> {
    let Only(waits) = sqlx::query_as("SELECT COUNT(*) FROM outbox WHERE state = 'waiting'")
        .fetch_one(conn)
        .await?;
    Ok(waits)
}
