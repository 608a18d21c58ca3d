//! How these addresses answer: what stands before the data, and the bytes, compressed outside the event loop.

use actix_web::{HttpRequest, HttpResponse};
use conoceles_shared::api::public::{API_VERSION, LICENCE, LogChain, Meta};
use serde::Serialize;

use super::logs::FollowedLog;
use crate::core::error::Failure;
use crate::core::http::off_thread;
use crate::prepared::answer::{AnswerKind, Body, answer};
use crate::prepared::encoding::{Effort, Encoding};

/// What stands before an answer about a log as it was followed.
pub fn meta_of(log: LogChain, followed: &FollowedLog) -> Meta {
    Meta {
        total: None,
        elsewhere: None,
        next_cursor: None,
        licence: LICENCE.to_owned(),
        cut_off: followed.at,
        drill_cut_off: None,
        api_version: API_VERSION.to_owned(),
        log,
        log_seq: followed.tree.size(),
        drill_log_seq: None,
        formula: None,
        substitutes: None,
    }
}

/// Answers with JSON.
pub async fn json_answer<T: Serialize>(
    request: &HttpRequest,
    value: &T,
) -> Result<HttpResponse, Failure> {
    let text = serde_json::to_string(value)?;
    text_answer(request, text, AnswerKind::data()).await
}

/// Answers with a text of this kind.
pub async fn text_answer(
    request: &HttpRequest,
    text: String,
    kind: AnswerKind,
) -> Result<HttpResponse, Failure> {
    let encoding = Encoding::of(request);
    let body = off_thread(move || Body::encode(text.as_bytes(), encoding, Effort::Often)).await??;
    Ok(answer(request, kind, body))
}
