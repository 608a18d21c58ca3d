//! Elections that are made.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::admin::Election;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::election::ElectionSetup;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::problem::{FieldError, Problem};
use conoceles_shared::time::Instant;
use serde_json::json;

use super::elections::election_view;
use super::{audit_entry, check, created, setup_rules, stored_hash};
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::etag::etag;
use crate::core::grant::{Administer, Grant};
use crate::core::http::Unchecked;
use crate::core::ids::new_id;
use crate::core::now::Now;
use crate::core::secrets::token;
use crate::core::state::App;
use crate::elections::{self, ElectionRow};

/// Makes an election, with the seed of its neutral order drawn once for good.
///
/// # Errors
/// 422 with every field.
#[utoipa::path(
    post, path = "/api/v1/admin/elections", tag = "admin", request_body = ElectionSetup,
    responses(
        (status = 201, body = Election, headers(
            ("Location" = String, description = "Dirección de la elección"),
            ("ETag" = String, description = "Versión")
        )),
        (status = 422, body = Problem)
    )
)]
pub async fn create_election(
    grant: Grant<Administer>,
    app: web::Data<App>,
    Now(now): Now,
    Unchecked(setup): Unchecked<ElectionSetup>,
) -> Result<HttpResponse, Failure> {
    let row = new_row(setup, Vec::new(), now)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    insert_new(&mut tx, &grant, &row, None, now).await?;
    let body = election_view(&mut tx, row).await?;
    tx.commit().await?;
    Ok(created_election(body))
}

/// A new election, with the seed of its neutral order drawn.
///
/// # Errors
/// 422 with every field, those of `also_wrong` among them.
pub fn new_row(
    mut setup: ElectionSetup,
    also_wrong: Vec<FieldError>,
    now: Instant,
) -> Result<ElectionRow, Failure> {
    setup_rules::tidy(&mut setup);
    let mut errors = setup_rules::errors(&setup);
    errors.extend(also_wrong);
    check::finish(errors)?;
    Ok(ElectionRow {
        id: new_id(now)?,
        version: 1,
        setup,
        draw_seed: token()?,
    })
}

/// Stores a new election with its audit entry, which names the one that it was copied from.
pub async fn insert_new(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    row: &ElectionRow,
    copied_from: Option<&ElectionId>,
    now: Instant,
) -> Result<(), Failure> {
    elections::insert_election(&mut *conn, row, now).await?;
    let mut detail = json!({ "version": row.version, "draw_seed": row.draw_seed });
    if let Some(source) = copied_from {
        detail["copied_from"] = json!(source);
    }
    let written = AuditEntry {
        election: Some(&row.id),
        after: Some(&stored_hash(&row.setup)?),
        detail,
        ..audit_entry(grant, AuditAction::ElectionCreated)
    };
    audit::write(conn, now, written).await
}

/// 201 with a new election.
pub fn created_election(body: Election) -> HttpResponse {
    created("elections", body.id.as_str())
        .insert_header(("ETag", etag(body.version)))
        .json(body)
}
