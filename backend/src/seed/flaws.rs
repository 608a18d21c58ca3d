//! What a reviewer finds in some texts: the sentence that is wrong, and the reasoning about it.

use conoceles_shared::questionnaire::{Ground, Section, SectionContent, TextAnswer};

/// Something to observe in one section.
#[derive(Debug)]
pub struct Flaw {
    /// Where.
    pub section: Section,
    /// On which ground.
    pub ground: Ground,
    /// The sentence that is wrong.
    pub sentence: &'static str,
    /// What the reviewer writes.
    pub reason: &'static str,
    /// What the operator answers where the text stays as it is.
    pub answer: &'static str,
}

/// All of them; two that follow each other concern different sections.
pub const FLAWS: &[Flaw] = &[
    Flaw {
        section: Section::Proposal1,
        ground: Ground::CampaignSlogans,
        sentence: "¡Con tu voto, el cambio ya no se detiene!",
        reason: "La última frase es un lema de campaña y llama al voto. Elimínela; el resto de la \
                 propuesta responde a lo que se pregunta.",
        answer: "La frase describe el sentido de la propuesta y no forma parte de la campaña; \
                 solicitamos que se considere así.",
    },
    Flaw {
        section: Section::Motivation,
        ground: Ground::SexistLanguage,
        sentence: "Los ciudadanos y los vecinos saben que las señoritas de la oficina ayudan, pero \
                   los que deciden son los hombres con experiencia.",
        reason: "El último párrafo contiene lenguaje sexista y un estereotipo de género. Use \
                 términos incluyentes, por ejemplo «la ciudadanía» y «el personal».",
        answer: "Se reconoce la observación; la redacción se mantiene porque cita una expresión \
                 que se critica en el mismo texto.",
    },
    Flaw {
        section: Section::PoliticalCareer,
        ground: Ground::MentionsOtherActor,
        sentence: "A diferencia de lo que hizo el Partido Alameda, nosotros sí cumplimos.",
        reason: "El texto alude a otro partido político. Describa únicamente la trayectoria \
                 propia, sin comparaciones.",
        answer: "La mención se refiere a un hecho público y documentado; se pide que se valore de \
                 nuevo.",
    },
    Flaw {
        section: Section::GenderProposal,
        ground: Ground::DoesNotAnswer,
        sentence: "Además se pavimentarán las calles principales y se dará mantenimiento a los \
                   edificios del ayuntamiento.",
        reason: "La parte final no corresponde a una propuesta de género ni de un grupo en \
                 situación de discriminación. Ajústela o trasládela a otra sección.",
        answer: "El mantenimiento incluye rampas y sanitarios accesibles, por lo que sí beneficia \
                 a personas con discapacidad.",
    },
    Flaw {
        section: Section::ProfessionalHistory,
        ground: Ground::OffensiveContent,
        sentence: "Quienes estuvieron antes en el cargo son unos incapaces y todos lo saben.",
        reason: "Se incluye una expresión ofensiva hacia otras personas. Retírela y conserve solo \
                 la experiencia laboral.",
        answer: "La expresión fue una opinión personal; se mantiene y queda a su consideración.",
    },
    Flaw {
        section: Section::Proposal2,
        ground: Ground::DoesNotAnswer,
        sentence: "Los detalles se darán a conocer más adelante en mis redes.",
        reason: "Faltan la población objetivo o el plazo, y se remite a redes sociales. Describa \
                 la propuesta completa en este espacio.",
        answer: "La población y el plazo están en el primer párrafo; la última frase solo ofrece \
                 más información.",
    },
];

impl Flaw {
    /// The same text with the sentence that is wrong at its end.
    #[must_use]
    pub fn spoil(&self, text: &str) -> Option<SectionContent> {
        let spoilt = format!("{text} {}", self.sentence);
        SectionContent::from_text(self.section, TextAnswer::of(spoilt.trim()))
    }
}
