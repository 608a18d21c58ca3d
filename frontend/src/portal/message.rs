//! Pages that say that something is not there, and what to do.

use leptos::prelude::*;

use super::address::LIST;
use crate::i18n::portal::texts;
use crate::ui::{IntoPiece, Piece};

pub fn not_found() -> Piece {
    message(texts().message.not_found, texts().message.not_found_text)
}

pub fn withdrawn() -> Piece {
    message(texts().message.withdrawn, texts().message.withdrawn_text)
}

/// That the page at `path` could not be loaded; the link to it asks again.
pub fn failed(path: &str) -> Piece {
    let t = texts().message;
    view! {
        <div class="wrap wrap--narrow">
            <div class="page-head" role="alert">
                <h1 tabindex="-1">{t.failed}</h1>
                <p class="lead">{t.failed_text}</p>
                <div class="cluster">
                    <a class="btn" href=path.to_owned()>{t.retry}</a>
                    <a class="btn btn--quiet" href="/">{t.to_home}</a>
                </div>
            </div>
        </div>
    }
    .piece()
}

fn message(heading: &'static str, text: &'static str) -> Piece {
    let t = texts().message;
    view! {
        <div class="wrap wrap--narrow">
            <div class="page-head">
                <h1 tabindex="-1">{heading}</h1>
                <p class="lead">{text}</p>
                <div class="cluster">
                    <a class="btn" href=LIST>{t.to_list}</a>
                    <a class="btn btn--quiet" href="/">{t.to_home}</a>
                </div>
            </div>
        </div>
    }
    .piece()
}
