//! A file that is checked without a change.

use actix_web::web;
use conoceles_shared::api::roll::{RollDryRun, RollStage};
use conoceles_shared::ids::ElectionId;
use conoceles_shared::problem::Problem;
use tokio::sync::Semaphore;

use super::answer::dry_run_answer;
use super::known::KnownElection;
use super::plan::{Plan, plan_roll};
use super::progress::RollRun;
use crate::capture::bulk::reading::refused;
use crate::core::error::Failure;
use crate::core::file_body::FileBody;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{off_thread, segment};
use crate::core::now::Now;
use crate::core::secrets::sha256_hex;
use crate::core::sheets::limits::Limits;
use crate::core::sheets::read_spreadsheet;
use crate::core::state::App;

/// The largest file that is taken.
const MAX_BYTES: usize = 16 * 1024 * 1024;

/// How much it may hold: twice the candidacies of the largest election.
const LIMITS: Limits = Limits {
    rows: 20_000,
    columns: 100,
    expanded: 96 * 1024 * 1024,
    text: 48 * 1024 * 1024,
    old_workbooks: true,
};

/// One at a time: a large one takes memory, and there are few administrators.
static CHECKING: Semaphore = Semaphore::const_new(1);

/// A file that was checked against what is stored.
pub struct CheckedRoll {
    /// What it was compared with.
    pub known: KnownElection,
    /// What it would change.
    pub plan: Plan,
    /// Names the file and what it would change.
    pub hash: String,
    /// Tells how far it is.
    pub run: RollRun,
}

/// Checks a file and changes nothing: what would be registered and changed, what of the election it does
/// not have, and every error by its cell.
///
/// # Errors
/// 404; 409 for an archive; 413, 415 or 422 for a file that cannot be read at all.
#[utoipa::path(
    post, path = "/api/v1/admin/elections/{id}/roll/dry-run", tag = "admin",
    params(("id" = String, Path)),
    request_body(content(
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (Vec<u8> = "text/csv"),
    )),
    responses(
        (status = 200, body = RollDryRun),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 413, body = Problem), (status = 415, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub async fn roll_dry_run(
    grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
    file: FileBody,
) -> Result<web::Json<RollDryRun>, Failure> {
    let id: ElectionId = segment(&id)?;
    let checked = check_roll(&grant, &app, &id, file).await?;
    let answer = off_thread(move || dry_run_answer(checked.plan, checked.hash, &checked.known));
    Ok(web::Json(answer.await?))
}

/// Reads the body of a request and checks it against what is stored, off the request threads.
///
/// # Errors
/// 404; 409 for an archive; 413, 415 or 422 for a file that cannot be read at all.
pub async fn check_roll(
    grant: &Grant<Administer>,
    app: &web::Data<App>,
    id: &ElectionId,
    file: FileBody,
) -> Result<CheckedRoll, Failure> {
    let (file, Now(now)) = file.bytes_up_to(MAX_BYTES, "El archivo").await?;
    let run = RollRun::begin(&grant.account, id);
    let first = file.head_of_line().await?;
    let turn = CHECKING
        .acquire()
        .await
        .map_err(|_| Failure::internal("semaphore"))?;
    drop(first);
    run.enter(RollStage::Reading, 0);
    let (book, sha256) = off_thread(move || {
        let book = read_spreadsheet(&file, &LIMITS).map_err(refused)?;
        Ok::<_, Failure>((book, sha256_hex(&file)))
    })
    .await??;
    let mut conn = app.db.snapshot().await?;
    let known = KnownElection::load(&mut conn, id, now).await?;
    drop(conn);
    let secrets = app.secrets.clone();
    off_thread(move || {
        // Whoever works holds it: a client that goes away frees nothing.
        let _turn = turn;
        let plan = plan_roll(book, &known, &secrets, now, &run)?;
        let hash = plan.hash(&sha256, &known);
        Ok(CheckedRoll {
            known,
            plan,
            hash,
            run,
        })
    })
    .await?
}
