//! Colours as files mean them: each picture is one colour, whose numbers were computed elsewhere.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{ExtendedColorType, ImageEncoder, ImageFormat, Rgb};
use moxcms::ColorProfile;
use proptest::prelude::*;

use super::picture_tests::{codes, encoded, png_chunk, with_chunks, with_segment};
use super::*;

/// A difference that nobody sees.
const NEAR: u8 = 12;
const RED: [u8; 3] = [220, 20, 20];
/// The same red, in other spaces.
const RED_IN_P3: [u8; 3] = [201, 52, 42];
const RED_IN_ADOBE_RGB: [u8; 3] = [188, 27, 27];
const RED_IN_PROPHOTO: [u8; 3] = [149, 61, 28];

fn plain(colour: [u8; 3]) -> RgbImage {
    RgbImage::from_pixel(40, 50, Rgb(colour))
}

fn written(encoder: impl ImageEncoder, profile: &[u8], picture: &DynamicImage) {
    let mut encoder = encoder;
    encoder.set_icc_profile(profile.to_vec()).unwrap();
    let colour = ExtendedColorType::from(picture.color());
    let (width, height) = (picture.width(), picture.height());
    encoder
        .write_image(picture.as_bytes(), width, height, colour)
        .unwrap();
}

/// A JPEG, a PNG and a WebP with this profile.
fn in_each_format(profile: &[u8], picture: &DynamicImage) -> [Vec<u8>; 3] {
    let (mut jpeg, mut png, mut webp) = (Vec::new(), Vec::new(), Vec::new());
    written(
        JpegEncoder::new_with_quality(&mut jpeg, 95),
        profile,
        picture,
    );
    written(PngEncoder::new(&mut png), profile, picture);
    written(WebPEncoder::new_lossless(&mut webp), profile, picture);
    [jpeg, png, webp]
}

/// The colour in the middle of what is published.
#[track_caller]
fn published(bytes: &[u8]) -> [u8; 3] {
    let portrait = prepare(bytes, None).unwrap();
    let picture = image::load_from_memory(&portrait.full.jpeg)
        .unwrap()
        .into_rgb8();
    picture
        .get_pixel(picture.width() / 2, picture.height() / 2)
        .0
}

#[track_caller]
fn assert_near(bytes: &[u8], expected: [u8; 3], what: &str) {
    let seen = published(bytes);
    let is_near = seen
        .iter()
        .zip(expected)
        .all(|(one, other)| one.abs_diff(other) <= NEAR);
    assert!(is_near, "{what}: {seen:?} for {expected:?}");
}

#[test]
fn a_profile_is_applied_in_every_format() {
    for (profile, stored, what) in [
        (ColorProfile::new_srgb(), RED, "sRGB"),
        (ColorProfile::new_display_p3(), RED_IN_P3, "Display P3"),
        (ColorProfile::new_adobe_rgb(), RED_IN_ADOBE_RGB, "Adobe RGB"),
        (
            ColorProfile::new_pro_photo_rgb(),
            RED_IN_PROPHOTO,
            "ProPhoto",
        ),
    ] {
        let picture = DynamicImage::ImageRgb8(plain(stored));
        for bytes in in_each_format(&profile.encode().unwrap(), &picture) {
            assert_near(&bytes, RED, what);
        }
    }
}

#[test]
fn sixteen_bits_and_transparency_have_profiles_too() {
    let profile = ColorProfile::new_display_p3().encode().unwrap();
    let plain = DynamicImage::ImageRgb8(plain(RED_IN_P3));
    for picture in [
        DynamicImage::ImageRgb16(plain.to_rgb16()),
        DynamicImage::ImageRgba16(plain.to_rgba16()),
        DynamicImage::ImageRgba8(plain.to_rgba8()),
    ] {
        let mut png = Vec::new();
        written(PngEncoder::new(&mut png), &profile, &picture);
        assert_near(&png, RED, &format!("{:?}", picture.color()));
    }
}

#[test]
fn grey_has_a_profile_of_its_own() {
    // Half of the light is 188 on a screen.
    let profile = ColorProfile::new_gray_with_gamma(1.0).encode().unwrap();
    let grey = DynamicImage::ImageLuma8(image::GrayImage::from_pixel(40, 50, image::Luma([128])));
    let mut bytes = Vec::new();
    written(
        JpegEncoder::new_with_quality(&mut bytes, 95),
        &profile,
        &grey,
    );
    assert_near(&bytes, [188; 3], "grey JPEG");
    let mut bytes = Vec::new();
    let deep = DynamicImage::ImageLumaA16(grey.to_luma_alpha16());
    written(PngEncoder::new(&mut bytes), &profile, &deep);
    assert_near(&bytes, [188; 3], "grey PNG with transparency");
    // A grey picture with a profile for colours is grey with its curve; a picture in colour with one for
    // grey is as its numbers are.
    let mut bytes = Vec::new();
    let linear = ColorProfile::new_aces_cg_linear().encode().unwrap();
    written(
        JpegEncoder::new_with_quality(&mut bytes, 95),
        &linear,
        &grey,
    );
    assert_near(&bytes, [188; 3], "grey JPEG, profile for colours");
    for bytes in in_each_format(&profile, &DynamicImage::ImageRgb8(plain(RED))) {
        assert_near(&bytes, RED, "colours, profile for grey");
    }
}

