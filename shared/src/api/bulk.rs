//! Bulk capture: a sheet of an actor's candidacies, checked before it is saved.

use serde::{Deserialize, Serialize};

use crate::ids::CandidacyId;
use crate::questionnaire::{Completeness, Section};

/// One thing found in a sheet, with the cell that it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BulkIssue {
    /// The row as the sheet numbers it; none where the whole file is meant.
    pub row: Option<u32>,
    /// The column's letter, e.g. `F`; none where a whole row or the file is meant.
    pub column: Option<String>,
    /// The cell, e.g. `F7`; none where it is not one cell.
    pub cell: Option<String>,
    /// The column's stable key, e.g. `correo_publico`.
    pub field: Option<String>,
    /// The column's official label.
    pub label: Option<String>,
    /// The section that the column belongs to.
    pub section: Option<Section>,
    /// Stable code, e.g. `too_long`.
    pub code: String,
    /// Plain Spanish, ready to show. Never repeats what the cell holds.
    pub detail: String,
}

/// A section that would get, or got, a new version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BulkChange {
    /// One that the sheet has columns for.
    pub section: Section,
    /// The version that it replaces; 0 where nothing was stored.
    pub from_version: u32,
    /// How complete the new version is.
    pub completeness: Completeness,
    /// The short labels of the questions that are answered now and would not be any more.
    pub deletes: Vec<String>,
}

/// A row of the sheet that changes something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BulkRow {
    /// The row as the sheet numbers it.
    pub row: u32,
    /// The candidacy.
    pub candidacy: CandidacyId,
    /// The candidate's name, as registered.
    pub name: String,
    /// What changes.
    pub changes: Vec<BulkChange>,
    /// The name of its photo's file, where that changes; a blank cell changes nothing.
    #[serde(default)]
    pub photo_file: Option<String>,
}

/// What a sheet would do, and everything that stands in its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BulkDryRun {
    /// Names this very file and the stored versions of all that it would change: the commit sends
    /// it back.
    pub hash: String,
    /// Rows that name a candidacy.
    pub rows_read: u32,
    /// The rows that change something.
    pub rows: Vec<BulkRow>,
    /// Sections that would get a new version, over all rows.
    pub sections_changed: u32,
    /// What has to be corrected before anything can be saved.
    pub errors: Vec<BulkIssue>,
    /// What is missing or doubtful in what would be saved; it never blocks.
    pub remarks: Vec<BulkIssue>,
}

/// What a commit saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BulkSaved {
    /// The rows that were saved.
    pub rows: Vec<BulkRow>,
    /// Sections that got a new version.
    pub sections_saved: u32,
}
