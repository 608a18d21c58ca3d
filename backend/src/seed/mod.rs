//! The demo: two elections of invented persons and parties, reached through the lifecycle's own
//! actions, so that what is seeded could have happened.

mod accounts;
mod answers;
mod cast;
mod contents;
mod days;
mod flaws;
mod names;
mod parties;
mod people;
mod plots;
mod portrait;
mod portraits;
mod setups;
mod shapes;
mod store;
mod story;
mod texts;
mod write;

use chrono::Datelike as _;
use conoceles_shared::catalogues::ActorKind;
use conoceles_shared::questionnaire::Photo;
use conoceles_shared::time::Instant;
use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;

use crate::core::error::Failure;
use crate::core::http::off_thread;
use crate::core::state::App;
use accounts::DemoAccount;
use days::Days;
use people::People;
use write::{Scene, Writer};

/// The seed of everything that is invented.
const SEED: u64 = 20_290_604;

/// What came of seeding.
#[derive(Debug)]
pub enum Outcome {
    /// The database is seeded: the accounts, as a table to read.
    Seeded(String),
    /// It was already.
    Already,
    /// It holds something that the demo did not make, and was left alone.
    InUse,
}

/// Seeds the demo at `now`. With `fresh` a database that the demo made is emptied first; any other
/// that is in use is left alone.
///
/// # Errors
/// The database, the object store, or an encoder; then nothing is changed.
pub async fn demo(
    app: &App,
    now: Instant,
    fresh: bool,
    progress: &(dyn Fn(&str) + Send + Sync),
) -> Result<Outcome, Failure> {
    let mut conn = app.db.read().await?;
    let marked = store::is_marked(&mut conn).await?;
    if !marked && store::is_in_use(&mut conn).await? {
        return Ok(Outcome::InUse);
    }
    drop(conn);
    if marked && !fresh {
        return Ok(Outcome::Already);
    }
    let days = Days::around(now);
    seed(app, (now, days, marked), scenes(&days), progress).await
}

/// Seeds `scenes` into a database that is empty, or marked and then emptied first.
async fn seed(
    app: &App,
    (now, days, marked): (Instant, Days, bool),
    mut scenes: Vec<Scene>,
    progress: &(dyn Fn(&str) + Send + Sync),
) -> Result<Outcome, Failure> {
    progress("Retratos…");
    for scene in &mut scenes {
        scene.photos = photos(app, &days, scene).await?;
    }
    progress("Cuentas…");
    let mut staff = Vec::new();
    for it in accounts::staff(now)? {
        staff.push(it.hashed().await?);
    }
    let all = write_all(app, (now, days, marked), &scenes, staff, progress).await?;
    Ok(Outcome::Seeded(accounts::table(&all)))
}

async fn write_all(
    app: &App,
    (now, days, marked): (Instant, Days, bool),
    scenes: &[Scene],
    staff: Vec<DemoAccount>,
    progress: &(dyn Fn(&str) + Send + Sync),
) -> Result<Vec<DemoAccount>, Failure> {
    let mut tx = app.db.write().await?;
    if marked {
        store::empty(&mut tx).await?;
    }
    store::mark(&mut tx).await?;
    for it in &staff {
        crate::accounts::store::insert_account(&mut tx, &it.row, days.at(-30, 9, 0)).await?;
    }
    let [_, first, second, ..] = staff.as_slice() else {
        return Err(Failure::internal("seed: no reviewers"));
    };
    let writer = Writer {
        app,
        now,
        days,
        validators: [first.row.id.clone(), second.row.id.clone()],
        parties: write::parties(&mut tx, now).await?,
    };
    let mut all = staff;
    let mut public = Vec::new();
    for scene in scenes {
        progress(&format!("{}…", scene.setup.name));
        let written = writer.election(&mut tx, scene).await?;
        all.extend(written.operators);
        public.extend(written.public);
    }
    progress("Publicación…");
    writer.publish(&mut tx, public).await?;
    tx.commit().await?;
    Ok(all)
}

/// The two elections.
fn scenes(days: &Days) -> Vec<Scene> {
    let mut rng = ChaCha8Rng::seed_from_u64(SEED);
    let year = days.day(0).year();
    let (first, second) = (setups::governorship(days), setups::local(days));
    let mut people = People::new(first.date);
    let governorship = cast::governorship(&mut rng, &mut people, year);
    people.move_to(second.date);
    let local = cast::local(&mut rng, &mut people, year);
    let received = |at: usize, day: i32| {
        let minute = u32::try_from(at % 12).unwrap_or(0) * 5;
        days.at(day, 8, minute)
    };
    vec![
        Scene {
            setup: first,
            actors: parties::GOVERNORSHIP.to_vec(),
            receipts: parties::GOVERNORSHIP
                .iter()
                .enumerate()
                .map(|(at, it)| (it.kind != ActorKind::Independent).then(|| received(at, -10)))
                .collect(),
            candidacies: governorship,
            photos: Vec::new(),
        },
        Scene {
            setup: second,
            actors: parties::LOCAL.to_vec(),
            receipts: (0..parties::LOCAL.len())
                .map(|at| Some(received(at, -10)))
                .collect(),
            candidacies: local,
            photos: Vec::new(),
        },
    ]
}

/// The photo of each candidacy, drawn and stored.
async fn photos(app: &App, days: &Days, scene: &Scene) -> Result<Vec<Option<Photo>>, Failure> {
    let with = |it: &&cast::Candidacy| it.with_photo;
    let seeds: Vec<u64> = scene
        .candidacies
        .iter()
        .filter(with)
        .map(|it| it.seed)
        .collect();
    let drawn = off_thread(move || portraits::draw(&seeds)).await??;
    let mut drawn = drawn.into_iter();
    let mut photos = Vec::with_capacity(scene.candidacies.len());
    for it in &scene.candidacies {
        let portrait = if it.with_photo { drawn.next() } else { None };
        photos.push(match portrait {
            Some(portrait) => Some(portraits::store(app, portrait, days.day(-20)).await?),
            None => None,
        });
    }
    Ok(photos)
}

#[cfg(test)]
#[path = "demo_tests.rs"]
mod demo_tests;
