//! `conoceles verify`.

use std::io::Write as _;

use super::Outcome;
use crate::core::config::Config;
use crate::core::db::Db;
use crate::publication::verify::{ReplayReport, replay_log};

/// Replays the publication log against what is stored and says what was checked.
///
/// # Errors
/// The database cannot be opened, or something differs: each difference is printed before.
pub async fn verify_log(config: Config) -> Outcome {
    let db = Db::open(&config).await?;
    let mut conn = db.read().await?;
    let report = replay_log(&mut conn).await?;
    print(&report)?;
    match report.differences.len() {
        0 => Ok(()),
        1 => Err("la bitácora y lo publicado difieren en 1 punto".into()),
        n => Err(format!("la bitácora y lo publicado difieren en {n} puntos").into()),
    }
}

fn print(report: &ReplayReport) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let head = if report.head.is_empty() {
        "ninguna"
    } else {
        &report.head
    };
    writeln!(out, "Entradas de la bitácora revisadas: {}", report.entries)?;
    writeln!(
        out,
        "  numeración sin huecos, cadena de huellas, forma canónica y final anotado"
    )?;
    writeln!(out, "Huella de la última entrada: {head}")?;
    writeln!(out, "Registros públicos revisados: {}", report.records)?;
    writeln!(
        out,
        "  huella de sus datos, entrada que los publicó, elección y si están a la vista"
    )?;
    writeln!(out, "Registros a la vista: {}", report.current)?;
    writeln!(
        out,
        "Registros suprimidos que la bitácora explica: {}",
        report.purged.values().sum::<usize>()
    )?;
    for (why, records) in &report.purged {
        writeln!(out, "  {why}: {records}")?;
    }
    if report.differences.is_empty() {
        writeln!(out, "Todo coincide.")?;
        return Ok(());
    }
    writeln!(out, "Diferencias:")?;
    for difference in &report.differences {
        writeln!(out, "  {difference}")?;
    }
    Ok(())
}
