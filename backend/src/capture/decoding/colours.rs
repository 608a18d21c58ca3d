//! The colours that a file means, turned into sRGB, which is what a picture without a profile is taken
//! for: telephones write Display P3, cameras Adobe RGB, and their numbers alone look dull.
//!
//! A profile that is broken, hostile or of another kind than the picture is left aside: the picture is
//! taken for sRGB, as browsers do.

use std::panic::{AssertUnwindSafe, catch_unwind};

use image::{DynamicImage, ImageBuffer, Luma, Rgb, RgbImage};
use moxcms::{
    Chromaticity, CicpColorPrimaries, CicpProfile, ColorPrimaries, ColorProfile, DataColorSpace,
    Layout, MatrixCoefficients, RenderingIntent, ToneReprCurve, TransferCharacteristics,
    TransformOptions,
};

use super::refusals;
use crate::core::error::Failure;

/// The largest profile that is looked at; those of presses, which are refused, are larger.
pub const MOST_PROFILE: usize = 4 * 1024 * 1024;
/// What colours are computed with; texts, previews and the way back are not read.
const USED_TAGS: [&[u8; 4]; 11] = [
    b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC", b"kTRC", b"wtpt", b"A2B0", b"A2B1",
    b"A2B2",
];
const HEADER_LENGTH: usize = 128;
const TAG_LENGTH: usize = 12;
/// Exponents that a screen or a scanner has; anything else is a slip.
const EXPONENTS: std::ops::RangeInclusive<f64> = 0.3..=5.0;
/// As near to 1/2.2 as makes no difference: what programs write for sRGB.
const SRGB_GAMMA: (f64, f64) = (0.45455, 0.01);
/// Steps of a curve that is given by its points.
const CURVE_STEPS: u16 = 4096;
/// Of 255: what is more than half opaque is seen.
const SEEN: u8 = 128;
/// A picture of which less than a tenth is seen is none.
const LEAST_SEEN: usize = 10;

/// What the numbers of a picture mean; nothing where that is sRGB.
pub struct Colours(Option<Box<ColorProfile>>);

/// The two code points that say what RGB means (ITU-T H.273).
#[derive(Clone, Copy)]
pub struct CodePoints {
    /// Which red, green, blue and white.
    pub primaries: u8,
    /// How light grows with the number.
    pub transfer: u8,
}

/// Colours by measured numbers.
pub struct MeasuredColours {
    /// The exponent that light was stored with.
    pub gamma: Option<f64>,
    /// Where white, red, green and blue lie.
    pub places: Option<[(f64, f64); 4]>,
}

impl Colours {
    /// As numbers without a profile are meant.
    pub fn srgb() -> Self {
        Self(None)
    }

    /// As cameras mean it that write no profile.
    pub fn adobe_rgb() -> Self {
        Self(Some(Box::new(ColorProfile::new_adobe_rgb())))
    }

    /// By an ICC profile.
    pub fn of_profile(bytes: &[u8]) -> Self {
        if bytes.len() > MOST_PROFILE {
            return Self::srgb();
        }
        let bytes = with_used_tags_only(bytes);
        let parsed = catch_unwind(|| ColorProfile::new_from_slice(&bytes));
        Self(parsed.ok().and_then(Result::ok).map(Box::new))
    }

    /// By code points.
    pub fn of_code_points(code: CodePoints) -> Self {
        let primaries = CicpColorPrimaries::try_from(code.primaries);
        let transfer = TransferCharacteristics::try_from(code.transfer);
        let (Ok(color_primaries), Ok(transfer_characteristics)) = (primaries, transfer) else {
            return Self::srgb();
        };
        let mut profile = ColorProfile::new_from_cicp(CicpProfile {
            color_primaries,
            transfer_characteristics,
            matrix_coefficients: MatrixCoefficients::Identity,
            full_range: true,
        });
        let brighter = match transfer_characteristics {
            TransferCharacteristics::Smpte2084 => Some(curve(perceptual_quantizer)),
            TransferCharacteristics::Hlg => Some(curve(hybrid_log_gamma)),
            _ => None,
        };
        if let Some(curve) = brighter {
            profile.cicp = None;
            set_curves(&mut profile, curve);
        }
        Self(profile.is_matrix_shaper().then(|| Box::new(profile)))
    }

    /// By numbers.
    pub fn of_measures(measured: &MeasuredColours) -> Self {
        let (usual, near) = SRGB_GAMMA;
        let exponent = measured
            .gamma
            .filter(|it| (it - usual).abs() > near)
            .map(|it| 1.0 / it)
            .filter(|it| EXPONENTS.contains(it));
        let places = measured.places.filter(are_apart);
        if exponent.is_none() && places.is_none() {
            return Self::srgb();
        }
        let mut profile = ColorProfile::new_srgb();
        profile.cicp = None;
        if let Some(places) = places {
            let [white, red, green, blue] =
                places.map(|(x, y)| Chromaticity::new(x as f32, y as f32));
            let primaries = ColorPrimaries { red, green, blue };
            profile.update_rgb_colorimetry(white.to_xyyb(), primaries);
        }
        if let Some(exponent) = exponent {
            set_curves(
                &mut profile,
                ToneReprCurve::Parametric(vec![exponent as f32]),
            );
        }
        Self(Some(Box::new(profile)))
    }

    /// The picture in sRGB; as it is where its profile is of no use.
    fn srgb_of(&self, picture: DynamicImage) -> RgbImage {
        let converted = self.0.as_ref().and_then(|profile| {
            let attempt = || converted(profile, &picture);
            catch_unwind(AssertUnwindSafe(attempt)).ok().flatten()
        });
        converted.unwrap_or_else(|| picture.into_rgb8())
    }
}

