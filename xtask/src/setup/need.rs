//! What set-up is asked for.

/// Something that a task cannot do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The crates of Cargo.lock: whatever compiles. Every other need brings them too.
    Crates,
    /// Trunk, wasm-bindgen, wasm-opt and the standard library for wasm32: the client bundles.
    Client,
    /// cargo-deny: licences, sources and banned crates.
    Deny,
    /// The programs of a PostgreSQL server.
    Postgres,
    /// Chromium, its driver and axe-core.
    Browser,
    /// nginx and wrk: measuring.
    Bench,
}
