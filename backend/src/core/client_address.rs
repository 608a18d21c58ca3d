//! Whose request it is, as far as the network tells.

use actix_web::HttpRequest;

/// The client's address, for throttling only; its count is forgotten after an hour.
#[must_use]
pub fn client_address(request: &HttpRequest, trust_proxy: bool) -> String {
    let forwarded = trust_proxy
        .then(|| {
            request
                .headers()
                .get("x-forwarded-for")?
                .to_str()
                .ok()?
                .rsplit(',')
                .next()
        })
        .flatten()
        .map(|it| it.trim().to_owned());
    forwarded
        .or_else(|| request.peer_addr().map(|it| it.ip().to_string()))
        .unwrap_or_else(|| "unknown".into())
}
