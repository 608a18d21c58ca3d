//! The public page of the privacy notice, from the texts of `shared`.

use std::sync::OnceLock;

use actix_web::{HttpRequest, HttpResponse};
use conoceles_frontend::i18n::t;
use conoceles_frontend::portal::privacy_page;
use conoceles_shared::questionnaire::PRIVACY_NOTICE;

use super::{page, prepared};
use crate::core::error::Failure;
use crate::prepared::answer::Prepared;

/// The privacy notice.
///
/// # Errors
/// Never in practice.
pub async fn notice(request: HttpRequest) -> Result<HttpResponse, Failure> {
    static PAGE: OnceLock<Prepared> = OnceLock::new();
    let page = match PAGE.get() {
        Some(page) => page,
        None => {
            let made = Prepared::new(html().as_bytes())?;
            PAGE.get_or_init(|| made)
        }
    };
    prepared(&request, page)
}

/// The complete page.
pub fn html() -> String {
    page::document(
        PRIVACY_NOTICE.title,
        Some(t().privacy.description),
        &privacy_page(),
    )
}
