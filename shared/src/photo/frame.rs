//! The frame in proportion 4:5 that is cut out of a picture: chosen in the browser, applied on the
//! server, by the same arithmetic.
//!
//! A picture is first turned upright as its own metadata say, then by whole quarters as the person
//! says; the frame lies in what is seen then. Places are thousandths, so that a frame means the same
//! at every size of the picture.

use serde::{Deserialize, Serialize};

use crate::problem::FieldError;

/// The smallest frame, in thousandths of the largest.
pub const MIN_SIZE: u16 = 100;
/// Thousandths of a whole.
const WHOLE: u16 = 1000;

/// By how much a picture is turned, clockwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Turn {
    /// As its metadata say.
    #[default]
    None,
    /// By 90 degrees.
    Quarter,
    /// By 180 degrees.
    Half,
    /// By 270 degrees.
    ThreeQuarters,
}

impl Turn {
    /// From the smallest to the largest.
    pub const ALL: [Self; 4] = [Self::None, Self::Quarter, Self::Half, Self::ThreeQuarters];

    /// From 0 to 3.
    #[must_use]
    pub const fn quarters(self) -> u8 {
        match self {
            Self::None => 0,
            Self::Quarter => 1,
            Self::Half => 2,
            Self::ThreeQuarters => 3,
        }
    }

    /// As requests say it: 0, 90, 180 or 270.
    #[must_use]
    pub fn degrees(self) -> u16 {
        u16::from(self.quarters()) * 90
    }

    /// The turn of so many degrees; none where they are no whole quarters.
    #[must_use]
    pub fn from_degrees(degrees: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.degrees() == degrees)
    }

    /// One quarter more.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::None => Self::Quarter,
            Self::Quarter => Self::Half,
            Self::Half => Self::ThreeQuarters,
            Self::ThreeQuarters => Self::None,
        }
    }

    /// Width and height after the turn.
    #[must_use]
    pub const fn sides(self, width: u32, height: u32) -> (u32, u32) {
        match self {
            Self::None | Self::Half => (width, height),
            Self::Quarter | Self::ThreeQuarters => (height, width),
        }
    }
}

/// Where a picture is cut, in thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// The turn before it is cut.
    pub turn: Turn,
    /// Left edge, in thousandths of the turned picture's width.
    pub left: u16,
    /// Upper edge, in thousandths of the turned picture's height.
    pub top: u16,
    /// In thousandths of the largest frame that fits.
    pub size: u16,
}

/// A rectangle in pixels; edges may lie between two.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cut {
    /// From the left edge of the picture.
    pub left: f64,
    /// From its upper edge.
    pub top: f64,
    /// Four fifths of the height.
    pub width: f64,
    /// At most the picture's.
    pub height: f64,
}

impl Cut {
    /// The largest rectangle in proportion 4:5 that fits, in the middle.
    #[must_use]
    pub fn largest(width: u32, height: u32) -> Self {
        let (across, down) = (f64::from(width), f64::from(height));
        let (width, height) = if across * 5.0 > down * 4.0 {
            (down * 4.0 / 5.0, down)
        } else {
            (across, across * 5.0 / 4.0)
        };
        Self {
            left: (across - width) / 2.0,
            top: (down - height) / 2.0,
            width,
            height,
        }
    }
}

impl Frame {
    /// The largest frame in the middle of a picture of this size, as it lies before the turn.
    #[must_use]
    pub fn centred(turn: Turn, size: u16, (width, height): (u32, u32)) -> Self {
        let room = Room::of(turn, size, (width, height));
        Self {
            turn,
            left: room.left / 2,
            top: room.top / 2,
            size,
        }
    }

    /// The same frame, moved and made smaller until it lies within the picture.
    #[must_use]
    pub fn within(self, picture: (u32, u32)) -> Self {
        let size = self.size.clamp(MIN_SIZE, WHOLE);
        let room = Room::of(self.turn, size, picture);
        Self {
            turn: self.turn,
            left: self.left.min(room.left),
            top: self.top.min(room.top),
            size,
        }
    }

    /// Moved by thousandths, as far as the picture reaches.
    #[must_use]
    pub fn moved(self, (right, down): (i32, i32), picture: (u32, u32)) -> Self {
        Self {
            left: shifted(self.left, right),
            top: shifted(self.top, down),
            ..self
        }
        .within(picture)
    }

    /// Made larger or smaller by thousandths around its own middle.
    #[must_use]
    pub fn resized(self, by: i32, picture: (u32, u32)) -> Self {
        let size = shifted(self.size, by).clamp(MIN_SIZE, WHOLE);
        let (before, after) = (
            Room::of(self.turn, self.size, picture),
            Room::of(self.turn, size, picture),
        );
        // What the frame gives up on both sides.
        let gained = |after: u16, before: u16| (i32::from(after) - i32::from(before)) / 2;
        Self { size, ..self }.moved(
            (
                gained(after.left, before.left),
                gained(after.top, before.top),
            ),
            picture,
        )
    }

