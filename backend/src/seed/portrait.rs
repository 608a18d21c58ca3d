//! Neutral portraits: a flat bust without a face, in muted colours, different for each person.
//!
//! Nothing in it tells sex, age or origin of the invented person: everything is drawn at random.

use image::RgbImage;
use rand::Rng as _;
use rand::seq::IndexedRandom as _;
use rand_chacha::ChaCha8Rng;

use super::shapes::{Canvas, Crop, Shape};

/// The size of a portrait in pixels.
pub const SIZE: (u16, u16) = (800, 1000);

/// The part of the drawing that is seen: its corner, and how much it is enlarged.
const CROP: Crop = Crop {
    left: 26.0,
    top: 46.0,
    scale: 2.3,
};

const BACKGROUNDS: &[[u8; 3]] = &[
    [216, 217, 224],
    [226, 223, 208],
    [228, 221, 210],
    [217, 220, 216],
    [220, 216, 226],
    [214, 222, 224],
    [229, 218, 214],
    [222, 222, 214],
];
const SKINS: &[[u8; 3]] = &[
    [205, 178, 155],
    [199, 172, 152],
    [185, 154, 134],
    [173, 138, 114],
    [165, 131, 114],
    [148, 113, 94],
    [140, 109, 96],
    [119, 89, 79],
    [98, 72, 62],
];
const HAIRS: &[[u8; 3]] = &[
    [47, 43, 56],
    [59, 52, 66],
    [74, 64, 72],
    [91, 77, 74],
    [106, 84, 70],
    [123, 116, 128],
    [141, 135, 144],
    [176, 172, 176],
];
const CLOTHES: &[[u8; 3]] = &[
    [133, 121, 111],
    [76, 74, 92],
    [110, 106, 120],
    [154, 143, 159],
    [106, 95, 102],
    [92, 104, 112],
    [124, 132, 122],
    [140, 120, 124],
    [96, 86, 106],
];
const LINEN: [u8; 3] = [244, 240, 234];

/// What varies from person to person, in the units of a drawing of 400 by 500.
struct Features {
    skin: [u8; 3],
    hair: [u8; 3],
    clothes: [u8; 3],
    head: (f32, f32),
    middle: f32,
    shoulders: f32,
    lift: f32,
}

/// Draws one person.
#[must_use]
pub fn draw(rng: &mut ChaCha8Rng) -> RgbImage {
    let mut colour = |of: &[[u8; 3]]| of.choose(rng).copied().unwrap_or(LINEN);
    let (background, skin, hair, clothes) = (
        colour(BACKGROUNDS),
        colour(SKINS),
        colour(HAIRS),
        colour(CLOTHES),
    );
    let features = Features {
        skin,
        hair,
        clothes,
        head: (rng.random_range(55.0..67.0), rng.random_range(71.0..83.0)),
        middle: rng.random_range(194.0..206.0),
        shoulders: rng.random_range(112.0..160.0),
        lift: rng.random_range(0.0..16.0),
    };
    let style = rng.random_range(0..8);
    let mut canvas = Canvas::new(SIZE, CROP, background);
    back_hair(&mut canvas, &features, style);
    body(&mut canvas, &features, rng.random_range(0..5));
    head(&mut canvas, &features);
    front_hair(&mut canvas, &features, style);
    canvas.into_image()
}

fn body(canvas: &mut Canvas, it: &Features, collar: u8) {
    let (x, top) = (it.middle, 318.0 + it.lift);
    let out = it.shoulders;
    let shoulders = Shape::at(x - out - 24.0, 500.0)
        .curve(
            (x - out - 20.0, 405.0),
            (x - out + 10.0, top + 6.0),
            (x - 38.0, top),
        )
        .line(x + 38.0, top)
        .curve(
            (x + out - 10.0, top + 6.0),
            (x + out + 20.0, 405.0),
            (x + out + 24.0, 500.0),
        );
    canvas.fill(&shoulders, it.clothes, 1.0);
    let neck = Shape::at(x - 31.0, 230.0)
        .line(x + 31.0, 230.0)
        .line(x + 31.0, top - 8.0)
        .curve(
            (x + 31.0, top + 26.0),
            (x - 31.0, top + 26.0),
            (x - 31.0, top - 8.0),
        );
    match collar {
        0 | 1 => {
            let shirt = Shape::at(x - 36.0, top - 2.0)
                .line(x, top + 66.0)
                .line(x + 36.0, top - 2.0);
            canvas.fill(&shirt, if collar == 0 { LINEN } else { it.skin }, 1.0);
        }
        2 => canvas.fill(&Shape::ellipse((x, top), (46.0, 20.0)), LINEN, 0.75),
        3 => canvas.fill(&Shape::ellipse((x, top), (44.0, 26.0)), it.skin, 1.0),
        _ => {
            let lapels = Shape::at(x - 40.0, top)
                .line(x - 16.0, top + 96.0)
                .line(x, top + 60.0)
                .line(x + 16.0, top + 96.0)
                .line(x + 40.0, top);
            canvas.fill(&lapels, LINEN, 0.6);
        }
    }
    canvas.fill(&neck, it.skin, 1.0);
    let shade = Shape::at(x - 31.0, 246.0)
        .line(x + 31.0, 246.0)
        .line(x + 31.0, 268.0)
        .curve((x + 12.0, 290.0), (x - 12.0, 290.0), (x - 31.0, 268.0));
    canvas.fill(&shade, [0, 0, 0], 0.11);
}

