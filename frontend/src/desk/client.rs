//! One request to the API, and what can go wrong with it.

use conoceles_shared::problem::{Code, FieldError, Problem};
use js_sys::Uint8Array;
use leptos::prelude::window;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Headers, RequestInit, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use wasm_bindgen_futures::JsFuture;

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

/// What is done at an address of the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
    Put,
    Delete,
}

impl Method {
    const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
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

/// Sends a request as it is: no retry, no session. By the browser's own `fetch`: a client that knows every scheme,
/// proxy and header weighs more than a screen (docs/decisions/0053).
pub async fn send(call: Call, token: Option<String>) -> Result<Reply, Failure> {
    let url = format!("/api/v1{}", call.path);
    let asked = request_of(call, token)
        // Only a header that cannot travel: nothing was sent.
        .map_err(|_| Failure::Unreadable)?;
    let answer = JsFuture::from(window().fetch_with_str_and_init(&url, &asked));
    let answer = answer.await.map_err(|_| Failure::Network)?;
    let response: Response = answer.dyn_into().map_err(|_| Failure::Unreadable)?;
    let media_type = response.headers().get("content-type").ok().flatten();
    let body = response.array_buffer().map_err(|_| Failure::Network)?;
    let body = JsFuture::from(body).await.map_err(|_| Failure::Network)?;
    Ok(Reply {
        status: response.status(),
        media_type: media_type.unwrap_or_default(),
        bytes: Uint8Array::new(&body).to_vec(),
    })
}

fn request_of(call: Call, token: Option<String>) -> Result<RequestInit, JsValue> {
    let headers = Headers::new()?;
    headers.set("accept", "application/json")?;
    headers.set("x-conoceles", "mesa")?;
    if let Some(token) = token {
        headers.set("authorization", &format!("Bearer {token}"))?;
    }
    if let Some(version) = call.if_match {
        headers.set("if-match", &format!("\"{version}\""))?;
    }
    let request = RequestInit::new();
    request.set_method(call.method.name());
    match call.body {
        Body::Empty => {}
        Body::Json(value) => {
            headers.set("content-type", "application/json")?;
            request.set_body(&JsValue::from_str(&value.to_string()));
        }
        Body::Raw(bytes, media_type) => {
            headers.set("content-type", &media_type)?;
            request.set_body(&Uint8Array::from(bytes.as_slice()));
        }
    }
    request.set_headers(&headers);
    Ok(request)
}
