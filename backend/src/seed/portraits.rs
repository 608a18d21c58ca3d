//! Every portrait of the demo, drawn and encoded on all cores, and stored like uploads.

use std::num::NonZero;
use std::thread;

use chrono::NaiveDate;
use conoceles_shared::questionnaire::Photo;
use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;

use super::portrait;
use crate::capture::{Portrait, PreparedPhoto, encode};
use crate::core::error::Failure;
use crate::core::state::App;

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
    let drawn = portrait::draw(&mut ChaCha8Rng::seed_from_u64(seed));
    encode(&drawn, drawn.dimensions())
}

/// Stores a portrait; the content of the photo section.
pub async fn store(app: &App, it: Portrait, taken_on: NaiveDate) -> Result<Photo, Failure> {
    let mut prepared = PreparedPhoto::of(it, Some(taken_on));
    let photo = prepared.photo.clone();
    prepared.put(&app.objects).await?;
    Ok(photo)
}
