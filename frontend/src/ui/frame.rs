//! The frame around every page, and the way back.

use conoceles_shared::questionnaire::NOTICE_PATH;
use leptos::prelude::*;

use super::{IntoPiece, Piece};

use crate::i18n::portal::texts;

/// A link of the main navigation.
#[derive(Debug, Clone, Copy)]
pub struct NavLink {
    pub href: &'static str,
    pub label: &'static str,
    /// What `aria-current` says: `page` on that very page, `true` on one below it.
    pub current: Option<&'static str>,
}

/// The link that skips the header; the first thing that takes the focus. `external` leaves it to
/// the browser, which moves the focus too; the router would only scroll.
pub fn skip_link() -> Piece {
    view! { <a class="skip" href="#contenido" rel="external">{texts().frame.skip}</a> }.piece()
}

/// Says that everything on the page is invented.
pub fn drill_strip() -> Piece {
    let t = texts().frame;
    view! {
        <section class="drill" aria-label=texts().common.drill>
            <div class="wrap"><strong>{t.drill}</strong>" "{t.drill_text}</div>
        </section>
    }
    .piece()
}

/// The mark, the name and the owner, linked to `href`.
pub fn brand(href: &'static str) -> Piece {
    let t = texts().frame;
    view! {
        <a class="brand" href=href>
            <svg class="brand__mark" viewBox="0 0 32 40" aria-hidden="true">
                <rect width="32" height="40" rx="4" class="art-c"></rect>
                <circle cx="16" cy="15" r="6" class="art-f"></circle>
                <path d="M5 36c0-8.5 4.8-12 11-12s11 3.5 11 12z" class="art-f"></path>
            </svg>
            <span>
                <span class="brand__name">{t.site}</span>
                <span class="brand__owner">{t.owner}</span>
            </span>
        </a>
    }
    .piece()
}

pub fn main_nav(links: &[NavLink]) -> Piece {
    let items = links
        .iter()
        .map(|link| {
            view! {
                <li>
                    <a class="nav-link" href=link.href aria-current=link.current>{link.label}</a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="site-nav" aria-label=texts().frame.main_nav>
            <ul>{items}</ul>
        </nav>
    }
    .piece()
}

/// The foot of every page. It holds nothing that changes with the log, so that pages stay the same
/// bytes when others are published.
pub fn footer() -> Piece {
    let t = texts().frame;
    view! {
        <footer class="site-footer">
            <div class="wrap stack">
                <p class="measure">{t.disclaimer}</p>
                <nav aria-label=t.footer_nav>
                    <ul class="cluster cluster--wide">
                        <li><a href=NOTICE_PATH rel="external">{t.privacy}</a></li>
                        <li><a href="/verificar" rel="external">{t.verify}</a></li>
                        <li><a href="/api/v1/openapi.json" rel="external">{t.api}</a></li>
                        <li><a href="/mesa" rel="external">{t.desk}</a></li>
                    </ul>
                </nav>
                <p class="muted">{t.unit}</p>
            </div>
        </footer>
    }
    .piece()
}

/// One step of the way back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crumb {
    pub href: String,
    pub label: String,
}

/// The steps, and the page itself at the end.
pub fn crumbs(steps: &[Crumb], here: &str) -> Piece {
    let steps = steps
        .iter()
        .map(|step| view! { <li><a href=step.href.clone()>{step.label.clone()}</a></li> })
        .collect_view();
    view! {
        <nav class="crumbs" aria-label=texts().frame.crumbs>
            <ol>{steps}<li><span aria-current="page">{here.to_owned()}</span></li></ol>
        </nav>
    }
    .piece()
}
