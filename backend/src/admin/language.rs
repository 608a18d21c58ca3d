//! The rules of inclusive language of an election: what the authority adds and switches off.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::admin::ElectionLanguage;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::language::{ElectionRules, parse_election_rules};
use conoceles_shared::problem::{FieldError, Problem};
use serde_json::{Value, json};

use super::versions::{based_on_present, versioned};
use super::{audit_entry, existing_election, not_archived, stored_hash};
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::etag::IfMatch;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::state::App;
use crate::elections::ElectionRow;
use crate::language::store as language;

async fn language_view(
    conn: Conn<'_>,
    election: &ElectionRow,
) -> Result<ElectionLanguage, Failure> {
    let stored = language::election_rules(conn, &election.id).await?;
    Ok(ElectionLanguage {
        election_name: election.setup.name.clone(),
        drill: election.setup.drill,
        version: stored.version,
        rules: stored.content,
    })
}

/// What an election changed in the built-in rules. Its `ETag` is its version, `"0"` where nothing.
///
/// # Errors
/// 404.
#[utoipa::path(
    get, path = "/api/v1/admin/elections/{id}/language", tag = "admin",
    params(("id" = String, Path)),
    responses(
        (status = 200, body = ElectionLanguage, headers(("ETag" = String, description = "Versión"))),
        (status = 404, body = Problem)
    )
)]
pub async fn show_election_language(
    _: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let id: ElectionId = segment(&id)?;
    let mut conn = app.db.read().await?;
    let election = existing_election(&mut conn, &id).await?;
    let view = language_view(&mut conn, &election).await?;
    Ok(versioned(view.version, view))
}

/// Replaces what an election changes in the built-in rules, based on the version in `If-Match`.
/// Texts that are typed or read from then on are checked with them.
///
/// # Errors
/// 409 for an archive; 412 with `current` and `submitted`; 422 with every error in every rule; 400
/// and 428 for the header.
#[utoipa::path(
    put, path = "/api/v1/admin/elections/{id}/language", tag = "admin",
    params(("id" = String, Path), ("If-Match" = String, Header, description = "The version that was edited, e.g. \"3\"; `W/\"3\"`, as a proxy may write it, is the same. `*` is refused with 428")),
    request_body = ElectionRules,
    responses(
        (status = 200, body = ElectionLanguage, headers(("ETag" = String, description = "Versión"))),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem),
        (status = 428, body = Problem)
    )
)]
pub async fn edit_election_language(
    grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
    based: IfMatch,
    Unchecked(body): Unchecked<Value>,
) -> Result<HttpResponse, Failure> {
    let id: ElectionId = segment(&id)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let election = existing_election(&mut tx, &id).await?;
    not_archived(&election)?;
    let before = language_view(&mut tx, &election).await?;
    based_on_present(based.0, before.version, &before, &body)?;
    let rules = parse_election_rules(&body)
        .map_err(|issues| Failure::invalid(issues.into_iter().map(FieldError::from).collect()))?;
    language::save_election_rules(&mut tx, &id, before.version, &rules, now).await?;
    let ids: Vec<&str> = rules.added.iter().map(|it| it.id.as_str()).collect();
    let written = AuditEntry {
        election: Some(&id),
        before: Some(&stored_hash(&before.rules)?),
        after: Some(&stored_hash(&rules)?),
        detail: json!({ "version": before.version + 1, "added": ids, "off": rules.off }),
        ..audit_entry(&grant, AuditAction::ElectionLanguageUpdated)
    };
    audit::write(&mut tx, now, written).await?;
    let after = language_view(&mut tx, &election).await?;
    tx.commit().await?;
    Ok(versioned(after.version, after))
}
