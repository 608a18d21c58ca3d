//! The citizens portal, in the browser.
fn main() {}
