//! Why a validator observes a section (`docs/domain/curricular.md#prohibitions`).

use crate::catalogues::code_enum;

code_enum! {
    /// **Supuesto.** The seven prohibitions, and an answer that does not answer.
    Ground {
        CopiedProposals = "copied_proposals", "Copia íntegra de las propuestas de otras candidaturas";
        OffensiveContent = "offensive_content", "Contenidos ofensivos o discriminatorios respecto de otros partidos o candidaturas";
        SexistLanguage = "sexist_language", "Lenguaje sexista, ofensivo o discriminatorio";
        OtherCandidacy = "other_candidacy", "Información o imágenes relacionadas con otra candidatura";
        MentionsOtherActor = "mentions_other_actor", "Alusiones o menciones a otro partido político o candidatura";
        RestrictedByLaw = "restricted_by_law", "Contenidos restringidos por la legislación electoral federal y local";
        CampaignSlogans = "campaign_slogans", "Lemas o imágenes de campaña";
        DoesNotAnswer = "does_not_answer", "No responde a la pregunta";
    }
}

impl Ground {
    /// The number of the prohibition in the official list; none for "No responde a la pregunta".
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
            Self::DoesNotAnswer => None,
        }
    }
}
