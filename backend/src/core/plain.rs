//! What would travel in plain text: refused for an address that is not this machine's own, unless a
//! setting allows it by name.

use std::net::IpAddr;
use std::str::FromStr as _;

use actix_web::http::Uri;
use sqlx::postgres::{PgConnectOptions, PgSslMode};

use super::config::{Config, SecondFactorRule};
use super::error::Failure;
use super::warnings::Warning;

/// One way in which something could travel in plain text.
struct PlainWay {
    warning: Warning,
    allowed: bool,
    refusal: &'static str,
}

/// What the settings bring that whoever runs the installation should know.
///
/// # Errors
/// Something would travel in plain text that no setting allows; the message says what to write.
pub fn configured_warnings(config: &Config) -> Result<Vec<Warning>, Failure> {
    let mut found = Vec::new();
    if config.second_factor == SecondFactorRule::Off {
        found.push(Warning::SecondFactorOff);
    }
    for way in plain_ways(config) {
        if !way.allowed {
            return Err(Failure::internal(way.refusal));
        }
        found.push(way.warning);
    }
    Ok(found)
}

fn plain_ways(config: &Config) -> Vec<PlainWay> {
    let mut ways = Vec::new();
    if is_plain_database(&config.database_url) {
        ways.push(PlainWay {
            warning: Warning::PlainDatabase,
            allowed: config.allow_plain_database,
            refusal: "CONOCELES_DATABASE_URL would fall back to plain text: add sslmode=verify-full (or \
                      require), or set CONOCELES_ALLOW_PLAIN_DATABASE=true",
        });
    }
    if config
        .smtp_url
        .as_ref()
        .is_some_and(|it| is_plain_mail(it.reveal()))
    {
        ways.push(PlainWay {
            warning: Warning::PlainMail,
            allowed: config.allow_plain_mail,
            refusal: "CONOCELES_SMTP_URL would hand mail over in plain text: use smtps:// or \
                      tls=required, or set CONOCELES_ALLOW_PLAIN_MAIL=true",
        });
    }
    if has_plain_cookies(config) {
        ways.push(PlainWay {
            warning: Warning::PlainCookies,
            allowed: config.allow_plain_cookies,
            refusal: "sessions would travel in plain text: put https in front and its address into \
                      CONOCELES_PUBLIC_URL, or set CONOCELES_ALLOW_PLAIN_COOKIES=true",
        });
    }
    ways
}

fn is_plain_database(url: &str) -> bool {
    if url.starts_with("sqlite:") {
        return false;
    }
    // What cannot be read is told by whoever connects.
    PgConnectOptions::from_str(url).is_ok_and(|it| {
        let encrypted = matches!(
            it.get_ssl_mode(),
            PgSslMode::Require | PgSslMode::VerifyCa | PgSslMode::VerifyFull
        );
        !encrypted && it.get_socket().is_none() && !is_this_machine(it.get_host())
    })
}

fn is_plain_mail(url: &str) -> bool {
    let Ok(uri) = url.parse::<Uri>() else {
        return false;
    };
    let mut options = uri.query().unwrap_or_default().split('&');
    let encrypted = uri.scheme_str() == Some("smtps") || options.any(|it| it == "tls=required");
    !encrypted && uri.host().is_some_and(|host| !is_this_machine(host))
}

/// Whether somebody elsewhere could sign in over http.
fn has_plain_cookies(config: &Config) -> bool {
    if config.is_https() {
        return false;
    }
    let host = match &config.public_url {
        Some(url) => url
            .parse::<Uri>()
            .ok()
            .and_then(|it| it.host().map(str::to_owned)),
        None => None,
    };
    let listens = config
        .listen
        .rsplit_once(':')
        .map_or(config.listen.as_str(), |it| it.0);
    host.is_some_and(|it| !is_this_machine(&it)) || !is_this_machine(listens)
}

fn is_this_machine(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    bare.eq_ignore_ascii_case("localhost")
        || bare.starts_with('/')
        || bare
            .parse::<IpAddr>()
            .is_ok_and(|it| it.to_canonical().is_loopback())
}

#[cfg(test)]
#[path = "plain_tests.rs"]
mod plain_tests;
