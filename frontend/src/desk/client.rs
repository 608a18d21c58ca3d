//! One request to the API, and what can go wrong with it.

use conoceles_shared::problem::{Code, FieldError, Problem};
use reqwest::Method;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::dom;
use crate::i18n::desk::texts;

/// The status of an act that was only proposed: a second administrator confirms it.
pub const PROPOSED_ONLY: u16 = 202;

/// Why a call brought no answer to use.
#[derive(Debug, Clone, PartialEq)]
pub enum Failure {
    /// The server refused, and says why.
    Refused(Box<Problem>),
    /// The server was not reached.
    Network,
    /// Nobody is signed in any more: the sign-in form is shown above the page.
    SignedOut,
    /// The answer was not understood.
    Unreadable,
}

impl Failure {
    /// Whether the same may succeed a little later: no network, a server that is being restarted, or
    /// too many at once.
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Refused(problem) => problem.status >= 500 || problem.status == 429,
            Self::Network | Self::Unreadable => true,
            Self::SignedOut => false,
        }
    }

    /// What happened and what to do, to show as it is.
    pub fn message(&self) -> String {
        let t = texts().failure;
        match self {
            Self::Refused(problem) => problem.detail.clone(),
            Self::Network => t.network.to_owned(),
            Self::SignedOut => t.signed_out.to_owned(),
            Self::Unreadable => t.unreadable.to_owned(),
        }
    }

    /// The stable code of a refusal.
    pub fn code(&self) -> Option<Code> {
        match self {
            Self::Refused(problem) => Some(problem.code),
            _ => None,
        }
    }

    /// The errors of fields, if it is about fields.
    pub fn errors(&self) -> &[FieldError] {
        match self {
            Self::Refused(problem) => &problem.errors,
            _ => &[],
        }
    }
}

/// What travels with a request.
#[derive(Clone)]
pub enum Body {
    /// Nothing.
    Empty,
    Json(Value),
    /// Bytes as they are, with their media type.
    Raw(Vec<u8>, String),
}

impl Body {
    /// A request type as JSON.
    pub fn json<T: Serialize>(content: &T) -> Self {
        Self::Json(serde_json::to_value(content).unwrap_or(Value::Null))
    }
}

/// A request, ready to be sent more than once.
#[derive(Clone)]
pub struct Call {
    /// GET, POST…
    pub method: Method,
    /// Below `/api/v1`, with its leading slash.
    pub path: String,
    /// What the change is based on: a version, or the name of a dry run.
    pub if_match: Option<String>,
    /// What travels with it.
    pub body: Body,
}

impl Call {
    /// A request without a body.
    pub fn new(method: Method, path: impl Into<String>) -> Self {
        Self {
            method,
            path: path.into(),
            if_match: None,
            body: Body::Empty,
        }
    }

    /// The same with a body.
    #[must_use]
    pub fn body(self, body: Body) -> Self {
        Self { body, ..self }
    }

    /// The same, based on this version.
    #[must_use]
    pub fn if_match(self, version: u32) -> Self {
        self.based_on(version.to_string())
    }

    /// The same, based on what has this name.
    #[must_use]
    pub fn based_on(self, name: String) -> Self {
        Self {
            if_match: Some(name),
            ..self
        }
    }
}

pub struct Reply {
    pub status: u16,
    pub media_type: String,
    pub bytes: Vec<u8>,
}

impl Reply {
    /// The body of a success, or the refusal.
    pub fn accepted(self) -> Result<Self, Failure> {
        if (200..300).contains(&self.status) {
            return Ok(self);
        }
        match serde_json::from_slice::<Problem>(&self.bytes) {
            Ok(problem) => Err(Failure::Refused(Box::new(problem))),
            Err(_) => Err(Failure::Unreadable),
        }
    }

    /// The body as a type; an empty one reads as `null`, so that `()` fits it.
    pub fn decoded<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        let bytes: &[u8] = if self.bytes.is_empty() {
            b"null"
        } else {
            &self.bytes
        };
        serde_json::from_slice(bytes).map_err(|_| Failure::Unreadable)
    }
}

/// Sends a request as it is: no retry, no session.
pub async fn send(call: Call, token: Option<String>) -> Result<Reply, Failure> {
    let url = format!("{}/api/v1{}", dom::origin(), call.path);
    let mut request = reqwest::Client::new()
        .request(call.method, url)
        .header("accept", "application/json")
        .header("x-conoceles", "mesa");
    if let Some(token) = token {
        request = request.bearer_auth(token);
    }
    if let Some(version) = call.if_match {
        request = request.header("if-match", format!("\"{version}\""));
    }
    request = match call.body {
        Body::Empty => request,
        Body::Json(value) => request
            .header("content-type", "application/json")
            .body(value.to_string()),
        Body::Raw(bytes, media_type) => request.header("content-type", media_type).body(bytes),
    };
    let response = request.send().await.map_err(|_| Failure::Network)?;
    let status = response.status().as_u16();
    let media_type = response
        .headers()
        .get("content-type")
        .and_then(|it| it.to_str().ok())
        .unwrap_or_default()
        .to_owned();
    let bytes = response
        .bytes()
        .await
        .map_err(|_| Failure::Network)?
        .to_vec();
    Ok(Reply {
        status,
        media_type,
        bytes,
    })
}
