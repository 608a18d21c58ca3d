//! How long something may take: natural days, or hours (`docs/domain/process.md#deadlines`).

use chrono::{Duration, NaiveDate, SubsecRound};
use serde::{Deserialize, Serialize};
use validator::ValidationError;

use crate::time::{Instant, Period, end_of_day, local_date, start_of_day};

/// How long something may take: a plain number is natural days, `{"hours": 72}` is hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    untagged,
    deny_unknown_fields,
    expecting = "a number of natural days, or an object with a number of hours"
)]
pub enum Term {
    /// Natural days, until 23:59:59 of the last one.
    Days(u16),
    /// Hours, to the second.
    Hours {
        /// How many.
        hours: u16,
    },
}

/// What a term counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Natural days.
    Days,
    /// Hours.
    Hours,
}

impl Unit {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Days, Self::Hours];

    /// By which forms name it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Hours => "hours",
        }
    }

    /// «días naturales» or «horas».
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Days => "días naturales",
            Self::Hours => "horas",
        }
    }

    /// The most that a term may have of it.
    #[must_use]
    pub const fn most(self) -> u16 {
        match self {
            Self::Days => 90,
            Self::Hours => 90 * 24,
        }
    }

    /// A term of so many.
    #[must_use]
    pub const fn term(self, length: u16) -> Term {
        match self {
            Self::Days => Term::Days(length),
            Self::Hours => Term::Hours { hours: length },
        }
    }
}

impl Term {
    /// What it counts.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::Days(_) => Unit::Days,
            Self::Hours { .. } => Unit::Hours,
        }
    }

    /// How many of its unit.
    #[must_use]
    pub const fn length(self) -> u16 {
        match self {
            Self::Days(length) | Self::Hours { hours: length } => length,
        }
    }

    /// «15 días naturales», «1 hora».
    #[must_use]
    pub fn label(self) -> String {
        match (self.unit(), self.length()) {
            (Unit::Days, 1) => "1 día natural".to_owned(),
            (Unit::Hours, 1) => "1 hora".to_owned(),
            (unit, length) => format!("{length} {}", unit.label()),
        }
    }

    /// The period that something at `at` starts. Of days the one of `at` is not counted; hours run
    /// from `at`, to the second.
    #[must_use]
    pub fn period_after(self, at: Instant) -> Period {
        match self {
            Self::Days(days) => Period::natural_days(at, days),
            Self::Hours { hours } => Period {
                starts: at,
                ends: at.trunc_subsecs(0) + Duration::hours(i64::from(hours)),
            },
        }
    }

    /// The period that begins at a date that was set: a first day from 00:00:00 on is one of its
    /// days, since nothing of it is lost.
    #[must_use]
    pub fn period_from(self, starts: Instant) -> Period {
        let first = local_date(starts);
        match self {
            Self::Days(days) if start_of_day(first) == starts => Period {
                starts,
                ends: Period::natural_days(starts, days.saturating_sub(1)).ends,
            },
            _ => self.period_after(starts),
        }
    }

    /// The last second of the term that an act of this day starts: that day is not counted, of hours
    /// neither, since nobody knows at which one it was.
    #[must_use]
    pub fn ends_after_day(self, day: NaiveDate) -> Instant {
        match self {
            Self::Days(_) => self.period_after(start_of_day(day)).ends,
            Self::Hours { .. } => self.period_after(end_of_day(day)).ends,
        }
    }
}

#[cfg(feature = "openapi")]
mod document {
    //! Both forms with their ranges, which the derived schema of an untagged enum cannot name.

    use utoipa::openapi::schema::{
        AdditionalProperties, ObjectBuilder, OneOfBuilder, Schema, Type,
    };
    use utoipa::{PartialSchema, ToSchema, openapi::RefOr};

    use super::{Term, Unit};

    fn whole(unit: Unit) -> ObjectBuilder {
        ObjectBuilder::new()
            .schema_type(Type::Integer)
            .minimum(Some(1))
            .maximum(Some(unit.most()))
    }

    impl PartialSchema for Term {
        fn schema() -> RefOr<Schema> {
            let hours = ObjectBuilder::new()
                .description(Some("Hours, to the second"))
                .property("hours", whole(Unit::Hours))
                .required("hours")
                .additional_properties(Some(AdditionalProperties::<Schema>::FreeForm(false)));
            OneOfBuilder::new()
                .description(Some("A number is natural days; hours are an object"))
                .item(whole(Unit::Days).description(Some("Natural days")))
                .item(hours)
                .into()
        }
    }

    impl ToSchema for Term {}
}

/// Whether a term can be set.
///
/// # Errors
/// In which range it must be.
pub fn term_in_range(term: &Term) -> Result<(), ValidationError> {
    let most = term.unit().most();
    if (1..=most).contains(&term.length()) {
        return Ok(());
    }
    let sentence = format!("Debe estar entre 1 y {most} {}.", term.unit().label());
    Err(ValidationError::new("out_of_range").with_message(sentence.into()))
}

#[cfg(test)]
#[path = "term_tests.rs"]
mod term_tests;
