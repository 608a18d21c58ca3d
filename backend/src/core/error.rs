//! The one error type of the server, and how it becomes a problem.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use conoceles_shared::api::field_errors;
use conoceles_shared::lifecycle::Refusal;
use conoceles_shared::problem::{Code, FieldError, MEDIA_TYPE, Problem};
use conoceles_shared::text::counted;
use serde_json::Value;

/// Everything that can end a request early.
#[derive(Debug)]
pub enum Failure {
    /// A refusal that the client is told in full.
    Problem(Box<Problem>),
    /// Not now: a refusal that ends by itself after so many seconds.
    Later(Box<Problem>, u64),
    /// The database.
    Database(sqlx::Error),
    /// Something that should not happen; told to the log only.
    Internal(String),
}

impl Failure {
    /// A problem with its own sentence.
    #[must_use]
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self::Problem(Box::new(Problem::new(code, detail)))
    }

    /// Every field error at once.
    #[must_use]
    pub fn invalid(errors: Vec<FieldError>) -> Self {
        Self::Problem(Box::new(Problem::invalid(errors)))
    }

    /// Every parameter of an address that is wrong.
    #[must_use]
    pub fn invalid_query(errors: Vec<FieldError>) -> Self {
        Self::Problem(Box::new(Problem::invalid_query(errors)))
    }

    /// No such thing, or not for this account.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new(
            Code::NotFound,
            "No existe, o su cuenta no puede consultarlo.",
        )
    }

    /// A save based on an older version: 412 with what is stored and what was sent, to compare.
    #[must_use]
    pub fn stale(current: Value, submitted: Value) -> Self {
        let problem = Problem::new(
            Code::Stale,
            "Otra persona guardó después de que usted abrió. Compare ambas versiones y guarde de \
             nuevo.",
        );
        Self::Problem(Box::new(Problem {
            current: Some(current),
            submitted: Some(submitted),
            ..problem
        }))
    }

    /// What an insert failed with: 409 `already_exists` with `detail` where a unique value is
    /// taken, else the database's own error.
    #[must_use]
    pub fn taken(error: sqlx::Error, detail: &str) -> Self {
        match &error {
            sqlx::Error::Database(it) if it.is_unique_violation() => {
                Self::new(Code::AlreadyExists, detail)
            }
            _ => Self::Database(error),
        }
    }

    /// Something that should not happen.
    #[must_use]
    pub fn internal(what: &str) -> Self {
        Self::Internal(what.to_owned())
    }

    /// A failed file operation.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "the shape that map_err wants"
    )]
    pub fn io(error: std::io::Error) -> Self {
        Self::Internal(format!("file: {error}"))
    }

    /// A refusal that ends by itself after so many seconds.
    #[must_use]
    pub fn later(code: Code, detail: impl Into<String>, seconds: u64) -> Self {
        Self::Later(Box::new(Problem::new(code, detail)), seconds)
    }

    /// Too many attempts: there is a wait of so many seconds.
    #[must_use]
    pub fn throttled(seconds: u64) -> Self {
        let wait = counted(seconds, "segundo", "segundos");
        let detail = format!("Espere {wait} antes de intentarlo de nuevo.");
        Self::later(Code::TooManyAttempts, detail, seconds)
    }

    /// What the client is told.
    #[must_use]
    pub fn problem(&self) -> Problem {
        match self {
            Self::Problem(problem) | Self::Later(problem, _) => (**problem).clone(),
            Self::Database(error) if is_busy(error) => Problem::new(
                Code::Unavailable,
                "El sistema está ocupado; lo que escribió no se perdió. Intente de nuevo.",
            ),
            Self::Database(_) | Self::Internal(_) => Problem::new(
                Code::Internal,
                "No fue posible completar la operación. Intente de nuevo; si sigue, avise a la \
                 Unidad de Transparencia.",
            ),
        }
    }
}

/// Whether the database could not be reached or was too busy: worth trying again.
fn is_busy(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Io(_) => true,
        // SQLITE_BUSY; PostgreSQL's serialization failure and deadlock.
        sqlx::Error::Database(it) => it
            .code()
            .is_some_and(|code| matches!(code.as_ref(), "5" | "517" | "40001" | "40P01")),
        _ => false,
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Problem(problem) | Self::Later(problem, _) => {
                write!(f, "{}: {}", problem.code.as_str(), problem.detail)
            }
            Self::Database(error) => write!(f, "database: {error}"),
            Self::Internal(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for Failure {}

impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        // Never the value: only where it stopped.
        Self::Internal(format!(
            "stored JSON: line {} column {}",
            error.line(),
            error.column()
        ))
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::new(refusal.code(), refusal.detail())
    }
}

impl From<validator::ValidationErrors> for Failure {
    fn from(errors: validator::ValidationErrors) -> Self {
        Self::invalid(field_errors(&errors))
    }
}

impl ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.problem().status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        let problem = self.problem();
        // Of what ends by itself there may be thousands a second; whoever refuses it tells the log.
        if problem.status >= 500 && !matches!(self, Self::Later(..)) {
            tracing::error!(code = problem.code.as_str(), error = %self, "request failed");
        }
        let mut answer = HttpResponse::build(self.status_code());
        answer
            .content_type(MEDIA_TYPE)
            .insert_header(("Cache-Control", "no-store"));
        if let Self::Later(_, seconds) = self {
            answer.insert_header(("Retry-After", seconds.to_string()));
        }
        if problem.status == 401 {
            answer.insert_header(("WWW-Authenticate", "Bearer"));
        }
        answer.json(problem)
    }
}
