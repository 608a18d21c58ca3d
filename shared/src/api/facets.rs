//! How many candidacies each choice would leave, beside what is chosen already. Public: nothing here can name a
//! private field.

use serde::{Deserialize, Serialize};

use super::public::Facet;
use super::query::CandidacyQuery;

/// Which choice is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FacetKind {
    /// **Cargo**
    Office,
    /// **Territorio**
    Territory,
    /// **Actor político**
    Actor,
    /// **Sexo**
    Sex,
    /// **Rango de edad**
    AgeRange,
    /// **Grado máximo de estudios**
    Education,
    /// **Acción afirmativa**
    AffirmativeAction,
    /// **Calidad**
    Role,
}

impl FacetKind {
    /// Every kind, as the answer names them.
    pub const ALL: [Self; 8] = [
        Self::Office,
        Self::Territory,
        Self::Actor,
        Self::Sex,
        Self::AgeRange,
        Self::Education,
        Self::AffirmativeAction,
        Self::Role,
    ];

    /// The same query without what it says of this: its own choice does not narrow its counts.
    #[must_use]
    pub fn left_out_of(self, query: &CandidacyQuery) -> CandidacyQuery {
        let mut rest = query.clone();
        match self {
            Self::Office => rest.office.clear(),
            Self::Territory => {
                rest.district.clear();
                rest.municipality.clear();
            }
            Self::Actor => rest.actor.clear(),
            Self::Sex => rest.sex.clear(),
            Self::AgeRange => rest.age_range.clear(),
            Self::Education => rest.education.clear(),
            Self::AffirmativeAction => rest.affirmative_action.clear(),
            Self::Role => rest.role.clear(),
        }
        rest
    }
}

/// **Filtros con sus cifras.** For each filter its values among what the other filters leave, with how many
/// candidacies have each. A value that nobody has is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Facets {
    /// **Cargo**: what `office` takes.
    pub office: Vec<Facet>,
    /// **Territorio**: the kind and the code, `municipality:15106`; `municipality` and `district` take the code.
    pub territory: Vec<Facet>,
    /// **Actor político**: what `actor` takes.
    pub actor: Vec<Facet>,
    /// **Sexo**: what `sex` takes.
    pub sex: Vec<Facet>,
    /// **Rango de edad**: what `age_range` takes.
    pub age_range: Vec<Facet>,
    /// **Grado máximo de estudios**: what `education` takes.
    pub education: Vec<Facet>,
    /// **Acción afirmativa** of the registration: what `affirmative_action` takes. A candidacy may have several.
    pub affirmative_action: Vec<Facet>,
    /// **Calidad**: what `role` takes.
    pub role: Vec<Facet>,
}

impl Facets {
    /// The values of one kind.
    pub const fn of_kind(&mut self, kind: FacetKind) -> &mut Vec<Facet> {
        match kind {
            FacetKind::Office => &mut self.office,
            FacetKind::Territory => &mut self.territory,
            FacetKind::Actor => &mut self.actor,
            FacetKind::Sex => &mut self.sex,
            FacetKind::AgeRange => &mut self.age_range,
            FacetKind::Education => &mut self.education,
            FacetKind::AffirmativeAction => &mut self.affirmative_action,
            FacetKind::Role => &mut self.role,
        }
    }
}
