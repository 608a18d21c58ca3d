//! Photos for many candidacies in one ZIP: read ([`archive`], [`names`]) and given out ([`matching`])
//! without a change, each photo prepared as a single one is, then saved one after another.

mod archive;
pub mod commit;
pub mod dry_run;
mod matching;
mod names;
mod plan;
