//! What a candidacy's steps left behind, in the database: read whole, without any answer.

use chrono::NaiveDate;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::history::{Author, Happening, PastEvent};
use conoceles_shared::ids::{AccountId, ActorId, CandidacyId};
use conoceles_shared::notices::{Audience, News};
use conoceles_shared::paper::PaperRequestKind;
use conoceles_shared::permissions::Role;
use conoceles_shared::questionnaire::{Ground, Section};
use conoceles_shared::receipt::{ReceiptCode, ReceiptKind};
use conoceles_shared::time::Instant;

use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::row::row;

row! {
    /// An entry of the audit on a candidacy.
    #[derive(Debug)]
    pub struct AuditedStep from audited_columns! {
        /// When it was written.
        pub at: Instant = "x.at",
        /// What, as a stable code.
        pub action: AuditAction = "x.action",
        /// The legal basis, where the action needs one.
        pub basis: Option<String> = "x.legal_basis",
        /// More, as JSON.
        pub detail: String = "x.detail",
        account: Option<AccountId> = "a.id",
        name: Option<String> = "a.name",
        role: Option<Role> = "a.role",
    }
}

row! {
    struct SavedVersion from saved_columns! {
        at: Instant = "x.saved_at",
        section: Section = "x.section",
        version: u32 = "x.version",
        account: Option<AccountId> = "a.id",
        name: Option<String> = "a.name",
        role: Option<Role> = "a.role",
    }
}

row! {
    struct DeliveredObservation from delivered_columns! {
        at: Instant = "x.at",
        section: Section = "x.section",
        version: u32 = "x.section_version",
        ground: Ground = "x.ground",
        reason: String = "x.reason",
        account: Option<AccountId> = "a.id",
        name: Option<String> = "a.name",
        role: Option<Role> = "a.role",
    }
}

row! {
    struct IssuedReceipt from issued_columns! {
        at: Instant = "x.at",
        kind: ReceiptKind = "x.kind",
        code: ReceiptCode = "x.code",
        annulled: Option<Instant> = "x.annulled_at",
    }
}

row! {
    struct PastPaper from past_paper_columns! {
        at: Instant = "x.at",
        asks: PaperRequestKind = "x.kind",
        dated: NaiveDate = "x.dated",
        reference: String = "x.reference",
        account: Option<AccountId> = "a.id",
        name: Option<String> = "a.name",
        role: Option<Role> = "a.role",
    }
}

row! {
    struct WrittenNotice from written_columns! {
        at: Instant = "x.at",
        news: News = "x.content",
        actor: Option<ActorId> = "x.actor_id",
    }
}

/// What happened in `$table`, and who did it.
macro_rules! with_author {
    ($columns:ident from $table:literal) => {
        concat!(
            "SELECT ",
            $columns!(),
            " FROM ",
            $table,
            " x LEFT JOIN accounts a ON a.id = x.account_id WHERE x.candidacy_id = $1"
        )
    };
}

const STEPS: &str = concat!(
    with_author!(audited_columns from "audit"),
    " AND x.action <> 'section.saved' ORDER BY x.id"
);
const SAVED: &str = with_author!(saved_columns from "section_versions");
const DELIVERED: &str = with_author!(delivered_columns from "observations");
const PAPERS: &str = with_author!(past_paper_columns from "paper_requests");
const ISSUED: &str = concat!(
    "SELECT ",
    issued_columns!(),
    " FROM receipts x WHERE x.candidacy_id = $1"
);
const WRITTEN: &str = concat!(
    "SELECT ",
    written_columns!(),
    " FROM notices x WHERE x.candidacy_id = $1"
);

fn author(account: Option<AccountId>, name: Option<String>, role: Option<Role>) -> Option<Author> {
    Some(Author {
        account: account?,
        name: name?,
        role: role?,
    })
}

impl AuditedStep {
    /// Who took it.
    pub fn author(&self) -> Option<Author> {
        author(self.account.clone(), self.name.clone(), self.role)
    }
}

/// The audit of a candidacy but for what was saved, oldest first.
pub async fn steps_of_candidacy(
    conn: Conn<'_>,
    id: &CandidacyId,
) -> Result<Vec<AuditedStep>, Failure> {
    Ok(sqlx::query_as(STEPS)
        .bind(id.to_string())
        .fetch_all(conn)
        .await?)
}

/// Every version that was saved.
pub async fn saved_versions(conn: Conn<'_>, id: &CandidacyId) -> Result<Vec<PastEvent>, Failure> {
    let rows: Vec<SavedVersion> = sqlx::query_as(SAVED)
        .bind(id.to_string())
        .fetch_all(conn)
        .await?;
    let event = |it: SavedVersion| PastEvent {
        at: it.at,
        by: author(it.account, it.name, it.role),
        what: Happening::Saved {
            section: it.section,
            version: it.version,
        },
    };
    Ok(rows.into_iter().map(event).collect())
}

/// Every observation that was delivered.
pub async fn delivered_observations(
    conn: Conn<'_>,
    id: &CandidacyId,
) -> Result<Vec<PastEvent>, Failure> {
    let rows: Vec<DeliveredObservation> = sqlx::query_as(DELIVERED)
        .bind(id.to_string())
        .fetch_all(conn)
        .await?;
    let event = |it: DeliveredObservation| PastEvent {
        at: it.at,
        by: author(it.account, it.name, it.role),
        what: Happening::Observed {
            section: it.section,
            version: it.version,
            ground: it.ground,
            reason: it.reason,
        },
    };
    Ok(rows.into_iter().map(event).collect())
}

/// Every receipt that was issued, annulled ones included.
pub async fn issued_receipts(conn: Conn<'_>, id: &CandidacyId) -> Result<Vec<PastEvent>, Failure> {
    let rows: Vec<IssuedReceipt> = sqlx::query_as(ISSUED)
        .bind(id.to_string())
        .fetch_all(conn)
        .await?;
    let event = |it: IssuedReceipt| PastEvent {
        at: it.at,
        by: None,
        what: Happening::Receipt {
            kind: it.kind,
            code: it.code.to_string(),
            annulled: it.annulled,
        },
    };
    Ok(rows.into_iter().map(event).collect())
}

/// Every paper that was recorded.
pub async fn recorded_papers(conn: Conn<'_>, id: &CandidacyId) -> Result<Vec<PastEvent>, Failure> {
    let rows: Vec<PastPaper> = sqlx::query_as(PAPERS)
        .bind(id.to_string())
        .fetch_all(conn)
        .await?;
    let event = |it: PastPaper| PastEvent {
        at: it.at,
        by: author(it.account, it.name, it.role),
        what: Happening::Paper {
            asks: it.asks,
            dated: it.dated,
            reference: it.reference,
        },
    };
    Ok(rows.into_iter().map(event).collect())
}

/// Every notice about it.
pub async fn written_notices(conn: Conn<'_>, id: &CandidacyId) -> Result<Vec<PastEvent>, Failure> {
    let rows: Vec<WrittenNotice> = sqlx::query_as(WRITTEN)
        .bind(id.to_string())
        .fetch_all(conn)
        .await?;
    let event = |it: WrittenNotice| PastEvent {
        at: it.at,
        by: None,
        what: Happening::Told {
            audience: it.actor.map_or(Audience::Validators, |_| Audience::Actor),
            title: it.news.title().to_owned(),
            text: it.news.text(),
        },
    };
    Ok(rows.into_iter().map(event).collect())
}
