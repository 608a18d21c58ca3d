//! The network address that a request is counted under: for throttling and budgets, never stored
//! with what a person did.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use actix_web::HttpRequest;
use actix_web::http::header::HeaderMap;

use super::config::Config;

/// The header in which proxies say whom they speak for.
const FORWARDED: &str = "x-forwarded-for";

/// An address as a subject to count by.
///
/// An IPv6 client is its network of 64 bits: whoever has one address there has all of them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ClientAddress(String);

impl ClientAddress {
    /// The address behind a request: the peer's, or the one that our own proxies saw.
    #[must_use]
    pub fn of(request: &HttpRequest, config: &Config) -> Self {
        let forwarded = if config.trust_proxy {
            let lines = request.headers().get_all(FORWARDED);
            seen_by_proxies(
                lines.map(|it| it.to_str().unwrap_or_default()),
                config.proxy_hops,
            )
        } else {
            None
        };
        let address = forwarded.or_else(|| request.peer_addr().map(|it| it.ip()));
        Self(address.map_or_else(|| "unknown".into(), counted_as))
    }

    /// As it is counted.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a proxy says whom it speaks for, in any of the ways that proxies have.
#[must_use]
pub fn is_forwarded(headers: &HeaderMap) -> bool {
    [FORWARDED, "forwarded", "x-real-ip"]
        .iter()
        .any(|it| headers.contains_key(*it))
}

/// The address that the outermost of our `hops` proxies saw: that many from the right over all
/// lines. What stands further left was written by whoever asked.
fn seen_by_proxies<'a>(lines: impl Iterator<Item = &'a str>, hops: usize) -> Option<IpAddr> {
    let entries: Vec<&str> = lines.flat_map(|it| it.split(',')).collect();
    let at = entries.len().checked_sub(hops.max(1))?;
    parsed(entries.get(at)?.trim())
}

/// An address with or without port and brackets.
fn parsed(text: &str) -> Option<IpAddr> {
    let bare = text.trim_matches('"');
    let unbracketed = bare.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    unbracketed
        .unwrap_or(bare)
        .parse()
        .ok()
        .or_else(|| bare.parse::<SocketAddr>().ok().map(|it| it.ip()))
}

fn counted_as(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(it) => it.to_string(),
        IpAddr::V6(it) => {
            let network = u128::from(it) >> 64 << 64;
            format!("{}/64", Ipv6Addr::from(network))
        }
    }
}

#[cfg(test)]
#[path = "client_address_tests.rs"]
mod client_address_tests;
