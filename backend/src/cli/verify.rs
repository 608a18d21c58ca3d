//! `conoceles verify`.

use std::io::Write as _;

use conoceles_shared::api::public::LogChain;

use super::Outcome;
use crate::auditing::verify::{ChainReport, check_audit_chain};
use crate::core::config::Config;
use crate::core::db::Db;
use crate::publication::verify::{ReplayReport, replay_log};

/// Replays the publication logs against what is stored, walks the chain of the audit, and says what was
/// checked.
///
/// # Errors
/// The database cannot be opened, or something differs: each difference is printed before.
pub async fn verify_log(config: Config) -> Outcome {
    let db = Db::open(&config).await?;
    let mut conn = db.read().await?;
    let report = replay_log(&mut conn).await?;
    let chain = check_audit_chain(&mut conn).await?;
    print(&report, &chain)?;
    match (report.differences.len(), chain.differences.len()) {
        (0, 0) => Ok(()),
        (0, 1) => Err("la auditoría difiere de su cadena en 1 punto".into()),
        (0, n) => Err(format!("la auditoría difiere de su cadena en {n} puntos").into()),
        (1, 0) => Err("la bitácora y lo publicado difieren en 1 punto".into()),
        (n, 0) => Err(format!("la bitácora y lo publicado difieren en {n} puntos").into()),
        (log, audit) => Err(format!(
            "la bitácora y lo publicado difieren en {log} puntos, y la auditoría de su cadena en {audit}"
        )
        .into()),
    }
}

/// A hash as it is told; the first entry has none before it.
fn told(hash: &str) -> &str {
    if hash.is_empty() { "ninguna" } else { hash }
}

fn print(report: &ReplayReport, chain: &ChainReport) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for it in &report.logs {
        let of = match it.log {
            LogChain::Publication => "la bitácora",
            LogChain::Drill => "la bitácora de simulacros",
        };
        writeln!(out, "Entradas de {of} revisadas: {}", it.entries)?;
        writeln!(
            out,
            "  numeración sin huecos, cadena de huellas, forma canónica y final anotado"
        )?;
        writeln!(out, "Huella de la última entrada: {}", told(&it.head))?;
    }
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
    writeln!(out, "Entradas de la auditoría revisadas: {}", chain.sealed)?;
    writeln!(
        out,
        "  numeración sin huecos, cadena de sellos, contenido de cada entrada y final anotado"
    )?;
    writeln!(out, "Huella del último sello: {}", told(&chain.head))?;
    writeln!(out, "Entradas que esperan su sello: {}", chain.waiting)?;
    if report.differences.is_empty() && chain.differences.is_empty() {
        writeln!(out, "Todo coincide.")?;
        return Ok(());
    }
    writeln!(out, "Diferencias:")?;
    for difference in &report.differences {
        writeln!(out, "  {difference}")?;
    }
    for difference in &chain.differences {
        writeln!(out, "  {difference}")?;
    }
    Ok(())
}
