//! The sign of a party: its logo, or its acronym on its colour. As large for everyone.

use conoceles_shared::colours::text_on;
use leptos::prelude::*;

use super::{IntoPiece, Piece};
use crate::i18n::portal::texts;

/// Letters of an acronym that the square has room for.
const MOST_LETTERS: usize = 6;

/// The address of a logo.
pub fn logo_path(sha256: &str) -> String {
    format!("/api/v1/logos/{sha256}.png")
}

/// The sign of a party of this name. A logo is told by the name; the acronym is drawn for the eye only, since the
/// name stands beside.
pub fn party_sign(name: &str, acronym: &str, colour: &str, logo: Option<&str>) -> Piece {
    if let Some(sha256) = logo {
        return view! {
            <img
                class="party__sign"
                src=logo_path(sha256)
                alt=(texts().common.logo_of)(name)
                width="240"
                height="240"
                decoding="async"
                loading="lazy"
            />
        }
        .piece();
    }
    let text = text_on(colour);
    let (behind, written) = match text {
        Some(text) => (colour.to_owned(), text.colour()),
        None => ("#ffffff".to_owned(), "#000000"),
    };
    let letters: String = acronym.chars().take(MOST_LETTERS).collect();
    let count = letters.chars().count();
    // More than the square has room for at this size.
    let squeezed = count > 4;
    let size = if count > 3 { "7" } else { "11" };
    view! {
        <svg class="party__sign" viewBox="0 0 24 24" aria-hidden="true">
            <rect width="24" height="24" fill=behind></rect>
            <text
                x="12"
                y="12"
                fill=written
                font-size=size
                textLength=squeezed.then_some("22")
                lengthAdjust=squeezed.then_some("spacingAndGlyphs")
                text-anchor="middle"
                dominant-baseline="central"
            >
                {letters}
            </text>
        </svg>
    }
    .piece()
}
