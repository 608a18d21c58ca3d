//! A portrait from whatever was uploaded: read by its own bytes, measured before it is decoded,
//! cut to 4:5 as the person framed it, made small, and written anew in the sizes that the portal
//! shows, so that nothing but pixels is left.

use conoceles_shared::photo::{Cut, Frame, Measures, SMALL_WIDTH, Turn};
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{PixelType, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, ImageBuffer, RgbImage};
use jpeg_encoder::{ColorType, Encoder};

use super::decoding::{
    PhotoFile, PhotoPixels, in_srgb_on_white, readable, recognise_photo, refuse_animation,
};
use super::quality;
use super::upright::Upright;
use crate::core::error::Failure;

/// The prepared picture is at most this wide, in proportion 4:5.
const WIDTH: u32 = 800;
/// The largest JPEG that is published.
const MAX_JPEG: usize = 700 * 1024;
/// Qualities tried in turn until the JPEG fits; at 800 × 1000 even noise fits the last one.
const QUALITIES: [u8; 6] = [86, 78, 70, 60, 45, 30];
/// The quality of the WebP, which is smaller than the JPEG at the same impression.
const WEBP_QUALITY: f32 = 80.0;

/// A prepared portrait.
#[derive(Debug)]
pub struct Portrait {
    /// The full size.
    pub full: Encoded,
    /// The small size, where the full one is larger.
    pub small: Option<Encoded>,
    /// Width of the full size in pixels.
    pub width: u32,
    /// Height of the full size in pixels.
    pub height: u32,
    /// What was measured of it.
    pub measures: Measures,
}

/// One size in both formats.
#[derive(Debug)]
pub struct Encoded {
    /// As JPEG.
    pub jpeg: Vec<u8>,
    /// As WebP.
    pub webp: Vec<u8>,
}

/// Prepares an uploaded file. Slow: call it off the request threads. Without a frame it is the
/// largest, in the middle.
///
/// # Errors
/// 415 for bytes that are no JPEG, PNG or WebP, whatever their name says; 422 where there are too
/// many pixels (they are not decoded), the file is animated, broken or cut, next to nothing of it can
/// be seen, or the frame lies outside.
pub fn prepare(bytes: &[u8], frame: Option<Frame>) -> Result<Portrait, Failure> {
    refuse_animation(bytes)?;
    let bytes = readable(bytes);
    let file = recognise_photo(&bytes)?;
    if let Some(frame) = frame {
        check_frame(&file, frame)?;
    }
    let orientation = file.orientation;
    let (small, cut) = shrink(file.decode_photo()?, orientation, frame)?;
    encode(&small, cut)
}

/// Writes a picture that already has its size; `cut` is how large it was in its file.
///
/// # Errors
/// An encoder fails.
pub fn encode(picture: &RgbImage, cut: (u32, u32)) -> Result<Portrait, Failure> {
    let (width, height) = picture.dimensions();
    let small = (width > SMALL_WIDTH)
        .then(|| halved(picture).and_then(|it| both(&it)))
        .transpose()?;
    Ok(Portrait {
        full: both(picture)?,
        small,
        width,
        height,
        measures: quality::measure(picture, cut),
    })
}

fn both(picture: &RgbImage) -> Result<Encoded, Failure> {
    Ok(Encoded {
        jpeg: to_jpeg(picture)?,
        webp: to_webp(picture)?,
    })
}

/// What the frame is judged by: the picture upright, before the person's own turn.
fn check_frame(file: &PhotoFile<'_>, frame: Frame) -> Result<(), Failure> {
    let upright = Upright {
        orientation: file.orientation,
        turn: Turn::None,
    };
    let (width, height) = file.dimensions();
    let seen = if upright.lies() {
        (height, width)
    } else {
        (width, height)
    };
    frame.check(seen).map_err(Failure::invalid)
}

/// Cuts the frame as seen upright, at most 800 × 1000, never enlarged, upright, in sRGB and without
/// transparency (white shows through); also how large the cut is in the file.
fn shrink(
    pixels: PhotoPixels,
    orientation: Orientation,
    frame: Option<Frame>,
) -> Result<(RgbImage, (u32, u32)), Failure> {
    let upright = Upright {
        orientation,
        turn: frame.map_or(Turn::None, |it| it.turn),
    };
    let PhotoPixels { picture, colours } = pixels;
    let (width, height) = (picture.width(), picture.height());
    let (seen_width, seen_height) = if upright.is_stored_lying() {
        (height, width)
    } else {
        (width, height)
    };
    let cut = match frame {
        Some(frame) => frame.cut(seen_width, seen_height),
        None => Cut::largest(seen_width, seen_height),
    };
    let (to_width, to_height) = target(cut.width);
    // Turned after it was made small.
    let (to_width, to_height) = if upright.lies() {
        (to_height, to_width)
    } else {
        (to_width, to_height)
    };
    let of_file = (whole(cut.width), whole(cut.height));
    let stored = upright.stored(cut, width, height);
    // Colours are computed when the picture is small: of at most 800 × 1000, whatever was sent.
    let small = resized(&picture, stored, to_width, to_height)?;
    drop(picture);
    let mut small = DynamicImage::ImageRgb8(in_srgb_on_white(small, &colours)?);
    upright.apply(&mut small);
    Ok((small.into_rgb8(), of_file))
}

