//! By what the questions and their options are stored: the nineteen by name, and the codes of those
//! options that the rules speak of.

use crate::catalogues::code_enum;

code_enum! {
    /// **Pregunta.** A question of the identity questionnaire
    /// (`docs/domain/identity.md#questions`).
    QuestionId {
        Indigenous = "indigenous", "¿Se identifica como una persona indígena o como parte de algún pueblo o comunidad indígena?";
        IndigenousLanguage = "indigenous_language", "¿Habla y/o entiende alguna lengua indígena nacional?";
        IndigenousPeople = "indigenous_people", "¿A qué pueblo y/o comunidad indígena pertenece?";
        Disability = "disability", "¿Tiene alguna discapacidad?";
        DisabilityDuration = "disability_duration", "…el tipo de discapacidad con el que vive es:";
        DisabilityType = "disability_type", "En caso afirmativo, ¿de qué tipo?";
        DisabilityDifficulty = "disability_difficulty", "Su discapacidad le dificulta o impide:";
        Afromexican = "afromexican", "¿Se considera una persona afromexicana o que forma parte de alguna comunidad afrodescendiente?";
        Lgbtttiq = "lgbtttiq", "¿Es usted una persona de la población LGBTTTIQ+ (Lesbiana, Gay, Bisexual, Transgénero, Travesti, Transexual, Intersexual, Queer, No Binaria u otra)?";
        LgbtttiqIdentity = "lgbtttiq_identity", "…usted se identifica como:";
        Migrant = "migrant", "¿Es usted migrante?";
        MigrantCountry = "migrant_country", "¿En qué país reside?";
        MigrantTimeAbroad = "migrant_time_abroad", "¿Cuánto tiempo ha vivido en el extranjero?";
        MigrantReason = "migrant_reason", "¿Cuál fue el motivo de la residencia en el extranjero?";
        MigrantRegularStatus = "migrant_regular_status", "Cuando emigró, ¿se encontraba con una situación regular de trabajo o con un lugar asegurado en alguna institución educativa del país extranjero?";
        Young = "young", "¿Es parte de la población joven? (21 a 29 años)";
        Older = "older", "¿Es parte de la población de personas mayores? (60 años o más)";
        MonthlyIncome = "monthly_income", "Pensando en todo lo que ganó usted el mes pasado, ¿en cuál de los siguientes grupos de ingresos se encuentra? (incluya salario u otra ganancia que generalmente recibe cada mes)";
        IncomeSource = "income_source", "Su fuente principal de ingresos es:";
    }
}

impl QuestionId {
    /// Where the code or codes of its reply stand in the section's content: a JSON pointer.
    #[must_use]
    pub fn pointer(self) -> String {
        format!("/{self}/value")
    }

    /// Where what an option asks further stands.
    #[must_use]
    pub fn detail_pointer(self) -> String {
        format!("/{self}/detail")
    }

    /// Where the text of an option that asks for one stands.
    #[must_use]
    pub fn other_pointer(self) -> String {
        format!("/{self}/other")
    }
}

/// **Sí.**
pub const YES: &str = "yes";
/// **No.**
pub const NO: &str = "no";
/// **Prefiero no contestar.** A deliberate answer, and complete.
pub const PREFER_NOT_TO_SAY: &str = "prefer_not_to_say";
/// **No aplica.** Set by the questionnaire itself where a question is closed.
pub const NOT_APPLICABLE: &str = "not_applicable";
/// **Otra / Otro.** Asks for a text, except of the duration of a disability.
pub const OTHER: &str = "other";
/// **No recibe ingresos.**
pub(super) const NO_INCOME: &str = "none";
/// **No ha laborado en los 3 meses anteriores.**
pub(super) const NO_WORK: &str = "no_work";
