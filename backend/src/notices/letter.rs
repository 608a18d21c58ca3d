//! The text of an e-mail: what the notice says, about whom, and where to go.

use conoceles_shared::ids::CandidacyId;
use conoceles_shared::time::Instant;

use super::smtp::Letter;
use super::store::outbox::DueMail;
use crate::candidacy::private;
use crate::candidacy::store::private_data::sealed_private_data;
use crate::candidacy::{LoadedCandidacy, store as candidacies};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::secrets::Secrets;

/// What the letters of a drill say beside its name.
const DRILL: &str = "Simulacro: no es una elección real; sin efectos jurídicos.";

/// The e-mail as it is sent at `now`, with a link to the site at `address`; `None` where the candidacy has no private data and so no
/// address, as in archives.
///
/// # Errors
/// Private data that do not open.
pub async fn worded(
    secrets: &Secrets,
    address: &str,
    conn: Conn<'_>,
    mail: &DueMail,
    now: Instant,
) -> Result<Option<Letter>, Failure> {
    let Some(sealed) = sealed_private_data(&mut *conn, &mail.candidacy).await? else {
        return Ok(None);
    };
    let to = private::unseal(secrets, &mail.candidacy, &sealed)?.notification_email;
    let Some(loaded) = candidacies::load_candidacy(conn, &mail.candidacy).await? else {
        return Ok(None);
    };
    let link = desk_link(address, mail.about.as_ref());
    let about = if mail.about.is_some() {
        named_candidacy(&loaded)
    } else {
        format!("Actor político: {}", loaded.actor.name)
    };
    let setup = &loaded.election.setup;
    let (mark, election) = if setup.drill {
        ("Simulacro: ", format!("{}\n{DRILL}", setup.name))
    } else {
        ("", setup.name.clone())
    };
    Ok(Some(Letter {
        to,
        subject: format!("{mark}{} · Conóceles", mail.news.title()),
        body: letter_body(mail, &about, &election, &link),
        id: mail.id.to_string(),
        at: now,
    }))
}

/// Where the desk shows it.
fn desk_link(base: &str, about: Option<&CandidacyId>) -> String {
    let base = base.trim_end_matches('/');
    match about {
        Some(id) => format!("{base}/mesa/candidaturas/{id}"),
        None => format!("{base}/mesa"),
    }
}

/// Name, office and territory: what the register of candidacies says of everyone.
fn named_candidacy(loaded: &LoadedCandidacy) -> String {
    format!(
        "Candidatura: {}, {}, {}",
        loaded.registration.full_name(),
        loaded.registration.office.label(),
        loaded.territory_name()
    )
}

fn letter_body(mail: &DueMail, about: &str, election: &str, link: &str) -> String {
    format!(
        "{}\n\n{}\n\n{about}\nElección: {election}\n\nPara verlo, inicie sesión en Conóceles:\n\
         {link}\n\n--\nMensaje automático del Instituto Electoral del Estado de México. No responda \
         a este correo.\nEl mismo aviso está en la página «Avisos» de Conóceles. Nunca le pediremos \
         su contraseña por correo.\n",
        mail.news.title(),
        mail.news.text(),
    )
}
