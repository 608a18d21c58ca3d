//! A portrait from whatever was uploaded: read by its own bytes, measured before it is decoded,
//! cut to 4:5 as the person framed it, made small, and written anew in the sizes that the portal
//! shows, so that nothing but pixels is left.

use std::io::Cursor;

use conoceles_shared::photo::{Cut, Frame, Measures, SMALL_WIDTH, Turn};
use conoceles_shared::problem::{Code, FieldError};
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{PixelType, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, RgbImage};
use jpeg_encoder::{ColorType, Encoder};

use super::upright::Upright;
use super::{jpeg, kind, quality};
use crate::core::error::Failure;

/// Width times height that is decoded at most: 40 megapixels.
pub const MAX_PIXELS: u64 = 40_000_000;
/// Bytes that one decoded picture may take: 40 megapixels with four channels of 8 bits.
const MAX_MEMORY: u64 = MAX_PIXELS * 4;
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
/// many pixels (they are not decoded), the file is broken, or the frame lies outside.
pub fn prepare(bytes: &[u8], frame: Option<Frame>) -> Result<Portrait, Failure> {
    let format = format_of(bytes)?;
    if format == ImageFormat::Jpeg && !jpeg::is_whole(bytes) {
        return Err(broken());
    }
    let (picture, orientation) = decode(bytes, format, frame)?;
    let (small, cut) = shrink(picture, orientation, frame)?;
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

/// How many pixels a file says it has, in millions, rounded up: what its turn costs. Nothing is
/// decoded; a file that cannot be read says one.
pub fn megapixels(bytes: &[u8]) -> u32 {
    let size = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .ok()
        .and_then(|it| it.into_dimensions().ok());
    let (width, height) = size.unwrap_or((1, 1));
    u32::try_from((u64::from(width) * u64::from(height)).div_ceil(1_000_000)).unwrap_or(u32::MAX)
}

/// The format by its first bytes; names and headers are not believed.
fn format_of(bytes: &[u8]) -> Result<ImageFormat, Failure> {
    image::guess_format(bytes)
        .ok()
        .filter(|it| matches!(it, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP))
        .ok_or_else(|| Failure::new(Code::UnsupportedMediaType, kind::what_to_do(bytes)))
}

fn decode(
    bytes: &[u8],
    format: ImageFormat,
    frame: Option<Frame>,
) -> Result<(DynamicImage, Orientation), Failure> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MAX_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| broken())?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(refused(
            "too_many_pixels",
            format!(
                "La imagen mide {width} × {height} píxeles. Redúzcala: se admiten hasta {} \
                 millones de píxeles, por ejemplo 5,000 × 8,000.",
                MAX_PIXELS / 1_000_000
            ),
        ));
    }
    if decoder.total_bytes() > MAX_MEMORY {
        return Err(refused(
            "too_many_pixels",
            "La imagen usa más colores de los que se pueden procesar a ese tamaño. Redúzcala o \
             guárdela como JPEG."
                .into(),
        ));
    }
    // A malformed orientation is no reason to refuse a picture.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    if let Some(frame) = frame {
        let upright = Upright {
            orientation,
            turn: Turn::None,
        };
        let seen = if upright.lies() {
            (height, width)
        } else {
            (width, height)
        };
        frame.check(seen).map_err(Failure::invalid)?;
    }
    let picture = DynamicImage::from_decoder(decoder).map_err(|_| broken())?;
    Ok((picture, orientation))
}

/// Cuts the frame as seen upright, at most 800 × 1000, never enlarged, upright and without
/// transparency (white shows through); also how large the cut is in the file.
fn shrink(
    picture: DynamicImage,
    orientation: Orientation,
    frame: Option<Frame>,
) -> Result<(RgbImage, (u32, u32)), Failure> {
    let upright = Upright {
        orientation,
        turn: frame.map_or(Turn::None, |it| it.turn),
    };
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
    let small = resized(picture, stored, to_width, to_height)?;
    let mut small = DynamicImage::ImageRgb8(small);
    upright.apply(&mut small);
    Ok((small.into_rgb8(), of_file))
}

/// The cut of a stored picture at this size.
fn resized(
    picture: DynamicImage,
    cut: Cut,
    to_width: u32,
    to_height: u32,
) -> Result<RgbImage, Failure> {
    let (width, height) = (picture.width(), picture.height());
    // Sums of fractions may end a hair outside.
    let left = cut.left.clamp(0.0, f64::from(width) - cut.width);
    let top = cut.top.clamp(0.0, f64::from(height) - cut.height);
    let options = ResizeOptions::new().crop(left, top, cut.width, cut.height);
    let transparent = picture.color().has_alpha();
    let (pixels, kind) = if transparent {
        (picture.into_rgba8().into_raw(), PixelType::U8x4)
    } else {
        (picture.into_rgb8().into_raw(), PixelType::U8x3)
    };
    let source = ImageRef::new(width, height, &pixels, kind).map_err(|_| unexpected("size"))?;
    let mut small = Image::new(to_width, to_height, kind);
    Resizer::new()
        .resize(&source, &mut small, &options)
        .map_err(|_| unexpected("resize"))?;
    let pixels = if transparent {
        on_white(small.buffer())
    } else {
        small.into_vec()
    };
    RgbImage::from_raw(to_width, to_height, pixels).ok_or_else(|| unexpected("buffer"))
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
    resized(picture, whole, SMALL_WIDTH, SMALL_WIDTH / 4 * 5)
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

fn on_white(rgba: &[u8]) -> Vec<u8> {
    let mut rgb = Vec::with_capacity(rgba.len() / 4 * 3);
    for pixel in rgba.chunks_exact(4) {
        if let [colours @ .., alpha] = pixel {
            rgb.extend(colours.iter().map(|colour| over_white(*colour, *alpha)));
        }
    }
    rgb
}

fn over_white(colour: u8, alpha: u8) -> u8 {
    let alpha = u16::from(alpha);
    let mixed = (u16::from(colour) * alpha + 255 * (255 - alpha)) / 255;
    u8::try_from(mixed).unwrap_or(u8::MAX)
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

fn refused(code: &str, detail: String) -> Failure {
    Failure::invalid(vec![FieldError::new("/file", code, detail)])
}

fn broken() -> Failure {
    refused(
        "broken_image",
        "La imagen está incompleta o dañada. Ábrala en su equipo para comprobarlo y súbala de \
         nuevo."
            .into(),
    )
}

fn unexpected(what: &str) -> Failure {
    Failure::Internal(format!("picture: {what}"))
}

#[cfg(test)]
#[path = "picture_tests.rs"]
mod picture_tests;
