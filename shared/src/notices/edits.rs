//! The words of what was corrected by whoever administers.

use super::News;
use super::phrases::sentences;

/// What is told of a correction by whoever administers; nothing of other news.
pub(super) fn correction_told(news: &News) -> String {
    match news {
        News::RegistrationCorrected { reference, public } => {
            registration_corrected(reference, *public)
        }
        News::ActorCorrected { name } => actor_corrected(name),
        News::LoginChanged { login } => login_changed(login),
        _ => String::new(),
    }
}

/// What was registered of a candidacy.
fn registration_corrected(reference: &str, public: bool) -> String {
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
fn actor_corrected(name: &str) -> String {
    format!(
        "La Unidad de Transparencia corrigió los datos con que aparece su actor político: {name}. Lo que \
         usted capturó no cambió."
    )
}

/// The user name of an account.
fn login_changed(login: &str) -> String {
    format!(
        "Desde ahora inicie sesión con el usuario {login} y la misma contraseña. Si no pidió el cambio, \
         avise de inmediato a la Unidad de Transparencia."
    )
}
