//! Storing a file that was checked: all of it or nothing.

use actix_web::{HttpRequest, web};
use conoceles_shared::api::bulk::BulkIssue;
use conoceles_shared::api::parameters;
use conoceles_shared::api::roll::{ROLL_REFERENCE, RollSaved, RollStage, tidied_reference};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::lifecycle::Process;
use conoceles_shared::problem::{Code, FieldError, Problem};
use conoceles_shared::time::Instant;
use serde_json::json;

use super::known::{KnownElection, StoredCandidacy};
use super::plan::{Added, Changed};
use super::store;
use super::upload::{CheckedRoll, check_roll};
use crate::admin::edits::candidacies::{Change, apply_change, not_ended, opened};
use crate::admin::edits::store::edited_row;
use crate::admin::remedies::common::standing;
use crate::admin::store::NewCandidacyRow;
use crate::admin::{audit_entry, existing_election, stored_hash};
use crate::candidacy::{private, store as candidacy};
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::etag::IfMatchHash;
use crate::core::file_body::FileBody;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{off_thread, segment};
use crate::core::ids::new_id;
use crate::core::secrets::Secrets;
use crate::core::state::App;
use crate::elections;

/// Stores everything that the dry run with this hash said: what is new as a registration by hand, what
/// differs as an edit by hand.
///
/// # Errors
/// 404; 409 for an archive; 412 `dry_run_outdated` where the file, how it is read or what is registered is not
/// what the dry run looked at; 422 with every error by its cell; nothing is stored then.
#[utoipa::path(
    post, path = "/api/v1/admin/elections/{id}/roll/commit", tag = "admin",
    params(
        ("id" = String, Path),
        ("If-Match" = String, Header, description = "The dry run's hash, in quotes, `W/` before it or not"),
        ("reference" = Option<String>, Query,
            description = "The document that backs the changes of registrations that are there; needed where there are any")
    ),
    request_body(content(
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (Vec<u8> = "text/csv"),
    )),
    responses(
        (status = 200, body = RollSaved),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem), (status = 422, body = Problem),
        (status = 428, body = Problem),
    )
)]
pub async fn roll_commit(
    grant: Grant<Administer>,
    app: web::Data<App>,
    request: HttpRequest,
    id: web::Path<String>,
    IfMatchHash(named): IfMatchHash,
    file: FileBody,
) -> Result<web::Json<RollSaved>, Failure> {
    let id: ElectionId = segment(&id)?;
    let reference: Option<String> = parameters::one_id(request.query_string(), ROLL_REFERENCE)
        .map_err(Failure::invalid_query)?;
    // Planned and sealed before anything is locked: what changes meanwhile is refused below.
    let CheckedRoll {
        known,
        plan,
        hash,
        run,
    } = check_roll(&grant, &app, &id, file).await?;
    if hash != named {
        return Err(outdated());
    }
    if !plan.errors.kept.is_empty() {
        let errors = plan.errors.kept.iter().take(MOST_ERRORS).map(field_error);
        return Err(Failure::invalid(errors.collect()));
    }
    let reference = match plan.changed.as_slice() {
        [] => String::new(),
        _ => tidied_reference(reference.as_deref().unwrap_or_default())
            .map_err(|it| Failure::invalid(vec![it]))?,
    };
    let saved = RollSaved {
        added: plan.counts().added,
        changed: plan.counts().changed,
    };
    let prepared_at = app.clock.now();
    let (secrets, changed) = (app.secrets.clone(), plan.changed);
    let (known, rows) = off_thread(move || {
        let rows = prepared(&secrets, &known, plan.added, prepared_at)?;
        Ok::<_, Failure>((known, rows))
    })
    .await??;
    run.enter(RollStage::Storing, rows.len() + changed.len());
    let (mut tx, now) = grant.begin_change(&app).await?;
    still_as_planned(&mut tx, &known).await?;
    if rows.is_empty() && changed.is_empty() {
        return Ok(web::Json(saved));
    }
    store_added(&mut tx, &grant, (&rows, &known), now).await?;
    run.reach(rows.len());
    change_all(&app, &mut tx, &grant, (changed, &known, &reference), now).await?;
    let written = AuditEntry {
        election: Some(&known.election.id),
        after: Some(&hash),
        legal_basis: Some(reference.as_str()).filter(|it| !it.is_empty()),
        detail: json!({ "added": saved.added, "changed": saved.changed }),
        ..audit_entry(&grant, AuditAction::RollSaved)
    };
    audit::write(&mut tx, now, written).await?;
    tx.commit().await?;
    Ok(web::Json(saved))
}

/// Errors that a refusal tells; the dry run has them all.
const MOST_ERRORS: usize = 1_000;
/// Candidacies that are stored with their audit entries before the next ones.
const STORED_AT_ONCE: usize = 200;

