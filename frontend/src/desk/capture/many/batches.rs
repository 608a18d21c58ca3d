//! How many candidacies travel at once: few enough that progress is seen and nobody else waits.

/// The most of a batch; well below what the server takes.
const BATCH: usize = 20;

/// The batches of an act, in order.
pub fn batches<T>(all: &[T]) -> impl Iterator<Item = &[T]> {
    all.chunks(BATCH)
}

#[cfg(test)]
#[path = "batches_tests.rs"]
mod batches_tests;
