//! The nineteen questions with their options, in the official wording
//! (`docs/domain/identity.md#questions`).

use super::codes::{
    NO, NO_INCOME, NO_WORK, NOT_APPLICABLE, OTHER, PREFER_NOT_TO_SAY, QuestionId, YES,
};
use super::reply::{Chosen, Reply};
use crate::catalogues::{COUNTRIES, CatalogueRow, PEOPLES, row_with_code};
use crate::questionnaire::Badge;

/// One option of a question, as it is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OptionSpec {
    /// What is stored and sent; unique within its question.
    pub code: &'static str,
    /// The official wording.
    pub label: &'static str,
    /// Sub-options, of which at least one is asked for; empty for most.
    pub details: &'static [CatalogueRow],
    /// Whether the option asks for a free text.
    pub text: bool,
}

/// A question as the form draws it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdentityQuestion {
    /// Its official number, 1 to 19.
    pub number: u8,
    /// Its name in code, JSON and CSV.
    pub id: QuestionId,
    /// The official wording.
    pub text: &'static str,
    /// The help shown with it; may be empty.
    pub help: &'static str,
    /// Its options; those of question 12 follow the countries of [`Self::catalogue`].
    pub options: &'static [OptionSpec],
    /// Further options, where they are a catalogue: the countries of question 12.
    pub catalogue: &'static [CatalogueRow],
    /// Whether several options may be chosen; "Prefiero no contestar" always stands alone.
    pub multiple: bool,
    /// The question and the answer that open it; none when it is always asked.
    pub opened_by: Option<(QuestionId, &'static str)>,
    /// The public badge that "Sí" grants with consent 2.
    pub badge: Option<Badge>,
}

impl IdentityQuestion {
    /// The option with this code; the countries of question 12 are not options of their own.
    #[must_use]
    pub fn option(&self, code: &str) -> Option<&'static OptionSpec> {
        self.options.iter().find(|option| option.code == code)
    }

    /// The table's own copy of a code that may be chosen here.
    #[must_use]
    pub fn code(&self, code: &str) -> Option<&'static str> {
        let option = self.option(code).map(|option| option.code);
        option.or_else(|| row_with_code(self.catalogue, code).map(|row| row.code))
    }

    /// The label of a code that may be chosen here, "No aplica" included.
    #[must_use]
    pub fn label(&self, code: &str) -> Option<&'static str> {
        if code == NOT_APPLICABLE {
            return Some("No aplica");
        }
        let option = self.option(code).map(|option| option.label);
        option.or_else(|| row_with_code(self.catalogue, code).map(|row| row.label))
    }

    /// A reply with one code, in the shape of this question.
    #[must_use]
    pub fn reply(&self, code: &'static str) -> Reply {
        let value = if self.multiple {
            Chosen::Many(vec![code])
        } else {
            Chosen::One(code)
        };
        Reply {
            value,
            detail: None,
            other: None,
        }
    }
}

/// The description of a question.
#[must_use]
pub const fn question(id: QuestionId) -> &'static IdentityQuestion {
    &QUESTIONS[id as usize]
}

const fn option(code: &'static str, label: &'static str) -> OptionSpec {
    OptionSpec {
        code,
        label,
        details: &[],
        text: false,
    }
}

const fn with_text(label: &'static str) -> OptionSpec {
    OptionSpec {
        code: OTHER,
        label,
        details: &[],
        text: true,
    }
}

const fn with_details(
    code: &'static str,
    label: &'static str,
    details: &'static [CatalogueRow],
) -> OptionSpec {
    OptionSpec {
        code,
        label,
        details,
        text: false,
    }
}

const fn detail(code: &'static str, label: &'static str) -> CatalogueRow {
    CatalogueRow { code, label }
}

const PNC: OptionSpec = option(PREFER_NOT_TO_SAY, "Prefiero no contestar");
const YES_NO: &[OptionSpec] = &[option(YES, "Sí"), option(NO, "No"), PNC];

