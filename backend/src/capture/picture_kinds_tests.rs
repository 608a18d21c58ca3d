//! Files that hold more, or less, than one picture.

use image::{Rgba, RgbaImage};
use jpeg_encoder::SamplingFactor;

use super::picture_tests::{codes, encoded, png_chunk, reread, with_chunks};
use super::*;

/// A picture of which no two blocks are alike, nor flat.
fn lively(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let wave = |step: u32| ((x * step + y * 7 + x * y / 9) % 200) as u8 + 20;
        image::Rgb([wave(3), wave(5), wave(11)])
    })
}

/// A JPEG as a telephone writes it: colours at half the size, and restart markers where asked for.
fn jpeg_of(picture: &RgbImage, progressive: bool, restart: Option<u16>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 85);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.set_progressive(progressive);
    if let Some(every) = restart {
        encoder.set_restart_interval(every);
    }
    let (width, height) = (picture.width() as u16, picture.height() as u16);
    encoder
        .encode(picture.as_raw(), width, height, ColorType::Rgb)
        .unwrap();
    bytes
}

#[track_caller]
fn refused_as(bytes: &[u8], code: &str) {
    let refusal = prepare(bytes, None).unwrap_err();
    assert_eq!(codes(&refusal), (422, vec![code.to_owned()]));
}

/// Each way of coding; the last rows of the second are of one colour, as decoders fill them.
fn jpegs() -> Vec<Vec<u8>> {
    let mut calm = lively(72, 90);
    for (_, row) in calm.enumerate_rows_mut().skip(60) {
        row.for_each(|(_, _, pixel)| *pixel = image::Rgb([128; 3]));
    }
    vec![
        jpeg_of(&lively(72, 90), false, None),
        jpeg_of(&calm, false, None),
        jpeg_of(&lively(72, 90), false, Some(5)),
        jpeg_of(&lively(72, 90), true, None),
        jpeg_of(&lively(72, 90), true, Some(5)),
    ]
}

#[test]
fn a_missing_end_is_mended() {
    for whole in jpegs() {
        let published = prepare(&whole, None).unwrap().full.jpeg;
        for missing in [1, 2] {
            let cut = &whole[..whole.len() - missing];
            assert_eq!(prepare(cut, None).unwrap().full.jpeg, published);
        }
    }
}

/// Whether a person sees a difference in their last block at most.
fn is_nearly(one: &[u8], other: &[u8]) -> bool {
    let (one, other) = (reread(one), reread(other));
    let seen = |a: [u8; 3], b: [u8; 3]| a.iter().zip(b).any(|(a, b)| a.abs_diff(b) > 12);
    let pairs = one.pixels().zip(other.pixels());
    let differing = pairs.filter(|(a, b)| seen(a.0, b.0)).count();
    one.dimensions() == other.dimensions() && differing <= 16 * 16
}

#[test]
fn a_cut_picture_is_refused_or_it_is_the_whole_one() {
    for whole in jpegs() {
        let published = prepare(&whole, None).unwrap().full.jpeg;
        let mut refused = 0;
        let starts = whole.windows(2).position(|it| it == [0xFF, 0xDA]).unwrap();
        let cuts = starts..whole.len() - 2;
        for length in cuts.clone().step_by(43) {
            for end in [[].as_slice(), &[0xFF, 0xD9], &[0; 3_000]] {
                let cut = [&whole[..length], end].concat();
                match prepare(&cut, None) {
                    Ok(portrait) => assert!(
                        is_nearly(&portrait.full.jpeg, &published),
                        "cut at {length}"
                    ),
                    Err(refusal) => {
                        refused += 1;
                        assert_eq!(codes(&refusal), (422, vec!["broken_image".to_owned()]));
                    }
                }
            }
        }
        assert!(refused > cuts.len() / 43 * 2, "{refused} of {cuts:?}");
    }
}

#[test]
fn a_picture_that_was_copied_as_a_text_is_refused() {
    let whole = jpeg_of(&lively(480, 600), false, None);
    prepare(&whole, None).unwrap();
    for picture in [whole, jpeg_of(&lively(480, 600), true, None)] {
        let mut as_text = Vec::new();
        for byte in picture {
            if byte == b'\n' {
                as_text.push(b'\r');
            }
            as_text.push(byte);
        }
        refused_as(&as_text, "broken_image");
    }
}