/// The chunks of Adobe RGB's or another space's places: white, red, green, blue.
fn places(numbers: [u32; 8]) -> Vec<u8> {
    png_chunk(b"cHRM", &numbers.map(u32::to_be_bytes).concat())
}

fn gamma(number: u32) -> Vec<u8> {
    png_chunk(b"gAMA", &number.to_be_bytes())
}

const PLACES_OF_ADOBE_RGB: [u32; 8] = [31270, 32900, 64000, 33000, 21000, 71000, 15000, 6000];
const PLACES_OF_PROPHOTO: [u32; 8] = [34567, 35850, 73470, 26530, 15960, 84040, 3660, 10];
const PLACES_OF_SRGB: [u32; 8] = [31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000];

#[test]
fn a_png_says_its_colours_by_numbers() {
    let png = |colour| encoded(&DynamicImage::ImageRgb8(plain(colour)), ImageFormat::Png);
    let chunks = [places(PLACES_OF_ADOBE_RGB), gamma(45_470)].concat();
    assert_near(
        &with_chunks(&png(RED_IN_ADOBE_RGB), &chunks),
        RED,
        "Adobe RGB by numbers",
    );
    let chunks = [places(PLACES_OF_PROPHOTO), gamma(55_556)].concat();
    let wide = with_chunks(&png(RED_IN_PROPHOTO), &chunks);
    assert_near(&wide, RED, "ProPhoto by numbers");
    // Light as it is, in 16 bits: 183 of 255, and next to nothing.
    let light = ImageBuffer::from_pixel(40, 50, Rgb([46_900_u16, 459, 459]));
    let light = encoded(&DynamicImage::ImageRgb16(light), ImageFormat::Png);
    assert_near(&with_chunks(&light, &gamma(100_000)), RED, "light as it is");
    // 1.8, as old computers had it: 220 was 214 there.
    assert_near(
        &with_chunks(&png([214, 12, 12]), &gamma(55_556)),
        RED,
        "gamma 1.8",
    );
    let usual = [places(PLACES_OF_SRGB), gamma(45_455)].concat();
    assert_near(&with_chunks(&png(RED), &usual), RED, "sRGB by numbers");
    // What says sRGB outright is sRGB, whatever stands beside it.
    let outright = [png_chunk(b"sRGB", &[0]), gamma(100_000)].concat();
    assert_near(&with_chunks(&png(RED), &outright), RED, "sRGB outright");
    for nonsense in [
        gamma(0),
        gamma(1),
        gamma(u32::MAX),
        places([0; 8]),
        places([50_000; 8]),
    ] {
        assert_near(&with_chunks(&png(RED), &nonsense), RED, "nonsense");
    }
}

#[test]
fn a_png_says_its_colours_by_code_points() {
    let png = |colour, code: [u8; 4]| {
        let bytes = encoded(&DynamicImage::ImageRgb8(plain(colour)), ImageFormat::Png);
        with_chunks(&bytes, &png_chunk(b"cICP", &code))
    };
    assert_near(&png(RED_IN_P3, [12, 13, 0, 1]), RED, "Display P3");
    assert_near(&png(RED, [1, 13, 0, 1]), RED, "sRGB");
    // White paper at 203 candelas is 0.58 in PQ, 0.75 in HLG.
    assert_near(&png([148; 3], [9, 16, 0, 1]), [255; 3], "PQ");
    assert_near(&png([191; 3], [9, 18, 0, 1]), [255; 3], "HLG");
    for unknown in [
        [0, 0, 0, 1],
        [2, 2, 0, 1],
        [255, 255, 0, 1],
        [12, 13, 1, 1],
        [12, 13, 0, 0],
    ] {
        assert_near(&png(RED, unknown), RED, "unknown");
    }
}

