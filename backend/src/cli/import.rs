//! `conoceles import ine`.

use std::path::{Path, PathBuf};

use actix_web::web;
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use conoceles_shared::time::spanish_date;

use super::Outcome;
use crate::core::config::Config;
use crate::core::error::Failure;
use crate::core::secrets::sha256_hex;
use crate::core::state::App;
use crate::ine::apply::{self, File};
use crate::ine::finding::Finding;
use crate::ine::parse::{MAX_BYTES, parse};
use crate::ine::plan::{Plan, Refused, election_day, plan};

/// What can be imported.
#[derive(Debug, Subcommand)]
pub enum ImportCommand {
    /// The INE's open data of an election (CSV, XLS or XLSX), as a closed archive.
    Ine(Ine),
}

/// What is imported, and how.
#[derive(Debug, Args)]
pub struct Ine {
    /// The file; at most 50 MB.
    file: PathBuf,
    /// The name of the archived election; no other may have it.
    #[arg(long, value_name = "NAME")]
    election: String,
    /// Election day, where it is not the first Sunday of June of the year in the name.
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<NaiveDate>,
    /// The sheet with the candidacies, where several have some.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Prints the report and changes nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Runs the command.
///
/// # Errors
/// The file cannot be read, or has an error: then all of them are printed and nothing is changed.
pub async fn run_import(config: Config, command: ImportCommand) -> Outcome {
    let ImportCommand::Ine(asked) = command;
    let election = asked.election.trim().to_owned();
    if !(3..=120).contains(&election.chars().count()) {
        return Err("el nombre de la elección debe tener de 3 a 120 caracteres".into());
    }
    eprintln!("Leyendo {}…", asked.file.display());
    let bytes = read_archive(&asked.file)?;
    let name = asked.file.file_name().unwrap_or_default().to_string_lossy();
    let date = asked
        .date
        .or_else(|| election_day(&election, &name))
        .ok_or("no se conoce la fecha de la elección: escriba su año en el nombre, o use --date")?;
    let file = File {
        sha256: sha256_hex(&bytes),
        name: name.into_owned(),
    };
    let sheet = asked.sheet;
    let planned = web::block(move || plan(&parse(&bytes)?, sheet.as_deref(), &election, date))
        .await
        .map_err(|_| "el archivo está dañado y no se pudo leer")?;
    let plan = match planned {
        Ok(plan) => plan,
        Err(why) => return Err(refused(&why)),
    };
    print!("{}", report(&plan, &file));
    if asked.dry_run {
        println!("Ensayo: no se cambió nada.");
        return Ok(());
    }
    write_archive(config, &plan, &file).await
}

/// Reads the file, unless it is too large to be opened.
fn read_archive(file: &Path) -> Result<Vec<u8>, String> {
    let failed = |error| format!("no se pudo leer {}: {error}", file.display());
    let size = std::fs::metadata(file).map_err(failed)?.len();
    if size > MAX_BYTES {
        return Err(format!("{} es más grande que 50 MB", file.display()));
    }
    std::fs::read(file).map_err(failed)
}

fn refused(why: &Refused) -> Box<dyn std::error::Error> {
    let Refused { errors, warnings } = why;
    for error in errors {
        println!("{error}");
    }
    if !warnings.is_empty() {
        print!("{}", listed(warnings));
    }
    let count = match errors.len() {
        1 => "1 error".to_owned(),
        many => format!("{many} errores"),
    };
    format!("el archivo tiene {count}; no se cambió nada").into()
}

async fn write_archive(config: Config, plan: &Plan, file: &File) -> Outcome {
    let app = App::open(config).await?;
    let now = app.clock.now();
    let total = plan.candidacies.len();
    let progress = |done: usize| eprintln!("Publicadas {done} de {total}…");
    let written = async {
        let mut tx = app.db.write().await?;
        let id = apply::apply(&mut tx, plan, file, now, &progress).await?;
        tx.commit().await?;
        Ok::<_, Failure>(id)
    }
    .await;
    app.db.close().await;
    println!("Elección archivada: {}", written?);
    Ok(())
}

/// What is, or would be, imported.
fn report(plan: &Plan, file: &File) -> String {
    use std::fmt::Write as _;
    let mut text = String::new();
    let setup = &plan.setup;
    let _ = writeln!(text, "Archivo: {} ({})", file.name, plan.format.label());
    let _ = writeln!(text, "SHA-256: {}", file.sha256);
    if let Some(sheet) = &plan.sheet {
        let _ = writeln!(text, "Hoja: {sheet}");
    }
    let _ = writeln!(
        text,
        "Elección: {}; jornada del {}; {}",
        setup.name,
        spanish_date(setup.date),
        setup.entity
    );
    let _ = writeln!(
        text,
        "Candidaturas: {}; con respuestas: {}; actores políticos: {}; territorios: {}",
        plan.candidacies.len(),
        plan.captured(),
        plan.actors.len(),
        setup.territories.len()
    );
    text + &listed(&plan.warnings)
}

fn listed(warnings: &[Finding]) -> String {
    use std::fmt::Write as _;
    let mut text = format!("Avisos: {}\n", warnings.len());
    for warning in warnings {
        let _ = writeln!(text, "  {warning}");
    }
    text
}