fn outdated() -> Failure {
    Failure::new(
        Code::DryRunOutdated,
        "El archivo, sus columnas o lo que está registrado cambió después de la revisión previa. Revíselo de \
         nuevo antes de guardar.",
    )
}

fn field_error(issue: &BulkIssue) -> FieldError {
    let place = issue
        .cell
        .clone()
        .or_else(|| issue.row.map(|it| it.to_string()));
    let pointer = place.map(|it| format!("/{it}")).unwrap_or_default();
    FieldError::new(pointer, issue.code.clone(), issue.detail.clone())
}

/// New candidacies as they are stored, their private data sealed.
fn prepared(
    secrets: &Secrets,
    known: &KnownElection,
    added: Vec<Added>,
    now: Instant,
) -> Result<Vec<NewCandidacyRow>, Failure> {
    let row = |Added { new, .. }: Added| {
        let id = new_id(now)?;
        Ok(NewCandidacyRow {
            person: private::person(secrets, new.private.curp.as_deref(), now)?,
            private: Some(private::seal(secrets, &id, &new.private)?),
            id,
            election: known.election.id.clone(),
            actor: new.actor,
            process: Process::registered(),
            registration: new.registration,
            own_period: None,
            substitutes: None,
        })
    };
    added.into_iter().map(row).collect()
}

/// Refuses where the election or a registration of it is not what the plan was made on. Whoever registers
/// by hand waits for the election's row until this change ends.
async fn still_as_planned(conn: Conn<'_>, known: &KnownElection) -> Result<(), Failure> {
    elections::hold_election(&mut *conn, &known.election.id).await?;
    let election = existing_election(&mut *conn, &known.election.id).await?;
    let versions = store::registration_versions(conn, &known.election.id).await?;
    if election.version != known.election.version || versions != known.versions() {
        return Err(outdated());
    }
    Ok(())
}

async fn store_added(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    (rows, known): (&[NewCandidacyRow], &KnownElection),
    now: Instant,
) -> Result<(), Failure> {
    for some in rows.chunks(STORED_AT_ONCE) {
        store::insert_candidacies(&mut *conn, some, &known.election.setup, now).await?;
        audit_added(&mut *conn, grant, some, now).await?;
    }
    Ok(())
}

async fn audit_added(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    rows: &[NewCandidacyRow],
    now: Instant,
) -> Result<(), Failure> {
    let hashes: Vec<String> = rows
        .iter()
        .map(|it| stored_hash(&it.registration))
        .collect::<Result<_, _>>()?;
    let entries = rows.iter().zip(&hashes).map(|(row, hash)| AuditEntry {
        election: Some(&row.election),
        candidacy: Some(&row.id),
        after: Some(hash),
        detail: json!({ "actor": row.actor, "roll": true }),
        ..audit_entry(grant, AuditAction::CandidacyRegistered)
    });
    let entries: Vec<AuditEntry<'_>> = entries.collect();
    audit::write_many(conn, now, &entries).await
}

/// Every registration that differs, in the order of the ids as everything that changes several: no two acts
/// wait for each other.
async fn change_all(
    app: &App,
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    (changed, known, reference): (Vec<Changed>, &KnownElection, &str),
    now: Instant,
) -> Result<(), Failure> {
    let mut all = Vec::with_capacity(changed.len());
    for it in &changed {
        let stored = known.candidacies.get(it.stored);
        let stored =
            stored.ok_or_else(|| Failure::internal("roll: a planned candidacy is missing"))?;
        all.push((it, stored));
    }
    all.sort_by(|a, b| a.1.loaded.id.cmp(&b.1.loaded.id));
    for (it, stored) in all {
        change_stored(app, &mut *conn, grant, (it, stored, reference), now).await?;
    }
    Ok(())
}

/// One registration changed in the steps of an edit by hand.
async fn change_stored(
    app: &App,
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    (planned, stored, reference): (&Changed, &StoredCandidacy, &str),
    now: Instant,
) -> Result<(), Failure> {
    let id = &stored.loaded.id;
    candidacy::hold_candidacy_row(&mut *conn, id).await?;
    let loaded = standing(app, &mut *conn, id, now).await?;
    let row = edited_row(&mut *conn, id).await?;
    let before = opened(&app.secrets, id, &row)?;
    let after = planned.change.after.clone();
    let change = Change::judged(&app.secrets, &loaded, &before, after, now)?;
    let person = planned.change.person.clone();
    // What was sent or published meanwhile is judged anew, by whoever looks at it anew.
    let moved = loaded.process.submitted_at != stored.loaded.process.submitted_at
        || row.public_versions != stored.row.public_versions;
    if row.version != stored.row.version || change.is_public || moved || not_ended(&loaded).is_err()
    {
        return Err(outdated());
    }
    let change = Change { person, ..change };
    apply_change(app, conn, grant, (&loaded, &change, reference), now).await
}
