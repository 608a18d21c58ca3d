//! Files that are generated and checked in: one function writes them, one checks them.

use std::fs;
use std::process::Command;

use crate::build;
use crate::outcome::{Failure, Outcome, While};
use crate::places::Places;
use crate::run;

const OPENAPI: &str = "openapi/conoceles.json";

/// Writes `openapi/conoceles.json` from the server's own route table.
pub fn write(places: &Places) -> Outcome {
    build::server(places)?;
    let file = places.in_root(OPENAPI);
    fs::write(&file, openapi(places)?).during(|| format!("writing {}", file.display()))?;
    println!("✓ {OPENAPI}");
    Ok(())
}

/// Fails when the checked-in specification differs from the server by a single byte.
pub fn check(places: &Places) -> Outcome {
    let file = places.in_root(OPENAPI);
    let kept = fs::read_to_string(&file)
        .during(|| format!("{OPENAPI} cannot be read; run `cargo xtask generate` and commit it"))?;
    let made = openapi(places)?;
    let Some(line) = first_difference(&kept, &made) else {
        return Ok(());
    };
    Err(Failure::new(format!(
        "{OPENAPI}:{line}: the server now says something else; run `cargo xtask generate`, read \
         the difference and commit it"
    )))
}

fn openapi(places: &Places) -> Outcome<String> {
    run::quiet(
        Command::new(places.server())
            .arg("openapi")
            .current_dir(places.root()),
    )
}

/// The first line, counted from 1, in which two texts differ.
fn first_difference(kept: &str, made: &str) -> Option<usize> {
    if kept == made {
        return None;
    }
    let same = kept
        .split('\n')
        .zip(made.split('\n'))
        .take_while(|(kept, made)| kept == made);
    Some(same.count() + 1)
}

#[cfg(test)]
mod tests {
    use super::first_difference;

    #[test]
    fn the_first_different_line_is_named_even_at_the_very_end() {
        assert_eq!(first_difference("a\nb\n", "a\nb\n"), None);
        assert_eq!(first_difference("a\nb\n", "a\nc\n"), Some(2));
        assert_eq!(first_difference("a\nb", "a\nb\n"), Some(3));
        assert_eq!(first_difference("", "a"), Some(1));
    }
}
