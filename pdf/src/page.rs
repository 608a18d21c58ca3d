//! The page and places on it, in points from its upper left corner.

use krilla::geom::Rect;

/// US letter: what offices in Mexico print on.
pub const PAGE_WIDTH: f32 = 612.0;
/// See [`PAGE_WIDTH`].
pub const PAGE_HEIGHT: f32 = 792.0;
/// Where text begins and ends, from the left.
pub const LEFT: f32 = 62.0;
/// See [`LEFT`].
pub const RIGHT: f32 = 550.0;
/// Where text begins and ends, from the top.
pub const TOP: f32 = 56.0;
/// See [`TOP`].
pub const BOTTOM: f32 = 724.0;

/// A strip that lines are set in.
#[derive(Debug, Clone, Copy)]
pub struct Strip {
    /// Where it begins, from the left.
    pub x: f32,
    /// How wide the longest line may be.
    pub width: f32,
}

impl Strip {
    /// All that text may take.
    pub const WHOLE: Self = Self::from(LEFT);

    /// From here to where text ends.
    pub const fn from(x: f32) -> Self {
        Self {
            x,
            width: RIGHT - x,
        }
    }
}

/// Somewhere on a page.
#[derive(Debug, Clone, Copy)]
pub struct Area {
    /// The page, from 0.
    pub page: usize,
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
    /// How wide.
    pub width: f32,
    /// How high.
    pub height: f32,
}

impl Area {
    /// The same as krilla takes it.
    pub fn rect(self) -> Option<Rect> {
        Rect::from_xywh(self.x, self.y, self.width, self.height)
    }
}
