use chrono::NaiveDate;
use sqlx::Row as _;

use super::{File, acronym, apply};
use crate::core::config::Config;
use crate::core::state::App;
use crate::ine::parse::parse;
use crate::ine::plan::plan;

const FILE: &str = "PARTIDO_COALICION,CARGO,ENTIDAD,MUNICIPIO,NOMBRE_CANDIDATO,EDAD,SEXO,ESCOLARIDAD\n\
    PARTIDO DEL EJEMPLO,PRESIDENCIA MUNICIPAL,DURANGO,CANATLAN,ANA A,40,MUJER,Maestría\n\
    JUNTOS POR EL EJEMPLO,GUBERNATURA,DURANGO,No aplica,LUIS L,50,HOMBRE,\n";

async fn count(app: &App, table: &'static str) -> i64 {
    let mut conn = app.db.read().await.unwrap();
    let row = sqlx::query(table).fetch_one(&mut *conn).await.unwrap();
    row.get("n")
}

#[actix_web::test]
async fn an_archive_is_published_with_where_each_record_comes_from() {
    let folder = std::env::temp_dir().join(format!("conoceles-import-{}", std::process::id()));
    let config = Config {
        database_url: format!("sqlite:{}/import.db", folder.display()),
        data_dir: folder.clone(),
        ..Config::default()
    };
    let app = App::open(config).await.unwrap();
    let now = app.clock.now();
    let day = NaiveDate::from_ymd_opt(2022, 6, 5).unwrap();
    let plan = plan(&parse(FILE.as_bytes()).unwrap(), None, "Locales 2022", day).unwrap();
    let file = File {
        name: "locales.csv".into(),
        sha256: "ab".repeat(32),
    };

    let mut tx = app.db.write().await.unwrap();
    apply(&mut tx, &plan, &file, now, &|_| ()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(
        count(
            &app,
            "SELECT COUNT(*) AS n FROM publication_log WHERE kind = 'import'"
        )
        .await,
        2
    );
    assert_eq!(
        count(
            &app,
            "SELECT COUNT(*) AS n FROM public_records WHERE is_current = 1"
        )
        .await,
        2
    );
    assert_eq!(
        count(&app, "SELECT COUNT(*) AS n FROM actors WHERE kind IS NULL").await,
        1
    );
    assert_eq!(count(&app, "SELECT COUNT(*) AS n FROM parties").await, 1);
    let mut conn = app.db.read().await.unwrap();
    let row = sqlx::query("SELECT record FROM public_records ORDER BY seq")
        .fetch_one(&mut *conn)
        .await
        .unwrap();
    let record: serde_json::Value = serde_json::from_str(&row.get::<String, _>("record")).unwrap();
    assert_eq!(record["source"]["row"], 2);
    assert_eq!(record["source"]["file"], "locales.csv");
    assert_eq!(record["election"]["archived"], true);
    assert_eq!(record["sections"].as_array().unwrap().len(), 8);
    drop(conn);

    let mut tx = app.db.write().await.unwrap();
    assert!(
        apply(&mut tx, &plan, &file, now, &|_| ()).await.is_err(),
        "the name is taken"
    );
    tx.rollback().await.unwrap();
    assert_eq!(count(&app, "SELECT COUNT(*) AS n FROM elections").await, 1);
    app.db.close().await;
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn acronyms_are_initials() {
    assert_eq!(acronym("PARTIDO DE LA BUENA VECINDAD"), "PBV");
    assert_eq!(acronym("MANANTIAL"), "MANANTIAL");
}
