//! The limits of the questionnaires: every one a setting of the election
//! (`docs/domain/settings.md#limits-of-the-questionnaires`).

use serde::{Deserialize, Serialize};

use super::Section;
use crate::text::CountingMode;

/// Limits of the answers. A field that is absent from the stored settings takes its default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// **Modo de conteo.** For the six long texts; everything else counts every character.
    pub counting: CountingMode,
    /// **Mínimo de los textos.** History, career and motivation.
    pub text_min: u32,
    /// **Máximo de los textos.** History, career and motivation.
    pub text_max: u32,
    /// **Mínimo de las propuestas.** The three proposals.
    pub proposal_min: u32,
    /// **Máximo de las propuestas.** The three proposals.
    pub proposal_max: u32,
    /// **Máximo por curso.** Per record of further education.
    pub course_max: u32,
    /// **Número de cursos.** Records of further education.
    pub courses_max_items: u32,
    /// **Máximo de las direcciones electrónicas.** Networks and web page.
    pub url_max: u32,
    /// **Máximo del correo electrónico.** Per address.
    pub email_max: u32,
    /// **Máximo del domicilio.** Per address of a campaign office.
    pub address_max: u32,
    /// **Número de correos, teléfonos y domicilios.** Of each.
    pub contact_items_max: u32,
    /// **Dígitos del teléfono.** Of each public telephone number; 0, in no settings, is any.
    pub phone_digits: u32,
    /// **Máximo de "Otra/Otro".** Free texts of the identity questionnaire.
    pub other_text_max: u32,
    /// **Máximo del motivo.** The internal reason for a photo that is not provided.
    pub reason_max: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            counting: CountingMode::WithoutSpaces,
            text_min: 280,
            text_max: 5000,
            proposal_min: 280,
            proposal_max: 1600,
            course_max: 250,
            courses_max_items: 30,
            url_max: 255,
            email_max: 120,
            address_max: 250,
            contact_items_max: 3,
            phone_digits: 10,
            other_text_max: 120,
            reason_max: 500,
        }
    }
}

impl Limits {
    /// No minimum and no maximum: for reading back what was accepted under other settings, and for
    /// imported archives. Formats and catalogues still bind.
    #[must_use]
    pub fn unlimited() -> Self {
        Self {
            text_min: 0,
            text_max: u32::MAX,
            proposal_min: 0,
            proposal_max: u32::MAX,
            course_max: u32::MAX,
            courses_max_items: u32::MAX,
            url_max: u32::MAX,
            email_max: u32::MAX,
            address_max: u32::MAX,
            contact_items_max: u32::MAX,
            phone_digits: 0,
            other_text_max: u32::MAX,
            reason_max: u32::MAX,
            ..Self::default()
        }
    }

    /// Minimum and maximum of a section that is one text; none for the others.
    #[must_use]
    pub const fn text_range(&self, section: Section) -> Option<(u32, u32)> {
        if section.is_proposal() {
            Some((self.proposal_min, self.proposal_max))
        } else if section.is_text() {
            Some((self.text_min, self.text_max))
        } else {
            None
        }
    }

    /// The settings that make no sense, in Spanish, by field; empty when all do.
    #[must_use]
    pub fn contradictions(&self) -> Vec<(&'static str, &'static str)> {
        let mut found = Vec::new();
        if self.text_min > self.text_max {
            found.push(("text_min", "el mínimo de los textos es mayor que su máximo"));
        }
        if self.proposal_min > self.proposal_max {
            found.push((
                "proposal_min",
                "el mínimo de las propuestas es mayor que su máximo",
            ));
        }
        let counts = [
            ("text_max", self.text_max),
            ("proposal_max", self.proposal_max),
            ("course_max", self.course_max),
            ("courses_max_items", self.courses_max_items),
            ("url_max", self.url_max),
            ("email_max", self.email_max),
            ("address_max", self.address_max),
            ("contact_items_max", self.contact_items_max),
            ("phone_digits", self.phone_digits),
            ("other_text_max", self.other_text_max),
            ("reason_max", self.reason_max),
        ];
        let zeros = counts.into_iter().filter(|(_, value)| *value == 0);
        found.extend(zeros.map(|(field, _)| (field, "debe ser mayor que cero")));
        found
    }
}
