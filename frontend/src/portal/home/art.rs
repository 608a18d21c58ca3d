//! The ornament of the first page: a board of equal portraits of nobody.

use leptos::prelude::*;

use crate::ui::{IntoPiece, Piece};

/// The board: five by four, ground and figure by turns.
const BOARD: [(&str, &str); 20] = [
    ("art-c", "art-f"),
    ("art-b", "art-c"),
    ("art-e", "art-a"),
    ("art-a", "art-b"),
    ("art-e", "art-a"),
    ("art-e", "art-a"),
    ("art-a", "art-b"),
    ("art-c", "art-f"),
    ("art-e", "art-a"),
    ("art-b", "art-c"),
    ("art-a", "art-b"),
    ("art-b", "art-c"),
    ("art-e", "art-a"),
    ("art-c", "art-f"),
    ("art-a", "art-b"),
    ("art-b", "art-c"),
    ("art-e", "art-a"),
    ("art-a", "art-b"),
    ("art-b", "art-c"),
    ("art-c", "art-f"),
];

/// Draws the board; readers skip it, and print and phones leave it out.
pub fn art() -> Piece {
    let tiles = BOARD
        .iter()
        .enumerate()
        .map(|(at, (ground, figure))| {
            let place = format!("translate({} {})", at % 5 * 80, at / 5 * 100);
            view! {
                <g transform=place>
                    <rect width="72" height="90" rx="6" class=*ground></rect>
                    <path
                        d="M36 49a13 13 0 1 0 0-26 13 13 0 0 0 0 26zM11 90c0-24 11-33 25-33s25 9 25 33z"
                        class=*figure
                    ></path>
                </g>
            }
        })
        .collect_view();
    view! {
        <svg class="hero__art no-print" viewBox="0 0 392 390" aria-hidden="true">{tiles}</svg>
    }
    .piece()
}
