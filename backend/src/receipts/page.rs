//! The page where a receipt is verified: what its QR opens.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_frontend::portal::PageData;
use conoceles_shared::receipt::ReceiptCode;

use super::check::find;
use crate::core::error::Failure;
use crate::core::state::App;
use crate::publication::pages::fresh_page;

/// A receipt by its code; 404 where no receipt has it.
///
/// # Errors
/// The database.
pub async fn page(
    request: HttpRequest,
    app: web::Data<App>,
    code: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let code = code.parse::<ReceiptCode>().ok();
    let found = match &code {
        Some(code) => find(&app, code).await?,
        None => None,
    };
    match (found, code) {
        (Some(receipt), Some(code)) => {
            let path = format!("/verificar/{code}");
            let data = PageData::Receipt { receipt };
            fresh_page(&request, &app, StatusCode::OK, (&path, &data))
        }
        _ => {
            let data = PageData::NoReceipt;
            fresh_page(&request, &app, StatusCode::NOT_FOUND, ("/verificar", &data))
        }
    }
}
