//! The template: one row a candidacy, with what is stored.

use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpResponse, web};
use conoceles_shared::questionnaire::Limits;

use super::cells;
use super::columns::Column;
use super::roll::{Known, Roll, load_roll, roll_by_name};
use super::sheet::Sheet;
use super::versions;
use crate::core::error::Failure;
use crate::core::grant::{Capture, Grant};
use crate::core::http::off_thread;
use crate::core::now::Now;
use crate::core::state::App;

/// The media type of XLSX.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The template as XLSX: lists for catalogues, instructions on a sheet of their own.
///
/// # Errors
/// The database.
#[utoipa::path(
    get, path = "/api/v1/capture/bulk/template.xlsx", tag = "capture",
    responses((
        status = 200, body = Vec<u8>,
        content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ))
)]
pub async fn bulk_template_xlsx(
    grant: Grant<Capture>,
    app: web::Data<App>,
    Now(now): Now,
) -> Result<HttpResponse, Failure> {
    let roll = own_roll(&app, &grant).await?;
    let limits = limits(&roll);
    let bytes = off_thread(move || sheet(&roll).xlsx(&limits, now)).await??;
    Ok(workbook("candidaturas.xlsx", bytes))
}

/// The template as CSV in UTF-8.
///
/// # Errors
/// The database.
#[utoipa::path(
    get, path = "/api/v1/capture/bulk/template.csv", tag = "capture",
    responses((status = 200, body = String, content_type = "text/csv"))
)]
pub async fn bulk_template_csv(
    grant: Grant<Capture>,
    app: web::Data<App>,
) -> Result<HttpResponse, Failure> {
    let roll = own_roll(&app, &grant).await?;
    let bytes = sheet(&roll).csv()?;
    Ok(file("candidaturas.csv", "text/csv; charset=utf-8", bytes))
}

async fn own_roll(app: &App, grant: &Grant<Capture>) -> Result<Roll, Failure> {
    let mut conn = app.db.read().await?;
    load_roll(&app.secrets, &mut conn, &grant.scope).await
}

/// The limits of the actor's election, which all its candidacies share.
pub fn limits(roll: &Roll) -> Limits {
    let first = roll.values().next();
    first.map_or_else(Limits::default, |it| it.loaded.limits().clone())
}

/// The template of these candidacies.
pub fn sheet(roll: &Roll) -> Sheet {
    let mut sheet = Sheet::with_header();
    let first = u32::try_from(sheet.header.len()).unwrap_or(0);
    for (at, known) in (first..).zip(roll_by_name(roll)) {
        let cells = Column::all().into_iter().map(|it| shown(known, it));
        sheet.rows.insert(at, cells.collect());
    }
    sheet
}

fn shown(known: &Known, column: Column) -> String {
    let registration = &known.loaded.registration;
    match column {
        Column::Id => known.loaded.id.to_string(),
        Column::Name => registration.full_name(),
        Column::Office => registration.office.label().to_owned(),
        Column::Territory => known.loaded.territory_name(),
        Column::Answer(field) => cells::written(known.contents.get(&field.section), field),
        Column::PhotoFile => known.photo_file.clone().unwrap_or_default(),
        Column::Versions => versions::written(&known.loaded.process),
        Column::Notes => String::new(),
    }
}

/// A workbook to be saved under a name.
pub fn workbook(name: &str, bytes: Vec<u8>) -> HttpResponse {
    file(name, XLSX, bytes)
}

fn file(name: &str, kind: &str, bytes: Vec<u8>) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, kind))
        .insert_header((
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ))
        .body(bytes)
}
