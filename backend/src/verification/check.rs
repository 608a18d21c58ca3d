//! Verification by code: what anyone may know of a receipt.

use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::Labelled;
use conoceles_shared::api::public::One;
use conoceles_shared::api::receipts::{ReceiptCheck, SealedSection};
use conoceles_shared::problem::{Code, Problem};
use conoceles_shared::receipt::ReceiptCode;

use crate::core::db::Db;
use crate::core::error::Failure;
use crate::core::http::segment;
use crate::core::state::App;
use crate::elections::{self, ElectionRow};
use crate::prepared::answer::{AnswerKind, Body, answer, no_parameters, timeless_meta};
use crate::prepared::encoding::{Effort, Encoding};
use crate::publication::project::election_ref;
use crate::receipts::store::{self, StoredReceipt};

/// A receipt by its code, without any personal datum: when it was issued, of what kind, in which
/// election, and the hashes to compare with the printed one.
#[utoipa::path(
    get, path = "/api/v1/receipts/{code}", tag = "public",
    params(("code" = String, Path, description = "Código impreso en el acuse.")),
    responses(
        (status = 200, body = One<ReceiptCheck>), (status = 400, body = Problem),
        (status = 404, body = Problem),
    )
)]
pub async fn verify_receipt(
    request: HttpRequest,
    app: web::Data<App>,
    code: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    no_parameters(&request)?;
    let code: ReceiptCode = segment(&code)?;
    let found = find_receipt(&app.db, &code).await?.ok_or_else(|| {
        Failure::new(
            Code::NotFound,
            "Ningún acuse tiene este código. Compárelo con el impreso.",
        )
    })?;
    let body = serde_json::to_vec(&found)?;
    let body = Body::encode(&body, Encoding::of(&request), Effort::Once)?;
    Ok(answer(&request, AnswerKind::data(), body))
}

/// What the public may know of the receipt with this code.
pub async fn find_receipt(
    db: &Db,
    code: &ReceiptCode,
) -> Result<Option<One<ReceiptCheck>>, Failure> {
    let mut conn = db.read().await?;
    let Some(stored) = store::by_code(&mut conn, code).await? else {
        return Ok(None);
    };
    let election = elections::election(&mut conn, &stored.facts.election.id)
        .await?
        .ok_or_else(|| Failure::internal("receipts: a reference leads nowhere"))?;
    Ok(Some(One {
        meta: timeless_meta(1),
        data: public_part(stored, &election),
    }))
}

fn public_part(stored: StoredReceipt, election: &ElectionRow) -> ReceiptCheck {
    let facts = stored.facts;
    let sections = facts
        .sections
        .iter()
        .map(|it| SealedSection {
            section: Labelled::new(it.section.code(), it.section.label()),
            sha256: facts.sealed(it),
        })
        .collect();
    ReceiptCheck {
        kind: Labelled::new(facts.kind.code(), facts.kind.label()),
        issued_at: facts.at,
        election: election_ref(election),
        sha256: stored.sha256,
        sections,
        log: facts.log.log,
        log_seq: facts.log.seq,
        log_head: facts.log.hash,
        annulled_at: stored.annulled,
        code: facts.code,
    }
}
