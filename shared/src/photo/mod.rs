//! The photograph: the frame that cuts it, and what can be said of it without looking at a face.

mod checks;
mod frame;

pub use checks::{Aspect, Check, Measures};
pub use frame::{Cut, Frame, MIN_SIZE, Turn};

/// Width of the small size in pixels, for lists; its height is five quarters of it. The full size is
/// at most twice as wide.
pub const SMALL_WIDTH: u32 = 400;

#[cfg(test)]
#[path = "photo_tests.rs"]
mod photo_tests;
