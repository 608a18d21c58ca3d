//! The pixels of an uploaded file, in the colours that it means: told by its own bytes, measured before
//! it is decoded, and refused by name where it is no photo, not one picture, or not whole.

mod colours;
mod exif;
mod jpeg;
mod kind;
mod png;
pub mod refusals;
mod webp;

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hasher as _};
use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use self::colours::Colours;
use self::jpeg::JpegSurvey;
use crate::core::error::Failure;

pub use self::colours::in_srgb_on_white;

/// Width times height that is decoded at most: 40 megapixels.
pub const MAX_PIXELS: u64 = 40_000_000;
/// Bytes that one decoded picture may take: 40 megapixels with four channels of 8 bits.
const MAX_MEMORY: u64 = MAX_PIXELS * 4;
/// What follows the data of a cut JPEG for a try, so many times: fillings that no code table reads alike.
const FILLINGS: [u8; 3] = [0x00, 0x55, 0xB6];
/// Where the end is marked, a cut is far less likely: one try more.
const FILLINGS_OF_AN_END: [u8; 1] = [0x55];
const FILLING_LENGTH: usize = 64;

/// A file that may be decoded: of a known format, not too large.
pub struct PhotoFile<'a> {
    bytes: &'a [u8],
    format: ImageFormat,
    decoder: Box<dyn ImageDecoder + 'a>,
    /// How its metadata turn it.
    pub orientation: Orientation,
}

/// What was decoded, and what its numbers mean.
pub struct PhotoPixels {
    /// As stored.
    pub picture: DynamicImage,
    /// The colours that its file says they are.
    pub colours: Colours,
}

/// How many pixels a file says it has, in millions, rounded up: what its turn costs. Nothing is
/// decoded or unpacked; a file that cannot be read says one.
pub fn megapixels(bytes: &[u8]) -> u32 {
    let size = match format_of(bytes) {
        Ok(ImageFormat::Png) => png::dimensions(bytes),
        Ok(format) => decoder_of(bytes, format).ok().map(|it| it.dimensions()),
        Err(_) => None,
    };
    let (width, height) = size.unwrap_or((1, 1));
    u32::try_from((u64::from(width) * u64::from(height)).div_ceil(1_000_000)).unwrap_or(u32::MAX)
}

/// Refuses more pictures than one.
///
/// # Errors
/// 422 for an animation.
pub fn refuse_animation(bytes: &[u8]) -> Result<(), Failure> {
    let is_animated = match image::guess_format(bytes) {
        Ok(ImageFormat::Png) => png::is_animated(bytes),
        Ok(ImageFormat::WebP) => webp::is_animated(bytes),
        _ => false,
    };
    if is_animated {
        return Err(refusals::animated());
    }
    Ok(())
}

/// What decoders are given of a file: of a PNG only what they need, since they end at the first slip in
/// anything else.
pub fn readable(bytes: &[u8]) -> Cow<'_, [u8]> {
    match image::guess_format(bytes) {
        Ok(ImageFormat::Png) => png::with_needed_chunks_only(bytes).into(),
        _ => bytes.into(),
    }
}

/// Looks at a file, as `readable` gives it, without decoding it.
///
/// # Errors
/// 415 for bytes that are no JPEG, PNG or WebP, whatever their name says; 422 where there are too
/// many pixels, or a file that no decoder begins to read.
pub fn recognise_photo(bytes: &[u8]) -> Result<PhotoFile<'_>, Failure> {
    let format = format_of(bytes)?;
    if format == ImageFormat::Jpeg && jpeg::is_changed_as_text(bytes) {
        return Err(refusals::changed_as_text());
    }
    if format == ImageFormat::Jpeg && jpeg::survey(bytes).is_unusual() {
        return Err(refusals::unusual_jpeg());
    }
    let mut decoder = decoder_of(bytes, format)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(refusals::too_many_pixels(width, height, MAX_PIXELS));
    }
    if decoder.total_bytes() > MAX_MEMORY {
        return Err(refusals::too_many_colours());
    }
    // A malformed orientation is no reason to refuse a picture.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    Ok(PhotoFile {
        bytes,
        format,
        decoder,
        orientation,
    })
}

