//! From what a person sees to what a file stores: a frame is chosen on the picture turned upright,
//! and cut before the turn, so that only the small picture is turned.

use conoceles_shared::photo::{Cut, Turn};
use image::DynamicImage;
use image::metadata::Orientation;

/// How a stored picture becomes the one that is seen: as its metadata say, then as the person says.
#[derive(Debug, Clone, Copy)]
pub struct Upright {
    /// From the metadata.
    pub orientation: Orientation,
    /// From the person.
    pub turn: Turn,
}

impl Upright {
    /// Whether width and height change places.
    pub fn lies(self) -> bool {
        (quarters(self.orientation).0 + self.turn.quarters()) % 2 == 1
    }

    /// Whether width and height change places by the metadata alone.
    pub fn is_stored_lying(self) -> bool {
        quarters(self.orientation).0 % 2 == 1
    }

    /// A cut of the picture that is seen, in the stored one of `width` × `height`.
    pub fn stored(self, cut: Cut, width: u32, height: u32) -> Cut {
        let (quarters, mirrored) = quarters(self.orientation);
        let (mut across, mut down) = (f64::from(width), f64::from(height));
        if self.lies() {
            (across, down) = (down, across);
        }
        let mut cut = cut;
        for _ in 0..self.turn.quarters() {
            (cut, across, down) = quarter_back(cut, across, down);
        }
        if mirrored {
            cut.left = across - (cut.left + cut.width);
        }
        for _ in 0..quarters {
            (cut, across, down) = quarter_back(cut, across, down);
        }
        cut
    }

    /// Turns a stored picture upright.
    pub fn apply(self, picture: &mut DynamicImage) {
        picture.apply_orientation(self.orientation);
        picture.apply_orientation(match self.turn {
            Turn::None => Orientation::NoTransforms,
            Turn::Quarter => Orientation::Rotate90,
            Turn::Half => Orientation::Rotate180,
            Turn::ThreeQuarters => Orientation::Rotate270,
        });
    }
}

/// Quarters clockwise, and whether it is mirrored left to right afterwards.
fn quarters(orientation: Orientation) -> (u8, bool) {
    match orientation {
        Orientation::NoTransforms => (0, false),
        Orientation::Rotate90 => (1, false),
        Orientation::Rotate180 => (2, false),
        Orientation::Rotate270 => (3, false),
        Orientation::FlipHorizontal => (0, true),
        Orientation::Rotate90FlipH => (1, true),
        Orientation::FlipVertical => (2, true),
        Orientation::Rotate270FlipH => (3, true),
    }
}

/// A cut before a quarter turn clockwise, with the sides before it.
fn quarter_back(cut: Cut, width: f64, height: f64) -> (Cut, f64, f64) {
    let before = Cut {
        left: cut.top,
        top: width - (cut.left + cut.width),
        width: cut.height,
        height: cut.width,
    };
    (before, height, width)
}
