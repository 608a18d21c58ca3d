//! The answered records of an archive of the INE as one actor's sheet: dry run, refusal by cell,
//! correction, commit.

use std::collections::BTreeMap;
use std::path::Path;

use reqwest::Method;
use serde_json::{Value, json};

use super::*;
use builders::World;

const BULK: &str = "/api/v1/capture/bulk";

/// Columns of the template and of the archive.
const COLUMNS: [(&str, &str); 12] = [
    ("pagina_web", "PAGINA_WEB"),
    ("correo_publico", "CORREO_ELECTRONICO"),
    ("telefono_publico", "TELEFONO"),
    ("grado_maximo_estudios", "ESCOLARIDAD"),
    ("estatus_grado", "ESTATUS_ESCOLARIDAD"),
    ("formacion_complementaria", "CURSOS"),
    ("historia_profesional", "HISTORIA_PROFESIONAL"),
    ("trayectoria_politica", "TRAYECTORIA_POLITICA"),
    ("motivo_cargo_publico", "MOTIVO_CARGO_PUBLICO"),
    ("propuesta_1", "PROPUESTA_1"),
    ("propuesta_2", "PROPUESTA_2"),
    ("propuesta_genero", "PROPUESTA_GENERO"),
];

/// Invented, in the layout and with the habits of the file of 2022.
const EXTRACT: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../backend/src/ine/fixtures/locales.csv"
);

/// The cells of each record that answered the professional history.
fn archive(file: &Path) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_path(file).unwrap();
    let header = reader.headers().unwrap().clone();
    let at = |name: &str| header.iter().position(|it| it == name).unwrap();
    let history = at("HISTORIA_PROFESIONAL");
    let answered = |it: &csv::StringRecord| {
        let text = it[history].trim().to_lowercase();
        !text.is_empty() && text != "-" && !text.starts_with("no proporcion")
    };
    let records = reader.records().map(Result::unwrap).filter(answered);
    let cells = |it: csv::StringRecord| {
        COLUMNS
            .map(|(_, theirs)| it[at(theirs)].to_owned())
            .to_vec()
    };
    records.map(cells).collect()
}

fn sheet(ids: &[String], rows: &[Vec<String>]) -> Vec<u8> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    let columns = COLUMNS.map(|(ours, _)| ours);
    csv.write_record(std::iter::once("id_candidatura").chain(columns))
        .unwrap();
    for (id, cells) in ids.iter().zip(rows) {
        csv.write_record(std::iter::once(id).chain(cells)).unwrap();
    }
    csv.into_inner().unwrap()
}

/// As many candidacies of the world's actor, each with consent 1.
async fn candidacies(world: &World, many: usize) -> Vec<String> {
    let mut ids = Vec::new();
    for at in 0..many {
        let mut body = builders::new_candidacy(&world.actor, &format!("Apellido {at:03}"));
        body["private"] = json!({
            "notification_email": "avisos@actor.example", "notification_phone": "7221234567",
        });
        let id = builders::register(&world.admin, &world.election, &body).await;
        let consent = builders::consent(&world.operator, &id, "treatment", true);
        let _ = consent.await.ok();
        ids.push(id);
    }
    ids
}

/// Row (from 0) and column (from 0, without the id) of a cell such as `D17`.
fn place(cell: &str) -> (usize, usize) {
    let letter = cell.chars().next().unwrap();
    let row: usize = cell[1..].parse().unwrap();
    (
        row - 2,
        usize::try_from(u32::from(letter) - u32::from('B')).unwrap(),
    )
}

async fn through_dry_run_and_commit(server: Server, mut rows: Vec<Vec<String>>) {
    let world = World::new(&server).await;
    let ids = candidacies(&world, rows.len()).await;
    let operator = &world.operator;
    let dry_run = async |file: &[u8]| {
        let path = format!("{BULK}/dry-run");
        operator
            .send(Method::POST, &path, &[], Some(file.to_vec()))
            .await
            .ok()
    };
    let commit = async |run: &Value, file: &[u8]| {
        let hash = format!("\"{}\"", run["hash"].as_str().unwrap());
        let headers = [("if-match", hash.as_str())];
        let path = format!("{BULK}/commit");
        operator
            .send(Method::POST, &path, &headers, Some(file.to_vec()))
            .await
    };
    let file = sheet(&ids, &rows);
    let run = dry_run(&file).await;
    assert_eq!(run["rows"].as_array().unwrap().len(), rows.len());
    let errors = run["errors"].as_array().unwrap();
    let mut kinds = BTreeMap::<&str, usize>::new();
    for error in errors {
        *kinds.entry(error["code"].as_str().unwrap()).or_default() += 1;
    }
    let codes: Vec<&str> = kinds.keys().copied().collect();
    assert_eq!(codes, ["not_in_catalogue", "too_long"], "{errors:?}");

    // Refused whole, with the same cells, and nothing is written.
    let refused = commit(&run, &file).await;
    refused.refused(422, "invalid");
    assert_eq!(refused.pointers().len(), errors.len());
    assert_eq!(server.rows("section_versions").await, 0);

    // The operator empties what was refused; the rest is saved as it is.
    let refused: Vec<_> = errors
        .iter()
        .map(|it| place(it["cell"].as_str().unwrap()))
        .collect();
    for (row, column) in &refused {
        rows[*row][*column].clear();
    }
    let file = sheet(&ids, &rows);
    let run = dry_run(&file).await;
    assert_eq!(run["errors"], json!([]));
    let saved = commit(&run, &file).await.ok();
    assert_eq!(saved["rows"].as_array().unwrap().len(), rows.len());
    assert_eq!(saved["sections_saved"], run["sections_changed"]);
    let motivation = COLUMNS
        .iter()
        .position(|it| it.0 == "motivo_cargo_publico")
        .unwrap();
    let path = format!("/api/v1/capture/candidacies/{}/sections/motivation", ids[0]);
    let stored = operator.get(&path).await.ok();
    let words = |text: &str| {
        text.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let stored = stored["content"]["text"].as_str().unwrap();
    assert_eq!(words(stored), words(&rows[0][motivation]));
}

on_both!(the_extract_through_dry_run_and_commit, |server: Server| {
    through_dry_run_and_commit(server, archive(EXTRACT.as_ref()))
});

on_both!(
    #[ignore = "reads INE's own file: CONOCELES_INE_2022=…/ine_locales_2022.csv"]
    the_archive_of_2022_through_dry_run_and_commit,
    |server: Server| {
        let file = std::env::var_os("CONOCELES_INE_2022").expect("see CONTRIBUTING.md, Tests");
        through_dry_run_and_commit(server, archive(file.as_ref()))
    }
);
