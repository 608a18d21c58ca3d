//! Tools that cargo compiles into the cache, one folder per version.

use std::fs;
use std::path::PathBuf;

use crate::lock::locked_version;
use crate::outcome::{Failure, Outcome, While};
use crate::places::Places;
use crate::run;

/// A program from crates.io, at one exact version.
#[derive(Debug)]
pub struct CargoTool {
    package: &'static str,
    program: &'static str,
    version: String,
    extra: &'static [&'static str],
    /// How long compiling it usually takes on two cores.
    usually: &'static str,
}

/// Builds the client bundles. 0.22 wants a newer compiler than ours; without its default features
/// it cannot download, which we never ask of it, and compiles in half the time.
pub fn trunk() -> CargoTool {
    CargoTool {
        package: "trunk",
        program: "trunk",
        version: "0.21.14".to_owned(),
        extra: &["--locked", "--no-default-features"],
        usually: "3 minutes",
    }
}

/// Takes the desks' program apart at the functions that `wasm_split` marks, which come with Leptos.
pub fn wasm_split() -> CargoTool {
    CargoTool {
        package: "wasm_split_cli_support",
        program: "wasm-split-cli",
        version: "0.2.4".to_owned(),
        extra: &["--locked", "--features", "build-binary"],
        usually: "a minute",
    }
}

/// Makes the JavaScript beside the WASM. It must be exactly the version of the library, which
/// Cargo.lock decides; `--locked` would pin it to dependencies older than our compiler likes.
pub fn wasm_bindgen(places: &Places) -> Outcome<CargoTool> {
    let file = places.in_root("Cargo.lock");
    let lock = fs::read_to_string(&file).during(|| format!("reading {}", file.display()))?;
    let version = locked_version(&lock, "wasm-bindgen")
        .ok_or_else(|| Failure::new("Cargo.lock names no wasm-bindgen"))?;
    Ok(CargoTool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: version.to_owned(),
        extra: &[],
        usually: "a minute",
    })
}

/// Checks licences, sources and banned crates.
pub fn deny() -> CargoTool {
    CargoTool {
        package: "cargo-deny",
        program: "cargo-deny",
        version: "0.20.2".to_owned(),
        extra: &["--locked"],
        usually: "a minute",
    }
}

impl CargoTool {
    /// The exact version.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The folder with the program, for `PATH`.
    pub fn folder(&self, places: &Places) -> PathBuf {
        places.tool(self.program, &self.version).join("bin")
    }

    /// The program itself.
    pub fn path(&self, places: &Places) -> PathBuf {
        self.folder(places).join(self.program)
    }

    /// Whether it is there already.
    pub fn is_installed(&self, places: &Places) -> bool {
        self.path(places).is_file()
    }

    /// Compiles and installs it.
    pub fn install(&self, places: &Places) -> Outcome {
        let root = places.tool(self.program, &self.version);
        let what = format!("{} {} (cargo install)", self.package, self.version);
        run::long(&what, self.usually, || {
            let mut command = run::cargo();
            command
                .args([
                    "install",
                    self.package,
                    "--version",
                    &self.version,
                    "--root",
                ])
                .arg(&root)
                .args(self.extra)
                // A shared target folder would mix the tool's build with the workspace's.
                .env_remove("CARGO_TARGET_DIR")
                // These tools wait for files far more than they compute: half the build time is
                // worth more than a faster program.
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
            run::shown(&mut command)
        })
    }
}
