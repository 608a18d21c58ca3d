//! The desks' program in parts: taken apart after cargo has built it whole, so that a role loads what its screens need
//! (docs/decisions/0053).

use std::fs;
use std::process::Command;

use crate::outcome::{Outcome, While};
use crate::places::{Places, path_with};
use crate::run;
use crate::setup;
use crate::weight::FIRST_SCREENS;

/// Puts the parts in the place of the whole program that Trunk put into `dist/desk`.
pub fn take_apart(places: &Places) -> Outcome {
    let folder = places.scratch("desk-parts");
    if folder.exists() {
        fs::remove_dir_all(&folder).during(|| format!("emptying {}", folder.display()))?;
    }
    fs::create_dir_all(&folder).during(|| format!("creating {}", folder.display()))?;
    let whole = places
        .wasm_target()
        .join("wasm32-unknown-unknown/client/desk.wasm");
    run::quiet(
        Command::new(setup::wasm_split().path(places))
            .args(["--out-name", "desk"])
            .arg(whole)
            .arg(&folder),
    )?;
    run::quiet(
        Command::new(setup::wasm_bindgen(places)?.path(places))
            .args(["--target", "web", "--no-typescript", "--out-name", "desk"])
            // By these the parts find the main one's memory and table.
            .args(["--keep-lld-exports", "--no-demangle"])
            .arg("--out-dir")
            .args([&folder, &folder.join("desk.wasm")]),
    )?;
    let first = FIRST_SCREENS.iter().map(|(part, _)| part);
    run::quiet(
        Command::new("node")
            .arg(places.in_root("xtask/npm/parts.mjs"))
            .arg(&folder)
            .arg(places.dist().join("desk"))
            .arg("/pkg/desk/")
            .args(first)
            .env("PATH", path_with(&[setup::npm_binaries(places)])?),
    )?;
    Ok(())
}
