use std::io::Cursor;

use image::{ImageFormat, Rgb, Rgba, RgbaImage};

use super::*;

const RED: [u8; 3] = [220, 20, 20];
const BLUE: [u8; 3] = [20, 20, 220];

fn cut_middle(bytes: &[u8]) -> Result<Portrait, Failure> {
    prepare(bytes, None)
}

/// Left half red, right half blue.
fn halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| {
        Rgb(if x < width / 2 { RED } else { BLUE })
    })
}

pub fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn jpeg_of(picture: &RgbImage) -> Vec<u8> {
    encoded(&DynamicImage::ImageRgb8(picture.clone()), ImageFormat::Jpeg)
}

/// An EXIF segment with an orientation and a text that must not survive.
fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut tiff = vec![b'M', b'M', 0, 42, 0, 0, 0, 8, 0, 1];
    tiff.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    tiff.extend([0, 0, 0, 0]);
    tiff.extend(b"GPS 19.2826 -99.6557");
    with_segment(jpeg, 0xE1, &[b"Exif\0\0".as_slice(), &tiff].concat())
}

/// The JPEG with one more segment at its beginning.
pub fn with_segment(jpeg: &[u8], marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xFF, marker], &length, content, &jpeg[2..]].concat()
}

pub fn reread(bytes: &[u8]) -> RgbImage {
    image::load_from_memory(bytes).unwrap().into_rgb8()
}

fn is_near(pixel: Rgb<u8>, colour: [u8; 3]) -> bool {
    pixel.0.iter().zip(colour).all(|(a, b)| a.abs_diff(b) < 40)
}

pub fn codes(failure: &Failure) -> (u16, Vec<String>) {
    match failure {
        Failure::Problem(problem) => (
            problem.status,
            problem.errors.iter().map(|it| it.code.clone()).collect(),
        ),
        other => panic!("{other}"),
    }
}

#[test]
fn a_landscape_is_cut_to_its_middle() {
    let portrait = cut_middle(&jpeg_of(&halves(1600, 1000))).unwrap();
    assert_eq!((portrait.width, portrait.height), (800, 1000));
    let picture = reread(&portrait.full.jpeg);
    assert_eq!(picture.dimensions(), (800, 1000));
    assert!(is_near(*picture.get_pixel(40, 500), RED));
    assert!(is_near(*picture.get_pixel(760, 500), BLUE));
    assert!(portrait.full.jpeg.len() <= MAX_JPEG);
    assert_eq!(reread(&portrait.full.webp).dimensions(), (800, 1000));
}

#[test]
fn a_small_picture_is_not_enlarged() {
    let portrait = cut_middle(&jpeg_of(&halves(123, 400))).unwrap();
    assert_eq!((portrait.width, portrait.height), (120, 150));
    let tiny = cut_middle(&jpeg_of(&halves(2, 2))).unwrap();
    assert_eq!((tiny.width, tiny.height), (1, 1));
}

#[test]
fn the_orientation_is_applied_and_the_metadata_is_gone() {
    // Stored lying; 6 means: turn a quarter clockwise to see it upright.
    let stored = with_exif(&jpeg_of(&halves(1000, 800)), 6);
    let portrait = cut_middle(&stored).unwrap();
    assert_eq!((portrait.width, portrait.height), (800, 1000));
    let picture = reread(&portrait.full.jpeg);
    assert!(is_near(*picture.get_pixel(400, 50), RED), "red on top");
    assert!(is_near(*picture.get_pixel(400, 950), BLUE), "blue below");
    for bytes in [&portrait.full.jpeg, &portrait.full.webp] {
        let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|it| it == needle);
        assert!(!holds(b"Exif") && !holds(b"EXIF") && !holds(b"GPS"));
    }
}

#[test]
fn every_orientation_keeps_the_proportion() {
    for orientation in 1..=8 {
        let lying = orientation > 4;
        let size = if lying { (500, 400) } else { (400, 500) };
        let stored = with_exif(&jpeg_of(&halves(size.0, size.1)), orientation);
        let portrait = cut_middle(&stored).unwrap();
        assert_eq!((portrait.width, portrait.height), (400, 500));
        let picture = reread(&portrait.full.jpeg);
        let (first, last) = if lying {
            (picture.get_pixel(200, 20), picture.get_pixel(200, 480))
        } else {
            (picture.get_pixel(20, 250), picture.get_pixel(380, 250))
        };
        let turned = matches!(orientation, 2 | 3 | 7 | 8);
        let (one, other) = if turned { (BLUE, RED) } else { (RED, BLUE) };
        assert!(is_near(*first, one), "orientation {orientation}");
        assert!(is_near(*last, other), "orientation {orientation}");
    }
}

#[test]
fn white_shows_through_transparency() {
    let clear = RgbaImage::from_fn(400, 500, |x, _| {
        Rgba([0, 0, 0, if x < 100 { 255 } else { 0 }])
    });
    let bytes = encoded(&DynamicImage::ImageRgba8(clear), ImageFormat::Png);
    let picture = reread(&cut_middle(&bytes).unwrap().full.jpeg);
    assert_eq!(picture.get_pixel(200, 250), &Rgb([255; 3]));
}

