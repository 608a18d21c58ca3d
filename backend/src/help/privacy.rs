//! The public page of the privacy notice, from the texts of `shared`.

use std::sync::OnceLock;

use actix_web::{HttpRequest, HttpResponse};
use conoceles_frontend::i18n::t;
use conoceles_frontend::portal::privacy_page;
use conoceles_shared::questionnaire::PRIVACY_NOTICE;

use super::page::{answer_page, document};
use crate::core::error::Failure;
use crate::prepared::answer::Prepared;

/// Answers with the privacy notice in force.
pub async fn show_privacy_notice(request: HttpRequest) -> Result<HttpResponse, Failure> {
    static PAGE: OnceLock<Prepared> = OnceLock::new();
    answer_page(&request, Prepared::once(&PAGE, || Ok(privacy_html()))?)
}

/// The notice in the same frame as the manual.
pub fn privacy_html() -> String {
    document(
        PRIVACY_NOTICE.title,
        Some(t().privacy.description),
        &privacy_page(),
    )
}
