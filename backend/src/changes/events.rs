//! Changes as they happen: server-sent events. A follower that comes back with the number of the last one it
//! had misses nothing.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::changes::{Change, LogQuery};
use conoceles_shared::api::public::LogChain;
use conoceles_shared::api::query::decode_pairs;
use conoceles_shared::problem::{Code, FieldError};
use futures_util::stream;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::timeout;

use super::followers::FollowerPlace;
use super::logs::{FollowedChange, FollowedLogs};
use super::store;
use super::told::told_change;
use crate::core::client_address::ClientAddress;
use crate::core::error::Failure;
use crate::core::gate::Crowded;
use crate::core::now::Now;
use crate::core::state::App;
use crate::portal::{Portal, admitted, crowded};

/// After so long without a change a line says that the connection still lives; by it the server also learns
/// that a client is gone.
const SIGN_OF_LIFE: Duration =
    Duration::from_secs(if cfg!(feature = "test-clock") { 1 } else { 20 });
/// Seconds after which a follower may ask again who comes while the server ends.
const ENDING: u64 = 60;
/// Entries that are read at once for a follower who is behind.
const PIECE: u16 = 200;
/// What following costs of an address's budget.
const TOKENS: u16 = 4;

/// Sends each change as it happens, from the number after `Last-Event-ID` or `since`, else from now.
///
/// # Errors
/// 400 for parameters that are wrong or a `Last-Event-ID` that is no number; 429 and 503 where there is no
/// place.
pub async fn follow_changes(
    request: HttpRequest,
    app: web::Data<App>,
    portal: web::Data<Portal>,
    logs: web::Data<FollowedLogs>,
    Now(now): Now,
) -> Result<HttpResponse, Failure> {
    let pairs = decode_pairs(request.query_string());
    let query = LogQuery::from_pairs(&pairs).map_err(Failure::invalid_query)?;
    let named = pairs.iter().any(|(name, _)| name == "since");
    let last = match last_event(&request)? {
        Some(last) => last,
        None if named => query.since,
        None => logs.size(query.log),
    };
    let address = ClientAddress::of(&request, &app.config);
    let place = logs.followers.enter(address.as_str())?;
    drop(admitted(&request, &app, &portal, (TOKENS, now)).await?);
    let heard = logs.listen().ok_or_else(ending)?;
    let follower = Follower {
        app,
        portal,
        logs,
        heard,
        log: query.log,
        last,
        waiting: VecDeque::from([Bytes::from_static(b"retry: 5000\n\n")]),
        _place: place,
    };
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/event-stream"))
        .insert_header((CACHE_CONTROL, "no-store"))
        // Proxies that gather an answer before they send it would hold back what happens now.
        .insert_header(("x-accel-buffering", "no"))
        .streaming(stream::unfold(follower, Follower::next_piece)))
}

fn last_event(request: &HttpRequest) -> Result<Option<u64>, Failure> {
    let Some(value) = request.headers().get("last-event-id") else {
        return Ok(None);
    };
    let number = value.to_str().ok().and_then(|it| it.parse().ok());
    let number = number.filter(|it| i64::try_from(*it).is_ok());
    number.map(Some).ok_or_else(|| {
        let detail = "Debe ser el número del último cambio recibido.";
        Failure::invalid_query(vec![FieldError::new(
            "Last-Event-ID",
            "not_a_number",
            detail,
        )])
    })
}

fn ending() -> Failure {
    Failure::later(
        Code::Unavailable,
        "El servicio se está reiniciando.",
        ENDING,
    )
}

/// Somebody who follows a log.
struct Follower {
    app: web::Data<App>,
    portal: web::Data<Portal>,
    logs: web::Data<FollowedLogs>,
    heard: Receiver<Arc<FollowedChange>>,
    log: LogChain,
    /// The last change that was sent.
    last: u64,
    waiting: VecDeque<Bytes>,
    _place: FollowerPlace,
}

impl Follower {
    async fn next_piece(mut self) -> Option<(Result<Bytes, Failure>, Self)> {
        loop {
            if let Some(piece) = self.waiting.pop_front() {
                return Some((Ok(piece), self));
            }
            if self.last < self.logs.size(self.log) {
                match self.read_missed().await {
                    Ok(()) if !self.waiting.is_empty() => continue,
                    Ok(()) => {}
                    Err(error) => {
                        tracing::warn!(%error, "a follower of changes was let go");
                        return None;
                    }
                }
            }
            match timeout(SIGN_OF_LIFE, self.heard.recv()).await {
                Err(_) => return Some((Ok(Bytes::from_static(b": sigue\n\n")), self)),
                Ok(Ok(it)) if it.log == self.log && it.change.seq == self.last + 1 => {
                    self.take(&it.change);
                }
                // Another log's, or one that was read already; or some were missed, and the next turn reads
                // them.
                Ok(Ok(_) | Err(RecvError::Lagged(_))) => {}
                Ok(Err(RecvError::Closed)) => return None,
            }
        }
    }

    /// Reads a piece of what was missed, behind the gate: where many missed as much, some are let go and come back
    /// with the number of the last one they have.
    async fn read_missed(&mut self) -> Result<(), Failure> {
        let place = self.portal.gate.wait_for_place().await;
        let _place = place.map_err(|Crowded| crowded(self.app.clock.now()))?;
        let to = self.logs.size(self.log);
        let mut conn = self.app.db.read().await?;
        let rows = store::entries_after(&mut conn, self.log, (self.last, to), PIECE).await?;
        drop(conn);
        for row in &rows {
            self.take(&told_change(row)?);
        }
        Ok(())
    }

    fn take(&mut self, change: &Change) {
        self.last = change.seq;
        self.waiting.push_back(event(change));
    }
}

/// A change as an event. Its JSON has no line breaks.
fn event(change: &Change) -> Bytes {
    let data = serde_json::to_string(change).unwrap_or_default();
    let (seq, kind) = (change.seq, &change.kind.code);
    Bytes::from(format!("id: {seq}\nevent: {kind}\ndata: {data}\n\n"))
}
