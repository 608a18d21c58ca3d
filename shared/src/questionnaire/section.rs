//! The eleven sections: the unit of capture, observation, correction and publication.

use crate::catalogues::code_enum;

code_enum! {
    /// **Sección.** One of the eleven sections of the questionnaires
    /// (`docs/domain/process.md#sections`).
    Section {
        Photo = "photo", "Fotografía";
        Contact = "contact", "Medios de contacto";
        Education = "education", "Formación académica";
        ProfessionalHistory = "professional_history", "Historia profesional y/o laboral";
        PoliticalCareer = "political_career", "Trayectoria política y/o participación social en organizaciones ciudadanas o de la sociedad civil";
        Motivation = "motivation", "¿Por qué quiere ocupar un cargo público?";
        Proposal1 = "proposal_1", "Principales propuestas – 1";
        Proposal2 = "proposal_2", "Principales propuestas – 2";
        GenderProposal = "gender_proposal", "Propuesta en materia de género o, en su caso, del grupo en situación de discriminación que representa";
        Identity = "identity", "Cuestionario de identidad";
        Consents = "consents", "Consentimientos";
    }
}

impl Section {
    /// The sections that can be reviewed: all but the consents, which are a ledger.
    pub const REVIEWABLE: &'static [Self] = &[
        Self::Photo,
        Self::Contact,
        Self::Education,
        Self::ProfessionalHistory,
        Self::PoliticalCareer,
        Self::Motivation,
        Self::Proposal1,
        Self::Proposal2,
        Self::GenderProposal,
        Self::Identity,
    ];

    /// The nine sections of the curricular questionnaire.
    pub const CURRICULAR: &'static [Self] = &[
        Self::Photo,
        Self::Contact,
        Self::Education,
        Self::ProfessionalHistory,
        Self::PoliticalCareer,
        Self::Motivation,
        Self::Proposal1,
        Self::Proposal2,
        Self::GenderProposal,
    ];

    /// A short Spanish name for menus and table headings; [`Self::label`] is the official one.
    #[must_use]
    pub const fn short_label(self) -> &'static str {
        match self {
            Self::Photo => "Fotografía",
            Self::Contact => "Contacto",
            Self::Education => "Formación",
            Self::ProfessionalHistory => "Historia profesional",
            Self::PoliticalCareer => "Trayectoria política",
            Self::Motivation => "Motivo",
            Self::Proposal1 => "Propuesta 1",
            Self::Proposal2 => "Propuesta 2",
            Self::GenderProposal => "Propuesta de género",
            Self::Identity => "Identidad",
            Self::Consents => "Consentimientos",
        }
    }

    /// Whether the section is one text: history, career, motivation and the three proposals.
    #[must_use]
    pub const fn is_text(self) -> bool {
        matches!(
            self,
            Self::ProfessionalHistory
                | Self::PoliticalCareer
                | Self::Motivation
                | Self::Proposal1
                | Self::Proposal2
                | Self::GenderProposal
        )
    }

    /// Whether the section is one of the three proposals, whose limits differ.
    #[must_use]
    pub const fn is_proposal(self) -> bool {
        matches!(
            self,
            Self::Proposal1 | Self::Proposal2 | Self::GenderProposal
        )
    }
}
