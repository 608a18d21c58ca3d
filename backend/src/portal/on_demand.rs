//! Answers about one record that are asked for before their turn to be prepared: they are made outside the event
//! loop, a few at a time, so that whoever asks for what is ready does not wait for them.

use std::sync::Arc;

use actix_web::web;
use conoceles_shared::time::Instant;

use super::memory::Portal;
use super::misses::crowded;
use super::published::Published;
use crate::core::error::Failure;
use crate::core::gate::Crowded;
use crate::core::http::off_thread;

/// Sees to it that a record's answer in the API is prepared.
///
/// # Errors
/// 503 where too many wait.
pub async fn prepare_api_answer(
    portal: &web::Data<Portal>,
    record: &Arc<Published>,
    now: Instant,
) -> Result<(), Failure> {
    if record.has_api_answer() {
        return Ok(());
    }
    made_aside(portal, record, now, |_, record| {
        record.api_answer().map(|_| ())
    })
    .await
}

/// Sees to it that a record's page is prepared.
///
/// # Errors
/// 503 where too many wait.
pub async fn prepare_page(
    portal: &web::Data<Portal>,
    record: &Arc<Published>,
    now: Instant,
) -> Result<(), Failure> {
    if record.has_page() {
        return Ok(());
    }
    made_aside(portal, record, now, |portal, record| {
        record.page_answer(portal.shell()).map(|_| ())
    })
    .await
}

async fn made_aside(
    portal: &web::Data<Portal>,
    record: &Arc<Published>,
    now: Instant,
    make: impl FnOnce(&Portal, &Published) -> Result<(), Failure> + Send + 'static,
) -> Result<(), Failure> {
    let place = portal.gate.wait_for_place().await;
    let place = place.map_err(|Crowded| crowded(now))?;
    let (portal, record) = (portal.clone(), Arc::clone(record));
    off_thread(move || {
        let made = make(&portal, &record);
        drop(place);
        made
    })
    .await?
}
