//! Notices and who has read them, in the database; [`outbox`] holds the e-mails.

pub mod outbox;

use conoceles_shared::ids::{AccountId, ActorId, CandidacyId, NoticeId};
use conoceles_shared::notices::News;
use conoceles_shared::permissions::Role;
use conoceles_shared::time::Instant;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use crate::core::db::{Conn, read_instant, store_instant};
use crate::core::error::Failure;

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
pub struct Reader {
    /// The account.
    pub account: AccountId,
    /// An operator's actor.
    pub actor: Option<ActorId>,
    /// Its role.
    pub role: Role,
}

/// A notice as stored, with what its reader sees of it.
#[derive(Debug)]
pub struct NoticeRow {
    /// Its id.
    pub id: NoticeId,
    /// When.
    pub at: Instant,
    /// What happened.
    pub news: News,
    /// The candidacy that it is about.
    pub candidacy: Option<CandidacyId>,
    /// What was registered of it, as JSON.
    pub registration: Option<String>,
    /// Whether the reader has read it.
    pub read: bool,
    /// Its e-mails that wait, that were sent, that were given up.
    pub mails: [i64; 3],
}

/// Writes a notice; whether its occasion was new.
///
/// # Errors
/// The database.
pub async fn insert(
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
///
/// # Errors
/// The database.
pub async fn is_told(conn: Conn<'_>, occasion: &str) -> Result<bool, Failure> {
    let row = sqlx::query("SELECT COUNT(*) AS told FROM notices WHERE occasion = $1")
        .bind(occasion.to_owned())
        .fetch_one(conn)
        .await?;
    Ok(row.try_get::<i64, _>("told")? > 0)
}

/// Whoever made observations on a candidacy.
///
/// # Errors
/// The database.
pub async fn reviewers(conn: Conn<'_>, candidacy: &CandidacyId) -> Result<Vec<AccountId>, Failure> {
    let rows = sqlx::query("SELECT DISTINCT account_id FROM observations WHERE candidacy_id = $1")
        .bind(candidacy.to_string())
        .fetch_all(conn)
        .await?;
    rows.iter()
        .map(|row| {
            row.try_get::<String, _>("account_id")?
                .parse()
                .map_err(|_| Failure::internal("observations: account"))
        })
        .collect()
}

const LIST: &str = "SELECT n.id, n.at, n.content, n.candidacy_id, c.registration, \
     (SELECT COUNT(*) FROM notice_reads r WHERE r.notice_id = n.id AND r.account_id = $1) AS seen, \
     (SELECT COUNT(*) FROM outbox o WHERE o.notice_id = n.id AND o.state = 'waiting') AS waiting, \
     (SELECT COUNT(*) FROM outbox o WHERE o.notice_id = n.id AND o.state = 'sent') AS sent, \
     (SELECT COUNT(*) FROM outbox o WHERE o.notice_id = n.id AND o.state = 'given_up') AS given_up \
     FROM notices n LEFT JOIN candidacies c ON c.id = n.candidacy_id \
     WHERE (n.account_id = $1 OR n.actor_id = $2 OR n.role = $3) AND n.id < $4 \
     ORDER BY n.id DESC LIMIT $5";
const UNREAD: &str = "SELECT COUNT(*) AS unread FROM notices n \
     WHERE (n.account_id = $1 OR n.actor_id = $2 OR n.role = $3) AND NOT EXISTS \
     (SELECT 1 FROM notice_reads r WHERE r.notice_id = n.id AND r.account_id = $1)";
const READ_UP_TO: &str = "INSERT INTO notice_reads (notice_id, account_id, at) \
     SELECT n.id, $1, $4 FROM notices n \
     WHERE (n.account_id = $1 OR n.actor_id = $2 OR n.role = $3) AND n.id <= $5 AND n.id >= $6 \
     ON CONFLICT (notice_id, account_id) DO NOTHING";
const IS_FOR: &str = "SELECT COUNT(*) AS found FROM notices n \
     WHERE (n.account_id = $1 OR n.actor_id = $2 OR n.role = $3) AND n.id = $4";

/// A page of a reader's notices, newest first: those older than `before`.
///
/// # Errors
/// The database.
pub async fn list(
    conn: Conn<'_>,
    reader: &Reader,
    before: Option<&NoticeId>,
    limit: i64,
) -> Result<Vec<NoticeRow>, Failure> {
    // After every id: they are lower-case hexadecimal.
    let before = before.map_or_else(|| "g".to_owned(), ToString::to_string);
    let rows = sqlx::query(LIST)
        .bind(reader.account.to_string())
        .bind(reader.actor.as_ref().map(ToString::to_string))
        .bind(reader.role.code().to_owned())
        .bind(before)
        .bind(limit)
        .fetch_all(conn)
        .await?;
    rows.iter().map(notice_row).collect()
}

fn notice_row(row: &AnyRow) -> Result<NoticeRow, Failure> {
    let bad = |_| Failure::internal("notices: malformed id");
    let count = |name: &str| row.try_get::<i64, _>(name);
    Ok(NoticeRow {
        id: row.try_get::<String, _>("id")?.parse().map_err(bad)?,
        at: read_instant(row.try_get("at")?)?,
        news: serde_json::from_str(&row.try_get::<String, _>("content")?)?,
        candidacy: row
            .try_get::<Option<String>, _>("candidacy_id")?
            .map(|it| it.parse().map_err(bad))
            .transpose()?,
        registration: row.try_get("registration")?,
        read: count("seen")? > 0,
        mails: [count("waiting")?, count("sent")?, count("given_up")?],
    })
}

/// How many of a reader's notices are unread.
///
/// # Errors
/// The database.
pub async fn unread(conn: Conn<'_>, reader: &Reader) -> Result<u32, Failure> {
    let row = sqlx::query(UNREAD)
        .bind(reader.account.to_string())
        .bind(reader.actor.as_ref().map(ToString::to_string))
        .bind(reader.role.code().to_owned())
        .fetch_one(conn)
        .await?;
    Ok(u32::try_from(row.try_get::<i64, _>("unread")?).unwrap_or(u32::MAX))
}

/// Whether a notice is for this reader.
///
/// # Errors
/// The database.
pub async fn is_for(conn: Conn<'_>, reader: &Reader, id: &NoticeId) -> Result<bool, Failure> {
    let row = sqlx::query(IS_FOR)
        .bind(reader.account.to_string())
        .bind(reader.actor.as_ref().map(ToString::to_string))
        .bind(reader.role.code().to_owned())
        .bind(id.to_string())
        .fetch_one(conn)
        .await?;
    Ok(row.try_get::<i64, _>("found")? > 0)
}

/// Marks as read a reader's notices up to `last`; from `first` on, where there is one.
///
/// # Errors
/// The database.
pub async fn mark_read(
    conn: Conn<'_>,
    reader: &Reader,
    (first, last): (Option<&NoticeId>, &NoticeId),
    now: Instant,
) -> Result<(), Failure> {
    sqlx::query(READ_UP_TO)
        .bind(reader.account.to_string())
        .bind(reader.actor.as_ref().map(ToString::to_string))
        .bind(reader.role.code().to_owned())
        .bind(store_instant(now))
        .bind(last.to_string())
        .bind(first.map(ToString::to_string).unwrap_or_default())
        .execute(conn)
        .await?;
    Ok(())
}
