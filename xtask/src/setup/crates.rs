//! The crates of Cargo.lock: downloaded once, for every target, before anything is compiled.

use std::path::Path;

use crate::outcome::Outcome;
use crate::places::Places;
use crate::run;

/// Downloads what Cargo.lock names and this machine does not have: for the server, the client, the
/// tests and the tasks alike, because builds never download.
pub fn ensure(places: &Places) -> Outcome {
    if run::quiet(fetch(places.root()).arg("--offline")).is_ok() {
        return Ok(());
    }
    run::timed("crates of Cargo.lock (about 100 MB)", || {
        run::shown(&mut fetch(places.root()))
    })
}

/// `cargo fetch`, which takes every target unless it is told one.
pub fn fetch(root: &Path) -> std::process::Command {
    let mut command = run::cargo();
    command.args(["fetch", "--locked"]).current_dir(root);
    command
}
