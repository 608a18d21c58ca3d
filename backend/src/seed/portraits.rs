//! Every portrait of the demo, drawn and encoded on all cores, and stored like uploads.

use std::num::NonZero;
use std::thread;

use chrono::NaiveDate;
use conoceles_shared::questionnaire::Photo;
use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;

use image::RgbImage;
use jpeg_encoder::{ColorType, Encoder};

use super::portrait;
use crate::core::error::Failure;
use crate::core::objects::photo_name;
use crate::core::secrets::sha256_hex;
use crate::core::state::App;

/// A prepared portrait.
#[derive(Debug)]
pub struct Portrait {
    jpeg: Vec<u8>,
    webp: Vec<u8>,
    width: u32,
    height: u32,
}

/// Draws one portrait for each seed; slow, so off the request threads.
///
/// # Errors
/// An encoder fails.
pub fn draw(seeds: &[u64]) -> Result<Vec<Portrait>, Failure> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let each = seeds.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let workers: Vec<_> = seeds
            .chunks(each)
            .map(|chunk| scope.spawn(move || chunk.iter().map(|seed| one(*seed)).collect()))
            .collect();
        let mut all = Vec::with_capacity(seeds.len());
        for worker in workers {
            let drawn: Result<Vec<_>, Failure> = worker
                .join()
                .unwrap_or_else(|_| Err(Failure::internal("a portrait could not be drawn")));
            all.extend(drawn?);
        }
        Ok(all)
    })
}

fn one(seed: u64) -> Result<Portrait, Failure> {
    encode(&portrait::draw(&mut ChaCha8Rng::seed_from_u64(seed)))
}

fn encode(picture: &RgbImage) -> Result<Portrait, Failure> {
    let failed = |what: &str| Failure::Internal(format!("portrait: {what}"));
    let (width, height) = portrait::SIZE;
    let mut jpeg = Vec::new();
    Encoder::new(&mut jpeg, 86)
        .encode(picture.as_raw(), width, height, ColorType::Rgb)
        .map_err(|_| failed("jpeg"))?;
    let webp = webp::Encoder::from_rgb(picture.as_raw(), picture.width(), picture.height())
        .encode_simple(false, 80.0)
        .map_err(|_| failed("webp"))?
        .to_vec();
    Ok(Portrait {
        jpeg,
        webp,
        width: picture.width(),
        height: picture.height(),
    })
}

/// Stores a portrait; the content of the photo section.
///
/// # Errors
/// The object store.
pub async fn store(app: &App, it: Portrait, taken_on: NaiveDate) -> Result<Photo, Failure> {
    let sha256 = sha256_hex(&it.jpeg);
    let name = |extension: &str| photo_name(&format!("{sha256}.{extension}"));
    app.objects.put(&name("jpg"), it.jpeg).await?;
    app.objects.put(&name("webp"), it.webp).await?;
    Ok(Photo::Uploaded {
        sha256,
        width: Some(it.width),
        height: Some(it.height),
        taken_on: Some(taken_on),
    })
}
