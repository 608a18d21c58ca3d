use std::collections::BTreeMap;

use conoceles_shared::lifecycle::State;
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::Instant;
use sqlx::Row as _;

use super::cast::{Candidacy, Situation};
use super::days::Days;
use super::material::Material;
use super::{Outcome, Seeding, demo, scenes, store};
use crate::candidacy::store::{ids_of_election, load_candidacy};
use crate::core::config::Config;
use crate::core::state::App;
use crate::elections::elections;

async fn app(folder: &std::path::Path) -> App {
    let config = Config {
        database_url: format!("sqlite:{}/demo.db", folder.display()),
        data_dir: folder.to_path_buf(),
        ..Config::default()
    };
    App::open(config).await.unwrap()
}

async fn counts(app: &App) -> BTreeMap<String, i64> {
    let mut conn = app.db.read().await.unwrap();
    let tables = sqlx::query("SELECT name FROM sqlite_master WHERE type = 'table'")
        .fetch_all(&mut *conn)
        .await
        .unwrap();
    let mut counts = BTreeMap::new();
    for row in tables {
        let name: String = row.get("name");
        if name.starts_with("_sqlx") || name.starts_with("sqlite_") || name.ends_with("_head") {
            continue;
        }
        let row = sqlx::query(sqlx::AssertSqlSafe(format!(
            "SELECT COUNT(*) AS n FROM {name}"
        )))
        .fetch_one(&mut *conn)
        .await
        .unwrap();
        counts.insert(name, row.get("n"));
    }
    counts
}

/// Every situation of the demo, with fewer portraits.
fn some_of_it(material: &Material, days: &Days) -> Vec<super::Scene> {
    let mut scenes = scenes(material, days).unwrap();
    for scene in &mut scenes {
        let mut published = 0;
        scene.candidacies.retain(|it| {
            published += usize::from(it.situation == Situation::Published);
            it.situation != Situation::Published || published <= 12
        });
        let paused = |it: &Candidacy| it.situation == Situation::Paused(Section::Photo);
        for (at, it) in scene.candidacies.iter_mut().enumerate() {
            it.with_photo = at == 0 || paused(it);
        }
    }
    scenes
}

/// Where a situation must have led.
const fn state(situation: Situation) -> State {
    match situation {
        Situation::Registered => State::Registered,
        Situation::Capturing(_) => State::InCapture,
        Situation::Submitted(_) | Situation::FirstApproved => State::Submitted,
        Situation::Observed(_) => State::Observed,
        Situation::Resubmitted => State::Resubmitted,
        Situation::Published
        | Situation::Paused(_)
        | Situation::Withheld
        | Situation::CorrectionRequested => State::Published,
    }
}

/// How many candidacies stand where; what is stored is what is in force.
async fn states(app: &App, now: Instant) -> BTreeMap<&'static str, i32> {
    let mut conn = app.db.read().await.unwrap();
    let mut states = BTreeMap::new();
    for election in elections(&mut conn).await.unwrap() {
        for id in ids_of_election(&mut conn, &election.id).await.unwrap() {
            let it = load_candidacy(&mut conn, &id).await.unwrap().unwrap();
            assert_eq!(it.in_force(now), it.process);
            *states.entry(it.process.state.code()).or_insert(0) += 1;
        }
    }
    states
}

#[actix_web::test]
async fn the_demo_is_seeded_once_and_anew_on_request() {
    let folder = std::env::temp_dir().join(format!("conoceles-demo-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let app = app(&folder).await;
    let now = app.clock.now();
    let days = Days::around(now);
    let material = Material::load().unwrap();
    let quiet = |_: &str| ();
    let seeded = async |marked| {
        let seeding = Seeding {
            app: &app,
            material: &material,
            now,
            days,
            marked,
            progress: &quiet,
        };
        match seeding.run(some_of_it(&material, &days)).await.unwrap() {
            Outcome::Seeded(table) => table,
            other => panic!("{other:?}"),
        }
    };

    let table = seeded(false).await;
    for login in ["admin", "validacion1", "captura.horizonte", "local.colibri"] {
        assert!(table.contains(login), "{login}");
    }
    let first = counts(&app).await;
    assert_eq!(first["elections"], 2);
    assert!(first["drill_log"] > 20);

    let mut expected = BTreeMap::new();
    for it in some_of_it(&material, &days)
        .iter()
        .flat_map(|it| &it.candidacies)
    {
        *expected.entry(state(it.situation).code()).or_insert(0) += 1;
    }
    assert_eq!(states(&app, now).await, expected);

    let again = demo(&app, now, false, &quiet).await.unwrap();
    assert!(matches!(again, Outcome::Already));
    assert_eq!(counts(&app).await, first);

    seeded(true).await;
    assert_eq!(counts(&app).await, first);

    let mut tx = app.db.write().await.unwrap();
    store::empty_database(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let left: Vec<_> = counts(&app)
        .await
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .collect();
    assert_eq!(left, [], "a table is not emptied");

    let mut tx = app.db.write().await.unwrap();
    let parties = &material.cast.parties;
    super::write::insert_parties(&mut tx, parties, now)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    for fresh in [false, true] {
        let refused = demo(&app, now, fresh, &quiet).await.unwrap();
        assert!(matches!(refused, Outcome::InUse));
    }
    app.db.close().await;
    std::fs::remove_dir_all(&folder).unwrap();
}

/// Whoever uses the demo leaves rows that the seed itself never makes: one forgotten table, or one in
/// the wrong place, and it cannot be started anew.
#[actix_web::test]
async fn every_table_is_emptied_before_what_it_refers_to() {
    let folder = std::env::temp_dir().join(format!("conoceles-empty-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let app = app(&folder).await;
    let place = |table: &str| {
        let wanted = format!("DELETE FROM {table}");
        let found = store::TABLES.iter().position(|it| *it == wanted);
        found.unwrap_or_else(|| panic!("{table} is never emptied"))
    };
    let mut references = 0;
    for table in counts(&app).await.keys() {
        let mut conn = app.db.read().await.unwrap();
        let query = format!("SELECT \"table\" AS other FROM pragma_foreign_key_list('{table}')");
        let rows = sqlx::query(sqlx::AssertSqlSafe(query))
            .fetch_all(&mut *conn)
            .await
            .unwrap();
        for row in rows {
            let other: String = row.get("other");
            references += 1;
            // Rows of one table go in one statement, whichever of them refers to which.
            assert!(
                other == *table || place(table) < place(&other),
                "{table} refers to {other}"
            );
        }
        let _ = place(table);
    }
    assert!(references > 20, "{references}");
    app.db.close().await;
    std::fs::remove_dir_all(&folder).unwrap();
}
