//! The audit as each role reads it, page by page, and how much there is.

use actix_web::{HttpRequest, web};
use conoceles_shared::api::audit::{
    AuditCount, AuditCounts, AuditItem, AuditPage, AuditPerson, AuditSearch,
};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::AccountId;
use conoceles_shared::permissions::Role;
use conoceles_shared::problem::Problem;

use super::store::entries::{
    AuditReader, Conditions, ReadEntry, count_by_action, entries_newest_first,
};
use super::store::people::people_meant;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{CountAudit, Grant, ReadAudit};
use crate::core::state::App;

/// The entries that are one's own role's to read, newest first, fifty a page.
///
/// # Errors
/// 400 with every parameter that is wrong.
#[utoipa::path(
    get, path = "/api/v1/audit", tag = "audit",
    params(
        ("who" = Option<String>, Query, description = "An account's id, its user name, or words of its owner's name"),
        ("action" = Option<String>, Query, description = "Only this action"),
        ("area" = Option<String>, Query, description = "Only actions about this"),
        ("candidacy" = Option<String>, Query, description = "A candidacy's id, or words of the candidate's name"),
        ("election" = Option<String>, Query, description = "Only in this election"),
        ("from" = Option<String>, Query, description = "From the beginning of this day"),
        ("until" = Option<String>, Query, description = "Until the end of this day"),
        ("before" = Option<String>, Query, description = "The entries before this one: `next` of the page before"),
    ),
    responses((status = 200, body = AuditPage), (status = 400, body = Problem))
)]
pub async fn list_audit(
    grant: Grant<ReadAudit>,
    app: web::Data<App>,
    request: HttpRequest,
) -> Result<web::Json<AuditPage>, Failure> {
    let search = AuditSearch::of_query(request.query_string(), AuditSearch::OF_LIST)
        .map_err(Failure::invalid_query)?;
    let reader = reader_of(&grant);
    let mut conn = app.db.read().await?;
    let people = people_of(&mut conn, &reader, &search).await?;
    // One more than a page, to see whether there is another.
    let most = AuditSearch::PAGE + 1;
    let conditions = Conditions::of(&reader, &search, people.as_deref());
    let mut rows = entries_newest_first(&mut conn, conditions, most).await?;
    let more = rows.len() == most;
    rows.truncate(AuditSearch::PAGE);
    Ok(web::Json(AuditPage {
        next: rows.last().filter(|_| more).map(|it| it.id.clone()),
        data: rows
            .into_iter()
            .map(|it| item_for(it, reader.role))
            .collect(),
    }))
}

/// How often each action was done; of whom and by whom is not told.
///
/// # Errors
/// 400 with every parameter that is wrong.
#[utoipa::path(
    get, path = "/api/v1/audit/counts", tag = "audit",
    params(
        ("election" = Option<String>, Query, description = "Only in this election"),
        ("from" = Option<String>, Query, description = "From the beginning of this day"),
        ("until" = Option<String>, Query, description = "Until the end of this day"),
    ),
    responses((status = 200, body = AuditCounts), (status = 400, body = Problem))
)]
pub async fn count_audit(
    _grant: Grant<CountAudit>,
    app: web::Data<App>,
    request: HttpRequest,
) -> Result<web::Json<AuditCounts>, Failure> {
    let search = AuditSearch::of_query(request.query_string(), AuditSearch::OF_COUNTS)
        .map_err(Failure::invalid_query)?;
    let mut conn = app.db.read().await?;
    let rows = count_by_action(&mut conn, Conditions::of_counts(&search)).await?;
    Ok(web::Json(AuditCounts {
        total: rows.iter().map(|it| it.count).sum(),
        data: rows
            .into_iter()
            .map(|it| AuditCount {
                action_label: label_of(&it.action),
                action: it.action,
                count: it.count,
            })
            .collect(),
    }))
}

/// The people that a search names; none where it names nobody.
///
/// # Errors
/// The database.
pub async fn people_of(
    conn: Conn<'_>,
    reader: &AuditReader,
    search: &AuditSearch,
) -> Result<Option<Vec<AccountId>>, Failure> {
    match &search.who {
        Some(who) => Ok(Some(people_meant(conn, reader, who).await?)),
        None => Ok(None),
    }
}

/// Who reads by this grant.
pub fn reader_of(grant: &Grant<ReadAudit>) -> AuditReader {
    AuditReader {
        account: grant.account.clone(),
        role: grant.role,
        actor: grant.scope.clone(),
    }
}

/// An entry as `reader` may see it.
pub fn item_for(row: ReadEntry, reader: Role) -> AuditItem {
    let of_staff = row.role.is_none_or(Role::is_staff);
    let name = match reader {
        Role::Technician => row.login,
        _ if of_staff && !reader.learns_names_of_staff() => None,
        _ => row.name,
    };
    AuditItem {
        id: row.id,
        at: row.at,
        action_label: label_of(&row.action),
        action: row.action,
        who: row
            .account
            .zip(name)
            .map(|(id, name)| AuditPerson { id, name }),
        role_label: row.role.map(|it| it.label().to_owned()),
        election: row.election,
        election_name: row.setup.map(|it| it.name),
        candidacy: row.candidacy,
        candidacy_name: row.registration.map(|it| it.full_name()),
        before_sha256: row.before,
        after_sha256: row.after,
        legal_basis: row.legal_basis,
        detail: row.detail,
        seal: row.seal,
        seal_sha256: row.seal_sha256,
    }
}

/// What an action is called; the code itself where a later program wrote it.
fn label_of(action: &str) -> String {
    let known: Option<AuditAction> = action.parse().ok();
    known.map_or_else(|| action.to_owned(), |it| it.label().to_owned())
}
