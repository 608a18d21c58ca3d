//! Where a request to sign in comes from: its address, the devices it is known as, and its browser.
//!
//! A device that signed in before carries a token bound to the account by our key, and nothing else:
//! whoever fails on somebody's user name elsewhere never keeps that device out.

use std::future::{Ready, ready};

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::Payload;
use actix_web::http::header::USER_AGENT;
use actix_web::{FromRequest, HttpRequest, web};

use super::device_name::device_name;
use super::store::AccountRow;
use crate::core::client_address::ClientAddress;
use crate::core::config::Config;
use crate::core::error::Failure;
use crate::core::secrets::{Secrets, token};
use crate::core::state::App;

/// People who can share a computer without making each other strangers.
const MOST_TOKENS: usize = 8;
/// Days after the last sign-in for which a device is known.
const KNOWN_DAYS: i64 = 365;
/// What the tags of devices are for.
const PURPOSE: &str = "known device";

/// What is known of whoever asks.
pub struct Visitor {
    /// By which tries are counted.
    pub address: ClientAddress,
    /// Browser and system in words, for the list of one's own sessions.
    pub device: Option<String>,
    tokens: Vec<String>,
}

impl FromRequest for Visitor {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let app = request
            .app_data::<web::Data<App>>()
            .ok_or_else(|| Failure::internal("no application state"));
        ready(app.map(|app| Self::of(request, &app.config)))
    }
}

impl Visitor {
    fn of(request: &HttpRequest, config: &Config) -> Self {
        let cookie = request.cookie(cookie_name(config.is_https()));
        let tokens = cookie.map(|it| it.value().split('~').map(str::to_owned).collect());
        let agent = request.headers().get(USER_AGENT);
        Self {
            address: ClientAddress::of(request, config),
            device: agent.and_then(|it| device_name(it.to_str().ok()?)),
            tokens: tokens.unwrap_or_default(),
        }
    }

    /// The device as this account knows it; `None` for a stranger.
    #[must_use]
    pub fn known_device(&self, secrets: &Secrets, account: &AccountRow) -> Option<String> {
        let mut tokens = self.tokens.iter().take(MOST_TOKENS);
        let device = tokens.find_map(|it| device_of(secrets, account, it));
        device.map(str::to_owned)
    }

    /// The cookie by which this device is known to the account from now on, beside the others that
    /// use it.
    ///
    /// # Errors
    /// Only without randomness.
    pub fn remembered(&self, app: &App, account: &AccountRow) -> Result<Cookie<'static>, Failure> {
        let device = match self.known_device(&app.secrets, account) {
            Some(device) => device,
            None => token()?,
        };
        let tag = app.secrets.tag(
            PURPOSE,
            &tagged(account, &device).each_ref().map(String::as_str),
        );
        let others = self.tokens.iter().take(MOST_TOKENS);
        let others = others.filter(|it| device_of(&app.secrets, account, it).is_none());
        let mut tokens = vec![format!("{device}.{tag}")];
        tokens.extend(others.take(MOST_TOKENS - 1).cloned());
        let https = app.config.is_https();
        Ok(Cookie::build(cookie_name(https), tokens.join("~"))
            .path("/")
            .http_only(true)
            .secure(https)
            .same_site(SameSite::Strict)
            .max_age(Duration::days(KNOWN_DAYS))
            .finish())
    }
}

/// The device in a token, where the token is this account's.
fn device_of<'t>(secrets: &Secrets, account: &AccountRow, token: &'t str) -> Option<&'t str> {
    let (device, tag) = token.split_once('.')?;
    let parts = tagged(account, device);
    let parts = parts.each_ref().map(String::as_str);
    secrets.is_tag(PURPOSE, &parts, tag).then_some(device)
}

fn tagged(account: &AccountRow, device: &str) -> [String; 3] {
    [
        account.id.to_string(),
        account.device_epoch.to_string(),
        device.to_owned(),
    ]
}

/// The name of the cookie: `__Host-` over https, plain on a loopback address.
const fn cookie_name(https: bool) -> &'static str {
    if https {
        "__Host-conoceles-device"
    } else {
        "conoceles-device"
    }
}