fn head(canvas: &mut Canvas, it: &Features) {
    let (x, y) = (it.middle, 194.0 + it.lift / 3.0);
    for side in [-1.0, 1.0] {
        let ear = Shape::ellipse((x + side * (it.head.0 - 1.0), y + 8.0), (9.0, 15.0));
        canvas.fill(&ear, it.skin, 1.0);
    }
    canvas.fill(&Shape::ellipse((x, y), it.head), it.skin, 1.0);
}

fn back_hair(canvas: &mut Canvas, it: &Features, style: u8) {
    let (x, y, wide) = (it.middle, 190.0, it.head.0);
    match style {
        // Long.
        0 | 1 => {
            let side = wide + if style == 0 { 22.0 } else { 14.0 };
            let hair = Shape::at(x - side, 350.0)
                .line(x - side, y)
                .curve((x - side, 66.0), (x + side, 66.0), (x + side, y))
                .line(x + side, 350.0);
            canvas.fill(&hair, it.hair, 1.0);
        }
        // To the chin.
        2 => {
            let side = wide + 24.0;
            let hair = Shape::at(x - side, 262.0).curve(
                (x - side - 8.0, 62.0),
                (x + side + 8.0, 62.0),
                (x + side, 262.0),
            );
            canvas.fill(&hair, it.hair, 1.0);
        }
        // Gathered above.
        3 => canvas.fill(&Shape::ellipse((x, 98.0), (32.0, 32.0)), it.hair, 1.0),
        // Curls.
        4 => {
            for at in 0..11_u8 {
                let turn = std::f32::consts::PI * (0.05 + 0.09 * f32::from(at));
                let place = (x - (wide + 8.0) * turn.cos(), 184.0 - 74.0 * turn.sin());
                canvas.fill(&Shape::ellipse(place, (29.0, 29.0)), it.hair, 1.0);
            }
        }
        // Short, or none.
        _ => {}
    }
}

fn front_hair(canvas: &mut Canvas, it: &Features, style: u8) {
    let (x, y) = (it.middle, 194.0 + it.lift / 3.0);
    let (wide, crown) = (it.head.0 + 3.0, y - it.head.1 - 8.0);
    let (hair, opacity) = match style {
        0 | 2 => (parted_at_the_side((x, y), wide, crown), 1.0),
        1 | 3 => (parted_in_the_middle((x, y), wide, crown), 1.0),
        4 => (fringe((x, y), wide, crown), 1.0),
        5 | 6 => (short((x, y), wide, crown), 1.0),
        _ => (cropped((x, y), wide, crown), 0.55),
    };
    canvas.fill(&hair, it.hair, opacity);
}

/// The upper half of an ellipse, from ear to ear over the crown.
fn cap(x: f32, wide: f32, ears: f32, crown: f32) -> Shape {
    // The usual factor with which a cubic curve draws a quarter of an ellipse.
    let (out, up) = (0.552 * wide, 0.552 * (ears - crown));
    Shape::at(x - wide, ears)
        .curve((x - wide, ears - up), (x - out, crown), (x, crown))
        .curve((x + out, crown), (x + wide, ears - up), (x + wide, ears))
}

fn parted_at_the_side((x, y): (f32, f32), wide: f32, crown: f32) -> Shape {
    cap(x, wide, y - 8.0, crown)
        .curve(
            (x + 24.0, y - 14.0),
            (x - 6.0, y - 30.0),
            (x - 18.0, y - 50.0),
        )
        .curve(
            (x - 26.0, y - 30.0),
            (x - 44.0, y - 18.0),
            (x - wide, y - 8.0),
        )
}

fn parted_in_the_middle((x, y): (f32, f32), wide: f32, crown: f32) -> Shape {
    cap(x, wide, y - 4.0, crown)
        .curve((x + 46.0, y - 40.0), (x + 20.0, y - 54.0), (x, y - 58.0))
        .curve(
            (x - 20.0, y - 54.0),
            (x - 46.0, y - 40.0),
            (x - wide, y - 4.0),
        )
}

fn fringe((x, y): (f32, f32), wide: f32, crown: f32) -> Shape {
    let end = (x - wide, y - 18.0);
    cap(x, wide, y - 18.0, crown).curve((x + 30.0, y - 44.0), (x - 30.0, y - 44.0), end)
}

fn short((x, y): (f32, f32), wide: f32, crown: f32) -> Shape {
    cap(x, wide, y + 6.0, crown)
        .curve(
            (x + wide - 6.0, y - 30.0),
            (x + 40.0, y - 44.0),
            (x + 34.0, y - 48.0),
        )
        .curve(
            (x + 10.0, y - 38.0),
            (x - 24.0, y - 38.0),
            (x - 36.0, y - 44.0),
        )
        .curve(
            (x - wide + 8.0, y - 34.0),
            (x - wide + 4.0, y - 20.0),
            (x - wide, y + 6.0),
        )
}

fn cropped((x, y): (f32, f32), wide: f32, crown: f32) -> Shape {
    let (side, end) = (wide - 4.0, y - 20.0);
    let back = (x - side, end);
    cap(x, side, end, crown + 7.0).curve((x + 34.0, y - 56.0), (x - 34.0, y - 56.0), back)
}

#[cfg(test)]
#[path = "portrait_tests.rs"]
mod portrait_tests;
