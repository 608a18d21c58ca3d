//! Whether set-up downloads every crate that a build needs, tried where there is none: what a machine
//! happens to have would answer for it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::outcome::{Failure, Outcome, While};
use crate::places::Places;
use crate::run;
use crate::setup::{crates, wasm};

/// Everything that is built, for the machine and for the browser, as cargo names the targets.
const TARGETS: [&str; 2] = ["x86_64-unknown-linux-gnu", "wasm32-unknown-unknown"];

/// Fills an empty `CARGO_HOME` as set-up does, then resolves server, bundles, tests and tasks from it
/// without a network.
pub fn check_from_nothing(places: &Places) -> Outcome {
    let home = places.scratch("empty-cargo-home");
    if home.exists() {
        fs::remove_dir_all(&home).during(|| format!("removing {}", home.display()))?;
    }
    fs::create_dir_all(&home).during(|| format!("creating {}", home.display()))?;
    keep_mirror(&home)?;
    let tried = try_from(places, &home);
    fs::remove_dir_all(&home).during(|| format!("removing {}", home.display()))?;
    tried
}

fn try_from(places: &Places, home: &Path) -> Outcome {
    if resolve(places, home, TARGETS[0]).is_ok() {
        return Err(Failure::new(
            "cargo resolves without a network from an empty folder: this check would prove nothing",
        ));
    }
    run::shown(crates::fetch(places.root()).env("CARGO_HOME", home))?;
    for target in TARGETS {
        resolve(places, home, target)?;
    }
    Ok(())
}

/// Fails where a crate of any workspace member, with any of its features, is not there. The client is
/// resolved by the cargo that builds it, which may be Debian's: it must find the same registry.
fn resolve(places: &Places, home: &Path, target: &str) -> Outcome {
    let mut command = run::cargo();
    if target.starts_with("wasm32")
        && let Some(wasm::Compiler::Debian(root)) = wasm::present(places)?
    {
        command = Command::new(root.join("bin/cargo"));
        command.env_remove("LD_LIBRARY_PATH").env_remove("CARGO");
    }
    command
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .args(["--all-features", "--filter-platform", target])
        .current_dir(places.root())
        .env("CARGO_HOME", home);
    run::quiet(&mut command).map(drop)
}

/// A machine may reach crates.io through a mirror that its own cargo is told of: that stays.
fn keep_mirror(home: &Path) -> Outcome {
    let own = match std::env::var_os("CARGO_HOME") {
        Some(folder) => PathBuf::from(folder),
        None => crate::places::home()?.join(".cargo"),
    };
    for name in ["config.toml", "credentials.toml"] {
        let file = own.join(name);
        if file.is_file() {
            fs::copy(&file, home.join(name)).during(|| format!("copying {}", file.display()))?;
        }
    }
    Ok(())
}
