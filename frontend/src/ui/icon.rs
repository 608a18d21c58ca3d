//! The icons: paths in one table, drawn with the colour of the text. Never alone: words stand
//! beside each.

use leptos::prelude::*;

use super::{IntoPiece, Piece};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// A person, in place of a photo.
    Person,
    /// A link that leaves the site.
    Leaving,
    Next,
    Back,
    Remove,
    Print,
    Data,
    Pause,
    /// Withheld, or locked.
    Lock,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Person => {
                "M12 12.5a4.2 4.2 0 1 0 0-8.4 4.2 4.2 0 0 0 0 8.4zM4 21c.6-4.2 4-6 8-6s7.4 1.8 8 6"
            }
            Self::Leaving => "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
            Self::Next => "M5 12h14M13 6l6 6-6 6",
            Self::Back => "M19 12H5M11 6l-6 6 6 6",
            Self::Remove => "M6 6l12 12M18 6L6 18",
            Self::Print => "M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7z",
            Self::Data => {
                "M12 9c4.4 0 8-1.3 8-3s-3.6-3-8-3-8 1.3-8 3 3.6 3 8 3zM4 6v12c0 1.7 3.6 3 8 3s8-1.3 8-3V6M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3"
            }
            Self::Pause => "M8 5v14M16 5v14",
            Self::Lock => "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
        }
    }
}

/// Draws an icon, hidden from readers.
pub fn icon(which: Icon) -> Piece {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=which.path()></path>
        </svg>
    }
    .piece()
}