/// A question that is always asked; the constructors below change one thing each.
const fn ask(number: u8, id: QuestionId, options: &'static [OptionSpec]) -> IdentityQuestion {
    IdentityQuestion {
        number,
        id,
        text: id.label(),
        help: "",
        options,
        catalogue: &[],
        multiple: false,
        opened_by: None,
        badge: None,
    }
}

impl IdentityQuestion {
    const fn help(self, help: &'static str) -> Self {
        Self { help, ..self }
    }

    const fn opened_by(self, opener: QuestionId) -> Self {
        Self {
            opened_by: Some((opener, YES)),
            ..self
        }
    }

    const fn multiple(self) -> Self {
        Self {
            multiple: true,
            ..self
        }
    }

    const fn badge(self, badge: Badge) -> Self {
        Self {
            badge: Some(badge),
            ..self
        }
    }

    const fn catalogue(self, catalogue: &'static [CatalogueRow]) -> Self {
        Self { catalogue, ..self }
    }
}

/// All nineteen, in the official order; the order of [`QuestionId`] is the same.
pub const QUESTIONS: &[IdentityQuestion; 19] = &[
    ask(1, QuestionId::Indigenous, YES_NO)
        .help(
            "Basta la autoadscripción (Jurisprudencia 12/2013 del TEPJF; artículos 2 de la \
             Constitución y 1.2 del Convenio 169 de la OIT).",
        )
        .badge(Badge::Indigenous),
    ask(2, QuestionId::IndigenousLanguage, YES_NO),
    ask(3, QuestionId::IndigenousPeople, INDIGENOUS_PEOPLE).opened_by(QuestionId::Indigenous),
    ask(4, QuestionId::Disability, YES_NO)
        .help(
            "Las definiciones de discapacidad física, sensorial, intelectual y mental son las de \
             la Ley General para la Inclusión de las Personas con Discapacidad.",
        )
        .badge(Badge::Disability),
    ask(5, QuestionId::DisabilityDuration, DISABILITY_DURATION).opened_by(QuestionId::Disability),
    ask(6, QuestionId::DisabilityType, DISABILITY_TYPE)
        .help("Puede elegir más de una opción.")
        .opened_by(QuestionId::Disability)
        .multiple(),
    ask(7, QuestionId::DisabilityDifficulty, DISABILITY_DIFFICULTY)
        .help("Puede elegir más de una opción.")
        .opened_by(QuestionId::Disability)
        .multiple(),
    ask(8, QuestionId::Afromexican, YES_NO)
        .help("Artículo 2, apartado C, de la Constitución; criterios del INEGI.")
        .badge(Badge::Afromexican),
    ask(9, QuestionId::Lgbtttiq, YES_NO)
        .help("Los términos son los del glosario del CONAPRED.")
        .badge(Badge::Lgbtttiq),
    ask(10, QuestionId::LgbtttiqIdentity, LGBTTTIQ_IDENTITY).opened_by(QuestionId::Lgbtttiq),
    ask(11, QuestionId::Migrant, YES_NO).badge(Badge::Migrant),
    ask(12, QuestionId::MigrantCountry, &[PNC])
        .opened_by(QuestionId::Migrant)
        .catalogue(COUNTRIES),
    ask(13, QuestionId::MigrantTimeAbroad, MIGRANT_TIME_ABROAD).opened_by(QuestionId::Migrant),
    ask(14, QuestionId::MigrantReason, MIGRANT_REASON).opened_by(QuestionId::Migrant),
    ask(15, QuestionId::MigrantRegularStatus, YES_NO).opened_by(QuestionId::Migrant),
    ask(16, QuestionId::Young, YES_NO).badge(Badge::Young),
    ask(17, QuestionId::Older, YES_NO).badge(Badge::Older),
    ask(18, QuestionId::MonthlyIncome, MONTHLY_INCOME),
    ask(19, QuestionId::IncomeSource, INCOME_SOURCE),
];

