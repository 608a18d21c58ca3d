//! Catalogues about the person and the actor that postulates (`docs/domain/catalogues.md`).

use super::code_enum::{CatalogueRow, code_enum};
use crate::lists::table_file;

code_enum! {
    /// **Sexo / Género.** As registered (`docs/domain/catalogues.md#sex-and-position`).
    Sex {
        Woman = "woman", "Mujer";
        Man = "man", "Hombre";
        NonBinary = "non_binary", "No binario";
    }
}

code_enum! {
    /// **Calidad.** Independent of sex: the 2022 export derived it from sex, and was wrong
    /// (`docs/domain/other-systems.md#lesson-2`).
    Role {
        Titular = "titular", "Propietaria o propietario";
        Alternate = "alternate", "Suplente";
    }
}

impl Role {
    /// The label of one person's: women and men are called in their own form. Of anybody else it is
    /// the candidacy that is titular, as in «candidaturas propietarias y suplentes»: that says
    /// nothing of the person.
    #[must_use]
    pub const fn label_for(self, sex: Sex) -> &'static str {
        match (self, sex) {
            (Self::Titular, Sex::Woman) => "Propietaria",
            (Self::Titular, Sex::Man) => "Propietario",
            (Self::Titular, Sex::NonBinary) => "Candidatura propietaria",
            (Self::Alternate, _) => "Suplente",
        }
    }
}

code_enum! {
    /// **Actor político.** The kind of political actor (`docs/domain/catalogues.md#actor-kinds`).
    ActorKind {
        Party = "party", "Partido político";
        Coalition = "coalition", "Coalición";
        CommonCandidacy = "common_candidacy", "Candidatura común";
        Independent = "independent", "Candidatura independiente";
    }
}

code_enum! {
    /// **Rango de edad.** Nayarit's six ranges (`docs/domain/catalogues.md#age-ranges`).
    AgeRange {
        From18To24 = "18_24", "18 a 24 años";
        From25To29 = "25_29", "25 a 29 años";
        From30To39 = "30_39", "30 a 39 años";
        From40To49 = "40_49", "40 a 49 años";
        From50To59 = "50_59", "50 a 59 años";
        From60 = "60_plus", "60 años o más";
    }
}

impl AgeRange {
    /// The range of an age at election day; none under 18.
    #[must_use]
    pub const fn of(age: u8) -> Option<Self> {
        match age {
            0..=17 => None,
            18..=24 => Some(Self::From18To24),
            25..=29 => Some(Self::From25To29),
            30..=39 => Some(Self::From30To39),
            40..=49 => Some(Self::From40To49),
            50..=59 => Some(Self::From50To59),
            60.. => Some(Self::From60),
        }
    }
}

code_enum! {
    /// **Acción afirmativa de postulación.** A fact of registration, always public, and never the
    /// answer of the identity questionnaire (`docs/domain/legal-frame.md#two-different-facts`).
    AffirmativeAction {
        Indigenous = "indigenous", "Personas indígenas";
        Disability = "disability", "Personas con discapacidad";
        Afromexican = "afromexican", "Personas afromexicanas";
        SexualDiversity = "sexual_diversity", "Personas de la diversidad sexual (LGBTTTIQ+)";
        Migrant = "migrant", "Personas mexicanas migrantes o residentes en el extranjero";
        Young = "young", "Personas jóvenes";
        Older = "older", "Personas mayores";
    }
}

/// **Pueblo indígena.** The five peoples recognised in the Estado de México, and "Otro", which asks
/// for a text (`docs/domain/catalogues.md#peoples`); another state brings its own.
pub const PEOPLES: &[CatalogueRow] = table_file!("peoples.csv", CatalogueRow::of_line);

/// **¿En qué país reside?** The 249 countries and territories of ISO 3166-1 with the short Spanish
/// names used in Mexico, in Spanish alphabetical order (`docs/domain/catalogues.md#countries`).
/// México is one of them: whoever has come back resides there.
pub const COUNTRIES: &[CatalogueRow] = table_file!("countries.csv", CatalogueRow::of_line);
