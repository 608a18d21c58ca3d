//! What an outer part of the page hands to the parts in it.

use std::any::type_name;

use leptos::prelude::use_context;

use super::dom;

/// What was handed down. Where nothing was, the page is put together wrongly: the console says what
/// is missing and an error stands above the page, in place of a part that silently does nothing.
/// `otherwise` only keeps the rest standing.
pub fn handed_down<T: Clone + 'static>(otherwise: impl FnOnce() -> T) -> T {
    found(use_context(), otherwise, dom::tell_broken)
}

fn found<T>(there: Option<T>, otherwise: impl FnOnce() -> T, tell: impl FnOnce(&str)) -> T {
    there.unwrap_or_else(|| {
        tell(type_name::<T>());
        otherwise()
    })
}

#[cfg(test)]
#[path = "context_tests.rs"]
mod context_tests;
