use std::collections::BTreeMap;

use sqlx::Row as _;

use super::{Outcome, demo, store};
use crate::core::config::Config;
use crate::core::state::App;

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
        if name.starts_with("_sqlx") || name.starts_with("sqlite_") || name == "publication_head" {
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

#[actix_web::test]
async fn the_demo_is_seeded_once_and_anew_on_request() {
    let folder = std::env::temp_dir().join(format!("conoceles-demo-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let app = app(&folder).await;
    let now = app.clock.now();
    let quiet = |_: &str| ();

    let Outcome::Seeded(table) = demo(&app, now, false, &quiet).await.unwrap() else {
        panic!("an empty database is seeded");
    };
    for login in ["admin", "validacion1", "captura.horizonte", "local.colibri"] {
        assert!(table.contains(login), "{login}");
    }
    let first = counts(&app).await;
    assert_eq!(first["candidacies"], 304);
    assert_eq!(first["elections"], 2);
    assert!(first["publication_log"] > 250);

    assert!(matches!(
        demo(&app, now, false, &quiet).await.unwrap(),
        Outcome::Already
    ));
    assert_eq!(counts(&app).await, first);

    assert!(matches!(
        demo(&app, now, true, &quiet).await.unwrap(),
        Outcome::Seeded(_)
    ));
    assert_eq!(
        counts(&app).await["publication_log"],
        first["publication_log"]
    );

    let mut tx = app.db.write().await.unwrap();
    store::empty(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let left: Vec<_> = counts(&app)
        .await
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .collect();
    assert_eq!(left, [], "a table is not emptied");

    crate::accounts::store::set_failures(&mut app.db.read().await.unwrap(), "x", 1, now)
        .await
        .unwrap();
    app.db.close().await;
    std::fs::remove_dir_all(&folder).unwrap();
}
