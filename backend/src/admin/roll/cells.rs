//! What a cell says, or what is wrong with it. What is private is never quoted.

use conoceles_shared::api::bulk::BulkIssue;
use conoceles_shared::api::roll::RollField;
use conoceles_shared::text::{has_forbidden_controls, single_line};

use super::columns::Layout;
use crate::capture::bulk::neutral;
use crate::core::sheets::grid::Row;
use crate::core::sheets::slips::Slip;
use crate::ine::finding::brief;
use crate::ine::values::given;

/// What a cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// The file has no such column.
    NoColumn,
    /// Nothing.
    Blank,
    /// Something that is wrong, and told.
    Wrong,
    /// This.
    Text(String),
}

impl Said {
    /// The text, where there is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text, where the column is there: a blank cell says that there is none.
    #[must_use]
    pub fn optional(self) -> Option<Option<String>> {
        match self {
            Self::NoColumn | Self::Wrong => None,
            Self::Blank => Some(None),
            Self::Text(text) => Some(Some(text)),
        }
    }
}

/// The cells of one row.
#[derive(Debug)]
pub struct Cells<'a> {
    /// Which column is which.
    pub layout: &'a Layout,
    /// The row.
    pub row: &'a Row,
    /// What is wrong with it.
    pub errors: Vec<BulkIssue>,
}

impl Cells<'_> {
    /// An error at the cell of a field.
    pub fn error(&mut self, field: RollField, code: &str, detail: impl Into<String>) {
        let issue = self.layout.issue_of(self.row.number, field, code, detail);
        self.errors.push(issue);
    }

    /// The same, which begins with what the cell says unless that is private.
    pub fn quoted(&mut self, field: RollField, said: &str, code: &str, detail: &str) {
        let detail = if field.is_private() {
            detail.to_owned()
        } else {
            format!("«{}»: {detail}", brief(said))
        };
        self.error(field, code, detail);
    }

    /// What the cell of a field says, on one line.
    pub fn said(&mut self, field: RollField) -> Said {
        match self.as_typed(field) {
            Said::Text(text) if has_forbidden_controls(&text) => {
                let detail =
                    "Contiene un carácter invisible que no se admite; escriba la celda de nuevo.";
                self.error(field, "forbidden_character", detail);
                Said::Wrong
            }
            Said::Text(text) => match given(&single_line(&text)) {
                Some(value) => Said::Text(value.to_owned()),
                None => Said::Blank,
            },
            other => other,
        }
    }

    /// The same of a name: as it was typed, so that what is left out of it is told.
    pub fn said_name(&mut self, field: RollField) -> Said {
        match self.as_typed(field) {
            Said::Text(text) if given(&single_line(&text)).is_none() => Said::Blank,
            other => other,
        }
    }

    /// What the cell of a field that no row can do without says.
    pub fn needed(&mut self, field: RollField) -> Option<String> {
        match self.said(field) {
            Said::Text(text) => Some(text),
            Said::Wrong => None,
            Said::NoColumn | Said::Blank => {
                let detail = format!("Falta «{}»: la celda está vacía.", field.label());
                self.error(field, "required", detail);
                None
            }
        }
    }

    fn as_typed(&mut self, field: RollField) -> Said {
        let Some(at) = self.layout.place(field) else {
            return Said::NoColumn;
        };
        let cell = self.row.cell(at);
        // Of a date a spreadsheet keeps the day.
        let slip = cell
            .slip
            .filter(|it| !(*it == Slip::Date && field == RollField::BirthDate));
        if let Some(slip) = slip {
            let (code, detail) = slip.explained();
            self.error(field, code, detail);
            return Said::Wrong;
        }
        if cell.mended {
            let detail = "Las letras de la celda venían en otra codificación que el resto: guarde el archivo \
                          de origen como XLSX o «CSV UTF-8», o escriba la celda de nuevo.";
            self.error(field, "mixed_encoding", detail);
            return Said::Wrong;
        }
        let text = neutral::restored(&cell.text);
        if text.trim().is_empty() {
            Said::Blank
        } else {
            Said::Text(text.to_owned())
        }
    }
}
