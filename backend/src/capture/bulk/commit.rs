//! Saving a sheet that was checked: all of it or nothing.

use actix_web::web;
use conoceles_shared::api::bulk::{BulkIssue, BulkSaved};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::lifecycle::Who;
use conoceles_shared::problem::{Code, FieldError, Problem};
use conoceles_shared::time::Instant;
use serde_json::{Map, Value, json};

use super::plan::{Plan, Planned};
use super::roll::Roll;
use super::upload::{CheckedSheet, check_upload, read_upload};
use crate::candidacy::store as candidacies;
use crate::capture::saving::{AppliedSave, apply_save};
use crate::capture::store::photo_files::keep_photo_file;
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::etag::IfMatchHash;
use crate::core::file_body::FileBody;
use crate::core::grant::{Capture, Grant};
use crate::core::now::Now;
use crate::core::state::App;
use crate::steps::{clock, store_step};

/// Saves every changed section of every row, as the dry run with this hash said.
///
/// # Errors
/// 412 `dry_run_outdated` where the file or what is stored is not what the dry run looked at; 422
/// with every error by its cell; nothing is saved then.
#[utoipa::path(
    post, path = "/api/v1/capture/bulk/commit", tag = "capture",
    params(("If-Match" = String, Header, description = "The dry run's hash, in quotes, `W/` before it or not")),
    request_body(content(
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (Vec<u8> = "text/csv"),
    )),
    responses(
        (status = 200, body = BulkSaved),
        (status = 409, body = Problem),
        (status = 412, body = Problem),
        (status = 413, body = Problem),
        (status = 415, body = Problem),
        (status = 422, body = Problem),
        (status = 428, body = Problem),
    )
)]
pub async fn bulk_commit(
    grant: Grant<Capture>,
    app: web::Data<App>,
    IfMatchHash(named): IfMatchHash,
    file: FileBody,
) -> Result<web::Json<BulkSaved>, Failure> {
    let (upload, Now(now)) = read_upload(file).await?;
    let who = grant.who();
    // Planned before anything is locked: what changes meanwhile is refused by its version below.
    let mut conn = app.db.read().await?;
    let CheckedSheet {
        mut roll,
        plan,
        hash,
        ..
    } = check_upload(&app.secrets, &mut conn, &grant, upload, now).await?;
    drop(conn);
    if hash != named {
        return Err(Failure::new(
            Code::DryRunOutdated,
            "El archivo, o lo que está guardado, cambió después de la revisión previa. Revíselo de \
             nuevo antes de guardar.",
        ));
    }
    if !plan.errors.is_empty() {
        return Err(Failure::invalid(
            plan.errors.iter().map(field_error).collect(),
        ));
    }
    let rows = plan.changes(&roll);
    let (mut tx, now) = grant.begin_change(&app).await?;
    let saved = save_planned(&app, &mut tx, who, &plan, &mut roll, now).await?;
    if !saved.is_empty() {
        let election = roll.values().next().map(|it| it.loaded.election.id.clone());
        let entry = AuditEntry {
            election: election.as_ref(),
            after: Some(&hash),
            detail: json!({ "actor": grant.scope, "versions": saved }),
            ..AuditEntry::by(Some(who), AuditAction::BulkSaved)
        };
        audit::write(&mut tx, now, entry).await?;
    }
    tx.commit().await?;
    Ok(web::Json(BulkSaved {
        rows,
        sections_saved: plan.sections(),
    }))
}

/// Saves every planned section in the steps of a single one; the new versions by candidacy and
/// section.
async fn save_planned(
    app: &App,
    conn: Conn<'_>,
    who: Who<'_>,
    plan: &Plan,
    roll: &mut Roll,
    now: Instant,
) -> Result<Map<String, Value>, Failure> {
    let mut saved = Map::new();
    // In the order of the ids, whatever that of the sheet: no two sheets wait for each other.
    let mut rows: Vec<&Planned> = plan.rows.iter().collect();
    rows.sort_by(|a, b| a.candidacy.cmp(&b.candidacy));
    for planned in rows {
        let known = roll
            .get_mut(&planned.candidacy)
            .ok_or_else(|| Failure::internal("bulk: a planned candidacy is missing"))?;
        let loaded = &mut known.loaded;
        clock::settle_and_publish(app, &mut *conn, loaded, now).await?;
        if let Some(name) = &planned.photo_file {
            keep_photo_file(&mut *conn, &planned.candidacy, name).await?;
        }
        let mut versions = Map::new();
        for content in &planned.contents {
            let AppliedSave { process, row } = apply_save(&app.secrets, loaded, content, who, now)?;
            store_step(&mut *conn, loaded, process, now).await?;
            candidacies::store_saved_version(&mut *conn, &row).await?;
            versions.insert(row.section.code().to_owned(), json!(row.version));
        }
        saved.insert(planned.candidacy.to_string(), Value::Object(versions));
    }
    Ok(saved)
}

fn field_error(issue: &BulkIssue) -> FieldError {
    let pointer = issue.cell.as_ref().map(|it| format!("/{it}"));
    FieldError::new(
        pointer.unwrap_or_default(),
        issue.code.clone(),
        issue.detail.clone(),
    )
}
