//! The standard library for wasm32: from rustup; as a fallback, where rustup's server is out of
//! reach, built from Debian's sources.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::outcome::{Failure, Outcome, While};
use crate::places::{Places, which};
use crate::run;

const TARGET: &str = "wasm32-unknown-unknown";
/// Debian's compiler, by its full path: on `PATH`, rustup's own comes first.
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_LINKER: &str = "wasm-ld-22";
/// Where a compiler looks for the target's libraries, below its system root.
const LIBRARIES: &str = "lib/rustlib/wasm32-unknown-unknown/lib";

/// Which compiler can build the client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Compiler {
    /// The one that builds the server.
    Rustup,
    /// Debian's, with the standard library that was built for it into this folder of the cache.
    Debian(PathBuf),
}

/// The compiler that is ready to build the client, if one is.
pub fn present(places: &Places) -> Outcome<Option<Compiler>> {
    if has_std(&libraries_of_rustup()?) {
        return Ok(Some(Compiler::Rustup));
    }
    if !Path::new(DEBIAN_RUSTC).is_file() || which(DEBIAN_LINKER).is_none() {
        return Ok(None);
    }
    let root = debian_root(places)?;
    Ok(has_std(&root.join(LIBRARIES)).then_some(Compiler::Debian(root)))
}

impl Compiler {
    /// The folders that come first on the `PATH` of Trunk, which runs the first `cargo` it finds.
    pub fn folders(&self) -> Vec<PathBuf> {
        match self {
            Self::Rustup => Vec::new(),
            Self::Debian(root) => vec![root.join("bin")],
        }
    }

    /// Tells a cargo, or a Trunk, to compile with this compiler and these flags.
    pub fn direct(&self, command: &mut Command, flags: &str) {
        match self {
            Self::Rustup => command.env("RUSTFLAGS", flags),
            Self::Debian(root) => command
                .env("RUSTC", DEBIAN_RUSTC)
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER)
                // Only what runs in the browser is compiled with these flags, as cargo is told the
                // target: build scripts and macros keep Debian's own libraries.
                .env(
                    "RUSTFLAGS",
                    format!("--sysroot {} {flags}", root.display()).trim(),
                ),
        };
    }
}

/// Asks rustup for the target; false where its server cannot be reached.
pub fn add_with_rustup() -> Outcome<bool> {
    if which("rustup").is_none() {
        return Err(Failure::new(
            "rustup is missing: install Rust with rustup, then run the command again",
        ));
    }
    let answer = run::quiet(Command::new("rustup").args(["target", "add", TARGET]));
    match &answer {
        Ok(_) => println!("✓ standard library for {TARGET} (rustup)"),
        Err(_) => println!(
            "! rustup cannot fetch the standard library for {TARGET} here. As a fallback Debian's \
             compiler builds the client, with a standard library built from Debian's sources into \
             the cache; rustup's own compiler still builds the server."
        ),
    }
    Ok(answer.is_ok())
}

/// The packages of Debian's compiler that are missing.
pub fn missing_debian_packages() -> Vec<&'static str> {
    let traces = [
        (DEBIAN_RUSTC, "rustc-web"),
        (DEBIAN_CARGO, "cargo-web"),
        ("/usr/bin/wasm-ld-22", "lld-22"),
        ("/usr/share/doc/rust-web-src", "rust-web-src"),
    ];
    let missing = traces
        .into_iter()
        .filter(|(trace, _)| !Path::new(trace).exists());
    missing.map(|(_, package)| package).collect()
}

/// Builds the standard library with Debian's compiler into the cache: nothing of the system changes.
pub fn build_debian_std(places: &Places) -> Outcome {
    let root = debian_root(places)?;
    let what = format!("standard library for {TARGET} (Debian's sources; usually a minute)");
    run::timed(&what, || {
        let project = places.scratch("wasm-std");
        write_empty_crate(&project)?;
        let mut command = Command::new(DEBIAN_CARGO);
        command
            .args([
                "build",
                "--release",
                "--target",
                TARGET,
                "-Zbuild-std=std,panic_abort",
            ])
            .current_dir(&project)
            .env("RUSTC", DEBIAN_RUSTC)
            .env("RUSTC_BOOTSTRAP", "1")
            // The client is linked with LTO, which needs bitcode in every library.
            .env("RUSTFLAGS", "-Cembed-bitcode=yes")
            .env("CARGO_TARGET_DIR", project.join("target"))
            // rustup's cargo, which started us, points here to its own libraries.
            .env_remove("LD_LIBRARY_PATH");
        run::quiet(&mut command)?;
        install_std(&project, &root)?;
        fs::remove_dir_all(&project).during(|| format!("removing {}", project.display()))
    })
}

fn write_empty_crate(project: &Path) -> Outcome {
    let manifest = "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
                    [profile.release]\npanic = \"abort\"\n\n[workspace]\n";
    fs::create_dir_all(project.join("src"))
        .and_then(|()| fs::write(project.join("Cargo.toml"), manifest))
        .and_then(|()| fs::write(project.join("src/lib.rs"), "#![no_std]\n"))
        .during(|| format!("writing {}", project.display()))
}

/// Puts the libraries where the compiler looks below its system root. The folder gets its name last,
/// so that one which was interrupted is never taken for whole.
fn install_std(project: &Path, root: &Path) -> Outcome {
    let making = project.join("root");
    let folder = making.join(LIBRARIES);
    let built = project.join("target").join(TARGET).join("release/deps");
    fs::create_dir_all(&folder).during(|| format!("creating {}", folder.display()))?;
    for entry in fs::read_dir(&built).during(|| format!("listing {}", built.display()))? {
        let entry = entry.during(|| format!("listing {}", built.display()))?;
        let name = entry.file_name();
        let text = name.to_string_lossy();
        if text.ends_with(".rlib") && !text.starts_with("libempty-") {
            fs::copy(entry.path(), folder.join(&name)).during(|| format!("copying {text}"))?;
        }
    }
    let programs = making.join("bin");
    fs::create_dir_all(&programs)
        .and_then(|()| symlink(DEBIAN_CARGO, programs.join("cargo")))
        .and_then(|()| symlink(DEBIAN_RUSTC, programs.join("rustc")))
        .during(|| format!("linking Debian's programs in {}", programs.display()))?;
    if let Some(parent) = root.parent() {
        fs::create_dir_all(parent).during(|| format!("creating {}", parent.display()))?;
    }
    fs::rename(&making, root).during(|| format!("naming {}", root.display()))
}

fn libraries_of_rustup() -> Outcome<PathBuf> {
    let mut command = Command::new("rustc");
    command.args(["--print", "target-libdir", "--target", TARGET]);
    Ok(PathBuf::from(run::quiet(&mut command)?.trim()))
}

/// The system root for Debian's compiler, by its version: an upgrade makes the libraries useless.
fn debian_root(places: &Places) -> Outcome<PathBuf> {
    let version = run::quiet(Command::new(DEBIAN_RUSTC).arg("-vV"))?;
    let release = version
        .lines()
        .find_map(|line| line.strip_prefix("release: "))
        .ok_or_else(|| Failure::new(format!("{DEBIAN_RUSTC} does not say its release")))?;
    Ok(places.tool("wasm-std-debian", release))
}

fn has_std(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else {
        return false;
    };
    entries.flatten().any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with("libstd-") && name.ends_with(".rlib")
    })
}
