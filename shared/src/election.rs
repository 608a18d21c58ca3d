//! An election: dates, phases, territories, offices and the settings that every rule reads.
//!
//! What no public source states is a setting here with a default, never a constant elsewhere
//! (`docs/domain/settings.md`).

use chrono::{DateTime, Duration, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use validator::Validate;

pub use crate::catalogues::TerritoryKind;

use crate::api::fields::pointers;
use crate::catalogues::{Office, code_enum};
use crate::questionnaire::Limits;
use crate::term::{Term, term_in_range};
use crate::time::{Instant, Period, end_of_day};

/// What an election is set up with; the administrator edits all of it, each change audited.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ElectionSetup {
    /// **Nombre.** For example «Gubernatura 2029».
    #[validate(length(min = 3, max = 120))]
    pub name: String,
    /// **Entidad.**
    #[validate(length(min = 3, max = 60))]
    pub entity: String,
    /// **Jornada electoral.** Ages are reckoned on this day; publication ends with it.
    pub date: NaiveDate,
    /// Whether its persons and parties are invented: every page then says «Simulacro». Chosen when it is
    /// made; it never changes.
    #[serde(default)]
    pub drill: bool,
    /// Whether it was imported as a closed archive: nothing can be captured.
    #[serde(default)]
    pub archived: bool,
    /// **Cargos en juego.**
    #[serde(default)]
    pub offices: Vec<Office>,
    /// Its own territories.
    #[serde(default)]
    pub territories: Vec<Territory>,
    /// **Fases** with their dates.
    #[serde(default)]
    pub phases: Vec<Phase>,
    /// **Publicación por cargo**: until when what is approved waits, where the office has a date of
    /// its own.
    #[serde(default)]
    pub embargoes: Vec<Embargo>,
    /// **Ajustes.**
    #[serde(default)]
    #[validate(nested)]
    pub settings: Settings,
}

pointers! {
    ElectionSetup {
        NAME = "/name",
        ENTITY = "/entity",
        DATE = "/date",
        DRILL = "/drill",
        OFFICES = "/offices",
        TERRITORIES = "/territories",
        PHASES = "/phases",
        EMBARGOES = "/embargoes",
        SETTINGS = "/settings",
        FOUR_EYES = "/settings/four_eyes",
        SIGNED_CONSENT = "/settings/signed_consent_required",
        COUNTING = "/settings/limits/counting",
    }
}

impl ElectionSetup {
    /// The last second in which it is published: the end of its publication phase, else of
    /// election day (`docs/domain/settings.md#phases-and-dates-of-offices`).
    #[must_use]
    pub fn publication_ends(&self) -> Instant {
        self.window(PhaseKind::Publication)
            .ends
            .unwrap_or_else(|| end_of_day(self.date))
    }

    /// From when on what is approved for this office is public: its own date, else the start of the
    /// publication phase. `None`: at once.
    #[must_use]
    pub fn publication_starts(&self, office: Office) -> Option<Instant> {
        let own = self.embargoes.iter().find(|it| it.office == office);
        own.map(|it| it.from)
            .or_else(|| self.window(PhaseKind::Publication).starts)
    }

    /// When a phase is open.
    #[must_use]
    pub fn window(&self, kind: PhaseKind) -> Window {
        let phase = self.phases.iter().find(|phase| phase.kind == kind);
        phase.map_or_else(Window::default, |it| Window {
            starts: it.starts,
            ends: it.ends,
        })
    }

    /// The capture period of a substitute to whom no other is given: from the day of the acuerdo,
    /// where it is known, else from its registration; never from before the capture phase.
    #[must_use]
    pub fn substitute_period(&self, acuerdo_on: Option<NaiveDate>, registered: Instant) -> Period {
        let term = self.settings.substitution_days;
        match (
            self.window(PhaseKind::Capture).opens_later(registered),
            acuerdo_on,
        ) {
            (Some(starts), _) => term.period_from(starts),
            (None, Some(day)) => Period {
                starts: registered,
                ends: term.ends_after_day(day),
            },
            (None, None) => term.period_after(registered),
        }
    }

    /// The name of a territory.
    #[must_use]
    pub fn territory(&self, kind: TerritoryKind, code: &str) -> Option<&Territory> {
        self.territories
            .iter()
            .find(|it| it.kind == kind && it.code == code)
    }
}

/// A territory of an election.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Territory {
    /// What it is; codes are unique within a kind.
    pub kind: TerritoryKind,
    /// Municipalities: INEGI's five digits. Districts: their number. The state: INEGI's two digits.
    pub code: String,
    /// The name on screen, e.g. «Distrito 33, Tecámac».
    pub name: String,
}

code_enum! {
    /// A phase of the process.
    PhaseKind {
        Preparation = "preparation", "Preparación";
        AccountDelivery = "account_delivery", "Entrega de cuentas";
        Capture = "capture", "Captura";
        Review = "review", "Revisión";
        Publication = "publication", "Publicación";
        Closing = "closing", "Cierre";
    }
}

