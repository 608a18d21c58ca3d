//! The page where a receipt is verified: what its QR opens, and the field for whoever has its code
//! on paper.

use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_frontend::portal::{PageData, RECEIPT_FIELD, receipt_address};
use conoceles_shared::api::query::decode_pairs;
use conoceles_shared::receipt::ReceiptCode;

use super::check::find_receipt;
use crate::core::error::Failure;
use crate::core::route::{reading, refusing};
use crate::core::state::App;
use crate::portal::Portal;
use crate::portal::pages::page_for_one_request;

/// Where the pages are.
pub fn configure(config: &mut web::ServiceConfig) {
    for (path, route) in [
        ("/verificar", reading().to(ask_receipt_code)),
        ("/verificar/{code}", reading().to(show_receipt)),
    ] {
        let resource = web::resource(path).route(route);
        config.service(resource.default_service(refusing("GET, HEAD".to_owned())));
    }
}

/// Asks for a code; the one that was typed leads to its receipt.
pub async fn ask_receipt_code(
    request: HttpRequest,
    portal: web::Data<Portal>,
) -> Result<HttpResponse, Failure> {
    let typed = decode_pairs(request.query_string())
        .into_iter()
        .find_map(|(name, value)| (name == RECEIPT_FIELD).then_some(value));
    match typed.map(|it| it.parse::<ReceiptCode>()) {
        None => {
            let data = PageData::AskReceipt;
            page_for_one_request(&request, &portal, StatusCode::OK, "/verificar", &data)
        }
        Some(Ok(code)) => Ok(HttpResponse::SeeOther()
            .insert_header((LOCATION, receipt_address(&code)))
            .finish()),
        Some(Err(_)) => unknown(&request, &portal),
    }
}

/// A receipt by its code; 404 where no receipt has it.
pub async fn show_receipt(
    request: HttpRequest,
    app: web::Data<App>,
    portal: web::Data<Portal>,
    code: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let code = code.parse::<ReceiptCode>().ok();
    let found = match &code {
        Some(code) => find_receipt(&app.db, code).await?,
        None => None,
    };
    match (found, code) {
        (Some(receipt), Some(code)) => {
            let path = receipt_address(&code);
            let data = PageData::Receipt { receipt };
            page_for_one_request(&request, &portal, StatusCode::OK, &path, &data)
        }
        _ => unknown(&request, &portal),
    }
}

fn unknown(request: &HttpRequest, portal: &Portal) -> Result<HttpResponse, Failure> {
    let data = PageData::NoReceipt;
    page_for_one_request(request, portal, StatusCode::NOT_FOUND, "/verificar", &data)
}
