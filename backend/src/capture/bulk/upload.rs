//! A sheet that comes back: read and checked without a change, as JSON or as an annotated copy.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, web};
use conoceles_shared::api::bulk::{BulkDryRun, BulkIssue};
use conoceles_shared::lifecycle::Who;
use conoceles_shared::problem::Problem;
use conoceles_shared::time::Instant;
use tokio::sync::Semaphore;

use super::columns::Column;
use super::plan::{Plan, plan_sheet};
use super::reading::read_sheet;
use super::roll::{Roll, load_roll};
use super::sheet::{Sheet, fitting};
use super::table::{MAX_BYTES, Table};
use super::template;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::file_body::FileBody;
use crate::core::grant::{Capture, Grant};
use crate::core::http::off_thread;
use crate::core::now::Now;
use crate::core::secrets::{Secrets, sha256_hex};
use crate::core::state::App;

/// Files read at the same time: a large one takes memory.
static READING: Semaphore = Semaphore::const_new(2);

/// A file that was read.
#[derive(Debug)]
pub struct UploadedSheet {
    /// What its first sheet with our header holds.
    pub table: Table,
    /// The hash of the file, byte by byte.
    pub sha256: String,
}

/// A file that was checked against what is stored.
#[derive(Debug)]
pub struct CheckedSheet {
    /// What was read of it.
    pub table: Table,
    /// What is stored of the actor's candidacies.
    pub roll: Roll,
    /// What it would change.
    pub plan: Plan,
    /// Names the file and what it would change.
    pub hash: String,
}

