//! What everybody who administers the installation should know about it.

use actix_web::web;
use conoceles_shared::api::List;
use conoceles_shared::api::proposals::InstallationWarning;
use conoceles_shared::problem::Problem;

use crate::accounts::store::administrators;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::state::App;
use crate::core::warnings::Warning;

/// What is unusual about the installation, and what to do.
///
/// # Errors
/// 401, 403.
#[utoipa::path(
    get, path = "/api/v1/admin/warnings", tag = "admin",
    responses((status = 200, body = List<InstallationWarning>), (status = 403, body = Problem))
)]
pub async fn list_warnings(
    _: Grant<Administer>,
    app: web::Data<App>,
) -> Result<web::Json<List<InstallationWarning>>, Failure> {
    let mut conn = app.db.read().await?;
    let mut found = app.warnings.present();
    if administrators(&mut conn).await?.len() == 1 {
        found.push(Warning::OneAdministrator);
    }
    let data = found
        .into_iter()
        .map(|it| InstallationWarning {
            code: it.code().to_owned(),
            text: it.text().to_owned(),
        })
        .collect();
    Ok(web::Json(List { data }))
}
