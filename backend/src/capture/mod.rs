//! Capture: an operator's own candidacies, section by section.

pub mod routes;
