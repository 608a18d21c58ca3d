//! Sharpness, light and contrast of a prepared picture, from its pixels alone. Nothing here looks
//! for a face, and nothing leaves the server.

use conoceles_shared::photo::Measures;
use image::RgbImage;

/// Tiles on each side: what is sharp in a portrait is the person, not the wall behind.
const TILES: usize = 8;
/// Of all tiles, the sharpest that count: an eighth.
const SHARPEST: usize = TILES * TILES / 8;

/// Measures a prepared picture whose cut was `cut` wide and high in the file.
pub fn measure(picture: &RgbImage, cut: (u32, u32)) -> Measures {
    let (width, luma) = (picture.width() as usize, luma(picture));
    let (light, variance) = moments(luma.iter().copied());
    Measures {
        width: cut.0,
        height: cut.1,
        light,
        contrast: variance.sqrt(),
        sharpness: sharpness(&luma, width),
    }
}

/// Rec. 601: how bright a person sees each pixel.
fn luma(picture: &RgbImage) -> Vec<f64> {
    picture
        .pixels()
        .map(|it| {
            let [red, green, blue] = it.0.map(f64::from);
            0.299f64.mul_add(red, 0.587f64.mul_add(green, 0.114 * blue))
        })
        .collect()
}

/// Mean variance of the Laplacian over the sharpest tiles; 0 where a picture is too small for tiles.
fn sharpness(luma: &[f64], width: usize) -> f64 {
    let height = luma.len() / width.max(1);
    let (across, down) = (width / TILES, height / TILES);
    let mut tiles = Vec::with_capacity(TILES * TILES);
    for top in (0..TILES).map(|it| it * down) {
        for left in (0..TILES).map(|it| it * across) {
            let inside = (top + 1..(top + down).saturating_sub(1)).flat_map(|y| {
                (left + 1..(left + across).saturating_sub(1)).map(move |x| y * width + x)
            });
            tiles.push(moments(inside.filter_map(|at| laplacian(luma, width, at))).1);
        }
    }
    tiles.sort_by(|one, other| other.total_cmp(one));
    tiles.truncate(SHARPEST);
    moments(tiles.into_iter()).0
}

/// Four times a pixel less its four neighbours.
fn laplacian(luma: &[f64], width: usize, at: usize) -> Option<f64> {
    let around = luma.get(at.checked_sub(width)?)?
        + luma.get(at + width)?
        + luma.get(at.checked_sub(1)?)?
        + luma.get(at + 1)?;
    Some(luma.get(at)?.mul_add(4.0, -around))
}

/// Mean and variance; both 0 of nothing.
fn moments(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let (mut count, mut sum, mut squares) = (0.0, 0.0, 0.0);
    for value in values {
        count += 1.0;
        sum += value;
        squares += value * value;
    }
    if count == 0.0 {
        return (0.0, 0.0);
    }
    let mean: f64 = sum / count;
    (mean, (squares / count - mean * mean).max(0.0))
}

#[cfg(test)]
#[path = "quality_tests.rs"]
mod quality_tests;
