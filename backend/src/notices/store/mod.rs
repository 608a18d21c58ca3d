//! Notices and who has read them, in the database; [`outbox`] holds the e-mails.

pub mod outbox;

use conoceles_shared::api::admin::Registration;
use conoceles_shared::ids::{AccountId, ActorId, CandidacyId, NoticeId};
use conoceles_shared::notices::News;
use conoceles_shared::permissions::Role;
use conoceles_shared::time::Instant;

use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::row::{Only, row};

/// A notice to write. One of `account`, `actor` and `role` says whom it is for.
pub struct NewNotice<'a> {
    /// What is told once only; `None` where each time counts.
    pub occasion: Option<String>,
    /// For one account.
    pub account: Option<&'a AccountId>,
    /// For an actor's operators.
    pub actor: Option<&'a ActorId>,
    /// For everyone with a role.
    pub role: Option<Role>,
    /// The candidacy that it is about.
    pub candidacy: Option<&'a CandidacyId>,
    /// What happened.
    pub news: &'a News,
}

impl<'a> NewNotice<'a> {
    /// A notice for nobody yet.
    pub const fn new(news: &'a News) -> Self {
        Self {
            occasion: None,
            account: None,
            actor: None,
            role: None,
            candidacy: None,
            news,
        }
    }
}

/// Whose notices are asked for.
#[derive(Debug)]
pub struct NoticeReader {
    /// Notices for it alone.
    pub account: AccountId,
    /// Notices for all operators of this actor.
    pub actor: Option<ActorId>,
    /// Notices for everyone with this role.
    pub role: Role,
}

row! {
    /// A notice as stored, with what its reader, `$1`, sees of it.
    #[derive(Debug)]
    pub struct NoticeRow from notice_columns! {
        /// Ordered by time.
        pub id: NoticeId = "n.id",
        /// When it was written.
        pub at: Instant = "n.at",
        /// What happened.
        pub news: News = "n.content",
        /// The candidacy that it is about.
        pub candidacy: Option<CandidacyId> = "n.candidacy_id",
        /// What was registered of that candidacy.
        pub registration: Option<Registration> = "c.registration",
        /// Whether the reader has read it.
        pub read: bool = "(SELECT COUNT(*) FROM notice_reads r \
            WHERE r.notice_id = n.id AND r.account_id = $1)",
        /// Whether any of its e-mails waits.
        pub waiting: bool = "(SELECT COUNT(*) FROM outbox o \
            WHERE o.notice_id = n.id AND o.state = 'waiting')",
        /// Whether any was sent.
        pub sent: bool = "(SELECT COUNT(*) FROM outbox o \
            WHERE o.notice_id = n.id AND o.state = 'sent')",
        /// Whether any was given up.
        pub given_up: bool = "(SELECT COUNT(*) FROM outbox o \
            WHERE o.notice_id = n.id AND o.state = 'given_up')",
    }
}

