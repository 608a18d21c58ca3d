//! Filled shapes with smooth edges: all that a portrait needs.

use image::RgbImage;

/// Lines into which a curve is cut.
const STEPS: u16 = 24;
/// Rows into which a pixel is cut.
const SUBROWS: u16 = 4;

/// Where the picture lies in the drawing, and how much it is enlarged.
#[derive(Debug, Clone, Copy)]
pub(super) struct Crop {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) scale: f32,
}

impl Crop {
    fn x(self, x: f32) -> f32 {
        (x - self.left) * self.scale
    }

    fn y(self, y: f32) -> f32 {
        (y - self.top) * self.scale
    }
}

/// A closed outline.
#[derive(Debug, Clone, Default)]
pub(super) struct Shape(Vec<(f32, f32)>);

impl Shape {
    /// An outline that starts here.
    pub(super) fn at(x: f32, y: f32) -> Self {
        Self(vec![(x, y)])
    }

    /// A straight line to here.
    pub(super) fn line(mut self, x: f32, y: f32) -> Self {
        self.0.push((x, y));
        self
    }

    /// A cubic Bézier curve to `end`.
    pub(super) fn curve(mut self, from: (f32, f32), to: (f32, f32), end: (f32, f32)) -> Self {
        let start = self.0.last().copied().unwrap_or(end);
        for step in 1..=STEPS {
            let t = f32::from(step) / f32::from(STEPS);
            let rest = 1.0 - t;
            let mix = |a: f32, b: f32, c: f32, d: f32| {
                rest.powi(3) * a
                    + 3.0 * rest.powi(2) * t * b
                    + 3.0 * rest * t.powi(2) * c
                    + t.powi(3) * d
            };
            self.0.push((
                mix(start.0, from.0, to.0, end.0),
                mix(start.1, from.1, to.1, end.1),
            ));
        }
        self
    }

    /// An ellipse around `centre`.
    pub(super) fn ellipse(centre: (f32, f32), radii: (f32, f32)) -> Self {
        let points = 4 * STEPS;
        let point = |at: u16| {
            let turn = std::f32::consts::TAU * f32::from(at) / f32::from(points);
            (
                centre.0 + radii.0 * turn.cos(),
                centre.1 + radii.1 * turn.sin(),
            )
        };
        Self((0..points).map(point).collect())
    }

    /// Where a horizontal line crosses the outline, from left to right.
    fn crossings(&self, y: f32, crop: Crop, out: &mut Vec<f32>) {
        out.clear();
        let next = self.0.iter().cycle().skip(1);
        for (&(x0, y0), &(x1, y1)) in self.0.iter().zip(next) {
            let (y0, y1) = (crop.y(y0), crop.y(y1));
            if (y0 <= y) != (y1 <= y) {
                out.push(crop.x(x0 + (x1 - x0) * (y - y0) / (y1 - y0)));
            }
        }
        out.sort_by(f32::total_cmp);
    }

    fn rows(&self, crop: Crop, height: u16) -> std::ops::Range<u16> {
        let (top, bottom) = self
            .0
            .iter()
            .fold((f32::MAX, f32::MIN), |(top, bottom), it| {
                (top.min(crop.y(it.1)), bottom.max(crop.y(it.1)))
            });
        row(top.floor(), height)..row(bottom.ceil(), height)
    }
}

/// The row or column at `at`, within the picture.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to the picture first"
)]
fn row(at: f32, limit: u16) -> u16 {
    at.clamp(0.0, f32::from(limit)) as u16
}

/// A picture being painted.
#[derive(Debug)]
pub(super) struct Canvas {
    width: u16,
    height: u16,
    crop: Crop,
    pixels: Vec<u8>,
}

impl Canvas {
    /// A plain picture; shapes are seen through `crop`.
    pub(super) fn new((width, height): (u16, u16), crop: Crop, colour: [u8; 3]) -> Self {
        let pixels = usize::from(width) * usize::from(height);
        Self {
            width,
            height,
            crop,
            pixels: colour.repeat(pixels),
        }
    }

    /// Paints a shape.
    pub(super) fn fill(&mut self, shape: &Shape, colour: [u8; 3], opacity: f32) {
        let mut crossings = Vec::new();
        let mut cover = vec![0.0_f32; usize::from(self.width)];
        for y in shape.rows(self.crop, self.height) {
            cover.fill(0.0);
            for sub in 0..SUBROWS {
                let at = f32::from(y) + (f32::from(sub) + 0.5) / f32::from(SUBROWS);
                shape.crossings(at, self.crop, &mut crossings);
                for pair in crossings.chunks_exact(2) {
                    if let [left, right] = pair {
                        self.span(*left, *right, &mut cover);
                    }
                }
            }
            self.blend(y, &cover, colour, opacity / f32::from(SUBROWS));
        }
    }

    /// Adds how much of each pixel lies between `left` and `right`.
    fn span(&self, left: f32, right: f32, cover: &mut [f32]) {
        let (first, last) = (row(left.floor(), self.width), row(right.ceil(), self.width));
        for x in first..last {
            let start = f32::from(x).max(left);
            let end = (f32::from(x) + 1.0).min(right);
            if let Some(pixel) = cover.get_mut(usize::from(x)) {
                *pixel += (end - start).max(0.0);
            }
        }
    }

    fn blend(&mut self, y: u16, cover: &[f32], colour: [u8; 3], weight: f32) {
        let start = usize::from(y) * usize::from(self.width) * 3;
        let line = self.pixels.iter_mut().skip(start);
        let shares = cover.iter().flat_map(|share| [share * weight; 3]);
        for ((pixel, share), new) in line.zip(shares).zip(colour.iter().cycle()) {
            if share > 0.0 {
                let mixed = f32::from(*pixel) * (1.0 - share) + f32::from(*new) * share;
                *pixel = shade(mixed);
            }
        }
    }

    /// The picture.
    pub(super) fn into_image(self) -> RgbImage {
        RgbImage::from_raw(u32::from(self.width), u32::from(self.height), self.pixels)
            .unwrap_or_default()
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to a byte first"
)]
fn shade(mixed: f32) -> u8 {
    mixed.round().clamp(0.0, 255.0) as u8
}
