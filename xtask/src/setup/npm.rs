//! The two tools that come from npm: wasm-opt (binaryen) and axe-core.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::outcome::{Outcome, While};
use crate::places::Places;
use crate::run;

/// Installs exactly what `xtask/npm/package-lock.json` says, into the cache.
pub fn ensure(places: &Places) -> Outcome {
    let folder = places.npm();
    let wanted = places.in_root("xtask/npm");
    let lock = fs::read(wanted.join("package-lock.json"))
        .during(|| "reading xtask/npm/package-lock.json".to_owned())?;
    // Written last, so an interrupted installation starts again.
    let marker = folder.join("installed-lock.json");
    if fs::read(&marker).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    run::timed("wasm-opt and axe-core (npm ci)", || {
        fs::create_dir_all(&folder).during(|| format!("creating {}", folder.display()))?;
        for name in ["package.json", "package-lock.json"] {
            fs::copy(wanted.join(name), folder.join(name))
                .during(|| format!("copying {name} to {}", folder.display()))?;
        }
        let mut command = Command::new("npm");
        command
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .current_dir(&folder);
        run::quiet(&mut command)?;
        fs::write(&marker, &lock).during(|| format!("writing {}", marker.display()))
    })
}

/// The folder with `wasm-opt`, for `PATH`.
pub fn binaries(places: &Places) -> PathBuf {
    places.npm().join("node_modules/.bin")
}

/// The accessibility checker that the browser tests inject into pages.
pub fn axe(places: &Places) -> PathBuf {
    places.npm().join("node_modules/axe-core/axe.min.js")
}

/// Compresses files with the brotli and gzip that Node brings.
pub fn compress_script(places: &Places) -> PathBuf {
    places.in_root("xtask/npm/compress.mjs")
}