/// A phase with its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// One of the six, from preparation to closing.
    pub kind: PhaseKind,
    /// When it starts.
    pub starts: Option<DateTime<Utc>>,
    /// Its last second.
    pub ends: Option<DateTime<Utc>>,
}

/// An office whose publication begins at a date of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Embargo {
    /// One of those in play, once.
    pub office: Office,
    /// What is approved before waits until then.
    pub from: DateTime<Utc>,
}

/// When something is open; an end that is not set does not bind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Window {
    /// Its first instant.
    pub starts: Option<Instant>,
    /// Its last second.
    pub ends: Option<Instant>,
}

impl Window {
    /// When it opens, where that is still to come.
    #[must_use]
    pub fn opens_later(&self, now: Instant) -> Option<Instant> {
        self.starts.filter(|it| now < *it)
    }

    /// Its last second, where it has passed.
    #[must_use]
    pub fn closed_at(&self, now: Instant) -> Option<Instant> {
        self.ends.filter(|it| now >= *it + Duration::seconds(1))
    }
}

/// Everything about the process that an authority may set (`docs/domain/settings.md`). The names of
/// terms say days, as clients and stored setups know them; each may be hours.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// **Plazo de captura**, from the receipt.
    #[validate(custom(function = "term_in_range"))]
    pub capture_days: Term,
    /// **Plazo de revisión.**
    #[validate(custom(function = "term_in_range"))]
    pub review_days: Term,
    /// **Plazo para atender observaciones.**
    #[validate(custom(function = "term_in_range"))]
    pub observation_days: Term,
    /// **Plazo de corrección ya publicada.**
    #[validate(custom(function = "term_in_range"))]
    pub correction_days: Term,
    /// **Número de correcciones** after publication.
    #[validate(range(max = 20))]
    pub corrections_max: u8,
    /// **Plazo de captura de una sustitución**, from the acuerdo, where no other period is typed in.
    #[validate(custom(function = "term_in_range"))]
    pub substitution_days: Term,
    /// **Dos personas**: approval needs a second person.
    pub four_eyes: bool,
    /// **Consentimiento firmado**: nothing is published without a signed copy of the form.
    pub signed_consent_required: bool,
    /// Minutes after which a reviewer's claim expires.
    #[validate(range(min = 5, max = 1440))]
    pub claim_minutes: u16,
    /// Cells below this number are suppressed in identity statistics; never fewer than five
    /// ([`crate::reports::MIN_THRESHOLD`]), whatever was stored before.
    #[validate(range(min = 5, max = 50))]
    pub suppression_below: u8,
    /// Days between two progress reports; 0: none but the final one.
    #[validate(range(max = 90))]
    pub report_days: u16,
    /// Largest photo accepted, in megabytes.
    #[validate(range(min = 1, max = 20))]
    pub photo_max_megabytes: u8,
    /// Limits and counting mode of the questionnaires.
    pub limits: Limits,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            capture_days: Term::Days(15),
            review_days: Term::Days(5),
            observation_days: Term::Days(5),
            correction_days: Term::Days(3),
            corrections_max: 1,
            substitution_days: Term::Days(5),
            four_eyes: true,
            signed_consent_required: false,
            claim_minutes: 60,
            suppression_below: 5,
            report_days: 30,
            photo_max_megabytes: 10,
            limits: Limits::default(),
        }
    }
}

/// What fixes the capture period of one candidacy, from the most general to the most particular.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CaptureDates {
    /// When the actor's first account in the election accepted its receipt.
    pub received: Option<DateTime<Utc>>,
    /// The end that the administrator extended to, for the whole actor.
    pub actor_end: Option<DateTime<Utc>>,
    /// The candidacy's own period: late registration or substitution.
    pub own: Option<Period>,
    /// The end that the administrator extended to, for this candidacy.
    pub own_end: Option<DateTime<Utc>>,
}

impl CaptureDates {
    /// The capture period in force; `None` until the receipt is given. The capture phase delays what
    /// begins before it and ends what comes from a receipt; a period of its own and what was extended
    /// may go beyond.
    #[must_use]
    pub fn period(&self, setup: &ElectionSetup) -> Option<Period> {
        let phase = setup.window(PhaseKind::Capture);
        let base = match self.own {
            Some(own) => Period {
                starts: phase.starts.map_or(own.starts, |it| it.max(own.starts)),
                ..own
            },
            None => self.period_received_at(self.received?, setup),
        };
        Some(Period {
            ends: self.own_end.map_or(base.ends, |end| end.max(base.ends)),
            ..base
        })
    }

    /// The actor's period, where its receipt is given at `received`.
    #[must_use]
    pub fn period_received_at(&self, received: Instant, setup: &ElectionSetup) -> Period {
        let phase = setup.window(PhaseKind::Capture);
        let term = setup.settings.capture_days;
        let period = match phase.opens_later(received) {
            Some(starts) => term.period_from(starts),
            None => term.period_after(received),
        };
        let capped = phase.ends.map_or(period.ends, |end| end.min(period.ends));
        Period {
            ends: self.actor_end.map_or(capped, |end| end.max(capped)),
            ..period
        }
    }
}

#[cfg(test)]
#[path = "election_tests.rs"]
mod election_tests;
