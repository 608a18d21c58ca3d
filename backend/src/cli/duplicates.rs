//! `conoceles duplicates`.

use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use conoceles_shared::api::public::Content;

use super::Outcome;
use crate::candidacy::LoadedCandidacy;
use crate::candidacy::content::unpack;
use crate::candidacy::store as candidacies;
use crate::core::config::Config;
use crate::core::error::Failure;
use crate::core::state::App;
use crate::elections;
use crate::hints::likeness::{Comparable, THRESHOLD};
use crate::hints::report::{Whose, groups, pairs};
use crate::ine::parse::parse;
use crate::ine::plan::{Refused, plan};

/// Where the texts are.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct Source {
    /// A file of the INE's open data (CSV, XLS or XLSX).
    file: Option<PathBuf>,
    /// An election of the database: the texts of its candidacies that were sent to review.
    #[arg(long, value_name = "NAME")]
    election: Option<String>,
}

/// What is compared, and from where on two texts are reported.
#[derive(Debug, Args)]
pub struct Duplicates {
    #[command(flatten)]
    source: Source,
    /// The least share of the shorter text that the other must hold, in percent.
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(1..=100))]
    least: Option<u8>,
}

/// Prints the groups of near-identical texts, one JSON object a line; a summary to standard error.
///
/// # Errors
/// The file or the database cannot be read, or there is no such election.
pub async fn run_duplicates(config: Config, asked: &Duplicates) -> Outcome {
    let texts = match (&asked.source.file, &asked.source.election) {
        (Some(file), _) => of_file(file)?,
        (None, name) => of_election(config, name.as_deref().unwrap_or_default()).await?,
    };
    let threshold = asked.least.map_or(THRESHOLD, |it| f64::from(it) / 100.0);
    let pairs = pairs(&texts, threshold);
    let groups = groups(&texts, &pairs);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for group in &groups {
        serde_json::to_writer(&mut out, group)?;
        writeln!(out)?;
    }
    out.flush()?;
    let verbatim = groups.iter().filter(|it| it.verbatim).count();
    let copied: usize = groups.iter().map(|it| it.texts.len()).sum();
    eprintln!(
        "Textos: {}; grupos: {}, de ellos literales: {verbatim}; textos en algún grupo: {copied}",
        texts.len(),
        groups.len()
    );
    Ok(())
}

type Texts = Vec<(Whose, Comparable)>;

fn of_file(file: &std::path::Path) -> Result<Texts, Box<dyn std::error::Error>> {
    let bytes = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    // The name and the day are of no consequence here.
    let planned = parse(&bytes)
        .map_err(Refused::from)
        .and_then(|book| plan(&book, None, "Archivo", chrono::NaiveDate::MIN));
    let plan = planned.map_err(|why| {
        let lines: Vec<String> = why.errors.iter().map(|it| format!("\n  {it}")).collect();
        format!("el archivo tiene errores:{}", lines.concat())
    })?;
    let mut texts = Vec::new();
    for candidacy in plan.candidacies {
        for record in candidacy.sections {
            let (Ok(section), Some(Content::Text { text })) =
                (record.section.parse(), record.content)
            else {
                continue;
            };
            let whose = Whose {
                candidacy: candidacy.row.to_string(),
                name: candidacy.name.clone(),
                actor: candidacy.actor.clone(),
                section,
            };
            texts.push((whose, Comparable::new(&text)));
        }
    }
    Ok(texts)
}

async fn of_election(config: Config, name: &str) -> Result<Texts, Box<dyn std::error::Error>> {
    let app = App::open(config).await?;
    let texts = sent(&app, name).await;
    app.db.close().await;
    texts?.ok_or_else(|| format!("no hay una elección «{name}»").into())
}

/// The texts that were sent, of an election by its name; `None` where there is none.
async fn sent(app: &App, name: &str) -> Result<Option<Texts>, Failure> {
    let mut conn = app.db.read().await?;
    let elections = elections::elections(&mut conn).await?;
    let Some(election) = elections.into_iter().find(|it| it.setup.name == name) else {
        return Ok(None);
    };
    let all = candidacies::bulk::of_election(&mut conn, &Arc::new(election)).await?;
    let now = app.clock.now();
    let was_sent = |it: &&LoadedCandidacy| it.in_force(now).submitted_at.is_some();
    let mut texts = Vec::new();
    for loaded in all.iter().filter(was_sent) {
        for (section, row) in candidacies::last_versions(&mut conn, &loaded.id).await? {
            if !section.is_text() {
                continue;
            }
            let content = unpack(&app.secrets, &row)?;
            if let Some(text) = content.text_answer().and_then(|it| it.text()) {
                let whose = Whose {
                    candidacy: loaded.id.to_string(),
                    name: loaded.registration.full_name(),
                    actor: loaded.actor.name.clone(),
                    section,
                };
                texts.push((whose, Comparable::new(text)));
            }
        }
    }
    Ok(Some(texts))
}
