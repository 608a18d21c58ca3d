//! A drill made from an election: its settings and dates, its actors, reasons and rules of language, and no
//! person (`shared/src/drill_copy.rs`).

use actix_web::{HttpResponse, web};
use conoceles_shared::api::admin::{DrillDraft, Election};
use conoceles_shared::api::reason_templates::ReasonTemplate;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::drill_copy::{drill_setup, is_taken_over};
use conoceles_shared::election::ElectionSetup;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::language::ElectionRules;
use conoceles_shared::problem::{FieldError, Problem};
use conoceles_shared::time::{Instant, local_date};
use serde_json::json;

use super::elections::election_view;
use super::new_elections::{created_election, insert_new, new_row};
use super::{audit_entry, existing_election, stored_hash};
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::ids::new_id;
use crate::core::now::Now;
use crate::core::state::App;
use crate::elections::reason_templates;
use crate::elections::{self, ActorRow, ElectionRow};
use crate::language::store as language;

/// What a drill takes over beside the setup.
struct TakenOver {
    actors: Vec<ActorRow>,
    left_out: usize,
    reasons: Vec<ReasonTemplate>,
    language: ElectionRules,
}

async fn taken_over(conn: Conn<'_>, source: &ElectionId) -> Result<TakenOver, Failure> {
    let all = elections::actors(&mut *conn, source).await?;
    let (actors, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|it| is_taken_over(it.kind));
    Ok(TakenOver {
        actors,
        left_out: others.len(),
        reasons: reason_templates::reason_templates(&mut *conn, source)
            .await?
            .content,
        language: language::election_rules(conn, source).await?.content,
    })
}

/// What a drill would take over from this election, to be looked at and changed before it is made.
///
/// # Errors
/// 404.
#[utoipa::path(
    get, path = "/api/v1/admin/elections/{id}/drill-draft", tag = "admin",
    params(("id" = String, Path)),
    responses((status = 200, body = DrillDraft), (status = 404, body = Problem))
)]
pub async fn draft_drill(
    _: Grant<Administer>,
    app: web::Data<App>,
    Now(now): Now,
    id: web::Path<String>,
) -> Result<web::Json<DrillDraft>, Failure> {
    let id: ElectionId = segment(&id)?;
    let mut conn = app.db.read().await?;
    let source = existing_election(&mut conn, &id).await?;
    let taken = taken_over(&mut conn, &id).await?;
    let rules = &taken.language;
    Ok(web::Json(DrillDraft {
        setup: drill_setup(&source.setup, local_date(now)),
        source_name: source.setup.name,
        actors: taken.actors.into_iter().map(|it| it.name).collect(),
        actors_left_out: taken.left_out,
        reason_templates: taken.reasons.len(),
        language_rules: rules.added.len() + rules.off.len(),
    }))
}

/// Makes a drill with this setup, and with the actors, the reasons that reviewers start from and the rules
/// of language of the election that it is copied from. No candidacy, account or person comes with them.
///
/// # Errors
/// 404; 422 with every field, also where the setup is not that of a drill.
#[utoipa::path(
    post, path = "/api/v1/admin/elections/{id}/drills", tag = "admin",
    params(("id" = String, Path, description = "The election that is copied")),
    request_body = ElectionSetup,
    responses(
        (status = 201, body = Election, headers(
            ("Location" = String, description = "Dirección de la elección"),
            ("ETag" = String, description = "Versión")
        )),
        (status = 404, body = Problem), (status = 422, body = Problem)
    )
)]
pub async fn make_drill(
    grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
    Unchecked(setup): Unchecked<ElectionSetup>,
) -> Result<HttpResponse, Failure> {
    let id: ElectionId = segment(&id)?;
    let not_a_drill = (!setup.drill).then(|| {
        FieldError::new(
            ElectionSetup::DRILL,
            "drill_only",
            "Los ajustes de una elección solo se copian a un simulacro.",
        )
    });
    let (mut tx, now) = grant.begin_change(&app).await?;
    let source = existing_election(&mut tx, &id).await?;
    let row = new_row(setup, not_a_drill.into_iter().collect(), now)?;
    insert_new(&mut tx, &grant, &row, Some(&source.id), now).await?;
    let taken = taken_over(&mut tx, &source.id).await?;
    copy_into(&mut tx, &grant, &row, taken, now).await?;
    let body: Election = election_view(&mut tx, row).await?;
    tx.commit().await?;
    Ok(created_election(body))
}

async fn copy_into(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    drill: &ElectionRow,
    taken: TakenOver,
    now: Instant,
) -> Result<(), Failure> {
    for actor in taken.actors {
        copy_actor(&mut *conn, grant, drill, actor, now).await?;
    }
    let templates = &taken.reasons;
    if !templates.is_empty() {
        reason_templates::save_reason_templates(&mut *conn, &drill.id, 0, templates, now).await?;
        let written = AuditEntry {
            election: Some(&drill.id),
            after: Some(&stored_hash(templates)?),
            detail: json!({ "version": 1, "templates": templates.len() }),
            ..audit_entry(grant, AuditAction::ReasonTemplatesUpdated)
        };
        audit::write(&mut *conn, now, written).await?;
    }
    let rules = &taken.language;
    if !rules.is_empty() {
        language::save_election_rules(&mut *conn, &drill.id, 0, rules, now).await?;
        let ids: Vec<&str> = rules.added.iter().map(|it| it.id.as_str()).collect();
        let written = AuditEntry {
            election: Some(&drill.id),
            after: Some(&stored_hash(rules)?),
            detail: json!({ "version": 1, "added": ids, "off": rules.off }),
            ..audit_entry(grant, AuditAction::ElectionLanguageUpdated)
        };
        audit::write(conn, now, written).await?;
    }
    Ok(())
}

/// The same actor in the drill: without receipt, extension or account.
async fn copy_actor(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    drill: &ElectionRow,
    source: ActorRow,
    now: Instant,
) -> Result<(), Failure> {
    let row = ActorRow {
        id: new_id(now)?,
        version: 1,
        election: drill.id.clone(),
        kind: source.kind,
        name: source.name,
        parties: source.parties,
        received: None,
        accepted: None,
        capture_end: None,
        candidacies: 0,
        accounts: 0,
    };
    elections::insert_actor(&mut *conn, &row).await?;
    let written = AuditEntry {
        election: Some(&drill.id),
        detail: json!({ "actor": row.id, "kind": row.kind, "parties": row.parties }),
        ..audit_entry(grant, AuditAction::ActorCreated)
    };
    audit::write(conn, now, written).await
}
