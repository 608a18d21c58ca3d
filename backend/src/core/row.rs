//! Rows: a struct whose fields are the columns of a query, declared once.
//!
//! sqlx' own derive would compile every database driver a second time, for the compiler's use, and
//! cannot read our ids and codes through `sqlx::Any`, which knows text and numbers only.

use std::fmt;

use chrono::{DateTime, Utc};
use conoceles_shared::time::Instant;
use sqlx::any::AnyRow;
use sqlx::error::BoxDynError;
use sqlx::{Any, Decode, Row as _, Type};

/// A value that a column holds as text or as a number.
pub trait Column: Sized {
    /// What the database gives.
    type Stored: for<'r> Decode<'r, Any> + Type<Any>;

    /// The value behind it.
    ///
    /// # Errors
    /// The column holds something else.
    fn of(stored: Self::Stored) -> Result<Self, BoxDynError>;
}

/// The value of the column at a place of a row, counted from 0.
///
/// # Errors
/// There is no such column, or it holds something else. What it holds is never told.
pub fn column<T: Column>(row: &AnyRow, at: usize) -> Result<T, sqlx::Error> {
    T::of(row.try_get(at)?).map_err(|source| sqlx::Error::ColumnDecode {
        index: format!("{at} ({})", std::any::type_name::<T>()),
        source,
    })
}

/// What a column of this type cannot hold.
#[derive(Debug)]
struct Damaged;

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the stored value is malformed")
    }
}

impl std::error::Error for Damaged {}

impl<T: Column> Column for Option<T> {
    type Stored = Option<T::Stored>;
    fn of(stored: Self::Stored) -> Result<Self, BoxDynError> {
        stored.map(T::of).transpose()
    }
}

impl Column for String {
    type Stored = Self;
    fn of(stored: Self) -> Result<Self, BoxDynError> {
        Ok(stored)
    }
}

impl Column for i64 {
    type Stored = Self;
    fn of(stored: Self) -> Result<Self, BoxDynError> {
        Ok(stored)
    }
}

impl Column for u32 {
    type Stored = i64;
    fn of(stored: i64) -> Result<Self, BoxDynError> {
        Ok(stored.try_into()?)
    }
}

impl Column for u64 {
    type Stored = i64;
    fn of(stored: i64) -> Result<Self, BoxDynError> {
        Ok(stored.try_into()?)
    }
}

/// `sqlx::Any` cannot read a BOOLEAN of SQLite: 0 and 1 stand for it.
impl Column for bool {
    type Stored = i64;
    fn of(stored: i64) -> Result<Self, BoxDynError> {
        Ok(stored != 0)
    }
}

impl Column for Instant {
    type Stored = String;
    fn of(stored: String) -> Result<Self, BoxDynError> {
        Ok(DateTime::parse_from_rfc3339(&stored)?.with_timezone(&Utc))
    }
}

/// Types that are stored as the text they are parsed from: ids and codes.
macro_rules! text_columns {
    ($($name:path),+ $(,)?) => {$(
        impl Column for $name {
            type Stored = String;
            fn of(stored: String) -> Result<Self, BoxDynError> {
                stored.parse().map_err(|_| Damaged.into())
            }
        }
    )+};
}

text_columns! {
    conoceles_shared::audit::AuditAction,
    chrono::NaiveDate,
    conoceles_shared::api::admin::AccountState,
    conoceles_shared::api::admin::DeliveryWay,
    conoceles_shared::api::public::LogChain,
    conoceles_shared::catalogues::ActorKind,
    conoceles_shared::ids::AccountId,
    conoceles_shared::ids::AuditId,
    conoceles_shared::ids::ActorId,
    conoceles_shared::ids::CandidacyId,
    conoceles_shared::ids::DeliveryId,
    conoceles_shared::ids::ElectionId,
    conoceles_shared::ids::MailId,
    conoceles_shared::ids::NoticeId,
    conoceles_shared::ids::ObservationId,
    conoceles_shared::ids::PartyId,
    conoceles_shared::ids::PersonId,
    conoceles_shared::ids::SessionId,
    conoceles_shared::lifecycle::State,
    conoceles_shared::catalogues::Office,
    conoceles_shared::election::TerritoryKind,
    conoceles_shared::paper::PaperRequestKind,
    conoceles_shared::permissions::Role,
    conoceles_shared::questionnaire::ConsentKind,
    conoceles_shared::questionnaire::Ground,
    conoceles_shared::questionnaire::Section,
    conoceles_shared::ids::ProposalId,
    conoceles_shared::ids::ReportId,
    conoceles_shared::receipt::ReceiptCode,
    conoceles_shared::receipt::ReceiptKind,
    conoceles_shared::two_people::ProposalState,
}

