//! Set-up: installs what is missing, once, and says what it does.

mod cargo_tools;
pub mod crates;
mod need;
mod npm;
mod system;
pub mod wasm;

use std::thread;

use crate::outcome::{Failure, Outcome};
use crate::places::Places;

pub use cargo_tools::{deny, trunk, wasm_bindgen, wasm_split};
pub use need::Need;
pub use npm::{axe, binaries as npm_binaries, compress_script};
pub use system::postgres_program;

/// Installs what these needs miss. Quick when nothing is missing.
pub fn ensure(places: &Places, needs: &[Need]) -> Outcome {
    crates::ensure(places)?;
    let mut tools = Vec::new();
    if needs.contains(&Need::Client) {
        tools.push(wasm_bindgen(places)?);
        tools.push(trunk());
        tools.push(wasm_split());
    }
    if needs.contains(&Need::Deny) {
        tools.push(deny());
    }
    tools.retain(|tool| !tool.is_installed(places));
    // Compiling tools is the long lane; what comes ready-made goes beside it.
    thread::scope(|scope| {
        let compiled = scope.spawn(|| tools.iter().try_for_each(|tool| tool.install(places)));
        let fetched = fetch(places, needs);
        let compiled = compiled
            .join()
            .unwrap_or_else(|_| Err(Failure::new("the thread that installs cargo tools died")));
        fetched.and(compiled)
    })
}

/// Installs what comes from Debian, rustup and npm.
fn fetch(places: &Places, needs: &[Need]) -> Outcome {
    let mut packages = system::missing_packages(needs);
    let client = needs.contains(&Need::Client);
    let by_debian = client && wasm::present(places)?.is_none() && !wasm::add_with_rustup()?;
    if by_debian {
        packages.extend(wasm::missing_debian_packages());
    }
    system::install(&packages)?;
    if by_debian {
        wasm::build_debian_std(places)?;
    }
    if client || needs.contains(&Need::Browser) {
        npm::ensure(places)?;
    }
    Ok(())
}
