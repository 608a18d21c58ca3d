//! One's own notices: reading them, and marking them as read.

use actix_web::{HttpRequest, web};
use conoceles_shared::api::notices::{MailState, Notice, Notices, ReadUpTo, Unread};
use conoceles_shared::api::parameters::one_id;
use conoceles_shared::ids::NoticeId;
use conoceles_shared::problem::Problem;

use super::store::{self, MarkedRead, NoticeReader, NoticeRow};
use crate::core::error::Failure;
use crate::core::grant::{Grant, OwnAccount};
use crate::core::http::{Body, segment};
use crate::core::state::App;

/// How many notices a page has.
const PAGE: usize = 50;

/// One's own notices, newest first, fifty a page.
///
/// # Errors
/// 400 with every parameter that is wrong.
#[utoipa::path(
    get, path = "/api/v1/notices", tag = "notices",
    params(("before" = Option<String>, Query, description = "Los anteriores a este aviso")),
    responses((status = 200, body = Notices), (status = 400, body = Problem))
)]
pub async fn list_notices(
    grant: Grant<OwnAccount>,
    app: web::Data<App>,
    request: HttpRequest,
) -> Result<web::Json<Notices>, Failure> {
    let before: Option<NoticeId> =
        one_id(request.query_string(), "before").map_err(Failure::invalid_query)?;
    let mut conn = app.db.read().await?;
    let reader = reader(&grant);
    // One more than a page, to see whether there is another.
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut rows = store::page_of_notices(&mut conn, &reader, before.as_ref(), limit).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    Ok(web::Json(Notices {
        unread: store::unread_notices(&mut conn, &reader).await?,
        next: rows.last().filter(|_| more).map(|it| it.id.clone()),
        data: rows.into_iter().map(notice_view).collect(),
    }))
}

/// How many of one's own notices are unread.
///
/// # Errors
/// The database.
#[utoipa::path(
    get, path = "/api/v1/notices/unread", tag = "notices",
    responses((status = 200, body = Unread))
)]
pub async fn count_unread_notices(
    grant: Grant<OwnAccount>,
    app: web::Data<App>,
) -> Result<web::Json<Unread>, Failure> {
    let mut conn = app.db.read().await?;
    let reader = reader(&grant);
    let unread = store::unread_notices(&mut conn, &reader).await?;
    Ok(web::Json(Unread { unread }))
}

/// Marks everything up to a notice as read.
///
/// # Errors
/// 422 for a malformed id.
#[utoipa::path(
    post, path = "/api/v1/notices/read", tag = "notices", request_body = ReadUpTo,
    responses((status = 200, body = Unread), (status = 422, body = Problem))
)]
pub async fn mark_notices_read(
    grant: Grant<OwnAccount>,
    app: web::Data<App>,
    Body(body): Body<ReadUpTo>,
) -> Result<web::Json<Unread>, Failure> {
    let (mut tx, now) = grant.begin_change(&app).await?;
    let reader = reader(&grant);
    store::mark_read(&mut tx, &reader, MarkedRead::UpTo(&body.up_to), now).await?;
    let unread = store::unread_notices(&mut tx, &reader).await?;
    tx.commit().await?;
    Ok(web::Json(Unread { unread }))
}

/// Marks one notice as read.
///
/// # Errors
/// 404 where it is not one's own.
#[utoipa::path(
    post, path = "/api/v1/notices/{id}/read", tag = "notices", params(("id" = String, Path)),
    responses((status = 200, body = Unread), (status = 404, body = Problem))
)]
pub async fn mark_notice_read(
    grant: Grant<OwnAccount>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<web::Json<Unread>, Failure> {
    let id: NoticeId = segment(&id)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let reader = reader(&grant);
    if !store::is_notice_for(&mut tx, &reader, &id).await? {
        return Err(Failure::not_found());
    }
    store::mark_read(&mut tx, &reader, MarkedRead::One(&id), now).await?;
    let unread = store::unread_notices(&mut tx, &reader).await?;
    tx.commit().await?;
    Ok(web::Json(Unread { unread }))
}

fn reader(grant: &Grant<OwnAccount>) -> NoticeReader {
    NoticeReader {
        account: grant.account.clone(),
        actor: grant.scope.clone(),
        role: grant.role,
    }
}

fn notice_view(row: NoticeRow) -> Notice {
    let mail = if row.given_up {
        Some(MailState::GivenUp)
    } else if row.waiting {
        Some(MailState::Waiting)
    } else {
        row.sent.then_some(MailState::Sent)
    };
    Notice {
        id: row.id,
        at: row.at,
        tone: row.news.tone(),
        title: row.news.title().to_owned(),
        text: row.news.text(),
        candidacy: row.candidacy,
        name: row.registration.map(|it| it.full_name()),
        read: row.read,
        mail,
    }
}
