//! The receipts of one's own candidacies.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::List;
use conoceles_shared::api::receipts::ReceiptSummary;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::problem::Problem;
use conoceles_shared::receipt::ReceiptCode;

use crate::candidacy::store as candidacies;
use crate::core::error::Failure;
use crate::core::grant::{Capture, Grant};
use crate::core::http::segment;
use crate::core::state::App;
use crate::receipts::printed;
use crate::receipts::store::{self, StoredReceipt};

/// The receipts of a candidacy, the latest first.
///
/// # Errors
/// 404 where the candidacy is not the actor's.
#[utoipa::path(
    get, path = "/api/v1/capture/candidacies/{id}/receipts", tag = "capture",
    params(("id" = String, Path, description = "The candidacy")),
    responses((status = 200, body = List<ReceiptSummary>), (status = 404, body = Problem))
)]
pub async fn own_receipts(
    grant: Grant<Capture>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<web::Json<List<ReceiptSummary>>, Failure> {
    let id: CandidacyId = segment(&id)?;
    let mut conn = app.db.read().await?;
    candidacies::load_own_candidacy(&mut conn, &grant.scope, &id).await?;
    let all = store::of_candidacy(&mut conn, &id).await?;
    let data = all.into_iter().map(|it| summary(&it)).collect();
    Ok(web::Json(List { data }))
}

/// A receipt of a candidacy as PDF (PDF/UA-1, PDF/A-2a), the same bytes each time.
///
/// # Errors
/// 404 where the candidacy is not the actor's, or the receipt is not the candidacy's.
#[utoipa::path(
    get, path = "/api/v1/capture/candidacies/{id}/receipts/{code}", tag = "capture",
    params(
        ("id" = String, Path, description = "The candidacy"),
        ("code" = String, Path, description = "The receipt's code"),
    ),
    responses(
        (status = 200, body = Vec<u8>, content_type = "application/pdf"),
        (status = 404, body = Problem),
    )
)]
pub async fn print_own_receipt(
    grant: Grant<Capture>,
    app: web::Data<App>,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Failure> {
    let id: CandidacyId = segment(&path.0)?;
    let code: ReceiptCode = segment(&path.1)?;
    let stored = {
        let mut conn = app.db.read().await?;
        candidacies::load_own_candidacy(&mut conn, &grant.scope, &id).await?;
        store::of_candidacy_by_code(&mut conn, &id, &code).await?
    };
    printed(stored).await
}

fn summary(stored: &StoredReceipt) -> ReceiptSummary {
    let facts = &stored.facts;
    ReceiptSummary {
        code: facts.code.clone(),
        kind: facts.kind,
        issued_at: facts.at,
        sections: facts.sections.iter().map(|it| it.section).collect(),
    }
}
