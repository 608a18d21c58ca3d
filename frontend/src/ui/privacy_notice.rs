//! The text of the privacy notice, the same on the public page and on the capture desk.

use conoceles_shared::questionnaire::{NoticeBlock, PRIVACY_NOTICE, responsible};
use leptos::prelude::*;

use super::{IntoPiece, Piece};
use crate::i18n::portal::texts;

/// Every section of the notice, its heading made by `heading`: each page has its own order of
/// headings.
pub fn privacy_notice(heading: impl Fn(&'static str) -> Piece) -> Piece {
    let sections: Vec<_> = PRIVACY_NOTICE
        .sections
        .iter()
        .map(|it| {
            let blocks: Vec<_> = it.blocks.iter().map(block).collect();
            view! { {heading(it.heading)} {blocks} }
        })
        .collect();
    view! { <div class="manual">{sections}</div> }.piece()
}

fn block(block: &'static NoticeBlock) -> Piece {
    match block {
        NoticeBlock::Responsible(sentence) => {
            view! { <p>{responsible(texts().frame.owner, sentence)}</p> }.piece()
        }
        NoticeBlock::Text(text) => view! { <p>{*text}</p> }.piece(),
        NoticeBlock::List(items) => {
            let items = items
                .iter()
                .map(|it| view! { <li>{*it}</li> })
                .collect_view();
            view! { <ul>{items}</ul> }.piece()
        }
    }
}
