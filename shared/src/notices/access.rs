//! What is told of accounts, and of what those who administer do.

use super::News;
use super::phrases::{sentences, until};
use crate::time::{Instant, local_date, spanish_date, spanish_deadline, spanish_moment};

const PASSWORD_CHANGED: &str = "Las demás sesiones de su cuenta se cerraron. Si usted no la cambió, \
    avise de inmediato a la Unidad de Transparencia.";
const CREDENTIAL_ISSUED: &str = "La Unidad de Transparencia emitió una contraseña temporal para su \
    cuenta. Si no la pidió, avísele de inmediato.";
const RECOVERY_PROPOSED: &str = "Una persona que administra el sistema pidió recuperar el acceso a su \
    cuenta: otra debe confirmarlo, y su contraseña dejaría de servir. Si usted no lo pidió, avise de \
    inmediato a la Unidad de Transparencia.";
const OLDEST_SESSION_ENDED: &str = "Su cuenta tenía diez sesiones abiertas al iniciar otra, así que se \
    cerró la más antigua. Si no las reconoce, ciérrelas en «Mi cuenta» y cambie su contraseña.";
const WRONG_CODES: &str = "Alguien escribió veinte veces un código o una contraseña que no eran los \
    suyos, y esa sesión se cerró. Si no fue usted, cambie su contraseña y avise a la Unidad de \
    Transparencia.";
const ACCOUNT_SUSPENDED: &str =
    "La Unidad de Transparencia suspendió su cuenta y cerró sus sesiones.";
const ACCOUNT_REACTIVATED: &str = "Puede usar su cuenta donde la había dejado.";
const WRONG_CODES_AFTER_PASSWORD: &str = "Alguien escribió su contraseña correcta y después \
    varios códigos que no eran los de su teléfono. Si no fue usted, cambie su contraseña y avise a la \
    Unidad de Transparencia.";

/// What is told of accounts and of acts that take two; nothing of anything else.
pub(super) fn access_told(news: &News) -> String {
    match news {
        News::PasswordChanged => PASSWORD_CHANGED.into(),
        News::CredentialIssued => CREDENTIAL_ISSUED.into(),
        News::ActProposed { act, by, expires } => act_proposed(act, by, *expires),
        News::ActWaitsAlone {
            act,
            by,
            from,
            consequences,
        } => act_waits_alone(act, by, *from, consequences),
        News::RecoveryProposed => RECOVERY_PROPOSED.into(),
        News::OperatorAdded { login, actor, by } => operator_added(login, actor, by),
        News::ActorWithdrawn { actor } => actor_withdrawn(actor),
        News::PaperReceiptRecorded { received, ends } => paper_receipt_recorded(*received, *ends),
        News::FourEyesOff { election } => four_eyes_off(election),
        News::WrongCodesAfterPassword => WRONG_CODES_AFTER_PASSWORD.into(),
        News::OldestSessionEnded => OLDEST_SESSION_ENDED.into(),
        News::WrongCodesEndedSession => WRONG_CODES.into(),
        News::AccountSuspended => ACCOUNT_SUSPENDED.into(),
        News::AccountReactivated => ACCOUNT_REACTIVATED.into(),
        _ => String::new(),
    }
}

fn act_proposed(act: &str, by: &str, expires: Instant) -> String {
    let until = spanish_deadline(expires);
    sentences([
        format!("{by} propuso: {act}."),
        format!("Otra persona que administre puede confirmarlo o rechazarlo hasta el {until}."),
    ])
}

fn act_waits_alone(act: &str, by: &str, from: Instant, consequences: &[String]) -> String {
    sentences([
        format!("{by} propuso: {act}."),
        format!(
            "Nadie más que administre puede decidirlo ahora: puede llevarlo a cabo a partir del {}.",
            spanish_moment(from)
        ),
        consequences.join(" "),
        "Si no debe ocurrir, avise antes a la Unidad de Transparencia.".into(),
    ])
}

fn operator_added(login: &str, actor: &str, by: &str) -> String {
    format!(
        "{by} dio a la cuenta «{login}» la captura de «{actor}». Si no lo esperaba, avise a la Unidad de \
         Transparencia."
    )
}

fn actor_withdrawn(actor: &str) -> String {
    format!(
        "La Unidad de Transparencia retiró de su cuenta la captura de «{actor}». Lo que ya capturó se conserva. \
         Si no lo esperaba, avísele."
    )
}

fn paper_receipt_recorded(received: Instant, ends: Instant) -> String {
    sentences([
        format!(
            "La Unidad de Transparencia registró el acuse que se firmó el {}.",
            spanish_date(local_date(received))
        ),
        until("Capture y envíe", ends),
    ])
}

fn four_eyes_off(election: &str) -> String {
    format!(
        "En «{election}» se quitó la segunda revisión. Bastará una sola persona para aprobar y publicar."
    )
}
