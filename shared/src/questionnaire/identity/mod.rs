//! Cuestionario de identidad (`docs/domain/identity.md`): nineteen questions, all sensitive.
//!
//! The table of questions drives reading, completeness and the form; the answers are codes of that
//! table. `Debug` never shows an answer, so that none reaches a log.

mod codes;
mod questions;
mod reading;
mod reply;

use std::fmt;

use serde::Serialize;

pub use codes::{NO, NOT_APPLICABLE, OTHER, PREFER_NOT_TO_SAY, QuestionId, YES};
pub use questions::{IdentityQuestion, OptionSpec, QUESTIONS, question};
pub use reply::{Chosen, Reply};

pub(super) use reading::{missing_in_identity, read_identity, warnings_of_identity};

use super::Badge;

macro_rules! identity {
    ($($(#[$doc:meta])* $field:ident: $question:ident;)+) => {
        /// **Cuestionario de identidad.** One reply to each question; an absent one is unanswered.
        #[derive(Clone, Default, PartialEq, Eq, Serialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub struct Identity {
            $(
                $(#[$doc])*
                #[serde(skip_serializing_if = "Option::is_none")]
                pub $field: Option<Reply>,
            )+
            /// **Distintivos que no se publican.** Of those that consent 2 would publish, the ones that
            /// the person keeps to themselves; only such as are answered «Sí».
            #[serde(skip_serializing_if = "Vec::is_empty")]
            pub unpublished: Vec<Badge>,
        }

        impl Identity {
            /// The reply to a question.
            #[must_use]
            pub const fn reply(&self, question: QuestionId) -> Option<&Reply> {
                match question { $(QuestionId::$question => self.$field.as_ref(),)+ }
            }

            /// Sets or clears the reply to a question; call [`Self::normalised`] afterwards.
            pub fn set(&mut self, question: QuestionId, reply: Option<Reply>) {
                match question { $(QuestionId::$question => self.$field = reply,)+ }
            }
        }
    };
}

identity! {
    /// **1. ¿Se identifica como una persona indígena o como parte de algún pueblo o comunidad indígena?**
    indigenous: Indigenous;
    /// **2. ¿Habla y/o entiende alguna lengua indígena nacional?**
    indigenous_language: IndigenousLanguage;
    /// **3. ¿A qué pueblo y/o comunidad indígena pertenece?** Opened by 1.
    indigenous_people: IndigenousPeople;
    /// **4. ¿Tiene alguna discapacidad?**
    disability: Disability;
    /// **5. …el tipo de discapacidad con el que vive es:** Opened by 4.
    disability_duration: DisabilityDuration;
    /// **6. En caso afirmativo, ¿de qué tipo?** Multiple; opened by 4.
    disability_type: DisabilityType;
    /// **7. Su discapacidad le dificulta o impide:** Multiple; opened by 4.
    disability_difficulty: DisabilityDifficulty;
    /// **8. ¿Se considera una persona afromexicana o que forma parte de alguna comunidad afrodescendiente?**
    afromexican: Afromexican;
    /// **9. ¿Es usted una persona de la población LGBTTTIQ+?**
    lgbtttiq: Lgbtttiq;
    /// **10. …usted se identifica como:** Opened by 9.
    lgbtttiq_identity: LgbtttiqIdentity;
    /// **11. ¿Es usted migrante?**
    migrant: Migrant;
    /// **12. ¿En qué país reside?** Opened by 11.
    migrant_country: MigrantCountry;
    /// **13. ¿Cuánto tiempo ha vivido en el extranjero?** Opened by 11.
    migrant_time_abroad: MigrantTimeAbroad;
    /// **14. ¿Cuál fue el motivo de la residencia en el extranjero?** Opened by 11.
    migrant_reason: MigrantReason;
    /// **15. Cuando emigró, ¿se encontraba con una situación regular?** Opened by 11.
    migrant_regular_status: MigrantRegularStatus;
    /// **16. ¿Es parte de la población joven? (21 a 29 años)**
    young: Young;
    /// **17. ¿Es parte de la población de personas mayores? (60 años o más)**
    older: Older;
    /// **18. ¿En cuál de los siguientes grupos de ingresos se encuentra?** Statistics only.
    monthly_income: MonthlyIncome;
    /// **19. Su fuente principal de ingresos es:** Statistics only.
    income_source: IncomeSource;
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Identity { … }")
    }
}

impl Identity {
    /// The key of the badges that are kept back.
    pub const UNPUBLISHED: &'static str = "unpublished";

    /// Whether the reply to a question includes this code.
    #[must_use]
    pub fn says(&self, question: QuestionId, code: &str) -> bool {
        self.reply(question)
            .is_some_and(|reply| reply.value.has(code))
    }

    /// Closed questions as "No aplica"; open ones that still say so as unanswered; no badge kept back
    /// that nobody has.
    #[must_use]
    pub fn normalised(mut self) -> Self {
        for question in QUESTIONS
            .iter()
            .filter(|question| question.opened_by.is_some())
        {
            if !is_open(question.id, &self) {
                self.set(question.id, Some(question.reply(NOT_APPLICABLE)));
            } else if self.says(question.id, NOT_APPLICABLE) {
                self.set(question.id, None);
            }
        }
        let kept = Badge::ALL.iter().copied();
        self.unpublished = kept
            .filter(|it| self.unpublished.contains(it) && self.says(it.question(), YES))
            .collect();
        self
    }

    /// "Prefiero no contestar" to everything: the shortcut of the form.
    #[must_use]
    pub fn all_declined() -> Self {
        let mut identity = Self::default();
        for question in QUESTIONS
            .iter()
            .filter(|question| question.opened_by.is_none())
        {
            identity.set(question.id, Some(question.reply(PREFER_NOT_TO_SAY)));
        }
        identity.normalised()
    }

    /// The badges the public may see, and only with consent 2, which the caller checks: questions
    /// 1, 4, 8, 9, 11, 16 and 17 answered "Sí", but for those that the person keeps back. Absence
    /// never means "No".
    #[must_use]
    pub fn public_badges(&self) -> Vec<Badge> {
        let badges = Badge::ALL.iter().copied();
        badges.filter(|it| self.publishes(*it)).collect()
    }

    fn publishes(&self, badge: Badge) -> bool {
        self.says(badge.question(), YES) && !self.unpublished.contains(&badge)
    }

    /// Whether a reviewer reads the reply to a question: only what publication would show, the «Sí»
    /// of the seven. Every other is withheld, answered or not, so that absence tells nothing.
    #[must_use]
    pub fn is_read_in_review(&self, id: QuestionId) -> bool {
        question(id).badge.is_some_and(|it| self.publishes(it))
    }

    /// What a reviewer reads (`docs/domain/process.md#roles`).
    #[must_use]
    pub fn for_review(&self) -> Self {
        let mut shown = Self::default();
        for id in QuestionId::ALL {
            if self.is_read_in_review(*id) {
                shown.set(*id, self.reply(*id).cloned());
            }
        }
        shown
    }

    /// Whether nothing has been answered; what the questionnaire set itself does not count.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        QuestionId::ALL.iter().all(|id| {
            self.reply(*id)
                .is_none_or(|reply| reply.value.has(NOT_APPLICABLE))
        })
    }
}

/// Whether a question is asked, given the answers so far: 1 = Sí opens 3; 4 opens 5–7; 9 opens 10;
/// 11 opens 12–15; the others always are.
#[must_use]
pub fn is_open(id: QuestionId, identity: &Identity) -> bool {
    question(id)
        .opened_by
        .is_none_or(|(opener, code)| identity.says(opener, code))
}

#[cfg(test)]
pub(super) mod arbitrary_tests;
#[cfg(test)]
mod identity_tests;
