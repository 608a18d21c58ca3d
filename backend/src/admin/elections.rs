//! Elections: read and edited by the administrator.

use actix_web::http::header::ETAG;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::NaiveDate;
use conoceles_shared::api::List;
use conoceles_shared::api::admin::Election;
use conoceles_shared::api::proposals::{Proposal, ProposedAct};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::election::ElectionSetup;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::notices::News;
use conoceles_shared::permissions::Role;
use conoceles_shared::problem::{Code, FieldError, Problem};
use conoceles_shared::setup_changes::{SetupChange, setup_changes};
use conoceles_shared::text::counted;
use conoceles_shared::time::{Instant, age_on};
use serde_json::json;

use super::actors::actor_dates;
use super::changes::changed_pointers;
use super::edits::consequences::{PublicChange, confirmed_digest};
use super::proposals::propose::{Draft, propose_act, proposed_answer};
use super::store::ProgressCounts;
use super::versions::versioned;
use super::{audit_entry, check, existing_election, not_archived, setup_rules, store, stored_hash};
use crate::candidacy::private;
use crate::candidacy::store::listing::list_by_new_setup;
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::etag::{IfMatch, etag};
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::now::Now;
use crate::core::secrets::Secrets;
use crate::core::state::App;
use crate::elections::{self, ElectionRow};
use crate::notices;
use crate::publication::store::renewals::mark_for_renewal;
use crate::steps::renewals::renew_soon;
use crate::steps::{clock, moved_dates};

/// An election as it is answered.
pub async fn election_view(conn: Conn<'_>, row: ElectionRow) -> Result<Election, Failure> {
    let counts = elections::election_counts(conn, &row.id).await?;
    Ok(Election {
        id: row.id,
        version: row.version,
        setup: row.setup,
        draw_seed: row.draw_seed,
        actors: counts.actors,
        candidacies: counts.candidacies,
    })
}

/// Every election, the newest first.
///
/// # Errors
/// 401, 403.
#[utoipa::path(
    get, path = "/api/v1/admin/elections", tag = "admin",
    responses((status = 200, body = List<Election>), (status = 403, body = Problem))
)]
pub async fn list_elections(
    _: Grant<Administer>,
    app: web::Data<App>,
) -> Result<web::Json<List<Election>>, Failure> {
    let mut conn = app.db.read().await?;
    let mut data = Vec::new();
    for row in elections::elections(&mut conn).await? {
        data.push(election_view(&mut conn, row).await?);
    }
    Ok(web::Json(List { data }))
}

/// One election. Its `ETag` is its version.
///
/// # Errors
/// 404.
#[utoipa::path(
    get, path = "/api/v1/admin/elections/{id}", tag = "admin",
    params(("id" = String, Path)),
    responses(
        (status = 200, body = Election, headers(("ETag" = String, description = "Versión"))),
        (status = 404, body = Problem)
    )
)]
pub async fn show_election(
    _: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let id: ElectionId = segment(&id)?;
    let mut conn = app.db.read().await?;
    let row = existing_election(&mut conn, &id).await?;
    let body = election_view(&mut conn, row).await?;
    Ok(versioned(body.version, body))
}

/// Every error of an edit: of the setup alone, and against what is already registered or running.
async fn edit_errors(
    conn: Conn<'_>,
    before: &ElectionRow,
    setup: &ElectionSetup,
    now: Instant,
) -> Result<Vec<FieldError>, Failure> {
    let mut errors = setup_rules::errors(setup);
    let actors = elections::actors(&mut *conn, &before.id).await?;
    let mut dates: Vec<_> = actors.iter().map(actor_dates).collect();
    dates.extend(store::own_periods_in_capture(&mut *conn, &before.id).await?);
    errors.extend(setup_rules::running(&before.setup, setup, &dates, now));
    if setup_rules::removes(&before.setup, setup) {
        let registered = store::registrations(conn, &before.id).await?;
        errors.extend(setup_rules::missing(setup, &registered));
    }
    Ok(errors)
}

