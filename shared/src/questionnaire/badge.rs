//! What the public may see of the identity questionnaire
//! (`docs/domain/identity.md#what-may-be-public`).

use super::QuestionId;
use crate::catalogues::code_enum;

code_enum! {
    /// **Distintivo público.** An answer "Sí" with consent 2; absence never means "No".
    Badge {
        Indigenous = "indigenous", "Persona indígena";
        Disability = "disability", "Persona con discapacidad";
        Afromexican = "afromexican", "Persona afromexicana";
        Lgbtttiq = "lgbtttiq", "Persona de la población LGBTTTIQ+";
        Migrant = "migrant", "Persona migrante";
        Young = "young", "Persona joven";
        Older = "older", "Persona mayor";
    }
}

impl Badge {
    /// All of them in one phrase, after «ser»: «persona indígena, con discapacidad, … o mayor».
    #[must_use]
    pub fn all_in_words() -> String {
        let named = |it: &Self| it.label().trim_start_matches("Persona ");
        let names: Vec<_> = Self::ALL.iter().map(named).collect();
        names
            .split_last()
            .map_or_else(String::new, |(last, others)| {
                format!("persona {} o {last}", others.join(", "))
            })
    }

    /// The question that grants it when answered "Sí".
    #[must_use]
    pub const fn question(self) -> QuestionId {
        match self {
            Self::Indigenous => QuestionId::Indigenous,
            Self::Disability => QuestionId::Disability,
            Self::Afromexican => QuestionId::Afromexican,
            Self::Lgbtttiq => QuestionId::Lgbtttiq,
            Self::Migrant => QuestionId::Migrant,
            Self::Young => QuestionId::Young,
            Self::Older => QuestionId::Older,
        }
    }
}
