//! The demo: two elections of invented persons and parties, reached through the lifecycle's own
//! actions, so that what is seeded could have happened.

pub mod answers;
mod names;
pub mod people;
pub mod portrait;
mod shapes;
pub mod texts;
