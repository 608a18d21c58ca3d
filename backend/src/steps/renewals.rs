//! New versions of public records that name something that was edited: a party, an actor, a territory.
//!
//! An edit only marks them, since they may be thousands and whoever else publishes would wait for all of
//! them. Each is published in a transaction of its own, at once where the server goes on, else by the sweep.

use actix_web::web;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::State;

use super::clock;
use crate::candidacy::store;
use crate::core::error::Failure;
use crate::core::state::App;
use crate::publication::store::renewals;
use crate::publication::{self, Kind};

/// Renews what is marked, beside the answer to whoever edited.
pub fn renew_soon(app: web::Data<App>) {
    actix_web::rt::spawn(async move {
        if let Err(error) = renew_marked(&app).await {
            tracing::warn!(%error, "the sweep will renew what is marked");
        }
    });
}

/// Publishes a new version of every marked candidacy that is still public; how many they were. One that
/// fails keeps its mark, and the next sweep tries again.
///
/// # Errors
/// The marks cannot be read.
pub async fn renew_marked(app: &App) -> Result<usize, Failure> {
    let mut conn = app.db.read().await?;
    let all = renewals::marked_for_renewal(&mut conn).await?;
    drop(conn);
    let mut renewed = 0;
    for id in all {
        match renew_one(app, &id).await {
            Ok(true) => renewed += 1,
            Ok(false) => {}
            Err(error) => tracing::warn!(candidacy = %id, %error, "the sweep will renew it"),
        }
    }
    Ok(renewed)
}

async fn renew_one(app: &App, id: &CandidacyId) -> Result<bool, Failure> {
    let mut tx = app.db.write().await?;
    let Some(mut loaded) = store::hold_candidacy(&mut tx, id).await? else {
        return Ok(false);
    };
    let now = app.clock.now();
    // Another replica, or a correction that was published meanwhile, may have been first.
    if !renewals::unmark(&mut tx, id).await? {
        return Ok(false);
    }
    clock::settle_and_publish(app, &mut tx, &mut loaded, now).await?;
    let is_public = loaded.process.state == State::Published;
    if is_public {
        let process = loaded.process.clone();
        publication::publish(app, &mut tx, &loaded, &process, Kind::NewVersion, now).await?;
    }
    tx.commit().await?;
    Ok(is_public)
}
