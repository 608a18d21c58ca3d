//! Waiting for what a running server does in its own time.

use std::time::Duration;

/// Looks until there is something to give, for as long as a slow machine may take; until then `look`
/// gives what it saw instead.
///
/// # Panics
/// Where it takes longer: `what` and what was seen last are told.
pub async fn eventually<T>(what: &str, look: impl AsyncFn() -> Result<T, String>) -> T {
    let mut seen = String::new();
    for _ in 0..400 {
        match look().await {
            Ok(found) => return found,
            Err(instead) => seen = instead,
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{what}: {seen}");
}