/// Metadata of a camera with this colour space and this index of interoperability.
fn metadata(space: u16, index: &[u8; 4]) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        let mut out = tag.to_be_bytes().to_vec();
        out.extend(kind.to_be_bytes());
        out.extend(count.to_be_bytes());
        out.extend(value);
        out
    };
    let space = space.to_be_bytes();
    let mut tiff = b"MM\0*\0\0\0\x08".to_vec();
    tiff.extend(
        [
            &[0, 1],
            entry(0x8769, 4, 1, [0, 0, 0, 26]).as_slice(),
            &[0; 4],
        ]
        .concat(),
    );
    tiff.extend([0, 2]);
    tiff.extend(entry(0xA001, 3, 1, [space[0], space[1], 0, 0]));
    tiff.extend(entry(0xA005, 4, 1, [0, 0, 0, 56]));
    tiff.extend([0; 4]);
    tiff.extend([&[0, 1], entry(1, 2, 4, *index).as_slice(), &[0; 4]].concat());
    [b"Exif\0\0".as_slice(), &tiff].concat()
}

#[test]
fn a_camera_says_adobe_rgb_without_a_profile() {
    let mut jpeg = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut jpeg, 95);
    plain(RED_IN_ADOBE_RGB).write_with_encoder(encoder).unwrap();
    let said = |space, index| with_segment(&jpeg, 0xE1, &metadata(space, index));
    assert_near(&said(0xFFFF, b"R03\0"), RED, "option file");
    assert_near(&said(2, b"R98\0"), RED, "as some cameras write it");
    for bytes in [said(1, b"R98\0"), said(0xFFFF, b"R98\0"), said(1, b"R03\0")] {
        assert_near(&bytes, RED_IN_ADOBE_RGB, "as it is");
    }
}

#[test]
fn a_slip_in_the_texts_of_a_profile_does_not_cost_the_colours() {
    let mut profile = ColorProfile::new_display_p3().encode().unwrap();
    let text = profile.windows(4).position(|it| it == b"desc").unwrap();
    // Where its text is said to be: beyond the end.
    profile[text + 4..text + 12].fill(0x7F);
    for bytes in in_each_format(&profile, &DynamicImage::ImageRgb8(plain(RED_IN_P3))) {
        assert_near(&bytes, RED, "slip in a text");
    }
}

#[test]
fn what_is_no_profile_is_left_aside() {
    let picture = DynamicImage::ImageRgb8(plain(RED));
    let lab = ColorProfile::new_lab().encode().unwrap();
    let huge = vec![0; 5 * 1024 * 1024];
    for profile in [
        b"".as_slice(),
        b"no profile at all",
        &lab,
        &[0xFF; 4000],
        &huge,
    ] {
        let mut png = Vec::new();
        written(PngEncoder::new(&mut png), profile, &picture);
        assert_near(&png, RED, "no profile");
    }
}

#[test]
fn colours_of_a_press_are_taken_as_browsers_do_or_refused_with_their_profile() {
    let inks = [35, 235, 235, 0].repeat(40 * 50);
    let jpeg = |profile: Option<&[u8]>| {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, 95);
        if let Some(profile) = profile {
            encoder.add_icc_profile(profile).unwrap();
        }
        encoder
            .encode(&inks, 40, 50, ColorType::CmykAsYcck)
            .unwrap();
        bytes
    };
    assert_near(&jpeg(None), RED, "without a profile");
    // One of another kind, as programs leave it there, is none.
    let p3 = ColorProfile::new_display_p3().encode().unwrap();
    assert_near(&jpeg(Some(&p3)), RED, "with a profile for screens");
    let mut press = vec![0; 400];
    press[16..20].copy_from_slice(b"CMYK");
    let refusal = prepare(&jpeg(Some(&press)), None).unwrap_err();
    assert_eq!(codes(&refusal), (422, vec!["colours_for_print".to_owned()]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever the profile: taken, in bounded time, and never a refusal.
    #[test]
    fn a_hostile_profile_stops_nothing(
        which in 0..4_usize,
        slips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        kept in 0.2..1.0_f64,
    ) {
        let profile = match which {
            0 => ColorProfile::new_display_p3(),
            1 => ColorProfile::new_gray_with_gamma(2.2),
            2 => ColorProfile::new_bt2020_pq(),
            _ => ColorProfile::new_lab(),
        };
        let mut profile = profile.encode().unwrap();
        for (place, value) in slips {
            let place = place.index(profile.len());
            profile[place] = value;
        }
        profile.truncate((profile.len() as f64 * kept) as usize);
        let picture = DynamicImage::ImageRgb8(plain(RED));
        let grey = DynamicImage::ImageLuma8(picture.to_luma8());
        for picture in [picture, grey] {
            let mut png = Vec::new();
            written(PngEncoder::new(&mut png), &profile, &picture);
            prop_assert!(prepare(&png, None).is_ok());
        }
    }
}
