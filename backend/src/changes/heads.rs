//! The signed ends of the logs, for whoever keeps them.

use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::changes::{SignedHead, WhichLog};
use conoceles_shared::api::public::{LogChain, Meta, One, Page};
use conoceles_shared::api::query::decode_pairs;
use conoceles_shared::problem::Problem;

use super::answers::{json_answer, meta_of};
use super::logs::FollowedLogs;
use crate::core::error::Failure;
use crate::core::secrets::Secrets;
use crate::core::state::App;
use crate::prepared::answer::no_parameters;

/// Where witnesses find the signed ends of both logs, whatever becomes of the API.
pub const WITNESSED: &str = "/.well-known/conoceles-log.json";

/// The end of a log, signed.
///
/// Keep it. With `/api/v1/log/consistency` anyone can check later that the log only continues what was
/// kept, and with `/api/v1/log/{seq}/proof` that an entry is in it. The key does not change; its first answer
/// is the one to compare with. Both heads together stand at `/.well-known/conoceles-log.json`.
#[utoipa::path(
    get, path = "/api/v1/log/head", tag = "public",
    params(("log" = Option<LogChain>, Query, description = "`publication` (elecciones reales, si no se dice otra) o `drill` (simulacros).")),
    responses((status = 200, body = One<SignedHead>), (status = 400, body = Problem))
)]
pub async fn show_log_head(
    request: HttpRequest,
    app: web::Data<App>,
    logs: web::Data<FollowedLogs>,
) -> Result<HttpResponse, Failure> {
    let WhichLog(log) = WhichLog::from_pairs(&decode_pairs(request.query_string()))
        .map_err(Failure::invalid_query)?;
    let (data, meta) = signed_head(&app.secrets, &logs, log)?;
    json_answer(&request, &One { meta, data }).await
}

/// The signed ends of both logs at one address that stays.
///
/// # Errors
/// 400 where parameters are sent.
pub async fn show_witnessed_heads(
    request: HttpRequest,
    app: web::Data<App>,
    logs: web::Data<FollowedLogs>,
) -> Result<HttpResponse, Failure> {
    no_parameters(&request)?;
    let (publication, meta) = signed_head(&app.secrets, &logs, LogChain::Publication)?;
    let (drill, of_drills) = signed_head(&app.secrets, &logs, LogChain::Drill)?;
    let meta = Meta {
        drill_log_seq: Some(of_drills.log_seq),
        drill_cut_off: of_drills.cut_off,
        ..meta
    };
    let data = vec![publication, drill];
    json_answer(&request, &Page { meta, data }).await
}

fn signed_head(
    secrets: &Secrets,
    logs: &FollowedLogs,
    log: LogChain,
) -> Result<(SignedHead, Meta), Failure> {
    logs.with(log, |followed| {
        let size = followed.tree.size();
        let root = followed.tree.root(size);
        let root = root.ok_or_else(|| Failure::internal("the root of a log"))?;
        let statement = SignedHead::statement_of(log, size, root, &followed.last_sha256);
        let head = SignedHead {
            log,
            size,
            root,
            last_sha256: followed.last_sha256.clone(),
            at: followed.at,
            signature: secrets.sign_for_everyone(statement.as_bytes()),
            statement,
            public_key: secrets.public_key(),
        };
        Ok((head, meta_of(log, followed)))
    })
}