/// Which notices of a reader are marked as read.
#[derive(Debug, Clone, Copy)]
pub enum MarkedRead<'a> {
    /// This one and all before it.
    UpTo(&'a NoticeId),
    /// This one.
    One(&'a NoticeId),
}

/// Writes a notice; whether its occasion was new.
pub async fn insert_notice(
    conn: Conn<'_>,
    id: &NoticeId,
    notice: &NewNotice<'_>,
    now: Instant,
) -> Result<bool, Failure> {
    let done = sqlx::query(
        "INSERT INTO notices (id, occasion, account_id, actor_id, role, candidacy_id, content, at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (occasion) DO NOTHING",
    )
    .bind(id.to_string())
    .bind(notice.occasion.clone().unwrap_or_else(|| id.to_string()))
    .bind(notice.account.map(ToString::to_string))
    .bind(notice.actor.map(ToString::to_string))
    .bind(notice.role.map(|it| it.code().to_owned()))
    .bind(notice.candidacy.map(ToString::to_string))
    .bind(serde_json::to_string(notice.news)?)
    .bind(store_instant(now))
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether an occasion was told before.
pub async fn is_told(conn: Conn<'_>, occasion: &str) -> Result<bool, Failure> {
    let Only(told) = sqlx::query_as("SELECT COUNT(*) FROM notices WHERE occasion = $1")
        .bind(occasion.to_owned())
        .fetch_one(conn)
        .await?;
    Ok(told)
}

/// Whoever made observations on a candidacy.
pub async fn observing_reviewers(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
) -> Result<Vec<AccountId>, Failure> {
    let all =
        sqlx::query_as("SELECT DISTINCT account_id FROM observations WHERE candidacy_id = $1")
            .bind(candidacy.to_string())
            .fetch_all(conn)
            .await?;
    Ok(all.into_iter().map(|Only(account)| account).collect())
}

/// Of a [`NoticeReader`]: account, actor and role.
macro_rules! for_reader {
    () => {
        "(n.account_id = $1 OR n.actor_id = $2 OR n.role = $3)"
    };
}

const PAGE: &str = concat!(
    "SELECT ",
    notice_columns!(),
    " FROM notices n LEFT JOIN candidacies c ON c.id = n.candidacy_id WHERE ",
    for_reader!(),
    " AND n.id < $4 ORDER BY n.id DESC LIMIT $5"
);
const UNREAD: &str = concat!(
    "SELECT COUNT(*) FROM notices n WHERE ",
    for_reader!(),
    " AND NOT EXISTS \
     (SELECT 1 FROM notice_reads r WHERE r.notice_id = n.id AND r.account_id = $1)"
);
const MARK_READ: &str = concat!(
    "INSERT INTO notice_reads (notice_id, account_id, at) SELECT n.id, $1, $4 FROM notices n WHERE ",
    for_reader!(),
    " AND n.id <= $5 AND n.id >= $6 ON CONFLICT (notice_id, account_id) DO NOTHING"
);
const IS_FOR: &str = concat!(
    "SELECT COUNT(*) FROM notices n WHERE ",
    for_reader!(),
    " AND n.id = $4"
);

/// A page of a reader's notices, newest first: those older than `before`.
pub async fn page_of_notices(
    conn: Conn<'_>,
    reader: &NoticeReader,
    before: Option<&NoticeId>,
    limit: i64,
) -> Result<Vec<NoticeRow>, Failure> {
    // After every id: they are lower-case hexadecimal.
    let before = before.map_or_else(|| "g".to_owned(), ToString::to_string);
    Ok(sqlx::query_as(PAGE)
        .bind(reader.account.to_string())
        .bind(reader.actor.as_ref().map(ToString::to_string))
        .bind(reader.role.code().to_owned())
        .bind(before)
        .bind(limit)
        .fetch_all(conn)
        .await?)
}

/// How many of a reader's notices are unread.
pub async fn unread_notices(conn: Conn<'_>, reader: &NoticeReader) -> Result<u32, Failure> {
    let Only(unread) = sqlx::query_as(UNREAD)
        .bind(reader.account.to_string())
        .bind(reader.actor.as_ref().map(ToString::to_string))
        .bind(reader.role.code().to_owned())
        .fetch_one(conn)
        .await?;
    Ok(unread)
}

/// Whether a notice is for this reader.
pub async fn is_notice_for(
    conn: Conn<'_>,
    reader: &NoticeReader,
    id: &NoticeId,
) -> Result<bool, Failure> {
    let Only(found) = sqlx::query_as(IS_FOR)
        .bind(reader.account.to_string())
        .bind(reader.actor.as_ref().map(ToString::to_string))
        .bind(reader.role.code().to_owned())
        .bind(id.to_string())
        .fetch_one(conn)
        .await?;
    Ok(found)
}

/// Marks notices of a reader as read.
pub async fn mark_read(
    conn: Conn<'_>,
    reader: &NoticeReader,
    marked: MarkedRead<'_>,
    now: Instant,
) -> Result<(), Failure> {
    let (first, last) = match marked {
        // Before every id.
        MarkedRead::UpTo(last) => ("", last),
        MarkedRead::One(only) => (only.as_str(), only),
    };
    sqlx::query(MARK_READ)
        .bind(reader.account.to_string())
        .bind(reader.actor.as_ref().map(ToString::to_string))
        .bind(reader.role.code().to_owned())
        .bind(store_instant(now))
        .bind(last.to_string())
        .bind(first.to_owned())
        .execute(conn)
        .await?;
    Ok(())
}

/// Removes the notices whose occasion begins with `prefix`.
pub async fn remove_notices_of(conn: Conn<'_>, prefix: &str) -> Result<(), Failure> {
    sqlx::query(
        "DELETE FROM notice_reads WHERE notice_id IN \
         (SELECT id FROM notices WHERE substr(occasion, 1, length($1)) = $1)",
    )
    .bind(prefix.to_owned())
    .execute(&mut *conn)
    .await?;
    sqlx::query("DELETE FROM notices WHERE substr(occasion, 1, length($1)) = $1")
        .bind(prefix.to_owned())
        .execute(conn)
        .await?;
    Ok(())
}
