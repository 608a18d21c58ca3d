//! The desks.
fn main() {}
