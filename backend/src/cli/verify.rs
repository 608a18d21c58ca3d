//! `conoceles verify`.

use super::Outcome;
use crate::core::config::Config;
use crate::core::db::Db;
use crate::publication::verify::{Report, report};

/// Replays the publication log against what is stored and says what was checked.
///
/// # Errors
/// The database cannot be opened, or something differs: each difference is printed before.
pub async fn verify(config: Config) -> Outcome {
    let db = Db::open(&config).await?;
    let mut conn = db.read().await?;
    let report = report(&mut conn).await?;
    print(&report);
    match report.differences.len() {
        0 => Ok(()),
        1 => Err("la bitácora y lo publicado difieren en 1 punto".into()),
        n => Err(format!("la bitácora y lo publicado difieren en {n} puntos").into()),
    }
}

fn print(report: &Report) {
    let head = if report.head.is_empty() {
        "ninguna"
    } else {
        &report.head
    };
    println!("Entradas de la bitácora revisadas: {}", report.entries);
    println!("  numeración sin huecos, cadena de huellas, forma canónica y final anotado");
    println!("Huella de la última entrada: {head}");
    println!("Registros públicos revisados: {}", report.records);
    println!("  huella de sus datos, entrada que los publicó, elección y si están a la vista");
    println!("Registros a la vista: {}", report.current);
    println!(
        "Registros suprimidos que la bitácora explica: {}",
        report.purged
    );
    if report.differences.is_empty() {
        println!("Todo coincide.");
        return;
    }
    println!("Diferencias:");
    for difference in &report.differences {
        println!("  {difference}");
    }
}