#[test]
fn a_progressive_picture_without_its_last_scans_is_refused_though_its_end_is_marked() {
    let whole = jpeg_of(&lively(72, 90), true, None);
    let scans: Vec<usize> = (0..whole.len() - 1)
        .filter(|at| whole[*at..*at + 2] == [0xFF, 0xDA])
        .collect();
    for scan in &scans[1..] {
        refused_as(&[&whole[..*scan], &[0xFF, 0xD9]].concat(), "broken_image");
    }
}

#[test]
fn what_a_telephone_appends_is_left_aside() {
    let other = jpeg_of(&lively(200, 250), true, None);
    let film = [
        b"\0\0\0\x18ftypmp42\0\0\0\0isom".as_slice(),
        &[0x5A; 50_000],
    ]
    .concat();
    // What a Samsung appends, panoramas without an end before it.
    let trailer = b"\0\0\x01\x0A\x0E\0\0\0Image_UTC_Data1612345678901";
    let trailer = [trailer.as_slice(), &film, &other, b"SEFT"].concat();
    for whole in jpegs() {
        let published = prepare(&whole, None).unwrap().full.jpeg;
        let endless = whole[..whole.len() - 2].to_vec();
        for bytes in [
            [whole.as_slice(), &film].concat(),
            [whole.as_slice(), &other].concat(),
            [whole.as_slice(), &[0; 4_000]].concat(),
            [whole.as_slice(), &trailer].concat(),
            [endless.as_slice(), &trailer].concat(),
        ] {
            let portrait = prepare(&bytes, None).unwrap();
            assert_eq!(portrait.full.jpeg, published);
            assert_eq!(portrait.width, 72);
        }
    }
}

#[test]
fn a_jpeg_that_decoders_do_not_read_is_named() {
    let usual = jpeg_of(&lively(72, 90), false, None);
    let frame = usual.windows(2).position(|it| it == [0xFF, 0xC0]).unwrap();
    for kind in [0xC3, 0xC9, 0xCA] {
        let mut bytes = usual.clone();
        bytes[frame + 1] = kind;
        refused_as(&bytes, "unusual_jpeg");
    }
    let mut bytes = usual.clone();
    bytes[frame + 4] = 12;
    refused_as(&bytes, "unusual_jpeg");
    // More components than it lists.
    let mut bytes = usual.clone();
    bytes[frame + 9] = 200;
    refused_as(&bytes, "unusual_jpeg");
}

fn png_of(picture: &RgbImage) -> Vec<u8> {
    encoded(
        &DynamicImage::ImageRgb8(picture.clone()),
        image::ImageFormat::Png,
    )
}

#[test]
fn a_png_may_lack_its_end_but_no_row() {
    let whole = png_of(&lively(72, 90));
    let published = prepare(&whole, None).unwrap().full.jpeg;
    for cut in [&whole[..whole.len() - 12], &whole[..whole.len() - 5]] {
        assert_eq!(prepare(cut, None).unwrap().full.jpeg, published);
    }
    let behind = [whole.as_slice(), b"what a program appended"].concat();
    assert_eq!(prepare(&behind, None).unwrap().full.jpeg, published);
    refused_as(&whole[..whole.len() - 200], "broken_image");
    // Its last rows are missing, though every chunk is whole.
    let rows = &whole[41..whole.len() - 16 - 200];
    let cut = [
        &whole[..33],
        &png_chunk(b"IDAT", rows),
        &png_chunk(b"IEND", &[]),
    ]
    .concat();
    refused_as(&cut, "broken_image");
}

/// A PNG with so many frames, the first of which is the picture itself or not.
fn moving_png(frames: u32, is_first: bool) -> Vec<u8> {
    let control = png_chunk(b"acTL", &[frames.to_be_bytes(), [0; 4]].concat());
    let mut frame = vec![0; 26];
    frame[4..12].copy_from_slice(&[0, 0, 0, 72, 0, 0, 0, 90]);
    let frame = if is_first {
        png_chunk(b"fcTL", &frame)
    } else {
        vec![]
    };
    with_chunks(&png_of(&lively(72, 90)), &[control, frame].concat())
}

