//! The words of what was corrected by whoever administers.

use super::phrases::sentences;

/// What was registered of a candidacy.
pub(super) fn registration_corrected(reference: &str, public: bool) -> String {
    let seen = if public {
        "El portal muestra una nueva versión."
    } else {
        ""
    };
    sentences([
        format!("La Unidad de Transparencia corrigió datos del registro con base en: {reference}."),
        seen.into(),
        "Lo que usted capturó no cambió.".into(),
    ])
}

/// The name or the parties of an actor.
pub(super) fn actor_corrected(name: &str) -> String {
    format!(
        "La Unidad de Transparencia corrigió los datos con que aparece su actor político: {name}. Lo que \
         usted capturó no cambió."
    )
}

/// The user name of an account.
pub(super) fn login_changed(login: &str) -> String {
    format!(
        "Desde ahora inicie sesión con el usuario {login} y la misma contraseña. Si no pidió el cambio, \
         avise de inmediato a la Unidad de Transparencia."
    )
}
