//! Access tokens: short-lived JWTs that name a session, one algorithm, our own key.

use chrono::Duration;
use conoceles_shared::ids::{AccountId, SessionId};
use conoceles_shared::time::Instant;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, encode};
use serde::{Deserialize, Serialize};

use super::error::Failure;
use super::secrets::Secrets;

const ISSUER: &str = "conoceles";
const AUDIENCE: &str = "conoceles-mesa";
/// What this token is for; a token for anything else is refused.
const PURPOSE: &str = "access";

/// Minutes an access token lives.
pub const ACCESS_MINUTES: i64 = 10;

#[derive(Debug, Serialize, Deserialize)]
struct Claims {
    sub: AccountId,
    sid: SessionId,
    iat: i64,
    nbf: i64,
    exp: i64,
    iss: String,
    aud: String,
    purpose: String,
}

/// A signed access token and its end.
///
/// # Errors
/// Only when signing fails.
pub fn issue(
    secrets: &Secrets,
    account: &AccountId,
    session: &SessionId,
    now: Instant,
) -> Result<(String, Instant), Failure> {
    let expires = now + Duration::minutes(ACCESS_MINUTES);
    let claims = Claims {
        sub: account.clone(),
        sid: session.clone(),
        iat: now.timestamp(),
        nbf: now.timestamp(),
        exp: expires.timestamp(),
        iss: ISSUER.into(),
        aud: AUDIENCE.into(),
        purpose: PURPOSE.into(),
    };
    let key = EncodingKey::from_secret(secrets.token_key());
    encode(&Header::new(Algorithm::HS256), &claims, &key)
        .map(|token| (token, expires))
        .map_err(|_| Failure::internal("signing a token"))
}

/// The session that a valid token names; `None` for anything else.
pub fn claims(secrets: &Secrets, token: &str, now: Instant) -> Option<(AccountId, SessionId)> {
    let mut rules = Validation::new(Algorithm::HS256);
    rules.set_issuer(&[ISSUER]);
    rules.set_audience(&[AUDIENCE]);
    // The library would read the wall clock: both ends are checked below, by the injected one.
    rules.validate_exp = false;
    rules.validate_nbf = false;
    let key = DecodingKey::from_secret(secrets.token_key());
    let claims = decode::<Claims>(token, &key, &rules).ok()?.claims;
    let now = now.timestamp();
    (claims.purpose == PURPOSE && claims.nbf <= now && now < claims.exp)
        .then_some((claims.sub, claims.sid))
}

#[cfg(test)]
#[path = "tokens_tests.rs"]
mod tokens_tests;