/// Whether a profile is of a printing press, by its header.
pub fn is_of_a_press(profile: &[u8]) -> bool {
    profile.get(16..20) == Some(b"CMYK")
}

/// A picture in sRGB, white showing through where it is transparent.
///
/// # Errors
/// 422 where hardly anything of it would be seen.
pub fn in_srgb_on_white(picture: DynamicImage, colours: &Colours) -> Result<RgbImage, Failure> {
    let alphas: Option<Vec<u8>> = picture
        .color()
        .has_alpha()
        .then(|| picture.to_rgba8().pixels().map(|it| it.0[3]).collect());
    let mut rgb = colours.srgb_of(picture);
    let Some(alphas) = alphas else {
        return Ok(rgb);
    };
    let seen = alphas.iter().filter(|it| **it >= SEEN).count();
    if seen * LEAST_SEEN < alphas.len() {
        return Err(refusals::transparent());
    }
    for (pixel, alpha) in rgb.pixels_mut().zip(alphas) {
        pixel.0 = pixel.0.map(|colour| over_white(colour, alpha));
    }
    Ok(rgb)
}

fn over_white(colour: u8, alpha: u8) -> u8 {
    let alpha = u16::from(alpha);
    let mixed = (u16::from(colour) * alpha + 255 * (255 - alpha)) / 255;
    u8::try_from(mixed).unwrap_or(u8::MAX)
}

/// Nothing where the profile is not one for this picture. Profiles by tables have one for each intent,
/// and many have only one.
fn converted(profile: &ColorProfile, picture: &DynamicImage) -> Option<RgbImage> {
    let (layout, source) = match profile.color_space {
        DataColorSpace::Rgb => (Layout::Rgb, picture.to_rgb16().into_raw()),
        DataColorSpace::Gray if !picture.color().has_color() => {
            let grey: ImageBuffer<Luma<u16>, _> = picture.to_luma16();
            (Layout::Gray, grey.into_raw())
        }
        _ => return None,
    };
    let srgb = ColorProfile::new_srgb();
    let intents = [
        RenderingIntent::Perceptual,
        RenderingIntent::RelativeColorimetric,
    ];
    let transform = intents.into_iter().find_map(|rendering_intent| {
        let options = TransformOptions {
            rendering_intent,
            ..TransformOptions::default()
        };
        profile
            .create_transform_16bit(layout, &srgb, Layout::Rgb, options)
            .ok()
    })?;
    let (width, height) = (picture.width(), picture.height());
    let mut rgb = ImageBuffer::<Rgb<u16>, Vec<u16>>::new(width, height);
    transform.transform(&source, &mut rgb).ok()?;
    Some(DynamicImage::ImageRgb16(rgb).into_rgb8())
}

/// A profile whose other tags have a name that means nothing, so that a slip in a text does not cost
/// the colours.
fn with_used_tags_only(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let count = bytes
        .get(HEADER_LENGTH..HEADER_LENGTH + 4)
        .and_then(|it| it.try_into().ok())
        .map_or(0, u32::from_be_bytes);
    let tags = bytes.get_mut(HEADER_LENGTH + 4..).unwrap_or_default();
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    for tag in tags.chunks_exact_mut(TAG_LENGTH).take(count) {
        if let Some((name, _)) = tag.split_first_chunk_mut::<4>()
            && !USED_TAGS.contains(&&*name)
        {
            *name = *b"none";
        }
    }
    bytes
}

/// Whether three colours span an area around which a white is thinkable.
fn are_apart(places: &[(f64, f64); 4]) -> bool {
    let [white, red, green, blue] = places;
    let area = (green.0 - red.0) * (blue.1 - red.1) - (blue.0 - red.0) * (green.1 - red.1);
    // Colorants of wide spaces lie on the edge of what exists, and a little beyond.
    let positive = |(x, y): &(f64, f64)| *x >= 0.0 && *y > 0.0 && x + y < 1.05;
    area.abs() > 0.01 && [red, green, blue, white].into_iter().all(positive)
}

fn set_curves(profile: &mut ColorProfile, curve: ToneReprCurve) {
    profile.red_trc = Some(curve.clone());
    profile.green_trc = Some(curve.clone());
    profile.blue_trc = Some(curve);
}

/// The points of a curve of light, cut where a screen is at its brightest.
fn curve(light: fn(f64) -> f64) -> ToneReprCurve {
    let points = (0..CURVE_STEPS).map(|step| {
        let light = light(f64::from(step) / f64::from(CURVE_STEPS - 1));
        (light.clamp(0.0, 1.0) * f64::from(u16::MAX)).round() as u16
    });
    ToneReprCurve::Lut(points.collect())
}

/// SMPTE ST 2084: candelas, of which 203 are the white of a page (ITU-R BT.2408).
fn perceptual_quantizer(signal: f64) -> f64 {
    let root = signal.powf(32.0 / 2523.0);
    let light = ((root - 0.835_937_5).max(0.0) / 18.687_5f64.mul_add(-root, 18.851_562_5))
        .powf(16384.0 / 2610.0);
    light * 10_000.0 / 203.0
}

/// ARIB STD-B67: three quarters of the signal are the white of a page (ITU-R BT.2408).
fn hybrid_log_gamma(signal: f64) -> f64 {
    let scene = |signal: f64| {
        if signal <= 0.5 {
            signal * signal / 3.0
        } else {
            (((signal - 0.559_910_73) / 0.178_832_77).exp() + 0.284_668_92) / 12.0
        }
    };
    scene(signal) / scene(0.75)
}
