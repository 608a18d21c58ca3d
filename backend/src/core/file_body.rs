//! A body that is a file: a turn before it is read and until it is processed, a limit while it is read,
//! and who sends it judged once more when it is there.

use std::future::{Ready, ready};
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_LENGTH;
use actix_web::rt::time::timeout;
use actix_web::web::{Bytes, BytesMut};
use actix_web::{FromRequest, HttpMessage as _, HttpRequest, web};
use conoceles_shared::problem::Code;
use futures_util::StreamExt as _;

use super::error::Failure;
use super::grant::judged_again;
use super::http::body_too_late;
use super::now::Now;
use super::requests::RequestPlace;
use super::signed_in::SignedIn;
use super::state::App;
use super::uploads::{HeadOfLine, UploadTurn};

/// How long a file may take to arrive: 20 MB at the speed of a slow telephone.
const FILE_PATIENCE: Duration = Duration::from_secs(180);
/// How long nothing at all may arrive.
const SILENCE: Duration = Duration::from_secs(20);

/// A file not read yet: how large it may be is for the handler to say.
pub struct FileBody {
    declared: Option<usize>,
    request: HttpRequest,
    payload: Payload,
}

/// A file that is there. Its sender's turn goes along with it, also to a worker whose client has gone
/// away, so that no account has more files in memory than it has turns.
pub struct ReceivedFile {
    bytes: Bytes,
    turn: Arc<UploadTurn>,
}

impl ReceivedFile {
    /// Waits until no other file of its sender waits for what all accounts share.
    ///
    /// # Errors
    /// None that is expected.
    pub async fn head_of_line(&self) -> Result<HeadOfLine, Failure> {
        self.turn.head_of_line().await
    }
}

impl Deref for ReceivedFile {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.bytes
    }
}

impl FromRequest for FileBody {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let declared = request.headers().get(CONTENT_LENGTH);
        ready(Ok(Self {
            declared: declared.and_then(|it| it.to_str().ok()?.parse().ok()),
            request: request.clone(),
            payload: payload.take(),
        }))
    }
}

impl FileBody {
    /// Up to `limit` bytes and not one more, with the instant they were there; `what` names the file in
    /// a refusal.
    ///
    /// # Errors
    /// 429 beyond the sender's quota, 413 over the limit, 408 where it does not arrive in time, 400
    /// where it did not arrive whole, 401 where the session ended meanwhile.
    pub async fn bytes_up_to(
        mut self,
        limit: usize,
        what: &str,
    ) -> Result<(ReceivedFile, Now), Failure> {
        if self.declared.is_some_and(|it| it > limit) {
            return Err(too_large(limit, what));
        }
        let app = app(&self.request)?;
        let sender = SignedIn::of(&self.request)?;
        let turn = app.uploads.enter(&sender.id, Now::of(&self.request)?.0)?;
        let turn = Arc::new(turn);
        // What takes minutes must not stand where the account's other requests are answered. The
        // request keeps the turn instead until it is answered.
        self.request.extensions_mut().remove::<RequestPlace>();
        self.request.extensions_mut().insert(Arc::clone(&turn));
        let received = timeout(
            FILE_PATIENCE,
            Self::received(&mut self.payload, limit, what),
        );
        let bytes = received.await.map_err(|_| body_too_late())??;
        let now = judged_again(&self.request).await?;
        Ok((ReceivedFile { bytes, turn }, now))
    }

    async fn received(payload: &mut Payload, limit: usize, what: &str) -> Result<Bytes, Failure> {
        let mut bytes = BytesMut::new();
        loop {
            let next = timeout(SILENCE, payload.next()).await;
            let Some(chunk) = next.map_err(|_| body_too_late())? else {
                return Ok(bytes.freeze());
            };
            let chunk = chunk.map_err(|_| {
                Failure::new(
                    Code::MalformedBody,
                    format!("{what} no se recibió por completo. Intente de nuevo."),
                )
            })?;
            if bytes.len() + chunk.len() > limit {
                return Err(too_large(limit, what));
            }
            bytes.extend_from_slice(&chunk);
        }
    }
}

fn too_large(limit: usize, what: &str) -> Failure {
    let megabytes = limit / 1024 / 1024;
    Failure::new(
        Code::TooLarge,
        format!("{what} puede pesar hasta {megabytes} MB."),
    )
}

fn app(request: &HttpRequest) -> Result<&web::Data<App>, Failure> {
    request
        .app_data::<web::Data<App>>()
        .ok_or_else(|| Failure::internal("no application state"))
}
