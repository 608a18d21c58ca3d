//! The eleven sections: the unit of capture, observation, correction and publication; and why a
//! validator observes one (`docs/domain/curricular.md#prohibitions`).

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

code_enum! {
    /// **Supuesto.** The seven prohibitions, an answer that does not answer, and what only a photo can
    /// lack.
    Ground {
        CopiedProposals = "copied_proposals", "Copia íntegra de las propuestas de otras candidaturas";
        OffensiveContent = "offensive_content", "Contenidos ofensivos o discriminatorios respecto de otros partidos o candidaturas";
        SexistLanguage = "sexist_language", "Lenguaje sexista, ofensivo o discriminatorio";
        OtherCandidacy = "other_candidacy", "Información o imágenes relacionadas con otra candidatura";
        MentionsOtherActor = "mentions_other_actor", "Alusiones o menciones a otro partido político o candidatura";
        RestrictedByLaw = "restricted_by_law", "Contenidos restringidos por la legislación electoral federal y local";
        CampaignSlogans = "campaign_slogans", "Lemas o imágenes de campaña";
        DoesNotAnswer = "does_not_answer", "No responde a la pregunta";
        PhotoDate = "photo_date", "Fotografía con más de tres meses de antigüedad";
        PhotoQuality = "photo_quality", "Fotografía que por su calidad o encuadre no permite identificar a la persona";
        PhotoSymbols = "photo_symbols", "Logotipos de partidos políticos, coaliciones o candidatura común en la fotografía";
        PhotoDocuments = "photo_documents", "Imágenes de documentos oficiales y/o académicos en la fotografía";
        PhotoReligious = "photo_religious", "Imágenes religiosas en la fotografía";
    }
}

impl Ground {
    /// The number of the prohibition in the official list; none of what stands outside it.
    #[must_use]
    pub const fn number(self) -> Option<u8> {
        match self {
            Self::CopiedProposals => Some(1),
            Self::OffensiveContent => Some(2),
            Self::SexistLanguage => Some(3),
            Self::OtherCandidacy => Some(4),
            Self::MentionsOtherActor => Some(5),
            Self::RestrictedByLaw => Some(6),
            Self::CampaignSlogans => Some(7),
            Self::DoesNotAnswer
            | Self::PhotoDate
            | Self::PhotoQuality
            | Self::PhotoSymbols
            | Self::PhotoDocuments
            | Self::PhotoReligious => None,
        }
    }

    /// Whether a section may be observed on this ground: those of the photo are for no text.
    #[must_use]
    pub const fn applies_to(self, section: Section) -> bool {
        match self {
            Self::PhotoDate
            | Self::PhotoQuality
            | Self::PhotoSymbols
            | Self::PhotoDocuments
            | Self::PhotoReligious => matches!(section, Section::Photo),
            Self::CopiedProposals
            | Self::OffensiveContent
            | Self::SexistLanguage
            | Self::OtherCandidacy
            | Self::MentionsOtherActor
            | Self::RestrictedByLaw
            | Self::CampaignSlogans
            | Self::DoesNotAnswer => true,
        }
    }
}
