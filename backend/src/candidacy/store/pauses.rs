//! Why a section is paused: the audit has it, since each pause has its legal basis there.

use conoceles_shared::api::capture::SectionPause;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::Instant;
use serde_json::Value;

use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::row::row;

/// As what a pause is audited.
pub const PAUSED: AuditAction = AuditAction::SectionPaused;

row! {
    struct PauseRow from pause_columns! {
        at: Instant = "at",
        basis: Option<String> = "legal_basis",
        detail: String = "detail",
    }
}

const OF_CANDIDACY: &str = concat!(
    "SELECT ",
    pause_columns!(),
    " FROM audit WHERE candidacy_id = $1 AND action = $2 ORDER BY id DESC"
);

/// The last pause of a section; none where there was none, or its basis is not known.
pub async fn last_pause(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    section: Section,
) -> Result<Option<SectionPause>, Failure> {
    let rows: Vec<PauseRow> = sqlx::query_as(OF_CANDIDACY)
        .bind(candidacy.to_string())
        .bind(PAUSED.code().to_owned())
        .fetch_all(conn)
        .await?;
    let last = rows.into_iter().find(|it| is_about(&it.detail, section));
    Ok(last.and_then(|it| {
        Some(SectionPause {
            basis: it.basis?,
            since: it.at,
        })
    }))
}

fn is_about(detail: &str, section: Section) -> bool {
    let detail: Option<Value> = serde_json::from_str(detail).ok();
    let named = detail.as_ref().and_then(|it| it.get("section")?.as_str());
    named == Some(section.code())
}
