//! Photos as cameras, telephones and programs write them: in the colours that they mean, or refused by
//! name with what to do.

use std::path::{Path, PathBuf};

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use serde_json::Value;

use super::hostile_photos::parts::{chunk, encoded, extended, webp, with_segment};
use super::*;
use builders::World;

/// A difference that nobody sees.
const NEAR: u8 = 12;
const RED: [u8; 3] = [220, 20, 20];
/// The same red by its numbers in Display P3, and in Adobe RGB.
const RED_IN_P3: [u8; 3] = [201, 52, 42];
const RED_IN_ADOBE_RGB: [u8; 3] = [188, 27, 27];

fn plain(colour: [u8; 3], format: ImageFormat) -> Vec<u8> {
    encoded(RgbImage::from_pixel(400, 500, Rgb(colour)), format)
}

/// The PNG with these chunks behind its header.
fn with_chunks(png: &[u8], chunks: &[Vec<u8>]) -> Vec<u8> {
    let (header, rest) = png.split_at(33);
    [header, &chunks.concat(), rest].concat()
}

/// A profile of Display P3 as telephones embed it: three colorants and one curve.
fn profile_of_p3() -> Vec<u8> {
    let numbers = |list: &[f64]| -> Vec<u8> {
        let fixed = list.iter().map(|it| (it * 65_536.0).round() as i32);
        fixed.flat_map(i32::to_be_bytes).collect()
    };
    let colorant = |place: [f64; 3]| [b"XYZ \0\0\0\0".as_slice(), &numbers(&place)].concat();
    let curve = numbers(&[2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045]);
    let curve = [b"para\0\0\0\0\0\x03\0\0".as_slice(), &curve].concat();
    let tags = [
        (b"rXYZ", colorant([0.51512, 0.24120, -0.00105])),
        (b"gXYZ", colorant([0.29198, 0.69225, 0.04189])),
        (b"bXYZ", colorant([0.15710, 0.06657, 0.78407])),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let (mut table, mut content) = ((tags.len() as u32).to_be_bytes().to_vec(), Vec::new());
    for (name, tag) in &tags {
        let at = 132 + 12 * tags.len() + content.len();
        table.extend(*name);
        table.extend((at as u32).to_be_bytes());
        table.extend((tag.len() as u32).to_be_bytes());
        content.extend(tag);
    }
    let length = (128 + table.len() + content.len()) as u32;
    let mut header = [length.to_be_bytes().as_slice(), &[0; 4], &[4, 0, 0, 0]].concat();
    header.extend(b"mntrRGB XYZ ");
    header.extend([7, 0xE6, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
    header.extend(b"acsp");
    header.extend([0; 28]);
    header.extend(numbers(&[0.9642, 1.0, 0.8249]));
    header.resize(128, 0);
    [header, table, content].concat()
}

/// What was made of an upload that was taken.
async fn published(world: &World, answer: conoceles_tests::Answer) -> RgbImage {
    let view = answer.ok();
    let sha256 = view["content"]["sha256"].as_str().unwrap();
    let path = world.capture(&format!("/photo/{sha256}"));
    let photo = world.operator.get(&path).await;
    image::load_from_memory(&photo.bytes).unwrap().into_rgb8()
}

fn is_near(picture: &RgbImage, x: u32, y: u32, colour: [u8; 3]) -> bool {
    let seen = picture.get_pixel(x, y).0;
    seen.iter()
        .zip(colour)
        .all(|(one, other)| one.abs_diff(other) <= NEAR)
}

async fn ready(server: &Server) -> World {
    let world = World::new(server).await;
    let _ = world.consent("treatment", true).await.ok();
    world
}

on_both!(
    /// Telephones write Display P3, cameras Adobe RGB, programs write numbers or code points: the same
    /// red is published of all.
    a_photo_shows_the_colours_that_its_file_means,
    |server: Server| async move {
        let world = ready(&server).await;
        let profile = profile_of_p3();
        let in_jpeg = [b"ICC_PROFILE\0\x01\x01".as_slice(), &profile].concat();
        let p3 = plain(RED_IN_P3, ImageFormat::Png);
        let adobe = plain(RED_IN_ADOBE_RGB, ImageFormat::Png);
        let places = [31270u32, 32900, 64000, 33000, 21000, 71000, 15000, 6000];
        let places = chunk(b"cHRM", &places.map(u32::to_be_bytes).concat());
        let gamma = chunk(b"gAMA", &45_470u32.to_be_bytes());
        let slip = [b"ICC_PROFILE\0\x01\x01".as_slice(), &profile[..200]].concat();
        let files = [
            ("P3, JPEG", with_segment(&plain(RED_IN_P3, ImageFormat::Jpeg), 0xE2, &in_jpeg), RED),
            ("P3, code points", with_chunks(&p3, &[chunk(b"cICP", &[12, 13, 0, 1])]), RED),
            ("Adobe RGB, numbers", with_chunks(&adobe, &[gamma, places]), RED),
            ("none", plain(RED, ImageFormat::WebP), RED),
            ("cut profile", with_segment(&plain(RED, ImageFormat::Jpeg), 0xE2, &slip), RED),
        ];
        for (version, (what, bytes, colour)) in files.into_iter().enumerate() {
            let answer = world.upload(version as u64, "", "image/jpeg", bytes).await;
            let picture = published(&world, answer).await;
            assert!(is_near(&picture, 200, 250, colour), "{what}: {:?}", picture.get_pixel(200, 250));
        }
    }
);

/// A picture whose coded data are lively to the last block.
fn lively() -> Vec<u8> {
    content::photo(400, 500)
}

fn animated_png() -> Vec<u8> {
    let control = chunk(b"acTL", &[0, 0, 0, 12, 0, 0, 0, 0]);
    with_chunks(&plain(RED, ImageFormat::Png), &[control])
}

/// Two frames, the first of which lies in a corner.
fn animated_webp() -> Vec<u8> {
    let still = plain(RED, ImageFormat::WebP);
    let frame = [
        [100, 0, 0, 100, 0, 0, 143, 1, 0, 243, 1, 0, 40, 0, 0, 0].as_slice(),
        &still[12..],
    ];
    let frame = frame.concat();
    webp(&[
        (b"VP8X", extended(0x12, 799, 999)),
        (b"ANIM", vec![0; 6]),
        (b"ANMF", frame.clone()),
        (b"ANMF", frame),
    ])
}

fn transparent() -> Vec<u8> {
    let picture = RgbaImage::from_pixel(400, 500, Rgba([220, 20, 20, 3]));
    encoded(DynamicImage::ImageRgba8(picture), ImageFormat::Png)
}

on_both!(
    /// Each says what it is and what to do, and nothing of it is stored.
    what_is_no_whole_photo_is_refused_by_name,
    |server: Server| async move {
        let world = ready(&server).await;
        let whole = lively();
        let two_thirds = whole[..whole.len() / 3 * 2].to_vec();
        let marked = [two_thirds.clone(), vec![0xFF, 0xD9]].concat();
        let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x08meta".to_vec();
        for (bytes, code, words) in [
            (animated_png(), "animated_image", "Es una imagen animada; suba una fotografía."),
            (animated_webp(), "animated_image", "Es una imagen animada; suba una fotografía."),
            (transparent(), "transparent_image", "transparente"),
            (two_thirds, "broken_image", "le falta una parte"),
            (marked, "broken_image", "le falta una parte"),
        ] {
            let answer = world.upload(0, "", "image/jpeg", bytes).await;
            answer.refused(422, "invalid");
            let error = &answer.json()["errors"][0];
            assert_eq!((&error["code"], &error["pointer"]), (&code.into(), &"/file".into()));
            assert!(error["detail"].as_str().unwrap().contains(words), "{error}");
        }
        let answer = world.upload(0, "", "image/jpeg", heic).await;
        answer.refused(415, "unsupported_media_type");
        let detail = answer.json()["detail"].as_str().unwrap().to_owned();
        assert!(detail.contains("HEIC") && detail.contains("«Más compatible»"), "{detail}");
        // What is weighed is the file with the film behind the photo.
        let heavy = [whole, vec![0x5A; 12 * 1024 * 1024]].concat();
        let answer = world.upload(0, "", "image/jpeg", heavy).await;
        answer.refused(413, "too_large");
        let detail = answer.json()["detail"].as_str().unwrap().to_owned();
        assert!(detail.contains("con todo lo que trae, puede pesar hasta"), "{detail}");
        assert_eq!(server.rows("section_versions").await, 0);
        let files = std::fs::read_dir(server.folder().join("objects")).unwrap();
        assert_eq!(files.count(), 0);
    }
);

on_both!(
    /// Programs that write no end marker, and telephones that append a film.
    a_photo_without_its_end_and_one_with_a_film_are_taken,
    |server: Server| async move {
        let world = ready(&server).await;
        let whole = lively();
        let film = [b"\0\0\0\x18ftypmp42\0\0\0\0isom".as_slice(), &[0x5A; 600_000]].concat();
        let mut seen = Vec::new();
        for bytes in [
            whole.clone(),
            whole[..whole.len() - 2].to_vec(),
            [whole.clone(), film].concat(),
        ] {
            let version = seen.len() as u64;
            let view: Value = world.upload(version, "", "image/jpeg", bytes).await.ok();
            seen.push(view["content"]["sha256"].as_str().unwrap().to_owned());
        }
        assert!(seen.windows(2).all(|it| it[0] == it[1]), "{seen:?}");
    }
);

/// Where the cases from public reports lie, for whoever has them.
fn cases() -> PathBuf {
    let folder = std::env::var_os("CONOCELES_CASES").expect("see CONTRIBUTING.md, Tests");
    PathBuf::from(folder)
}

fn case(folder: &Path, name: &str) -> Vec<u8> {
    std::fs::read(folder.join(name)).unwrap()
}

on_both!(
    #[ignore = "reads cases from public reports: CONOCELES_CASES=…/cases"]
    the_cases_of_cameras_and_telephones,
    |server: Server| async move {
        let world = ready(&server).await;
        let mut version = 0;
        let gamut = cases().join("27-wide-gamut-icc");
        for name in ["srgb.png", "p3.jpg", "adobe98.jpg", "prophoto.jpg"] {
            let answer = world
                .upload(version, "", "image/jpeg", case(&gamut, name))
                .await;
            version += 1;
            let picture = published(&world, answer).await;
            for (x, y, colour) in [
                (15, 15, RED),
                (785, 15, [20, 170, 40]),
                (15, 985, [20, 20, 220]),
                (785, 985, [240, 220, 20]),
            ] {
                assert!(
                    is_near(&picture, x, y, colour),
                    "{name}: {:?}",
                    picture.get_pixel(x, y)
                );
            }
        }
        let cut = cases().join("22-progressive-and-cut");
        // One picture, coded in different ways: with restart markers, without its end, with a film.
        let mut first: Option<RgbImage> = None;
        for name in ["entera.jpg", "sin_final.jpg", "cola.jpg"] {
            let answer = world
                .upload(version, "", "image/jpeg", case(&cut, name))
                .await;
            version += 1;
            let picture = published(&world, answer).await;
            let first = first.get_or_insert_with(|| picture.clone());
            for (x, y) in (20..800).step_by(95).zip((20..1000).step_by(120)) {
                assert!(
                    is_near(&picture, x, y, first.get_pixel(x, y).0),
                    "{name} at {x}, {y}"
                );
            }
        }
        let grey = case(&gamut, "gris.jpg");
        let picture = published(&world, world.upload(version, "", "image/jpeg", grey).await).await;
        version += 1;
        assert!(picture.pixels().all(|it| it.0[0].abs_diff(it.0[2]) <= 4));
        for (folder, name, code) in [
            ("22-progressive-and-cut", "media.jpg", "broken_image"),
            ("24-animated-webp-sticker", "sticker.webp", "animated_image"),
            ("24-animated-webp-sticker", "desfase.webp", "animated_image"),
            ("24-animated-webp-sticker", "apng.png", "animated_image"),
        ] {
            let bytes = case(&cases().join(folder), name);
            let answer = world.upload(version, "", "image/jpeg", bytes).await;
            answer.refused(422, "invalid");
            assert_eq!(answer.json()["errors"][0]["code"], code, "{name}");
        }
    }
);
