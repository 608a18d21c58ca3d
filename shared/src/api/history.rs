//! The history of a candidacy, as its roles read it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::catalogues::code_enum;
use crate::ids::CandidacyId;
use crate::problem::FieldError;
use crate::questionnaire::Section;

code_enum! {
    /// What an entry of the history is about.
    HistoryKind {
        Version = "version", "Versiones";
        Sending = "sending", "Envíos";
        Turn = "turn", "Turnos de revisión";
        Decision = "decision", "Decisiones";
        Publication = "publication", "Publicación";
        Correction = "correction", "Correcciones";
        Pause = "pause", "Pausas";
        Notice = "notice", "Avisos";
        Receipt = "receipt", "Acuses";
        Consent = "consent", "Consentimientos";
        Period = "period", "Plazos";
        Acuerdo = "acuerdo", "Registro y acuerdos";
        Paper = "paper", "Escritos";
        Remedy = "remedy", "Medidas que la reabren";
    }
}

/// One thing that happened, in the words of the reader's role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HistoryEntry {
    /// When.
    pub at: DateTime<Utc>,
    /// What it is about.
    pub kind: HistoryKind,
    /// What happened, in Spanish.
    pub title: String,
    /// More of it.
    pub text: Option<String>,
    /// The section that it is about.
    pub section: Option<Section>,
    /// The version of that section.
    pub version: Option<u32>,
    /// Who did it, where the reader may know.
    pub by: Option<String>,
}

/// How many entries of a kind the reader can see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HistoryKindCount {
    /// The kind.
    pub kind: HistoryKind,
    /// How many.
    pub count: usize,
}

/// A page of a candidacy's history, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CandidacyHistory {
    /// The candidacy.
    pub id: CandidacyId,
    /// The candidate's name.
    pub name: String,
    /// The actor's name.
    pub actor_name: String,
    /// Whether its election is a drill.
    pub drill: bool,
    /// The entries of this page.
    pub data: Vec<HistoryEntry>,
    /// The kinds that there are on all pages, before any filter.
    pub kinds: Vec<HistoryKindCount>,
    /// How many entries fit what is asked for.
    pub total: usize,
    /// This page, from 1.
    pub page: usize,
    /// How many pages there are; 1 where there is nothing.
    pub pages: usize,
}

/// Whose history it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryOf {
    /// The candidacy.
    pub candidacy: CandidacyId,
    /// The candidate's name.
    pub name: String,
    /// The actor's name.
    pub actor_name: String,
    /// Whether its election is a drill.
    pub drill: bool,
}

/// What is looked for in a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HistorySearch {
    /// Only this kind.
    pub kind: Option<HistoryKind>,
    /// From 1.
    pub page: usize,
}

impl HistorySearch {
    /// How many entries are on a page.
    pub const PAGE: usize = 50;

    /// Reads the parameters `kind` and `page` of a request.
    ///
    /// # Errors
    /// Every parameter that is unknown, repeated, or has no such value.
    pub fn from_pairs(pairs: &[(String, String)]) -> Result<Self, Vec<FieldError>> {
        let mut found = Self {
            kind: None,
            page: 1,
        };
        let mut errors = Vec::new();
        let mut seen: Vec<&str> = Vec::new();
        for (name, value) in pairs {
            let mut refuse = |code: &str, detail: &str| {
                errors.push(FieldError::new(
                    format!("/{name}"),
                    code.to_owned(),
                    detail.to_owned(),
                ));
            };
            if seen.contains(&name.as_str()) {
                refuse("repeated", "Escriba este parámetro una sola vez.");
                continue;
            }
            seen.push(name);
            match name.as_str() {
                "kind" => match value.parse() {
                    Ok(kind) => found.kind = Some(kind),
                    Err(_) => refuse("unknown_code", "No es un tipo de la historia."),
                },
                "page" => match value.parse() {
                    Ok(page) if (1..=100_000).contains(&page) => found.page = page,
                    _ => refuse("out_of_range", "Escriba un número desde 1."),
                },
                _ => refuse("unknown", "No es un parámetro de esta lista."),
            }
        }
        if errors.is_empty() {
            Ok(found)
        } else {
            Err(errors)
        }
    }

    /// The page that is asked for of all that the reader can see.
    #[must_use]
    pub fn page_of(self, all: Vec<HistoryEntry>, of: HistoryOf) -> CandidacyHistory {
        let count = |kind: &HistoryKind| HistoryKindCount {
            kind: *kind,
            count: all.iter().filter(|it| it.kind == *kind).count(),
        };
        let kinds = HistoryKind::ALL
            .iter()
            .map(count)
            .filter(|it| it.count > 0)
            .collect();
        let fitting: Vec<_> = all
            .into_iter()
            .filter(|it| self.kind.is_none_or(|kind| it.kind == kind))
            .collect();
        let total = fitting.len();
        let before = self.page.saturating_sub(1).saturating_mul(Self::PAGE);
        CandidacyHistory {
            id: of.candidacy,
            name: of.name,
            actor_name: of.actor_name,
            drill: of.drill,
            data: fitting.into_iter().skip(before).take(Self::PAGE).collect(),
            kinds,
            total,
            page: self.page,
            pages: total.div_ceil(Self::PAGE).max(1),
        }
    }
}
