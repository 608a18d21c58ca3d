//! `conoceles language`.

use std::io::{BufRead, Write};

use clap::Args;
use conoceles_shared::language::golden::{self, Miss, Score, Wrong};
use conoceles_shared::language::{Rules, check, parse_rules};

use super::Outcome;

/// What is checked, and with which rules.
#[derive(Debug, Args)]
pub struct Language {
    /// Checks the golden sentences instead, and prints precision, recall and every miss.
    #[arg(long)]
    golden: bool,
    /// A JSON file with rules to add, as an election would.
    #[arg(long, value_name = "FILE")]
    rules: Option<std::path::PathBuf>,
}

/// Reads texts from standard input, one a line, and prints the findings of each as a JSON array.
///
/// # Errors
/// The rules to add have errors, which are printed, or input or output fails.
pub fn run_language(asked: &Language) -> Outcome {
    let rules = rules(asked)?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if asked.golden {
        for (name, set) in golden::SETS {
            report(name, &golden::score(set, &rules), &mut out)?;
        }
    } else {
        answer(std::io::stdin().lock(), &rules, &mut out)?;
    }
    out.flush()?;
    Ok(())
}

fn rules(asked: &Language) -> Result<Rules, Box<dyn std::error::Error>> {
    let Some(file) = &asked.rules else {
        return Ok(Rules::built_in());
    };
    let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
    let text = std::fs::read_to_string(file).map_err(|error| failed(&error))?;
    let value = serde_json::from_str(&text).map_err(|error| failed(&error))?;
    let added = parse_rules(&value).map_err(|issues| {
        let lines: Vec<String> = issues
            .iter()
            .map(|issue| format!("\n  {} {}", issue.pointer, issue.detail))
            .collect();
        format!("las reglas tienen errores:{}", lines.concat())
    })?;
    Ok(Rules::with(added))
}

/// A line of findings for each line of text.
fn answer(input: impl BufRead, rules: &Rules, out: &mut impl Write) -> Outcome {
    for line in input.split(b'\n') {
        let line = line?;
        let text = String::from_utf8_lossy(&line);
        let findings = check(text.strip_suffix('\r').unwrap_or(&text), rules);
        serde_json::to_writer(&mut *out, &findings)?;
        writeln!(out)?;
        // Whoever reads through a pipe sees each answer at once.
        out.flush()?;
    }
    Ok(())
}

fn report(name: &str, score: &Score, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(
        out,
        "Conjunto de {name}: {} oraciones, {} sin nada que señalar",
        score.sentences, score.clean
    )?;
    writeln!(
        out,
        "  precisión {:.3}, exhaustividad {:.3}; {} aciertos ({} al carácter), {} de más, {} sin hallar",
        score.precision(),
        score.recall(),
        score.hits,
        score.exact,
        score.false_alarms,
        score.missing
    )?;
    for miss in &score.misses {
        writeln!(out, "  {}", described(miss))?;
    }
    Ok(())
}

fn described(miss: &Miss) -> String {
    let Miss { line, text, what } = miss;
    match what {
        Wrong::Found(rule, words) => format!("línea {line}, de más ({rule}) «{words}»: {text}"),
        Wrong::Missing(level, words) => {
            format!("línea {line}, sin hallar ({level}) «{words}»: {text}")
        }
    }
}

#[cfg(test)]
#[path = "language_tests.rs"]
mod language_tests;
