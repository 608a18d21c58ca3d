//! The catalogues as the public API serves them.

use serde::{Deserialize, Serialize};

/// A catalogue in the list of catalogues.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CatalogueRef {
    /// As its address has it, e.g. `offices`.
    pub name: String,
    /// Where it is.
    pub path: String,
}

/// An entry of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CatalogueEntry {
    /// The stable code; INEGI's five digits for a municipality.
    pub code: String,
    /// The official Spanish wording.
    pub label: String,
    /// The IEEM's own number of a municipality in Estado de México.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ieem_number: Option<u16>,
}
