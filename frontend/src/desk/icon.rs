//! Line icons. None goes without words beside it.

use leptos::prelude::*;

/// An icon by what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// Done.
    Check,
    /// Being written.
    Pencil,
    /// Nothing yet.
    Circle,
    /// Waiting.
    Clock,
    /// To act on.
    Flag,
    /// Read-only.
    Lock,
    /// Something is wrong.
    Warning,
    /// Something to know.
    Info,
    /// Paused.
    Pause,
    /// Saved on the server.
    Cloud,
    /// No connection.
    CloudOff,
    /// Add one.
    Plus,
    /// Further up in a list.
    Up,
    /// Further down in a list.
    Down,
    /// A person.
    Person,
    /// The menu.
    Menu,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Check => "M4 12.5l5 5L20 6.5",
            Self::Pencil => "M4 20l1-4L16 5l3 3L8 19z",
            Self::Circle => "M12 20a8 8 0 100-16 8 8 0 000 16z",
            Self::Clock => "M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5l3.5 2",
            Self::Flag => "M6 21V4h11l-2 4 2 4H6",
            Self::Lock => "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3",
            Self::Warning => "M12 8v5M12 16.5v.01M12 3l10 18H2z",
            Self::Info => "M12 21a9 9 0 100-18 9 9 0 000 18zM12 11v5M12 7.5v.01",
            Self::Pause => "M8 5v14M16 5v14",
            Self::Cloud => {
                "M7 18a4 4 0 01-.5-8A6 6 0 0118 9.5a4.2 4.2 0 01-.5 8.5zM9.5 13.5l2 2 3.5-4"
            }
            Self::CloudOff => {
                "M3 3l18 18M7 18a4 4 0 01-.5-8 6 6 0 012-3M12 5.5a6 6 0 016 4 4.2 4.2 0 012.5 6.5"
            }
            Self::Plus => "M12 5v14M5 12h14",
            Self::Up => "M12 19V5M6 11l6-6 6 6",
            Self::Down => "M12 5v14M6 13l6 6 6-6",
            Self::Person => {
                "M12 12.5a4.2 4.2 0 100-8.500 4.2 4.2 0 000 8.500zM4 21c.6-4.2 4-6 8-6s7.4 1.8 8 6"
            }
            Self::Menu => "M4 7h16M4 12h16M4 17h16",
        }
    }

    /// The drawing, hidden from assistive technology.
    pub fn drawn(self) -> impl IntoView + use<> {
        view! {
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
                <path d=self.path()></path>
            </svg>
        }
    }
}