/// A WebP of so many frames.
fn moving_webp(frames: usize) -> Vec<u8> {
    let still = webp::Encoder::from_rgb(lively(72, 90).as_raw(), 72, 90).encode(80.0);
    let chunk = |name: &[u8; 4], content: &[u8]| {
        let length = u32::try_from(content.len()).unwrap().to_le_bytes();
        [
            name,
            length.as_slice(),
            content,
            &vec![0; content.len() % 2],
        ]
        .concat()
    };
    let frame = [
        [0, 0, 0, 0, 0, 0, 71, 0, 0, 89, 0, 0, 100, 0, 0, 0].as_slice(),
        &still[12..],
    ];
    let mut body = b"WEBP".to_vec();
    body.extend(chunk(b"VP8X", &[2, 0, 0, 0, 71, 0, 0, 89, 0, 0]));
    body.extend(chunk(b"ANIM", &[0; 6]));
    body.extend(chunk(b"ANMF", &frame.concat()).repeat(frames));
    chunk(b"RIFF", &body)
}

#[test]
fn an_animation_is_refused_and_a_single_frame_is_a_picture() {
    for bytes in [
        moving_png(2, true),
        moving_png(1, false),
        moving_png(40, false),
        moving_webp(2),
        moving_webp(30),
    ] {
        refused_as(&bytes, "animated_image");
    }
    for bytes in [moving_png(1, true), moving_png(0, false), moving_webp(1)] {
        assert_eq!(prepare(&bytes, None).unwrap().width, 72);
    }
}

#[test]
fn what_nobody_would_see_is_refused() {
    let with_alpha = |alpha: fn(u32) -> u8| {
        let picture = RgbaImage::from_fn(80, 100, |x, _| Rgba([90, 60, 40, alpha(x)]));
        encoded(&DynamicImage::ImageRgba8(picture), image::ImageFormat::Png)
    };
    refused_as(&with_alpha(|_| 0), "transparent_image");
    // A ghost, and one edge.
    refused_as(&with_alpha(|_| 60), "transparent_image");
    refused_as(
        &with_alpha(|x| if x < 6 { 255 } else { 0 }),
        "transparent_image",
    );
    // A person cut out of the background, on white.
    let cut_out = with_alpha(|x| if (30..50).contains(&x) { 255 } else { 0 });
    let published = reread(&prepare(&cut_out, None).unwrap().full.jpeg);
    assert_eq!(published.get_pixel(5, 50).0, [255; 3]);
    assert!(published.get_pixel(40, 50).0[0] < 110);
    // The rest of the picture may be seen, but not what was framed.
    let half = with_alpha(|x| if x < 40 { 255 } else { 0 });
    let frame = Frame {
        left: 500,
        top: 0,
        size: 500,
        turn: Turn::None,
    };
    let refusal = prepare(&half, Some(frame)).unwrap_err();
    assert_eq!(codes(&refusal), (422, vec!["transparent_image".to_owned()]));
}

#[test]
fn pictures_of_telephones_and_cameras_are_named() {
    let named = |bytes: &[u8]| match prepare(bytes, None).unwrap_err() {
        Failure::Problem(problem) => {
            assert_eq!(problem.status, 415);
            problem.detail.clone()
        }
        other => panic!("{other}"),
    };
    let boxed = |names: &[u8]| {
        let length = u32::try_from(names.len() + 8).unwrap().to_be_bytes();
        [&length, b"ftyp".as_slice(), names, &[0; 100]].concat()
    };
    for names in [
        b"heic\0\0\0\0mif1heic".as_slice(),
        b"mif1\0\0\0\0mif1heix",
        b"msf1\0\0\0\0hevc",
    ] {
        let detail = named(&boxed(names));
        assert!(
            detail.contains("HEIC") && detail.contains("«Más compatible»"),
            "{detail}"
        );
    }
    for (bytes, word) in [
        (boxed(b"avif\0\0\0\0mif1miaf"), "AVIF"),
        (boxed(b"mif1\0\0\0\0avifmiaf"), "AVIF"),
        (boxed(b"crx \0\0\0\x01crx isom"), "RAW"),
        (boxed(b"mp42\0\0\0\0isommp42"), "un video"),
        (b"\xFF\x0A\x80\x33".to_vec(), "JPEG XL"),
        (b"8BPS\0\x01".to_vec(), "Photoshop"),
        (b"GIF89a\x01\0\x01\0".to_vec(), "GIF"),
    ] {
        let detail = named(&bytes);
        assert!(
            detail.contains(word) && detail.contains("Guarde"),
            "{detail}"
        );
        assert!(!detail.contains("iPhone"), "{detail}");
    }
}
