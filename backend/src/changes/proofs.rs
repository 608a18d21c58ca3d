//! What shows that an entry is in a log, and that a log continues an earlier one.

use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::changes::{
    ConsistencyProof, ConsistencyQuery, InclusionProof, ProofQuery,
};
use conoceles_shared::api::public::{LogChain, One};
use conoceles_shared::api::query::decode_pairs;
use conoceles_shared::merkle::TreeHash;
use conoceles_shared::problem::{Code, FieldError, Problem};

use super::answers::{json_answer, meta_of};
use super::logs::FollowedLogs;
use super::reading::AskedLog;
use crate::core::error::Failure;
use crate::core::http::segment;
use crate::core::now::Now;
use crate::core::state::App;
use crate::portal::Portal;

/// What a proof costs of an address's budget.
const TOKENS: u16 = 1;

/// What shows that an entry is in a log.
///
/// Hash the entry's text, then its leaf; combine that with each node of `proof` as RFC 9162 §2.1.3.2 says;
/// the result is `root`, which a signed head names.
#[utoipa::path(
    get, path = "/api/v1/log/{seq}/proof", tag = "public",
    params(
        ("seq" = u64, Path, description = "Número del asiento, desde 1."),
        ("log" = Option<LogChain>, Query, description = "`publication` (elecciones reales, si no se dice otra) o `drill` (simulacros)."),
        ("size" = Option<u64>, Query, description = "En el árbol de cuántos asientos; en el actual, si no se dice."),
    ),
    responses(
        (status = 200, body = One<InclusionProof>), (status = 400, body = Problem), (status = 404, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)
    )
)]
pub async fn prove_inclusion(
    request: HttpRequest,
    app: web::Data<App>,
    portal: web::Data<Portal>,
    logs: web::Data<FollowedLogs>,
    path: web::Path<String>,
    Now(now): Now,
) -> Result<HttpResponse, Failure> {
    let seq: u64 = segment(&path)?;
    let ProofQuery { log, size } = ProofQuery::from_pairs(&decode_pairs(request.query_string()))
        .map_err(Failure::invalid_query)?;
    let present = logs.size(log);
    if seq == 0 || seq > present {
        return Err(no_such_entry(present));
    }
    let size = size.unwrap_or(present);
    if size < seq || size > present {
        return Err(out_of_log("size", seq, present));
    }
    let asked = AskedLog {
        request: &request,
        app: &app,
        portal: &portal,
        now,
    };
    let rows = asked.entries(log, seq - 1..seq, 1, TOKENS).await?;
    let row = rows.first().ok_or_else(|| no_such_entry(present))?;
    let leaf = TreeHash::leaf(&row.hash);
    let (proof, root, meta) = logs.with(log, |it| {
        let proof = it.tree.inclusion(seq - 1, size);
        (proof, it.tree.root(size), meta_of(log, it))
    });
    let missing = || Failure::internal("the proof of an entry");
    let data = InclusionProof {
        log,
        seq,
        size,
        entry_sha256: row.hash.clone(),
        leaf: leaf.map_err(|_| missing())?,
        proof: proof.ok_or_else(missing)?,
        root: root.ok_or_else(missing)?,
    };
    json_answer(&request, &One { meta, data }).await
}

/// What shows that a log only continues an earlier one.
///
/// Check it as RFC 9162 §2.1.4.2 says, against a head that was kept.
#[utoipa::path(
    get, path = "/api/v1/log/consistency", tag = "public",
    params(
        ("from" = u64, Query, description = "Cuántos asientos tenía la bitácora antes."),
        ("to" = Option<u64>, Query, description = "Cuántos tiene después; los actuales, si no se dice."),
        ("log" = Option<LogChain>, Query, description = "`publication` (elecciones reales, si no se dice otra) o `drill` (simulacros)."),
    ),
    responses((status = 200, body = One<ConsistencyProof>), (status = 400, body = Problem))
)]
pub async fn prove_consistency(
    request: HttpRequest,
    logs: web::Data<FollowedLogs>,
) -> Result<HttpResponse, Failure> {
    let ConsistencyQuery { log, from, to } =
        ConsistencyQuery::from_pairs(&decode_pairs(request.query_string()))
            .map_err(Failure::invalid_query)?;
    let present = logs.size(log);
    let to = to.unwrap_or(present);
    if from > present {
        return Err(out_of_log("from", 0, present));
    }
    if to < from || to > present {
        return Err(out_of_log("to", from, present));
    }
    let (found, meta) = logs.with(log, |it| {
        let (before, after) = (it.tree.root(from), it.tree.root(to));
        let proof = it.tree.consistency(from, to);
        (before.zip(after).zip(proof), meta_of(log, it))
    });
    let ((from_root, to_root), proof) =
        found.ok_or_else(|| Failure::internal("the proof of a continuation"))?;
    let data = ConsistencyProof {
        log,
        from,
        from_root,
        to,
        to_root,
        proof,
    };
    json_answer(&request, &One { meta, data }).await
}

fn no_such_entry(present: u64) -> Failure {
    Failure::new(
        Code::NotFound,
        format!("La bitácora no tiene este asiento: tiene del 1 al {present}."),
    )
}

fn out_of_log(parameter: &str, least: u64, most: u64) -> Failure {
    let detail =
        format!("La bitácora tiene {most} asientos: indique un número de {least} a {most}.");
    Failure::invalid_query(vec![FieldError::new(parameter, "out_of_range", detail)])
}