    /// The rectangle in pixels of the turned picture; `width` and `height` are those before the turn.
    /// What rounding to thousandths puts outside comes back in.
    #[must_use]
    pub fn cut(self, width: u32, height: u32) -> Cut {
        let (width, height) = self.turn.sides(width, height);
        let largest = Cut::largest(width, height);
        let share = f64::from(self.size) / f64::from(WHOLE);
        let (across, down) = (f64::from(width), f64::from(height));
        let (cut_width, cut_height) = (largest.width * share, largest.height * share);
        let place = |at: u16, whole: f64, cut: f64| {
            (f64::from(at) / f64::from(WHOLE) * whole).min((whole - cut).max(0.0))
        };
        Cut {
            left: place(self.left, across, cut_width),
            top: place(self.top, down, cut_height),
            width: cut_width,
            height: cut_height,
        }
    }

    /// What is wrong with it for a picture of this size, before the turn.
    ///
    /// # Errors
    /// Every edge that lies outside.
    pub fn check(self, picture: (u32, u32)) -> Result<(), Vec<FieldError>> {
        let room = Room::of(self.turn, self.size, picture);
        let edges = [
            ("/left", "Izquierda", self.left, room.left),
            ("/top", "Arriba", self.top, room.top),
        ];
        let errors: Vec<_> = edges
            .into_iter()
            // One thousandth is what two roundings may differ by.
            .filter(|(_, _, at, most)| *at > most.saturating_add(1))
            .map(|(pointer, label, _, most)| {
                FieldError::new(
                    pointer,
                    "out_of_range",
                    format!(
                        "{label}: con ese tamaño, el recorte queda dentro de la imagen hasta {}.",
                        percent(most)
                    ),
                )
            })
            .collect();
        if errors.is_empty() {
            Ok(())
        } else {
            Err(errors)
        }
    }

    /// The parameters of a request.
    #[must_use]
    pub fn to_query(self) -> String {
        format!(
            "left={}&top={}&size={}&turn={}",
            self.left,
            self.top,
            self.size,
            self.turn.degrees()
        )
    }

    /// Reads the parameters of a request; none at all is no frame.
    ///
    /// # Errors
    /// Every parameter that is missing, unknown, or not a whole number in its range.
    pub fn from_pairs(pairs: &[(String, String)]) -> Result<Option<Self>, Vec<FieldError>> {
        if pairs.is_empty() {
            return Ok(None);
        }
        let mut errors: Vec<_> = pairs
            .iter()
            .filter(|(key, _)| !["left", "top", "size", "turn"].contains(&key.as_str()))
            .map(|(key, _)| {
                let detail = "No es un parámetro del recorte: use left, top, size y turn.";
                FieldError::new(format!("/{key}"), "unknown", detail)
            })
            .collect();
        let mut number = |key: &str, label: &str, least: u16, most: u16| {
            let given: Vec<_> = pairs.iter().filter(|it| it.0 == key).collect();
            let value = match given.as_slice() {
                [(_, text)] => text.parse::<u16>().ok(),
                _ => None,
            };
            let value = value.filter(|it| (least..=most).contains(it));
            if value.is_none() {
                errors.push(FieldError::new(
                    format!("/{key}"),
                    "out_of_range",
                    format!("{label}: escriba una vez un número entero de {least} a {most}."),
                ));
            }
            value.unwrap_or(least)
        };
        let (left, top) = (
            number("left", "Izquierda, en milésimas", 0, WHOLE),
            number("top", "Arriba, en milésimas", 0, WHOLE),
        );
        let size = number("size", "Tamaño, en milésimas", MIN_SIZE, WHOLE);
        let turn = Turn::from_degrees(number("turn", "Giro, en grados", 0, 270));
        if turn.is_none() {
            let detail = "Giro: elija 0, 90, 180 o 270 grados.";
            errors.push(FieldError::new("/turn", "out_of_range", detail));
        }
        match (turn, errors.is_empty()) {
            (Some(turn), true) => Ok(Some(Self {
                turn,
                left,
                top,
                size,
            })),
            _ => Err(errors),
        }
    }
}

/// How far a frame can be moved, in thousandths.
struct Room {
    left: u16,
    top: u16,
}

impl Room {
    fn of(turn: Turn, size: u16, (width, height): (u32, u32)) -> Self {
        let (width, height) = turn.sides(width.max(1), height.max(1));
        // In parts of which a frame has as many across as down.
        let (across, down) = (u64::from(width) * 5, u64::from(height) * 4);
        Self {
            left: left_over(size, across.min(down), across),
            top: left_over(size, across.min(down), down),
        }
    }
}

/// What a frame of this size leaves free of a side of `whole` parts, `largest` of which the largest
/// frame takes: in whole thousandths, rounded down.
fn left_over(size: u16, largest: u64, whole: u64) -> u16 {
    let taken = (u64::from(size) * largest).div_ceil(whole);
    WHOLE.saturating_sub(u16::try_from(taken).unwrap_or(WHOLE))
}

fn shifted(at: u16, by: i32) -> u16 {
    let moved = (i32::from(at) + by).clamp(0, i32::from(WHOLE));
    u16::try_from(moved).unwrap_or(WHOLE)
}

/// Thousandths as a percentage with one decimal, as people read them.
fn percent(thousandths: u16) -> String {
    format!("{}.{} %", thousandths / 10, thousandths % 10)
}