/// Replaces an election's setup, based on the version in `If-Match`. What decides on publication is
/// only proposed once something was submitted: a second administrator confirms it.
///
/// # Errors
/// 409 for an archive, where a drill would become an election or the other way about, and
/// `confirmation_required` where what is published names what changes; 412 with `current` and `submitted`;
/// 422 with every field, also where an
/// office or territory that has candidacies would go, a running capture period would get shorter
/// or the publication would end within a day; 400 and 428 for the header; 403 `proof_required` where a
/// proposal needs the second factor's code anew.
#[utoipa::path(
    put, path = "/api/v1/admin/elections/{id}", tag = "admin",
    params(
        ("id" = String, Path), ("If-Match" = String, Header, description = "The version that was edited, e.g. \"3\"; `W/\"3\"`, as a proxy may write it, is the same. `*` is refused with 428"),
        ("confirmed" = Option<String>, Query,
            description = "The `digest` of the consequences that were shown")
    ),
    request_body = ElectionSetup,
    responses(
        (status = 200, body = Election, headers(("ETag" = String, description = "Versión"))),
        (status = 202, body = Proposal), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem),
        (status = 428, body = Problem)
    )
)]
pub async fn edit_election(
    grant: Grant<Administer>,
    app: web::Data<App>,
    Now(now): Now,
    request: HttpRequest,
    id: web::Path<String>,
    based: IfMatch,
    Unchecked(mut setup): Unchecked<ElectionSetup>,
) -> Result<HttpResponse, Failure> {
    let id: ElectionId = segment(&id)?;
    let confirmed = confirmed_digest(&request)?;
    setup_rules::tidy(&mut setup);
    // What the present dates have decided is stored before they change.
    clock::sweep(&app, now).await?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let edit = Edit {
        election: &id,
        based_on: based.0,
        setup,
    };
    let before = editable(&mut tx, &edit, now).await?;
    let counts = store::progress_counts(&mut tx, &id).await?;
    let changes = setup_changes(&before.setup, &edit.setup);
    if counts.submitted > 0 && changes.iter().any(|it| it.decides_on_publication) {
        grant.proof.required(now)?;
        let draft = edit_draft(&before, edit, changes, &counts);
        let proposal = propose_act(&mut tx, &grant, draft, now).await?;
        tx.commit().await?;
        return Ok(proposed_answer(&proposal));
    }
    let named = setup_rules::renamed_in_records(&id, &before.setup, &edit.setup);
    let what = "los datos nuevos de la elección";
    let change = PublicChange::of_named(&mut tx, &named, what).await?;
    let subject = format!("election/{id}/{}", before.version);
    change.confirmed_or_shown(&subject, &edit.setup, confirmed.as_deref())?;
    let body = apply_edit(&app, &mut tx, &grant, edit, now).await?;
    tx.commit().await?;
    renew_soon(app);
    Ok(HttpResponse::Ok()
        .insert_header((ETAG, etag(body.version)))
        .json(body))
}

/// A setup to take the place of a version of an election's.
pub struct Edit<'a> {
    /// Which election.
    pub election: &'a ElectionId,
    /// The version that was edited.
    pub based_on: u32,
    /// As it would stand.
    pub setup: ElectionSetup,
}

/// The election as it stands, where the edit may be applied to it.
///
/// # Errors
/// 404; 409 for an archive; 412 for another version; 422 with every field.
pub async fn editable(
    conn: Conn<'_>,
    edit: &Edit<'_>,
    now: Instant,
) -> Result<ElectionRow, Failure> {
    let before = existing_election(&mut *conn, edit.election).await?;
    not_archived(&before)?;
    if before.version != edit.based_on {
        let current = election_view(conn, before).await?;
        return Err(Failure::stale(
            serde_json::to_value(current)?,
            serde_json::to_value(&edit.setup)?,
        ));
    }
    if before.setup.drill != edit.setup.drill {
        return Err(Failure::new(
            Code::WrongState,
            "Un simulacro no pasa a ser una elección real, ni al revés: se decide al registrarla. \
             Registre otra elección.",
        ));
    }
    check::finish(edit_errors(conn, &before, &edit.setup, now).await?)?;
    Ok(before)
}