/// The format by its first bytes; names and headers are not believed.
fn format_of(bytes: &[u8]) -> Result<ImageFormat, Failure> {
    image::guess_format(bytes)
        .ok()
        .filter(|it| matches!(it, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP))
        .ok_or_else(|| kind::refusal(bytes))
}

fn decoder_of(bytes: &[u8], format: ImageFormat) -> Result<Box<dyn ImageDecoder + '_>, Failure> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MAX_MEMORY);
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(|_| refusals::broken())?;
    Ok(Box::new(decoder))
}

impl PhotoFile<'_> {
    /// Width and height as stored.
    pub fn dimensions(&self) -> (u32, u32) {
        self.decoder.dimensions()
    }

    /// Decodes it. Slow.
    ///
    /// # Errors
    /// 422 for a file that is broken, was cut, or has colours for print.
    pub fn decode_photo(mut self) -> Result<PhotoPixels, Failure> {
        let mut profile = self.decoder.icc_profile().ok().flatten();
        let survey = (self.format == ImageFormat::Jpeg).then(|| jpeg::survey(self.bytes));
        if let Some(survey) = &survey {
            if survey.lacks_scans() {
                return Err(refusals::incomplete());
            }
            // The decoder gives no inks, and one for screens on a picture of inks is a slip.
            if survey.is_for_print() && profile.take().is_some_and(|it| colours::is_of_a_press(&it))
            {
                return Err(refusals::for_print());
            }
        }
        let colours = self.meant_colours(profile.as_deref());
        drop(profile);
        let picture = match survey {
            Some(survey) => decode_whole(self.decoder, self.bytes, &survey)?,
            None => decoded(self.decoder)?,
        };
        Ok(PhotoPixels { picture, colours })
    }

    /// The colours by the first that says so, in the order of the PNG specification.
    fn meant_colours(&mut self, profile: Option<&[u8]>) -> Colours {
        let is_png = self.format == ImageFormat::Png;
        if let Some(code) = is_png.then(|| png::code_points(self.bytes)).flatten() {
            return Colours::of_code_points(code);
        }
        if let Some(profile) = profile {
            return Colours::of_profile(profile);
        }
        if let Some(measured) = is_png.then(|| png::measured_colours(self.bytes)).flatten() {
            return Colours::of_measures(&measured);
        }
        let metadata = self.decoder.exif_metadata().ok().flatten();
        if metadata.is_some_and(|it| exif::says_adobe_rgb(&it)) {
            return Colours::adobe_rgb();
        }
        Colours::srgb()
    }
}

fn decoded(decoder: Box<dyn ImageDecoder + '_>) -> Result<DynamicImage, Failure> {
    DynamicImage::from_decoder(decoder).map_err(|_| refusals::broken())
}

/// Decodes a JPEG as often as it takes to know that its last scan is whole. Where data are missing, the
/// decoder says nothing and takes what follows them, zeros where nothing does: with something else
/// there, another picture comes out. A whole scan needs none of it.
fn decode_whole(
    decoder: Box<dyn ImageDecoder + '_>,
    bytes: &[u8],
    survey: &JpegSurvey,
) -> Result<DynamicImage, Failure> {
    let mut first = None;
    let mut fillings = FILLINGS.as_slice();
    if survey.is_ended() {
        first = Some(sum_of(&decoded(decoder)?));
        fillings = &FILLINGS_OF_AN_END;
    }
    let data = bytes.get(..survey.data_end()).unwrap_or(bytes);
    let mut whole = None;
    for filling in fillings {
        // One picture at a time is held.
        drop(whole.take());
        let end = [0xFF, jpeg::END_OF_IMAGE];
        let filled = [data, &[*filling; FILLING_LENGTH], &end].concat();
        let picture = decoder_of(&filled, ImageFormat::Jpeg).and_then(decoded);
        let picture = picture.map_err(|_| refusals::incomplete())?;
        let sum = sum_of(&picture);
        if *first.get_or_insert(sum) != sum {
            return Err(refusals::incomplete());
        }
        whole = Some(picture);
    }
    whole.ok_or_else(refusals::incomplete)
}

fn sum_of(picture: &DynamicImage) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(picture.as_bytes());
    hasher.finish()
}
