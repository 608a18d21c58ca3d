//! The way back.

use leptos::prelude::*;

use super::{IntoPiece, Piece};

use crate::i18n::portal::texts;

/// One step of the way back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crumb {
    /// Where it leads.
    pub href: String,
    /// Its text.
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
