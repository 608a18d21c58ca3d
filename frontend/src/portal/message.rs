//! Pages that say that something is not there, and what to do.

use leptos::prelude::*;

use super::address::LIST;
use super::site::Actions;
use crate::i18n::t;
use crate::ui::{IntoPiece, Piece};

/// No such page.
pub fn not_found() -> Piece {
    message(t().message.not_found, t().message.not_found_text)
}

/// A withdrawn record.
pub fn withdrawn() -> Piece {
    message(t().message.withdrawn, t().message.withdrawn_text)
}

/// A page that could not be loaded.
pub fn failed() -> Piece {
    let texts = &t().message;
    let actions = use_context::<Actions>();
    let retry = move |_| {
        if let Some(actions) = actions {
            actions.retry.run(());
        }
    };
    view! {
        <div class="wrap wrap--narrow">
            <div class="page-head" role="alert">
                <h1 tabindex="-1">{texts.failed}</h1>
                <p class="lead">{texts.failed_text}</p>
                <div class="cluster">
                    <button class="btn" type="button" on:click=retry>{texts.retry}</button>
                    <a class="btn btn--quiet" href="/">{texts.to_home}</a>
                </div>
            </div>
        </div>
    }
    .piece()
}

/// The first page of a visit, where the server rendered none.
pub fn waiting() -> Piece {
    view! {
        <div class="wrap wrap--narrow">
            <div class="page-head"><h1 tabindex="-1">{t().message.waiting}</h1></div>
        </div>
    }
    .piece()
}

fn message(heading: &'static str, text: &'static str) -> Piece {
    let texts = &t().message;
    view! {
        <div class="wrap wrap--narrow">
            <div class="page-head">
                <h1 tabindex="-1">{heading}</h1>
                <p class="lead">{text}</p>
                <div class="cluster">
                    <a class="btn" href=LIST>{texts.to_list}</a>
                    <a class="btn btn--quiet" href="/">{texts.to_home}</a>
                </div>
            </div>
        </div>
    }
    .piece()
}
