//! A log page by page: what changed, and the entries as they were hashed.

use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::changes::{Change, LogQuery, LoggedEntry};
use conoceles_shared::api::public::{LogChain, Meta, Page};
use conoceles_shared::api::query::decode_pairs;
use conoceles_shared::problem::Problem;

use super::answers::{json_answer, meta_of};
use super::logs::FollowedLogs;
use super::reading::AskedLog;
use super::store::EntryRow;
use super::told::told_change;
use crate::core::error::Failure;
use crate::core::now::Now;
use crate::core::state::App;
use crate::portal::Portal;

/// Entries that one token of an address's budget pays for.
pub const ENTRIES_A_TOKEN: u16 = 100;

/// What changed, in the order in which it did.
///
/// To stay in step: begin with `since=0`, apply each change, keep the number of the last one, and ask again
/// with it as `since`. Nothing is ever left out or renumbered. `meta.next_cursor` is the next `since` while
/// there is more. Of a change without `tombstone`, read the record at `path`: it is the present one, which may
/// be newer. What was withdrawn and comes back is a change of its own. `/api/v1/events` sends the same as it
/// happens, and `/api/v1/changes.atom` and `/api/v1/changes.json` are the latest as feeds.
#[utoipa::path(
    get, path = "/api/v1/changes", tag = "public",
    params(
        ("since" = Option<u64>, Query, description = "Número del último cambio que ya se tiene; 0 o nada, desde el principio."),
        ("log" = Option<LogChain>, Query, description = "`publication` (elecciones reales, si no se dice otra) o `drill` (simulacros)."),
        ("limit" = Option<u16>, Query, description = "Cambios por página: 100, a lo más 500."),
    ),
    responses(
        (status = 200, body = Page<Change>), (status = 400, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)
    )
)]
pub async fn list_changes(
    request: HttpRequest,
    app: web::Data<App>,
    portal: web::Data<Portal>,
    logs: web::Data<FollowedLogs>,
    Now(now): Now,
) -> Result<HttpResponse, Failure> {
    let asked = AskedLog {
        request: &request,
        app: &app,
        portal: &portal,
        now,
    };
    let (rows, meta) = page_of_log(asked, &logs).await?;
    let data: Vec<Change> = rows.iter().map(told_change).collect::<Result<_, _>>()?;
    json_answer(&request, &Page { meta, data }).await
}

/// The log as it was hashed, entry by entry.
///
/// Each `entry` is hashed with SHA-256; its `prev` is the hash of the one before, empty in the first. Pages
/// as in `/api/v1/changes`.
#[utoipa::path(
    get, path = "/api/v1/log", tag = "public",
    params(
        ("since" = Option<u64>, Query, description = "Asientos después de este número."),
        ("log" = Option<LogChain>, Query, description = "`publication` (elecciones reales, si no se dice otra) o `drill` (simulacros)."),
        ("limit" = Option<u16>, Query, description = "Asientos por página: 100, a lo más 500."),
    ),
    responses(
        (status = 200, body = Page<LoggedEntry>), (status = 400, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)
    )
)]
pub async fn list_log_entries(
    request: HttpRequest,
    app: web::Data<App>,
    portal: web::Data<Portal>,
    logs: web::Data<FollowedLogs>,
    Now(now): Now,
) -> Result<HttpResponse, Failure> {
    let asked = AskedLog {
        request: &request,
        app: &app,
        portal: &portal,
        now,
    };
    let (rows, meta) = page_of_log(asked, &logs).await?;
    let data: Vec<_> = rows
        .into_iter()
        .map(|it| LoggedEntry {
            seq: it.seq,
            entry: it.entry,
            sha256: it.hash,
        })
        .collect();
    json_answer(&request, &Page { meta, data }).await
}

/// The rows that an address asks for, up to what was followed, and what stands before them.
async fn page_of_log(
    asked: AskedLog<'_>,
    logs: &FollowedLogs,
) -> Result<(Vec<EntryRow>, Meta), Failure> {
    let LogQuery { log, since, limit } =
        LogQuery::from_pairs(&decode_pairs(asked.request.query_string()))
            .map_err(Failure::invalid_query)?;
    let (size, meta) = logs.with(log, |it| (it.tree.size(), meta_of(log, it)));
    let rows = if since < size {
        let tokens = limit.div_ceil(ENTRIES_A_TOKEN);
        asked.entries(log, since..size, limit, tokens).await?
    } else {
        Vec::new()
    };
    let last = rows.last().map_or(since, |it| it.seq);
    let total = size.saturating_sub(since);
    let meta = Meta {
        total: Some(u32::try_from(total).unwrap_or(u32::MAX)),
        next_cursor: (last < size).then(|| last.to_string()),
        ..meta
    };
    Ok((rows, meta))
}
