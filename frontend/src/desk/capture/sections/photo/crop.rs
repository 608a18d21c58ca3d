//! The frame on a chosen picture, before it is sent.

use std::sync::Arc;

use conoceles_shared::photo::{Cut, Frame, Turn};
use leptos::prelude::*;

use super::picture::OpenedPicture;

/// One step with the keyboard or a button, and a large one, in thousandths.
pub const STEP: i32 = 10;
/// With the shift key.
pub const LARGE_STEP: i32 = 100;
/// The largest frame, in thousandths of itself.
pub const WHOLE: u16 = 1000;

/// The picture that was opened and its frame; a copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct Crop {
    picture: RwSignal<Option<Arc<OpenedPicture>>>,
    frame: RwSignal<Option<Frame>>,
}

impl Crop {
    /// No picture yet.
    pub fn new() -> Self {
        Self {
            picture: RwSignal::new(None),
            frame: RwSignal::new(None),
        }
    }

    /// Takes a picture, framed in its middle as large as can be.
    pub fn frame_picture(self, picture: OpenedPicture) {
        let sides = (picture.width, picture.height);
        self.frame
            .set(Some(Frame::centred(Turn::None, WHOLE, sides)));
        self.picture.set(Some(Arc::new(picture)));
    }

    /// Lets the picture go.
    pub fn close(self) {
        self.picture.set(None);
        self.frame.set(None);
    }

    pub fn picture(self) -> Signal<Option<Arc<OpenedPicture>>> {
        self.picture.into()
    }

    pub fn chosen(self) -> Option<Frame> {
        self.frame.get_untracked()
    }

    /// The frame as it is now.
    pub fn frame(self) -> Option<Frame> {
        self.frame.get()
    }

    /// Changes the frame by `how`, which is told the picture's sides.
    pub fn change(self, how: impl FnOnce(Frame, (u32, u32)) -> Frame) {
        let picture = self.picture.get_untracked();
        if let Some((picture, frame)) = picture.zip(self.frame.get_untracked()) {
            let sides = (picture.width, picture.height);
            self.frame.set(Some(how(frame, sides).within(sides)));
        }
    }

    /// Moves it by thousandths.
    pub fn shift(self, right: i32, down: i32) {
        self.change(|it, sides| it.moved((right, down), sides));
    }

    /// Makes it larger or smaller by thousandths around its middle.
    pub fn resize(self, by: i32) {
        self.change(|it, sides| it.resized(by, sides));
    }

    /// Turns the picture a quarter; the frame goes back to the middle.
    pub fn turn(self) {
        self.change(|it, sides| Frame::centred(it.turn.next(), it.size, sides));
    }

    pub fn centre(self) {
        self.change(|it, sides| Frame::centred(it.turn, it.size, sides));
    }
}

/// How the picture is drawn: its sides after the turn, and the turn as SVG says it.
pub fn turned(turn: Turn, width: u32, height: u32) -> (u32, u32, String) {
    let (across, down) = turn.sides(width, height);
    let degrees = turn.degrees();
    let (right, below) = match turn {
        Turn::None => (0, 0),
        Turn::Quarter => (height, 0),
        Turn::Half => (width, height),
        Turn::ThreeQuarters => (0, width),
    };
    let transform = format!("translate({right} {below}) rotate({degrees})");
    (across, down, transform)
}

/// A cut as an SVG view box.
pub fn view_box(cut: Cut) -> String {
    format!("{} {} {} {}", cut.left, cut.top, cut.width, cut.height)
}

/// Thousandths as a percentage with one decimal where there is one.
pub fn percent(thousandths: u16) -> String {
    match thousandths % 10 {
        0 => (thousandths / 10).to_string(),
        rest => format!("{}.{rest}", thousandths / 10),
    }
}

/// A percentage as it is typed, with a point or a comma, in thousandths.
pub fn thousandths(text: &str) -> Option<u16> {
    let text = text.trim().trim_end_matches('%').trim_end();
    let number: f64 = text.replace(',', ".").parse().ok()?;
    (0.0..=100.0)
        .contains(&number)
        .then(|| (number * 10.0).round() as u16)
}

#[cfg(test)]
#[path = "crop_tests.rs"]
mod crop_tests;
