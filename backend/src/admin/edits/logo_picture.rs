//! A logo from whatever was uploaded: decoded as a photo is, fitted into one square for everyone, and written
//! anew, so that nothing but pixels is left. What is drawn by commands (SVG, PDF) is no picture here.

use conoceles_shared::problem::FieldError;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder as _, Rgb, RgbImage, imageops};

use crate::capture::decoding::{
    PhotoPixels, in_srgb_on_white, readable, recognise_photo, refusals, refuse_animation,
};
use crate::core::error::Failure;

/// The side of the square in pixels.
pub const SIDE: u32 = 240;
/// Width times height that is decoded at most: a logo is no photo of a camera.
const MOST_PIXELS: u64 = 16_000_000;
/// What is as good as white.
const WHITE: u8 = 250;

/// The logo as PNG. Slow: call it off the request threads.
///
/// # Errors
/// 415 for bytes that are no JPEG, PNG or WebP, whatever their name says; 422 where there are too many pixels,
/// the file is animated, broken or cut, or nothing of it can be seen on white.
pub fn prepare_logo(bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    refuse_animation(bytes)?;
    let bytes = readable(bytes);
    let file = recognise_photo(&bytes)?;
    let (width, height) = file.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(refusals::too_many_pixels(width, height, MOST_PIXELS));
    }
    let orientation = file.orientation;
    let PhotoPixels { picture, colours } = file.decode_photo()?;
    let mut fitted = picture.resize(SIDE, SIDE, imageops::FilterType::Lanczos3);
    fitted.apply_orientation(orientation);
    let fitted = in_srgb_on_white(fitted, &colours)?;
    if fitted
        .pixels()
        .all(|it| it.0.iter().all(|part| *part >= WHITE))
    {
        return Err(blank());
    }
    let mut square = RgbImage::from_pixel(SIDE, SIDE, Rgb([255, 255, 255]));
    let left = i64::from(SIDE.saturating_sub(fitted.width()) / 2);
    let top = i64::from(SIDE.saturating_sub(fitted.height()) / 2);
    imageops::overlay(&mut square, &fitted, left, top);
    let mut png = Vec::new();
    PngEncoder::new_with_quality(&mut png, CompressionType::Best, FilterType::Adaptive)
        .write_image(square.as_raw(), SIDE, SIDE, ExtendedColorType::Rgb8)
        .map_err(|_| Failure::internal("logo: png"))?;
    Ok(png)
}

fn blank() -> Failure {
    Failure::invalid(vec![FieldError::new(
        "/file",
        "blank_image",
        "El emblema quedaría en blanco sobre fondo blanco. Suba uno con fondo o con color.",
    )])
}

#[cfg(test)]
#[path = "logo_picture_tests.rs"]
mod logo_picture_tests;
