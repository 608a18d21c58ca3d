//! The assistant for inclusive language on screen: beside a text while it is typed, and in a text
//! that somebody else reads. What it finds and why is in `conoceles_shared::language`.

mod assistant;
mod hints;
mod marked;

pub use assistant::Assistant;
pub use hints::{Hints, LevelTag, Quoted};
pub use marked::{Mirror, words};
