//! Which checkout a shared target folder was last used by.
//!
//! The folders are outside the checkout, so that a fresh clone builds only the project's own
//! crates. But cargo tells whether those are fresh by file times, and names them alike in every
//! checkout: after another checkout's build, older files here would pass for built.

use std::fs;
use std::path::Path;

use crate::outcome::{Outcome, While};
use crate::places::Places;

/// Prepares both target folders for this checkout: when another one used them last, cargo forgets
/// what it knows of the project's own crates.
pub fn claim(places: &Places) -> Outcome {
    for target in [places.native_target(), places.wasm_target()] {
        fs::create_dir_all(&target).during(|| format!("creating {}", target.display()))?;
        let note = target.join("checkout");
        let root = places.root().to_string_lossy().into_owned();
        if fs::read_to_string(&note).is_ok_and(|last| last == root) {
            continue;
        }
        // target/PROFILE/.fingerprint, and target/TRIPLE/PROFILE/.fingerprint.
        for profile in folders(&target) {
            forget(&profile)?;
            for inner in folders(&profile) {
                forget(&inner)?;
            }
        }
        fs::write(&note, root).during(|| format!("writing {}", note.display()))?;
    }
    Ok(())
}

fn forget(profile: &Path) -> Outcome {
    for entry in folders(&profile.join(".fingerprint")) {
        let ours = entry
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with("conoceles"));
        if ours {
            fs::remove_dir_all(&entry).during(|| format!("removing {}", entry.display()))?;
        }
    }
    Ok(())
}

fn folders(of: &Path) -> Vec<std::path::PathBuf> {
    fs::read_dir(of)
        .map(|entries| {
            entries
                .flatten()
                .map(|entry| entry.path())
                .filter(|path| path.is_dir())
                .collect()
        })
        .unwrap_or_default()
}