/// What both people are shown of an edit that decides on publication: everything that it changes, what
/// takes two first.
fn edit_draft(
    before: &ElectionRow,
    edit: Edit<'_>,
    mut changes: Vec<SetupChange>,
    counts: &ProgressCounts,
) -> Draft {
    let name = &before.setup.name;
    changes.sort_by_key(|it| !it.decides_on_publication);
    let mut consequences: Vec<String> = changes.into_iter().map(|it| it.sentence).collect();
    consequences.push(format!(
        "Vale para {}, de las que {} y {}.",
        counted(
            counts.submitted,
            "candidatura enviada a revisión",
            "candidaturas enviadas a revisión"
        ),
        counted(counts.published, "está publicada", "están publicadas"),
        counted(
            counts.approved,
            "aprobada espera su fecha",
            "aprobadas esperan su fecha"
        )
    ));
    Draft {
        title: format!("cambiar lo que decide sobre la publicación en «{name}»"),
        act: ProposedAct::EditElection {
            election: edit.election.clone(),
            based_on: edit.based_on,
            setup: Box::new(edit.setup),
        },
        consequences,
    }
}

/// Applies an edit: the election as it then stands.
///
/// # Errors
/// As [`edit_election`].
pub async fn apply_edit(
    app: &App,
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    edit: Edit<'_>,
    now: Instant,
) -> Result<Election, Failure> {
    let before = editable(&mut *conn, &edit, now).await?;
    let Edit {
        election: id,
        setup,
        ..
    } = edit;
    elections::update_election(&mut *conn, id, before.version, &setup).await?;
    for named in setup_rules::renamed_in_records(id, &before.setup, &setup) {
        mark_for_renewal(&mut *conn, &named, now).await?;
    }
    let ages = if setup.date == before.setup.date {
        0
    } else {
        reckon_ages(&app.secrets, &mut *conn, id, setup.date, now).await?
    };
    let changed = changed_pointers(
        &serde_json::to_value(&before.setup)?,
        &serde_json::to_value(&setup)?,
    );
    let written = AuditEntry {
        election: Some(id),
        before: Some(&stored_hash(&before.setup)?),
        after: Some(&stored_hash(&setup)?),
        detail: json!({ "version": before.version + 1, "changed": changed, "ages": ages }),
        ..audit_entry(grant, AuditAction::ElectionUpdated)
    };
    audit::write(&mut *conn, now, written).await?;
    if before.setup.settings.four_eyes && !setup.settings.four_eyes {
        let news = News::FourEyesOff {
            election: setup.name.clone(),
        };
        notices::tell_all_with(&mut *conn, Role::Validator, &news, now).await?;
    }
    let old = before.setup;
    let after = ElectionRow {
        version: before.version + 1,
        setup,
        ..before
    };
    list_by_new_setup(&mut *conn, &after).await?;
    moved_dates::free_or_tell(&mut *conn, &old, &after, now).await?;
    election_view(conn, after).await
}

/// Ages follow election day: when it moves, those that come from a birth date are reckoned anew. How
/// many changed. What is published is renewed with the day itself.
async fn reckon_ages(
    secrets: &Secrets,
    conn: Conn<'_>,
    election: &ElectionId,
    day: NaiveDate,
    now: Instant,
) -> Result<usize, Failure> {
    let mut changed = 0;
    for mut row in store::sealed_candidacies(&mut *conn, election).await? {
        let Some(birth) = private::unseal(secrets, &row.id, &row.private)?.birth_date else {
            continue;
        };
        let age = age_on(birth, day);
        if age != row.registration.age {
            row.registration.age = age;
            store::set_registration(&mut *conn, &row.id, &row.registration, now).await?;
            changed += 1;
        }
    }
    Ok(changed)
}