#[test]
fn webp_is_read_too() {
    let webp = webp::Encoder::from_rgb(halves(400, 500).as_raw(), 400, 500)
        .encode(80.0)
        .to_vec();
    assert_eq!(cut_middle(&webp).unwrap().width, 400);
}

#[test]
fn noise_fits_by_a_lower_quality() {
    let mut state = 1_u32;
    let noise = RgbImage::from_fn(800, 1000, |_, _| {
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            u8::try_from(state >> 24).unwrap()
        };
        Rgb([next(), next(), next()])
    });
    let bytes = encoded(&DynamicImage::ImageRgb8(noise), ImageFormat::Png);
    let portrait = cut_middle(&bytes).unwrap();
    assert!(
        portrait.full.jpeg.len() <= MAX_JPEG,
        "{}",
        portrait.full.jpeg.len()
    );
}

/// A PNG that says it is this large and holds nothing.
fn png_header(width: u32, height: u32) -> Vec<u8> {
    let size = [
        width.to_be_bytes().as_slice(),
        &height.to_be_bytes(),
        &[8, 2, 0, 0, 0],
    ]
    .concat();
    let chunks = [
        png_chunk(b"IHDR", &size),
        png_chunk(b"IDAT", &[]),
        png_chunk(b"IEND", &[]),
    ];
    [b"\x89PNG\r\n\x1a\n".as_slice(), &chunks.concat()].concat()
}

/// A chunk with its length and its sum.
pub fn png_chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let named = [name.as_slice(), content].concat();
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    [&length, named.as_slice(), &crc32(&named).to_be_bytes()].concat()
}

/// The PNG with more chunks behind its header.
pub fn with_chunks(png: &[u8], chunks: &[u8]) -> Vec<u8> {
    let (header, rest) = png.split_at(33);
    [header, chunks, rest].concat()
}

fn crc32(data: &[u8]) -> u32 {
    !data.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg())
        })
    })
}

#[test]
fn too_many_pixels_are_refused_by_the_header_alone() {
    // 41 megapixels; there is nothing to decode, and nothing is decoded.
    let refusal = cut_middle(&png_header(8_200, 5_000)).unwrap_err();
    assert_eq!(codes(&refusal), (422, vec!["too_many_pixels".to_owned()]));
    let bomb = cut_middle(&png_header(60_000, 60_000)).unwrap_err();
    assert_eq!(codes(&bomb), (422, vec!["too_many_pixels".to_owned()]));
    // One below the limit is read on, and only then found to be empty.
    let empty = cut_middle(&png_header(5_000, 8_000)).unwrap_err();
    assert_eq!(codes(&empty), (422, vec!["broken_image".to_owned()]));
}

#[test]
fn a_jpeg_that_says_it_is_huge_is_refused_without_decoding() {
    let mut bytes = jpeg_of(&halves(400, 500));
    let at = bytes.windows(2).position(|it| it == [0xFF, 0xC0]).unwrap();
    bytes[at + 5..at + 9].copy_from_slice(&[0xFF, 0xFF, 0xFF, 0xFF]);
    let refusal = cut_middle(&bytes).unwrap_err();
    assert_eq!(codes(&refusal), (422, vec!["too_many_pixels".to_owned()]));
}

#[test]
fn a_picture_that_would_not_fit_in_memory_is_refused() {
    // 16 bits and transparency: 8 bytes a pixel.
    let mut bytes = png_header(5_000, 8_000);
    bytes[24..26].copy_from_slice(&[16, 6]);
    let crc = crc32(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&crc.to_be_bytes());
    let refusal = cut_middle(&bytes).unwrap_err();
    assert_eq!(codes(&refusal), (422, vec!["too_many_pixels".to_owned()]));
}

#[test]
fn truncated_files_are_refused() {
    let picture = DynamicImage::ImageRgb8(halves(400, 500));
    for format in [ImageFormat::Jpeg, ImageFormat::Png] {
        let bytes = encoded(&picture, format);
        for part in [3, 4, 9] {
            let refusal = cut_middle(&bytes[..bytes.len() * part / 10]).unwrap_err();
            assert_eq!(codes(&refusal), (422, vec!["broken_image".to_owned()]));
        }
    }
    let webp = webp::Encoder::from_rgb(halves(400, 500).as_raw(), 400, 500)
        .encode(80.0)
        .to_vec();
    assert!(cut_middle(&webp[..webp.len() / 2]).is_err());
}

#[test]
fn what_follows_a_whole_jpeg_is_of_no_interest() {
    let mut bytes = with_exif(&jpeg_of(&halves(400, 500)), 1);
    bytes.extend(b"preview of a camera");
    assert!(cut_middle(&bytes).is_ok());
}

#[test]
fn the_type_is_what_the_bytes_say() {
    for bytes in [
        b"%PDF-1.7".as_slice(),
        b"GIF89a\x01\x00\x01\x00",
        b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        b"",
    ] {
        assert_eq!(codes(&cut_middle(bytes).unwrap_err()).0, 415);
    }
}
