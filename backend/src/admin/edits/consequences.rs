//! What follows from an edit for what is published: shown first, stored only once it was confirmed as it is.

use actix_web::HttpRequest;
use conoceles_shared::api::parameters;
use conoceles_shared::problem::{Code, Consequences, FieldError, Problem};
use serde::Serialize;

use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::secrets::sha256_hex;
use crate::publication::store::renewals::{NamedInRecords, records_that_name};

/// The parameter that says what was confirmed.
const CONFIRMED: &str = "confirmed";

/// What was confirmed, where something was: the digest of the consequences that were shown.
///
/// # Errors
/// 400 with every parameter that is wrong.
pub fn confirmed_digest(request: &HttpRequest) -> Result<Option<String>, Failure> {
    let found: Option<String> =
        parameters::one_id(request.query_string(), CONFIRMED).map_err(Failure::invalid_query)?;
    match found {
        Some(it) if it.len() != 64 || !it.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            let detail = "Lleva la huella de las consecuencias que se mostraron.";
            Err(Failure::invalid_query(vec![FieldError::new(
                CONFIRMED,
                "invalid_format",
                detail,
            )]))
        }
        other => Ok(other),
    }
}

/// What an edit changes of what is public.
#[derive(Debug, Default, Serialize)]
pub struct PublicChange {
    /// How many records get a new version; nothing is asked where there is none.
    pub records: u64,
    /// Some of those whose records they are.
    pub examples: Vec<String>,
    /// What follows, a sentence each.
    pub sentences: Vec<String>,
}

impl PublicChange {
    /// Of all the records that name any of these. `what` is what the records will show.
    pub async fn of_named(
        conn: Conn<'_>,
        named: &[NamedInRecords],
        what: &str,
    ) -> Result<Self, Failure> {
        let mut change = Self::default();
        for it in named {
            let (records, examples) = records_that_name(&mut *conn, it).await?;
            change.records += records;
            change.examples.extend(examples);
        }
        change.sentences = vec![
            match change.records {
                1 => format!("Se publica una nueva versión de 1 candidatura, con {what}."),
                n => format!("Se publica una nueva versión de {n} candidaturas, con {what}."),
            },
            "Cada nueva versión queda en la bitácora pública. Lo que cada quien capturó no cambia."
                .to_owned(),
            "Los archivos históricos, lo cerrado y los acuses ya emitidos conservan los datos con que \
             se hicieron."
                .to_owned(),
        ];
        Ok(change)
    }

    /// Lets an edit of `subject` go on where it changes nothing public, or where exactly this was
    /// confirmed.
    ///
    /// # Errors
    /// 409 `confirmation_required` with the consequences.
    pub fn confirmed_or_shown<T: Serialize>(
        self,
        subject: &str,
        edit: &T,
        confirmed: Option<&str>,
    ) -> Result<(), Failure> {
        if self.records == 0 {
            return Ok(());
        }
        let all = serde_json::to_string(&(subject, edit, &self))?;
        let digest = sha256_hex(all.as_bytes());
        if confirmed == Some(digest.as_str()) {
            return Ok(());
        }
        let problem = Problem::new(
            Code::ConfirmationRequired,
            "Nada se guardó todavía: el cambio llega a lo que ya está publicado. Revise qué pasa y \
             confirme.",
        );
        Err(Failure::Problem(Box::new(Problem {
            consequences: Some(Consequences {
                digest,
                public_records: self.records,
                sentences: self.sentences,
                examples: self.examples,
            }),
            ..problem
        })))
    }
}
