//! The demo: two elections of invented persons and parties, reached through the lifecycle's own
//! actions, so that what is seeded could have happened.

mod accounts;
mod answers;
mod cast;
mod contents;
mod days;
mod material;
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
use conoceles_shared::election::ElectionSetup;
use conoceles_shared::ids::AccountId;
use conoceles_shared::permissions::Role;
use conoceles_shared::questionnaire::Photo;
use conoceles_shared::time::Instant;

use crate::core::error::Failure;
use crate::core::http::off_thread;
use crate::core::state::App;
use crate::core::store::{is_marked, set_mark};
use accounts::DemoAccount;
use cast::{Candidacy, Casting};
use days::Days;
use material::{ActorCast, Material};
use write::{Scene, Writer};

/// The seed of everything that is invented.
const SEED: u64 = 20_290_604;

/// What came of seeding.
#[derive(Debug)]
pub enum Outcome {
    /// The database is seeded: the accounts, as a table for people.
    Seeded(String),
    /// It was already.
    Already,
    /// It holds something that the demo did not make, and was left alone.
    InUse,
}

/// Told of each part that begins, in Spanish.
type Progress<'a> = &'a (dyn Fn(&str) + Send + Sync);

/// Seeds the demo at `now`. With `fresh` a database that the demo made is emptied first; any other
/// that is in use is left alone.
///
/// # Errors
/// The database, the object store, or an encoder; then nothing is changed.
pub async fn demo(
    app: &App,
    now: Instant,
    fresh: bool,
    progress: Progress<'_>,
) -> Result<Outcome, Failure> {
    let mut conn = app.db.read().await?;
    let marked = is_marked(&mut conn, store::MARK).await?;
    if !marked && store::is_in_use(&mut conn).await? {
        return Ok(Outcome::InUse);
    }
    drop(conn);
    if marked && !fresh {
        return Ok(Outcome::Already);
    }
    let material = Material::load()?;
    let days = Days::around(now);
    let scenes = scenes(&material, &days)?;
    let seeding = Seeding {
        app,
        material: &material,
        now,
        days,
        marked,
        progress,
    };
    seeding.run(scenes).await
}

/// One run over a database that is empty, or marked and then emptied first.
struct Seeding<'a> {
    app: &'a App,
    material: &'a Material,
    now: Instant,
    days: Days,
    marked: bool,
    progress: Progress<'a>,
}

impl Seeding<'_> {
    async fn run(&self, mut scenes: Vec<Scene>) -> Result<Outcome, Failure> {
        (self.progress)("Retratos…");
        for scene in &mut scenes {
            scene.photos = self.photos(scene).await?;
        }
        (self.progress)("Cuentas…");
        let mut staff = Vec::new();
        for it in accounts::staff(&self.material.staff, self.now)? {
            staff.push(it.hashed().await?);
        }
        let all = self.write(&scenes, staff).await?;
        Ok(Outcome::Seeded(accounts::table(&all)))
    }

    /// The photo of each candidacy, drawn and stored.
    async fn photos(&self, scene: &Scene) -> Result<Vec<Option<Photo>>, Failure> {
        let with_photo = scene.candidacies.iter().filter(|it| it.with_photo);
        let seeds: Vec<u64> = with_photo.map(|it| it.seed).collect();
        let drawn = off_thread(move || portraits::draw(&seeds)).await??;
        let mut drawn = drawn.into_iter();
        let mut photos = Vec::with_capacity(scene.candidacies.len());
        for it in &scene.candidacies {
            let portrait = if it.with_photo { drawn.next() } else { None };
            photos.push(match portrait {
                Some(it) => Some(portraits::store(self.app, it, self.days.day(-20)).await?),
                None => None,
            });
        }
        Ok(photos)
    }

    async fn write(
        &self,
        scenes: &[Scene],
        staff: Vec<DemoAccount>,
    ) -> Result<Vec<DemoAccount>, Failure> {
        let mut tx = self.app.db.write().await?;
        if self.marked {
            store::empty_database(&mut tx).await?;
        }
        set_mark(&mut tx, store::MARK).await?;
        for it in &staff {
            let made = self.days.at(-30, 9, 0);
            crate::accounts::store::insert_account(&mut tx, &self.app.secrets, &it.row, made)
                .await?;
        }
        let parties = &self.material.cast.parties;
        let writer = Writer {
            app: self.app,
            material: self.material,
            now: self.now,
            days: self.days,
            validators: validators(&staff)?,
            parties: write::insert_parties(&mut tx, parties, self.now).await?,
        };
        let mut all = staff;
        let mut public = Vec::new();
        for scene in scenes {
            (self.progress)(&format!("{}…", scene.setup.name));
            let written = writer.election(&mut tx, scene).await?;
            all.extend(written.operators);
            public.extend(written.public);
        }
        (self.progress)("Publicación…");
        writer.publish(&mut tx, public).await?;
        tx.commit().await?;
        Ok(all)
    }
}

/// The first two of the staff who review.
fn validators(staff: &[DemoAccount]) -> Result<[AccountId; 2], Failure> {
    let mut ids = staff
        .iter()
        .filter(|it| it.row.role == Role::Validator)
        .map(|it| it.row.id.clone());
    let pair = ids.next().zip(ids.next());
    let (first, second) = pair.ok_or_else(|| Failure::internal("seed: no two reviewers"))?;
    Ok([first, second])
}

/// The two elections.
fn scenes(material: &Material, days: &Days) -> Result<Vec<Scene>, Failure> {
    let mut casting = Casting::new(material, SEED, days.day(0).year());
    let (first, second) = (setups::governorship(days), setups::local(days));
    let governorship = casting.governorship(first.date)?;
    let local = casting.local(second.date)?;
    let cast = &material.cast;
    Ok(vec![
        scene(days, first, cast.governorship.clone(), governorship),
        scene(days, second, cast.local.in_order(), local),
    ])
}

/// An election whose actors have accepted the receipt, but for the independent one.
fn scene(
    days: &Days,
    setup: ElectionSetup,
    actors: Vec<ActorCast>,
    candidacies: Vec<Candidacy>,
) -> Scene {
    let received = |(at, it): (usize, &ActorCast)| {
        let minute = u32::try_from(at % 12).unwrap_or(0) * 5;
        (it.kind != ActorKind::Independent).then(|| days.at(-10, 8, minute))
    };
    Scene {
        receipts: actors.iter().enumerate().map(received).collect(),
        setup,
        actors,
        candidacies,
        photos: Vec::new(),
    }
}

#[cfg(test)]
#[path = "demo_tests.rs"]
mod demo_tests;

#[cfg(test)]
#[path = "same_tests.rs"]
mod same_tests;