/// Types that are stored as a JSON document.
macro_rules! json_columns {
    ($($name:ty),+ $(,)?) => {$(
        impl Column for $name {
            type Stored = String;
            fn of(stored: String) -> Result<Self, BoxDynError> {
                // Its own words may name the value that it did not expect.
                serde_json::from_str(&stored).map_err(|_| Damaged.into())
            }
        }
    )+};
}

json_columns! {
    Vec<String>,
    Vec<conoceles_shared::ids::PartyId>,
    Vec<conoceles_shared::api::reason_templates::ReasonTemplate>,
    Vec<conoceles_shared::api::roll::RollHeading>,
    Vec<conoceles_shared::language::Ignored>,
    conoceles_shared::api::admin::Registration,
    conoceles_shared::api::handled::FoundOnDesk,
    conoceles_shared::api::proposals::ProposedAct,
    conoceles_shared::api::public::Record,
    conoceles_shared::election::ElectionSetup,
    conoceles_shared::language::ElectionRules,
    conoceles_shared::lifecycle::Process,
    conoceles_shared::notices::News,
    conoceles_shared::photo::Measures,
    conoceles_shared::questionnaire::Photo,
}

/// The only column of a query.
#[derive(Debug)]
pub struct Only<T>(pub T);

impl<'r, T: Column> sqlx::FromRow<'r, AnyRow> for Only<T> {
    fn from_row(row: &'r AnyRow) -> Result<Self, sqlx::Error> {
        column(row, 0).map(Self)
    }
}

/// Declares a row: each field with the column, or expression, that it is read from, by position.
/// `columns!` is then the list of them, for `concat!` into the statements of the same file:
///
/// ```ignore
/// row! {
///     /// A party as stored.
///     #[derive(Debug)]
///     pub struct PartyRow from party_columns! {
///         /// Its id.
///         pub id: PartyId = "id",
///         /// When it was registered.
///         pub since: Option<Instant> = "registered_at",
///     }
/// }
/// const PARTY: &str = concat!("SELECT ", party_columns!(), " FROM parties WHERE id = $1");
/// let party: Option<PartyRow> = sqlx::query_as(PARTY).bind(id).fetch_optional(conn).await?;
/// ```
macro_rules! row {
    (
        $(#[$about:meta])*
        $vis:vis struct $name:ident from $columns:ident! {
            $(#[$first_about:meta])* $first_vis:vis $first:ident: $first_type:ty = $first_column:literal
            $(, $(#[$field_about:meta])* $field_vis:vis $field:ident: $type:ty = $column:literal)*
            $(,)?
        }
    ) => {
        $(#[$about])*
        $vis struct $name {
            $(#[$first_about])* $first_vis $first: $first_type,
            $($(#[$field_about])* $field_vis $field: $type,)*
        }

        macro_rules! $columns {
            () => { concat!($first_column $(, ", ", $column)*) };
        }

        impl<'r> sqlx::FromRow<'r, sqlx::any::AnyRow> for $name {
            fn from_row(row: &'r sqlx::any::AnyRow) -> Result<Self, sqlx::Error> {
                let mut places = 0..;
                let mut place = || places.next().unwrap_or_default();
                Ok(Self {
                    $first: $crate::core::row::column(row, place())?,
                    $($field: $crate::core::row::column(row, place())?,)*
                })
            }
        }
    };
}

pub(crate) use row;

#[cfg(test)]
#[path = "row_tests.rs"]
mod row_tests;
