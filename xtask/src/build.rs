//! Builds the client bundles, then the server that carries them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::outcome::{Failure, Outcome, While};
use crate::parts;
use crate::places::{Places, path_with};
use crate::run;
use crate::setup::{self, wasm};
use crate::stamp::{Stamp, files_below};

/// What both client and server are built from.
const COMMON: [&str; 5] = [
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
    "shared",
    "frontend",
];

/// What every native build and test says to cargo, before it says which target it wants.
///
/// Cargo unites the features of the packages that a command names: were they not always the same,
/// sqlx, rustls and many more would be compiled once for the server and again for its tests. The
/// clock that tests can move and the invented data of the demo belong to this variant; packages are
/// built without them.
pub const VARIANT: &str = "--profile ci --workspace --features conoceles/test-clock,conoceles/demo";

/// One client bundle.
struct Bundle {
    page: &'static str,
    name: &'static str,
    rustflags: &'static str,
    /// How long building it usually takes on two cores, the first time.
    usually: &'static str,
}

const BUNDLES: [Bundle; 2] = [
    Bundle {
        page: "frontend/portal.html",
        name: "portal",
        rustflags: "",
        usually: "2 minutes",
    },
    Bundle {
        page: "frontend/desk.html",
        name: "desk",
        // Erased components: a seventh less to download. Not the portal's, whose pages the server renders without.
        // The relocations tell who calls whom: the desks are taken apart by them.
        rustflags: "--cfg erase_components -Clink-args=--emit-relocs",
        usually: "3 minutes",
    },
];

/// Builds client and server; quick when nothing they depend on has changed.
pub fn all(places: &Places) -> Outcome {
    client(places)?;
    server(places)
}

/// Builds `dist/portal` and `dist/desk`, with compressed siblings of every file.
pub fn client(places: &Places) -> Outcome {
    let stamp = client_stamp(places)?;
    let marker = places.in_root("target/xtask/client.stamp");
    let built = BUNDLES.iter().all(|bundle| {
        places
            .dist()
            .join(bundle.name)
            .join("index.html.br")
            .is_file()
    });
    if built && stamp.is_at(&marker) {
        return Ok(());
    }
    let compiler = wasm::present(places)?
        .ok_or_else(|| Failure::new("no compiler can build for wasm32: run cargo xtask setup"))?;
    for bundle in &BUNDLES {
        let what = format!("client bundle {}", bundle.name);
        run::long(&what, bundle.usually, || {
            run::shown(&mut trunk(places, bundle, &compiler)?)
        })?;
    }
    run::timed("taking the desks apart", || parts::take_apart(places))?;
    run::timed("compressing the client", || compress(places))?;
    stamp.write(&marker)
}

/// Builds the server as tests and demo use it: the `ci` profile, with a clock that can be moved and
/// the demo's data.
pub fn server(places: &Places) -> Outcome {
    let stamp = server_stamp(places)?;
    let marker = places.server().with_extension("stamp");
    if places.server().is_file() && stamp.is_at(&marker) {
        return Ok(());
    }
    run::long("server (profile ci)", "6 minutes", || {
        // The path of a folder that is not there cannot be embedded.
        for bundle in &BUNDLES {
            let folder = places.dist().join(bundle.name);
            fs::create_dir_all(&folder).during(|| format!("creating {}", folder.display()))?;
        }
        let mut command = cargo(places);
        command
            .arg("build")
            .args(VARIANT.split(' '))
            .args(["--bin", "conoceles"]);
        run::shown(&mut command)
    })?;
    stamp.write(&marker)
}

/// Builds the server as it is packaged, and the client it embeds; gives the program.
pub fn release(places: &Places) -> Outcome<PathBuf> {
    release_with(places, &[])
}

/// The server as it is packaged, but with the demo's data: for measuring.
pub fn release_with_demo(places: &Places) -> Outcome<PathBuf> {
    release_with(places, &["--features", "demo"])
}

/// The server as it is packaged, but with a clock that tests move.
pub fn release_with_clock(places: &Places) -> Outcome<PathBuf> {
    release_with(places, &["--features", "test-clock"])
}

