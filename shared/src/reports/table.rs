//! A report: tables with their titles, ready to be shown, saved and printed.

use serde::{Deserialize, Serialize};

use crate::catalogues::code_enum;
use crate::ids::{ElectionId, ReportId};
use crate::time::Instant;

code_enum! {
    /// What a report is about.
    ReportKind {
        Progress = "progress", "Informe de avance";
        Evidence = "evidence", "Evidencia de incumplimiento";
        Observations = "observations", "Informe de observaciones";
        Identity = "identity", "Estadística de identidad";
        Final = "final", "Informe final";
    }
}

code_enum! {
    /// As what a report is saved.
    ReportFormat {
        Csv = "csv", "CSV";
        Xlsx = "xlsx", "XLSX";
        Pdf = "pdf", "PDF";
    }
}

/// An election that is reported on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportedElection {
    /// Which.
    pub id: ElectionId,
    /// Its name.
    pub name: String,
    /// Whether its persons are invented.
    pub drill: bool,
    /// Whether it was imported as a closed archive.
    pub archived: bool,
}

/// What stands above every report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportHead {
    /// What it is about.
    pub kind: ReportKind,
    /// Which of its kind; none until it is issued.
    pub number: Option<u32>,
    /// Of which election.
    pub election: ReportedElection,
    /// **Corte**: as of when its figures hold.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "date-time"))]
    pub cutoff: Instant,
    /// When it was drawn up.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "date-time"))]
    pub drawn_at: Instant,
}

impl ReportHead {
    /// «Informe de avance 3: Ayuntamientos 2027».
    #[must_use]
    pub fn title(&self) -> String {
        let number = self.number.map(|it| format!(" {it}")).unwrap_or_default();
        format!("{}{number}: {}", self.kind.label(), self.election.name)
    }

    /// What a file of it is called, in ASCII; a table alone says nowhere else that it is of a drill.
    #[must_use]
    pub fn file_name(&self, part: &str, format: ReportFormat) -> String {
        let number = self.number.map(|it| format!("-{it}")).unwrap_or_default();
        let day = crate::time::local_date(self.cutoff);
        let part = if part.is_empty() {
            String::new()
        } else {
            format!("-{part}")
        };
        let drill = if self.election.drill {
            "simulacro-"
        } else {
            ""
        };
        format!("{drill}{}{number}{part}-{day}.{format}", self.kind.code())
    }
}

/// The report before, which changes are reckoned from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EarlierReport {
    /// Which of its kind.
    pub number: u32,
    /// Its cut-off.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "date-time"))]
    pub cutoff: Instant,
}

/// A report, whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Report {
    /// Of what, as of when.
    pub head: ReportHead,
    /// **Base**: what its percentages are of, in one sentence.
    pub base: String,
    /// What changes are reckoned from, where there is one.
    pub since: Option<EarlierReport>,
    /// What must be read beside its figures.
    pub notices: Vec<String>,
    /// Its tables, in order.
    pub tables: Vec<ReportTable>,
}

impl Report {
    /// One of its tables.
    #[must_use]
    pub fn table(&self, id: &str) -> Option<&ReportTable> {
        self.tables.iter().find(|it| it.id == id)
    }
}

/// A table of a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportTable {
    /// Its name for programs; unique in its report.
    pub id: String,
    /// Its name for people.
    pub title: String,
    /// What has to be known to read it.
    pub note: Option<String>,
    /// What its rows are called, e.g. «Actor político».
    pub row_label: String,
    /// Its columns beside that.
    pub columns: Vec<ReportColumn>,
    /// Its rows.
    pub rows: Vec<ReportRow>,
    /// The cells of its last row, where it adds up.
    pub total: Option<Vec<ReportCell>>,
}

impl ReportTable {
    /// The cell of a row in the column of this code.
    #[must_use]
    pub fn cell<'a>(&self, row: &'a ReportRow, column: &str) -> Option<&'a ReportCell> {
        row.cells.get(self.place_of(column)?)
    }

    /// The cell of the total in the column of this code.
    #[must_use]
    pub fn total_of(&self, column: &str) -> Option<&ReportCell> {
        self.total.as_ref()?.get(self.place_of(column)?)
    }

    fn place_of(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|it| it.code == column)
    }
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportColumn {
    /// Its name for programs.
    pub code: String,
    /// Its name for people.
    pub label: String,
    /// Whether its cells are numbers.
    pub numeric: bool,
}

impl ReportColumn {
    /// A column of numbers.
    #[must_use]
    pub fn number(code: &str, label: &str) -> Self {
        Self {
            code: code.to_owned(),
            label: label.to_owned(),
            numeric: true,
        }
    }

    /// A column of words.
    #[must_use]
    pub fn words(code: &str, label: &str) -> Self {
        Self {
            numeric: false,
            ..Self::number(code, label)
        }
    }
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportRow {
    /// Its name for programs: a code of a catalogue, or an id.
    pub code: String,
    /// Its name for people.
    pub label: String,
    /// One for each column.
    pub cells: Vec<ReportCell>,
}

/// A cell: what a person reads, and the number behind it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportCell {
    /// As it is read, in every format.
    pub text: String,
    /// The number, for programs and sheets; none of words and of what is suppressed.
    pub number: Option<f64>,
}

impl ReportCell {
    /// A count.
    #[must_use]
    pub fn count(count: u64) -> Self {
        Self {
            text: grouped(count),
            number: u32::try_from(count).ok().map(f64::from),
        }
    }

    /// A change of a count, with its sign.
    #[must_use]
    pub fn change(before: f64, after: f64) -> Self {
        let change = after - before;
        Self {
            text: match change {
                0.0 => "0".to_owned(),
                it if it > 0.0 => format!("+{it}"),
                it => format!("−{}", it.abs()),
            },
            number: Some(change),
        }
    }

    /// A share of a whole, in per cent with one decimal.
    #[must_use]
    pub fn share(part: u64, whole: u64) -> Self {
        let Some(tenths) = (part * 1000 + whole / 2).checked_div(whole) else {
            return Self::words("—");
        };
        let number = u32::try_from(tenths).map_or(0.0, f64::from) / 10.0;
        Self {
            text: format!("{number:.1} %"),
            number: Some(number),
        }
    }

    /// A number with one decimal and what it counts.
    #[must_use]
    pub fn measured(number: f64, unit: &str) -> Self {
        let number = (number * 10.0).round() / 10.0;
        Self {
            text: format!("{number:.1} {unit}"),
            number: Some(number),
        }
    }

    /// Words.
    #[must_use]
    pub fn words(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            number: None,
        }
    }

    /// What is not told, so that nobody is recognised.
    #[must_use]
    pub fn suppressed() -> Self {
        Self::words(Self::SUPPRESSED)
    }

    /// What a suppressed cell says.
    pub const SUPPRESSED: &'static str = "Reservado";
}

/// A report that was issued: what a list of them says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IssuedReport {
    /// By which it is asked for.
    pub id: ReportId,
    /// Of what, as of when.
    pub head: ReportHead,
    /// SHA-256 of what was kept.
    pub sha256: String,
}

/// A whole number with a comma between its thousands.
fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