/// Checks a sheet and changes nothing: what it would save, and every error by its cell.
///
/// # Errors
/// 413, 415 or 422 for a file that cannot be read at all.
#[utoipa::path(
    post, path = "/api/v1/capture/bulk/dry-run", tag = "capture",
    request_body(content(
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (Vec<u8> = "text/csv"),
    )),
    responses(
        (status = 200, body = BulkDryRun),
        (status = 413, body = Problem),
        (status = 415, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub async fn bulk_dry_run(
    grant: Grant<Capture>,
    app: web::Data<App>,
    file: FileBody,
) -> Result<web::Json<BulkDryRun>, Failure> {
    let (upload, Now(now)) = read_upload(file).await?;
    let mut conn = app.db.read().await?;
    let checked = check_upload(&app.secrets, &mut conn, &grant, upload, now).await?;
    Ok(web::Json(checked.plan.answer(checked.hash, &checked.roll)))
}

/// The same sheet as XLSX, its wrong cells marked and explained.
///
/// # Errors
/// 413, 415 or 422 for a file that cannot be read at all.
#[utoipa::path(
    post, path = "/api/v1/capture/bulk/annotated", tag = "capture",
    request_body(content(
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (Vec<u8> = "text/csv"),
    )),
    responses(
        (
            status = 200, body = Vec<u8>,
            content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        (status = 413, body = Problem),
        (status = 415, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub async fn bulk_annotated_copy(
    grant: Grant<Capture>,
    app: web::Data<App>,
    file: FileBody,
) -> Result<HttpResponse, Failure> {
    let (upload, Now(now)) = read_upload(file).await?;
    let mut conn = app.db.read().await?;
    let checked = check_upload(&app.secrets, &mut conn, &grant, upload, now).await?;
    drop(conn);
    let limits = template::limits(&checked.roll);
    let write = move || annotated_copy(&checked.table, &checked.plan).xlsx(&limits, now);
    let bytes = off_thread(write).await??;
    Ok(template::workbook("candidaturas-con-errores.xlsx", bytes))
}

/// Reads the body of a request; with the instant it was there.
///
/// # Errors
/// 413, 415 or 422 for a file that cannot be read at all.
pub async fn read_upload(file: FileBody) -> Result<(UploadedSheet, Now), Failure> {
    let (file, now) = file.bytes_up_to(MAX_BYTES, "El archivo").await?;
    let first = file.head_of_line().await?;
    let turn = READING
        .acquire()
        .await
        .map_err(|_| Failure::internal("semaphore"))?;
    drop(first);
    let sheet = off_thread(move || {
        // Whoever works holds it: a client that goes away frees nothing.
        let _turn = turn;
        Ok::<_, Failure>(UploadedSheet {
            table: read_sheet(&file)?,
            sha256: sha256_hex(&file),
        })
    })
    .await??;
    Ok((sheet, now))
}

/// Checks a file against what is stored.
pub async fn check_upload(
    secrets: &Secrets,
    conn: Conn<'_>,
    grant: &Grant<Capture>,
    upload: UploadedSheet,
    now: Instant,
) -> Result<CheckedSheet, Failure> {
    let roll = load_roll(secrets, conn, &grant.scope).await?;
    let (account, role, session) = (grant.account.clone(), grant.role, grant.session.clone());
    off_thread(move || {
        let UploadedSheet { table, sha256 } = upload;
        let who = Who {
            account: &account,
            role,
            session: Some(&session),
        };
        let plan = plan_sheet(&table, &roll, who, now);
        let hash = plan.hash(&sha256, &roll);
        CheckedSheet {
            table,
            roll,
            plan,
            hash,
        }
    })
    .await
}

/// The sheet as it came, each cell at its place, with the errors beside the wrong ones and once
/// more in words in a last column. Nothing is read from that column when the copy comes back.
fn annotated_copy(table: &Table, plan: &Plan) -> Sheet {
    let mut columns = plan
        .layout
        .as_ref()
        .map_or_else(Vec::new, |it| it.columns.clone());
    let width = table.rows.iter().map(|it| it.cells.len()).max();
    columns.resize(width.unwrap_or(0).max(columns.len()), None);
    let notes = columns.iter().position(|it| *it == Some(Column::Notes));
    let notes = notes.unwrap_or_else(|| {
        columns.push(Some(Column::Notes));
        columns.len() - 1
    });
    let mut sheet = Sheet {
        header: plan.layout.as_ref().map_or_else(Vec::new, |it| {
            it.header.iter().map(|row| row.saturating_sub(1)).collect()
        }),
        columns,
        ..Sheet::default()
    };
    for row in &table.rows {
        let mut cells: Vec<String> = row.cells.iter().map(|it| fitting(&it.text)).collect();
        cells.resize(sheet.columns.len(), String::new());
        sheet.rows.insert(row.number.saturating_sub(1), cells);
    }
    for (row, text) in (0..).zip([Column::Notes.key(), Column::Notes.label()]) {
        if let Some(at) = sheet.header.get(row) {
            put(&mut sheet.rows, *at, notes, text.to_owned());
        }
    }
    let mut lines: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for row in sheet.rows.keys().filter(|it| !sheet.header.contains(it)) {
        lines.insert(*row, Vec::new());
    }
    for issue in &plan.errors {
        let row = issue.row.map_or(0, |it| it.saturating_sub(1));
        let line = lines.entry(row).or_default();
        line.push(line_of(issue));
        let width = sheet.columns.len();
        let at = issue.column.as_deref().and_then(|it| place(it, width));
        if let Some(at) = at {
            let note = sheet.notes.entry((row, at)).or_default();
            let gap = if note.is_empty() { "" } else { "\n" };
            note.push_str(gap);
            note.push_str(&issue.detail);
        }
    }
    for (row, text) in lines {
        put(&mut sheet.rows, row, notes, fitting(&text.join("\n")));
    }
    sheet
}

fn line_of(issue: &BulkIssue) -> String {
    match &issue.cell {
        Some(cell) => format!("{cell}: {}", issue.detail),
        None => issue.detail.clone(),
    }
}

fn put(rows: &mut BTreeMap<u32, Vec<String>>, row: u32, at: usize, text: String) {
    let cells = rows.entry(row).or_default();
    if cells.len() <= at {
        cells.resize(at.saturating_add(1), String::new());
    }
    if let Some(cell) = cells.get_mut(at) {
        *cell = text;
    }
}

/// The place of a column among the first `width`, by its letter.
fn place(letter: &str, width: usize) -> Option<u16> {
    let width = u16::try_from(width).ok()?;
    (0..width).find(|it| rust_xlsxwriter::utility::column_number_to_name(*it) == letter)
}
