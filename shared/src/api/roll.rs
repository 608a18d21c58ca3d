//! The roll: all candidacies of an election from one file of a registration system
//! (`docs/decisions/0047-a-roll-from-a-file.md`).

use serde::{Deserialize, Serialize};

use super::admin::{CandidacyEdit, NewCandidacy};
use super::bulk::BulkIssue;
use super::fields::Length;
use crate::catalogues::code_enum;
use crate::ids::CandidacyId;
use crate::problem::FieldError;
use crate::text::{fold, has_forbidden_controls, single_line, without_enie};

code_enum! {
    /// What a column of a roll holds.
    RollField {
        Actor = "actor", "Actor político";
        Office = "office", "Cargo";
        /// Of offices whose name does not say it.
        Principle = "principle", "Principio de representación";
        Territory = "territory", "Territorio";
        District = "district", "Distrito";
        Municipality = "municipality", "Municipio";
        ListPosition = "list_position", "Número de lista o fórmula";
        Role = "role", "Calidad";
        GivenNames = "given_names", "Nombre(s)";
        FirstSurname = "first_surname", "Primer apellido";
        SecondSurname = "second_surname", "Segundo apellido";
        Nickname = "nickname", "Sobrenombre (mote)";
        Sex = "sex", "Sexo";
        Age = "age", "Edad";
        BirthDate = "birth_date", "Fecha de nacimiento";
        AffirmativeActions = "affirmative_actions", "Acción afirmativa de postulación";
        Curp = "curp", "CURP";
        VoterKey = "voter_key", "Clave de elector";
        Rfc = "rfc", "RFC";
        NotificationEmail = "notification_email", "Correo para avisos del Instituto";
        NotificationPhone = "notification_phone", "Teléfono para avisos del Instituto";
    }
}

impl RollField {
    /// Whether what its cells hold is never shown again: no answer quotes one.
    #[must_use]
    pub const fn is_private(self) -> bool {
        matches!(
            self,
            Self::BirthDate
                | Self::Curp
                | Self::VoterKey
                | Self::Rfc
                | Self::NotificationEmail
                | Self::NotificationPhone
        )
    }

    /// The field that an error of a registration belongs to, by its pointer.
    #[must_use]
    pub fn of_pointer(pointer: &str) -> Option<Self> {
        Some(match pointer {
            NewCandidacy::ACTOR | "/own_period/ends" => Self::Actor,
            NewCandidacy::OFFICE => Self::Office,
            NewCandidacy::TERRITORY_KIND | NewCandidacy::TERRITORY_CODE => Self::Territory,
            NewCandidacy::LIST_POSITION => Self::ListPosition,
            NewCandidacy::ROLE => Self::Role,
            NewCandidacy::GIVEN_NAMES => Self::GivenNames,
            NewCandidacy::FIRST_SURNAME => Self::FirstSurname,
            NewCandidacy::SECOND_SURNAME => Self::SecondSurname,
            NewCandidacy::NICKNAME => Self::Nickname,
            NewCandidacy::SEX => Self::Sex,
            NewCandidacy::AGE => Self::Age,
            NewCandidacy::BIRTH_DATE => Self::BirthDate,
            NewCandidacy::AFFIRMATIVE_ACTIONS => Self::AffirmativeActions,
            NewCandidacy::CURP => Self::Curp,
            NewCandidacy::VOTER_KEY => Self::VoterKey,
            NewCandidacy::RFC => Self::Rfc,
            NewCandidacy::NOTIFICATION_EMAIL => Self::NotificationEmail,
            NewCandidacy::NOTIFICATION_PHONE => Self::NotificationPhone,
            _ => return None,
        })
    }
}

/// A heading as it is compared: without accents, case and separators; ñ is n.
#[must_use]
pub fn heading_key(heading: &str) -> String {
    without_enie(&fold(heading))
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect()
}

/// What an administrator said of one heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RollHeading {
    /// **Encabezado** as the file has it.
    pub heading: String,
    /// What its column holds; none: it is not read.
    pub field: Option<RollField>,
}

/// What an administrator said of the headings of an election's files.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RollHeadings {
    /// A heading not among them is guessed by its words.
    pub headings: Vec<RollHeading>,
}

/// Those of an election with their version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ElectionRollHeadings {
    /// The election's name.
    pub election_name: String,
    /// Whether it is a drill.
    pub drill: bool,
    /// 0 where none were ever kept.
    pub version: u32,
    /// The headings.
    pub headings: Vec<RollHeading>,
}

impl RollHeadings {
    /// How many an election may have.
    pub const MOST: usize = 200;
    /// How long one may be.
    pub const LENGTH: Length = Length::of(1, 200);
    /// The pointer of the list.
    pub const HEADINGS: &str = "/headings";

