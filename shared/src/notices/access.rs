//! What is told of accounts, and of what those who administer do.

use super::phrases::{sentences, until};
use crate::time::{Instant, spanish_deadline, spanish_moment};

pub(super) const PASSWORD_CHANGED: &str = "Las demás sesiones de su cuenta se cerraron. Si usted no la cambió, \
    avise de inmediato a la Unidad de Transparencia.";
pub(super) const CREDENTIAL_ISSUED: &str = "La Unidad de Transparencia emitió una contraseña temporal para su \
    cuenta. Si no la pidió, avísele de inmediato.";
pub(super) const RECOVERY_PROPOSED: &str = "Una persona que administra el sistema pidió recuperar el acceso a su \
    cuenta: otra debe confirmarlo, y su contraseña dejaría de servir. Si usted no lo pidió, avise de \
    inmediato a la Unidad de Transparencia.";
pub(super) const OLDEST_SESSION_ENDED: &str = "Su cuenta tenía diez sesiones abiertas al iniciar otra, así que se \
    cerró la más antigua. Si no las reconoce, ciérrelas en «Mi cuenta» y cambie su contraseña.";
pub(super) const WRONG_CODES: &str = "Alguien escribió veinte veces un código o una contraseña que no eran los \
    suyos, y esa sesión se cerró. Si no fue usted, cambie su contraseña y avise a la Unidad de \
    Transparencia.";
pub(super) const ACCOUNT_SUSPENDED: &str =
    "La Unidad de Transparencia suspendió su cuenta y cerró sus sesiones.";
pub(super) const ACCOUNT_REACTIVATED: &str = "Puede usar su cuenta donde la había dejado.";
pub(super) const WRONG_CODES_AFTER_PASSWORD: &str = "Alguien escribió su contraseña correcta y después \
    varios códigos que no eran los de su teléfono. Si no fue usted, cambie su contraseña y avise a la \
    Unidad de Transparencia.";

pub(super) fn act_proposed(act: &str, by: &str, expires: Instant) -> String {
    let until = spanish_deadline(expires);
    sentences([
        format!("{by} propuso: {act}."),
        format!("Otra persona que administre puede confirmarlo o rechazarlo hasta el {until}."),
    ])
}

pub(super) fn act_waits_alone(
    act: &str,
    by: &str,
    from: Instant,
    consequences: &[String],
) -> String {
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

pub(super) fn operator_added(login: &str, actor: &str, by: &str) -> String {
    format!(
        "{by} creó la cuenta «{login}», que también captura lo de «{actor}». Si no la esperaba, avise \
         a la Unidad de Transparencia."
    )
}

pub(super) fn paper_receipt_recorded(received: Instant, ends: Instant) -> String {
    sentences([
        format!(
            "La Unidad de Transparencia registró el acuse que se firmó el {}.",
            spanish_moment(received)
        ),
        until("Capture y envíe", ends),
    ])
}

pub(super) fn four_eyes_off(election: &str) -> String {
    format!(
        "En «{election}» se quitó la segunda revisión. Bastará una sola persona para aprobar y publicar."
    )
}
