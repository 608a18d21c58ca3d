//! Spanish, the language of reference: its files say which texts there are.

#[cfg(feature = "csr")]
pub mod desk;
pub mod portal;