    /// As they are stored: each on one line, or every error.
    ///
    /// # Errors
    /// Too many, one twice, one too long, or a field that two headings have.
    pub fn tidied(self) -> Result<Self, Vec<FieldError>> {
        let mut errors = Vec::new();
        if self.headings.len() > Self::MOST {
            let detail = format!("Se admiten hasta {} encabezados.", Self::MOST);
            errors.push(FieldError::new(Self::HEADINGS, "too_many", detail));
        }
        let mut kept: Vec<RollHeading> = Vec::new();
        for (at, it) in self.headings.into_iter().enumerate() {
            let heading = single_line(&it.heading);
            let key = heading_key(&heading);
            let repeated = kept.iter().any(|other| heading_key(&other.heading) == key);
            let taken = it.field.filter(|_| {
                let mut others = kept.iter();
                others.any(|other| other.field == it.field)
            });
            let mut wrong = |part: &str, code: &str, detail: String| {
                let pointer = format!("{}/{at}/{part}", Self::HEADINGS);
                errors.push(FieldError::new(pointer, code, detail));
            };
            if !Self::LENGTH.fits(&heading) || key.is_empty() {
                let detail =
                    "El encabezado debe tener de 1 a 200 caracteres, con letras o números.";
                wrong("heading", "length", detail.to_owned());
            } else if repeated {
                wrong(
                    "heading",
                    "repeated",
                    "El encabezado está dos veces.".to_owned(),
                );
            }
            if let Some(field) = taken {
                let detail = format!("Otra columna ya es «{}»: elija una sola.", field.label());
                wrong("field", "repeated", detail);
            }
            kept.push(RollHeading {
                heading,
                field: it.field,
            });
        }
        if errors.is_empty() {
            Ok(Self { headings: kept })
        } else {
            Err(errors)
        }
    }
}

code_enum! {
    /// How it is known what a column holds.
    RollColumnSource {
        Kept = "kept", "Como se guardó";
        Guessed = "guessed", "Por su encabezado";
        Unread = "unread", "No se lee";
    }
}

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RollColumn {
    /// Its letter in the sheet.
    pub letter: String,
    /// Its heading, on one line.
    pub heading: String,
    /// What it holds; none: it is not read.
    pub field: Option<RollField>,
    /// How that is known.
    pub source: RollColumnSource,
}

/// How many there are of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RollCounts {
    /// Rows that are candidacies.
    pub rows: u32,
    /// Candidacies that would be registered.
    pub added: u32,
    /// Registrations that would change.
    pub changed: u32,
    /// Registrations that are as the file says.
    pub unchanged: u32,
    /// Candidacies of the election that the file does not have: they stay.
    pub missing: u32,
    /// What has to be corrected first.
    pub errors: u32,
    /// What never blocks.
    pub remarks: u32,
}

/// A candidacy that would be registered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RollAddition {
    /// The row as the sheet numbers it.
    pub row: u32,
    /// Who.
    pub name: String,
    /// For what, where, as what, by whom.
    pub place: String,
}

/// One thing that would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RollDifference {
    /// What.
    pub field: RollField,
    /// As it is; none where that is nothing, or private.
    pub before: Option<String>,
    /// As it would be; none where that is nothing, or private.
    pub after: Option<String>,
}

/// A registration that would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RollChange {
    /// The row as the sheet numbers it.
    pub row: u32,
    /// Whose.
    pub candidacy: CandidacyId,
    /// The name as it is registered now.
    pub name: String,
    /// What differs.
    pub differences: Vec<RollDifference>,
}

/// A candidacy that the file does not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RollMissing {
    /// Which.
    pub candidacy: CandidacyId,
    /// Who.
    pub name: String,
    /// For what, where, as what, by whom.
    pub place: String,
}

/// What a file would do, and everything that stands in its way. Of long lists the first only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RollDryRun {
    /// Names this very file, how its columns were read and all that it would change as it is now: the
    /// commit sends it back.
    pub hash: String,
    /// The sheet that was read, where it has a name.
    pub sheet: Option<String>,
    /// Its columns.
    pub columns: Vec<RollColumn>,
    /// The version of the headings that were kept.
    pub headings_version: u32,
    /// How many there are of each.
    pub counts: RollCounts,
    /// What has to be corrected first.
    pub errors: Vec<BulkIssue>,
    /// What never blocks.
    pub remarks: Vec<BulkIssue>,
    /// Candidacies that would be registered.
    pub added: Vec<RollAddition>,
    /// Registrations that would change.
    pub changed: Vec<RollChange>,
    /// Candidacies that the file does not have.
    pub missing: Vec<RollMissing>,
}

impl RollDryRun {
    /// How many of a list are answered.
    pub const SHOWN: usize = 200;
}

/// What a commit stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RollSaved {
    /// Candidacies that were registered.
    pub added: u32,
    /// Registrations that were changed.
    pub changed: u32,
}

code_enum! {
    /// What is done with a file at this moment.
    RollStage {
        Waiting = "waiting", "Espera su turno";
        Reading = "reading", "Se lee el archivo";
        Comparing = "comparing", "Se compara con lo registrado";
        Storing = "storing", "Se guarda";
    }
}

/// How far one's own file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RollProgress {
    /// What is done with it; none where this server has none of one's own.
    pub stage: Option<RollStage>,
    /// Rows that are through.
    pub done: u32,
    /// Of how many; 0 where that is not known yet.
    pub total: u32,
}

/// The document that backs what a file changes, as it is kept.
///
/// # Errors
/// Too short or too long.
pub fn tidied_reference(reference: &str) -> Result<String, FieldError> {
    let length = CandidacyEdit::REFERENCE_LENGTH;
    let tidy = single_line(reference);
    if length.fits(&tidy) && !has_forbidden_controls(&tidy) {
        return Ok(tidy);
    }
    Err(FieldError::new(
        ROLL_REFERENCE,
        "length",
        format!(
            "El archivo cambia registros que ya existen: escriba el documento que lo sustenta, de {} a {} \
             caracteres.",
            length.min, length.max
        ),
    ))
}

/// The parameter that names it.
pub const ROLL_REFERENCE: &str = "reference";

#[cfg(test)]
#[path = "roll_tests.rs"]
mod roll_tests;
