//! Values as they stand in a page: what people type, of which some may become a link, and times.

use chrono::SecondsFormat;
use conoceles_shared::formats::{email_link, grouped_phone, phone_link};
use conoceles_shared::time::{Instant, spanish_moment};
use leptos::prelude::*;

use super::{Icon, IntoPiece, Piece, icon};
use crate::i18n::portal::texts;

/// The address, where the text is a complete one of the web: `http` or `https`, a host, nothing
/// that a browser would read otherwise than a person. Everything else stays text.
fn web_address(text: &str) -> Option<&str> {
    let text = text.trim();
    let (scheme, rest) = text.split_once("://")?;
    let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let plain = !text.chars().any(|it| {
        it.is_whitespace() || it.is_control() || matches!(it, '\\' | '"' | '<' | '>' | '`')
    });
    // An `@` before the path hides the real host behind a user name.
    (web && plain && host.contains('.') && !host.contains('@')).then_some(text)
}

/// A value as captured: a link that leaves the site where it is a web address, else text.
pub fn value_or_link(value: &str) -> Piece {
    match web_address(value) {
        Some(address) => view! {
            <a class="leaving" href=address.to_owned() rel="nofollow noopener external">
                <span>{address.to_owned()}</span>
                {icon(Icon::Leaving)}
                <span class="hidden-visually">{texts().common.leaves_site}</span>
            </a>
        }
        .piece(),
        None => value.to_owned().piece(),
    }
}

/// A telephone number in groups, which dials it from anywhere; what is none stays text.
pub fn phone_number(digits: &str) -> Piece {
    match phone_link(digits) {
        Some(link) => view! { <a href=link>{grouped_phone(digits)}</a> }.piece(),
        None => digits.to_owned().piece(),
    }
}

/// An e-mail address that may be written to; what is none stays text.
pub fn email_address(address: &str) -> Piece {
    match email_link(address) {
        Some(link) => view! { <a href=link>{address.to_owned()}</a> }.piece(),
        None => address.to_owned().piece(),
    }
}

/// An instant in local time to the minute, with the exact one for programs.
pub fn moment(at: Instant) -> Piece {
    let exact = at.to_rfc3339_opts(SecondsFormat::Secs, true);
    view! { <time datetime=exact>{spanish_moment(at)}</time> }.piece()
}

#[cfg(test)]
#[path = "values_tests.rs"]
mod values_tests;
