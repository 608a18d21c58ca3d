//! `cargo xtask tidy`: the project's rules that neither compiler nor clippy knows.

mod rules;
mod source;

use std::fs;
use std::process::Command;

use crate::outcome::{Failure, Outcome, While};
use crate::places::Places;
use crate::run;

/// Checks every file that git knows or would add.
pub fn check(places: &Places) -> Outcome {
    let mut list = Command::new("git");
    list.args([
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
        "--deduplicate",
    ]);
    let names = run::quiet(list.current_dir(places.root()))?;
    let mut complaints = Vec::new();
    let mut files = 0;
    for name in names.split('\0').filter(|name| rules::concern(name)) {
        let path = places.in_root(name);
        // Removed in the work tree, not yet in the index.
        if !path.is_file() {
            continue;
        }
        let text = fs::read_to_string(&path).during(|| format!("reading {name}"))?;
        files += 1;
        for complaint in rules::complaints(name, &text) {
            complaints.push(format!("{name}:{}: {}", complaint.line, complaint.advice));
        }
    }
    if complaints.is_empty() {
        println!("{files} files are tidy");
        return Ok(());
    }
    Err(Failure::new(format!(
        "{}\n\n{} complaints",
        complaints.join("\n"),
        complaints.len()
    )))
}