fn release_with(places: &Places, features: &[&str]) -> Outcome<PathBuf> {
    client(places)?;
    run::long("server (profile release)", "15 minutes", || {
        let mut command = cargo(places);
        command
            .args(["build", "--release", "--package", "conoceles"])
            .args(["--bin", "conoceles"])
            .args(features);
        run::shown(&mut command)
    })?;
    Ok(places.released())
}

/// Cargo, in the checkout, with the target folder that all native builds share.
pub fn cargo(places: &Places) -> Command {
    let mut command = run::cargo();
    command
        .current_dir(places.root())
        .env("CARGO_TARGET_DIR", places.native_target())
        // Set-up has downloaded every crate: whatever is missing now is an error to be told.
        .env("CARGO_NET_OFFLINE", "true");
    command
}

fn client_stamp(places: &Places) -> Outcome<Stamp> {
    let mut stamp = Stamp::default();
    for path in COMMON.into_iter().chain(["Trunk.toml", "xtask/npm"]) {
        stamp = stamp.path(places.root(), path)?;
    }
    for bundle in &BUNDLES {
        stamp = stamp.word(bundle.rustflags);
    }
    let bindgen = setup::wasm_bindgen(places)?;
    Ok(stamp
        .word(setup::trunk().version())
        .word(setup::wasm_split().version())
        .word(bindgen.version()))
}

fn server_stamp(places: &Places) -> Outcome<Stamp> {
    // Another checkout writes its server to the same place.
    let mut stamp = Stamp::default().word(&places.root().to_string_lossy());
    for path in COMMON.into_iter().chain(["backend", "openapi", "dist"]) {
        stamp = stamp.path(places.root(), path)?;
    }
    Ok(stamp)
}

fn trunk(places: &Places, bundle: &Bundle, compiler: &wasm::Compiler) -> Outcome<Command> {
    let mut tools = vec![
        setup::trunk().folder(places),
        setup::wasm_bindgen(places)?.folder(places),
        setup::npm_binaries(places),
    ];
    tools.extend(compiler.folders());
    let mut command = Command::new(setup::trunk().path(places));
    command
        .args(["build", bundle.page, "--offline", "--release", "--dist"])
        .arg(places.dist().join(bundle.name))
        .args(["--public-url", &format!("/pkg/{}/", bundle.name)])
        .current_dir(places.root())
        .env("PATH", path_with(&tools)?)
        .env("CARGO_TARGET_DIR", places.wasm_target())
        // Trunk reads this as a boolean, and stops where a system sets it to 1.
        .env_remove("NO_COLOR")
        // The way a tool of ours failed is in its message, not in its stack.
        .env("RUST_BACKTRACE", "0")
        // Both name the toolchain that started us, which may not be the one that builds.
        .env_remove("CARGO")
        .env_remove("LD_LIBRARY_PATH");
    compiler.direct(&mut command, bundle.rustflags);
    Ok(command)
}

/// Compresses once, at the highest quality, what the server would otherwise compress for everyone.
fn compress(places: &Places) -> Outcome {
    let mut plain = Vec::new();
    for file in files_below(&places.dist())? {
        match extension(&file) {
            "map" => fs::remove_file(&file).during(|| format!("removing {}", file.display()))?,
            "br" | "gz" => {}
            _ => plain.push(file),
        }
    }
    let mut command = Command::new("node");
    command.arg(setup::compress_script(places)).args(&plain);
    run::quiet(&mut command)?;
    for bundle in &BUNDLES {
        report(&places.dist().join(bundle.name), &plain)?;
    }
    Ok(())
}

/// Says how heavy a bundle is on the wire, so that growth is seen where it happens.
fn report(folder: &Path, plain: &[PathBuf]) -> Outcome {
    for file in plain.iter().filter(|file| file.starts_with(folder)) {
        let raw = size(file)?;
        let brotli = size(&PathBuf::from(format!("{}.br", file.display())))?;
        println!("  {:>9} B  {brotli:>8} B brotli  {}", raw, file.display());
    }
    Ok(())
}

fn size(file: &Path) -> Outcome<u64> {
    Ok(fs::metadata(file)
        .during(|| format!("reading {}", file.display()))?
        .len())
}

fn extension(file: &Path) -> &str {
    file.extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default()
}
