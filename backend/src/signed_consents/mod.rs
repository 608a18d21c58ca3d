//! «Consentimiento expreso»: the prefilled form, and the signed copies of it. A copy is sealed before
//! it is stored; the operator only learns that it was delivered, the authority's staff may save it,
//! and the audit says who did.

mod copies;
mod form;
mod media;
pub mod routes;
mod store;
mod unstored;
mod upload;

pub use store::delivered_copies;