/// The catalogue of peoples, whose last one asks for a text, and "Prefiero no contestar".
const INDIGENOUS_PEOPLE: &[OptionSpec] = &{
    let mut options = [PNC; PEOPLES.len() + 1];
    let mut at = 0;
    while at < PEOPLES.len() {
        options[at] = OptionSpec {
            text: at + 1 == PEOPLES.len(),
            ..option(PEOPLES[at].code, PEOPLES[at].label)
        };
        at += 1;
    }
    options
};

const DISABILITY_DURATION: &[OptionSpec] = &[
    option("permanent", "Permanente"),
    option("temporary", "Temporal"),
    // In brackets in the official wording, and without a text.
    option(OTHER, "(Otra)"),
    PNC,
];

const SENSES: &[CatalogueRow] = &[
    detail("hearing", "Audición"),
    detail("sight", "Visión"),
    detail("smell", "Olfato"),
    detail("touch", "Tacto"),
    detail("taste", "Gusto"),
];

const DISABILITY_TYPE: &[OptionSpec] = &[
    option("physical", "Física"),
    with_details("sensory", "Sensorial", SENSES),
    option("mental", "Mental"),
    option("intellectual", "Intelectual"),
    with_text("Otra"),
    PNC,
];

const DISABILITY_DIFFICULTY: &[OptionSpec] = &[
    option(
        "walking",
        "Caminar, subir o bajar escaleras con sus piernas",
    ),
    option("arms_and_hands", "Mover o usar brazos y/o manos"),
    option("seeing", "Ver (aunque use lentes)"),
    option("hearing", "Escuchar (aunque use aparato auditivo)"),
    option("speaking", "Hablar o comunicarse"),
    option("learning", "Aprender, recordar y/o concentrarse"),
    option(
        "interacting",
        "Interactuar emocional y/o intelectualmente en un entorno social",
    ),
    with_text("Otra"),
    PNC,
];

const LGBTTTIQ_IDENTITY: &[OptionSpec] = &[
    option("gay_man", "Hombre gay"),
    option("lesbian_woman", "Mujer lesbiana"),
    option("bisexual", "Persona bisexual"),
    option("trans_woman", "Mujer trans"),
    option("trans_man", "Hombre trans"),
    option("intersex", "Persona intersexual"),
    option("non_binary", "Persona no binaria"),
    option("queer", "Persona queer"),
    with_text("Otra"),
    PNC,
];

const MIGRANT_TIME_ABROAD: &[OptionSpec] = &[
    option("0_5", "De 0 a 5 años"),
    option("6_15", "De 6 a 15 años"),
    option("over_15", "Más de 15 años"),
    PNC,
];

const MIGRANT_REASON: &[OptionSpec] = &[
    option("family", "Familia"),
    option("study", "Estudio"),
    option("work", "Trabajo"),
    with_text("Otro"),
    PNC,
];

/// Exactly $11,000 is in no bracket of the official wording: it counts as the first
/// (`docs/domain/identity.md#question-18`).
const MONTHLY_INCOME: &[OptionSpec] = &[
    option("up_to_11000", "Menos de $11,000"),
    option("11001_25000", "De $11,001 a $25,000"),
    option("25001_50000", "De $25,001 a $50,000"),
    option("50001_75000", "De $50,001 a $75,000"),
    option("75001_112000", "De $75,001 a $112,000"),
    option("over_112000", "Más de $112,000"),
    option(NO_INCOME, "No recibe ingresos"),
    PNC,
];

const BUSINESS: &[CatalogueRow] = &[
    detail("run_with_family", "Atendido con familiares"),
    detail("under_5_employees", "Con menos de 5 empleados"),
];

const INCOME_SOURCE: &[OptionSpec] = &[
    option("salary", "Salario"),
    with_details("own_business", "Negocio propio", BUSINESS),
    option(
        "registered_company",
        "Compañía o empresa registrada, con 5 empleados o más",
    ),
    option(NO_WORK, "No ha laborado en los 3 meses anteriores"),
    PNC,
];