/// The cut of a stored picture at this size, with the channels and the depth that it had.
fn resized(
    picture: &DynamicImage,
    cut: Cut,
    to_width: u32,
    to_height: u32,
) -> Result<DynamicImage, Failure> {
    let (width, height) = (picture.width(), picture.height());
    // Sums of fractions may end a hair outside.
    let left = cut.left.clamp(0.0, f64::from(width) - cut.width);
    let top = cut.top.clamp(0.0, f64::from(height) - cut.height);
    let options = ResizeOptions::new().crop(left, top, cut.width, cut.height);
    let kind = pixel_kind(picture.color()).ok_or_else(|| unexpected("colour type"))?;
    let source =
        ImageRef::new(width, height, picture.as_bytes(), kind).map_err(|_| unexpected("size"))?;
    let mut small = Image::new(to_width, to_height, kind);
    Resizer::new()
        .resize(&source, &mut small, &options)
        .map_err(|_| unexpected("resize"))?;
    of_bytes(picture.color(), to_width, to_height, small.into_vec())
        .ok_or_else(|| unexpected("buffer"))
}

fn pixel_kind(colour: image::ColorType) -> Option<PixelType> {
    Some(match colour {
        image::ColorType::L8 => PixelType::U8,
        image::ColorType::La8 => PixelType::U8x2,
        image::ColorType::Rgb8 => PixelType::U8x3,
        image::ColorType::Rgba8 => PixelType::U8x4,
        image::ColorType::L16 => PixelType::U16,
        image::ColorType::La16 => PixelType::U16x2,
        image::ColorType::Rgb16 => PixelType::U16x3,
        image::ColorType::Rgba16 => PixelType::U16x4,
        _ => return None,
    })
}

/// A picture of these bytes, as `pixel_kind` has them.
fn of_bytes(
    colour: image::ColorType,
    width: u32,
    height: u32,
    bytes: Vec<u8>,
) -> Option<DynamicImage> {
    let deep = |bytes: &[u8]| -> Vec<u16> {
        let pairs = bytes.as_chunks::<2>().0.iter();
        pairs.map(|it| u16::from_ne_bytes(*it)).collect()
    };
    Some(match colour {
        image::ColorType::L8 => {
            DynamicImage::ImageLuma8(ImageBuffer::from_raw(width, height, bytes)?)
        }
        image::ColorType::La8 => {
            DynamicImage::ImageLumaA8(ImageBuffer::from_raw(width, height, bytes)?)
        }
        image::ColorType::Rgb8 => {
            DynamicImage::ImageRgb8(ImageBuffer::from_raw(width, height, bytes)?)
        }
        image::ColorType::Rgba8 => {
            DynamicImage::ImageRgba8(ImageBuffer::from_raw(width, height, bytes)?)
        }
        image::ColorType::L16 => {
            DynamicImage::ImageLuma16(ImageBuffer::from_raw(width, height, deep(&bytes))?)
        }
        image::ColorType::La16 => {
            DynamicImage::ImageLumaA16(ImageBuffer::from_raw(width, height, deep(&bytes))?)
        }
        image::ColorType::Rgb16 => {
            DynamicImage::ImageRgb16(ImageBuffer::from_raw(width, height, deep(&bytes))?)
        }
        image::ColorType::Rgba16 => {
            DynamicImage::ImageRgba16(ImageBuffer::from_raw(width, height, deep(&bytes))?)
        }
        _ => return None,
    })
}

/// The small size of a prepared picture.
fn halved(picture: &RgbImage) -> Result<RgbImage, Failure> {
    let (width, height) = picture.dimensions();
    let whole = Cut {
        left: 0.0,
        top: 0.0,
        width: f64::from(width),
        height: f64::from(height),
    };
    let picture = DynamicImage::ImageRgb8(picture.clone());
    resized(&picture, whole, SMALL_WIDTH, SMALL_WIDTH / 4 * 5).map(DynamicImage::into_rgb8)
}

/// Whole pixels, at least one; sides are far below what a `u32` holds.
fn whole(side: f64) -> u32 {
    side.round().max(1.0) as u32
}

/// The size of the prepared picture: whole pixels in proportion 4:5 wherever there are four.
fn target(cut_width: f64) -> (u32, u32) {
    let quarter = (1..=WIDTH / 4)
        .rev()
        .find(|it| f64::from(it * 4) <= cut_width);
    quarter.map_or((1, 1), |it| (it * 4, it * 5))
}

fn to_jpeg(picture: &RgbImage) -> Result<Vec<u8>, Failure> {
    let side = |it: u32| u16::try_from(it).map_err(|_| unexpected("side"));
    let (width, height) = (side(picture.width())?, side(picture.height())?);
    for quality in QUALITIES {
        let mut bytes = Vec::new();
        // The standard tables: with optimised ones, decoders read other colours (tried with 0.7.1).
        Encoder::new(&mut bytes, quality)
            .encode(picture.as_raw(), width, height, ColorType::Rgb)
            .map_err(|_| unexpected("jpeg"))?;
        if bytes.len() <= MAX_JPEG {
            return Ok(bytes);
        }
    }
    Err(unexpected("jpeg size"))
}

fn to_webp(picture: &RgbImage) -> Result<Vec<u8>, Failure> {
    webp::Encoder::from_rgb(picture.as_raw(), picture.width(), picture.height())
        .encode_simple(false, WEBP_QUALITY)
        .map(|it| it.to_vec())
        .map_err(|_| unexpected("webp"))
}

fn unexpected(what: &str) -> Failure {
    Failure::Internal(format!("picture: {what}"))
}

#[cfg(test)]
#[path = "picture_tests.rs"]
mod picture_tests;

#[cfg(test)]
#[path = "picture_colours_tests.rs"]
mod picture_colours_tests;

#[cfg(test)]
#[path = "picture_kinds_tests.rs"]
mod picture_kinds_tests;
