use conoceles_shared::photo::Aspect;
use image::{Rgb, RgbImage, imageops};
use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use super::*;

/// A face-like oval with the grain of skin and cloth before a plain wall.
fn portrait(wall: u8, person: u8) -> RgbImage {
    let mut random = ChaCha8Rng::seed_from_u64(7);
    RgbImage::from_fn(800, 1000, |x, y| {
        let (across, down) = (
            (f64::from(x) - 400.0) / 220.0,
            (f64::from(y) - 480.0) / 330.0,
        );
        let of_person = across.mul_add(across, down * down) < 1.0;
        let (base, grain) = if of_person { (person, 14) } else { (wall, 2) };
        let noise: i16 = random.random_range(-grain..=grain);
        let value = (i16::from(base) + noise).clamp(0, 255);
        Rgb([u8::try_from(value).unwrap(); 3])
    })
}

fn remarks(picture: &RgbImage) -> Vec<Aspect> {
    let checks = measure(picture, (800, 1000)).checks();
    checks
        .into_iter()
        .filter(|it| !it.fine)
        .map(|it| it.aspect)
        .collect()
}

#[test]
fn fair_portraits_are_not_remarked_on() {
    for (wall, person) in [(250, 120), (200, 90), (90, 180), (255, 150)] {
        assert_eq!(remarks(&portrait(wall, person)), [], "{wall}, {person}");
    }
}

#[test]
fn a_blurred_portrait_is_told() {
    let blurred = imageops::blur(&portrait(220, 110), 4.0);
    assert_eq!(remarks(&blurred), [Aspect::Sharpness]);
}

#[test]
fn dark_bright_and_flat_are_told() {
    assert!(remarks(&portrait(20, 50)).contains(&Aspect::Light));
    assert!(remarks(&portrait(252, 245)).contains(&Aspect::Light));
    assert!(remarks(&portrait(128, 120)).contains(&Aspect::Contrast));
}

#[test]
fn the_smallest_pictures_are_measured_too() {
    for side in 1..12 {
        let measures = measure(&RgbImage::new(side, side), (side, side));
        assert!(measures.sharpness.abs() < f64::EPSILON);
    }
}
