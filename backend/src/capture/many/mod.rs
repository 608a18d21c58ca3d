//! Acts of an operator on many candidacies at once (`docs/decisions/0050-acts-on-many-candidacies.md`):
//! a page of them by name with everything that stands in the way of each, then the act for those that
//! were named, one after another, each in a transaction of its own and in the steps of the single act.

mod after;
mod before;
pub mod consents;
pub mod photos;
pub mod routes;
pub mod submissions;
