//! Entries read for whoever asks: within the budget of their address, and behind the gate.

use std::ops::Range;

use actix_web::HttpRequest;
use conoceles_shared::api::public::LogChain;
use conoceles_shared::time::Instant;

use super::store::{self, EntryRow};
use crate::core::error::Failure;
use crate::core::state::App;
use crate::portal::{Portal, admitted};

/// Who asks whom, when, and what it costs.
#[derive(Clone, Copy)]
pub struct AskedLog<'a> {
    /// The request.
    pub request: &'a HttpRequest,
    /// The application.
    pub app: &'a App,
    /// The portal, whose gate and budgets these are.
    pub portal: &'a Portal,
    /// When.
    pub now: Instant,
}

impl AskedLog<'_> {
    /// The entries behind the first `after.start`, up to number `after.end`, at most `limit`.
    ///
    /// # Errors
    /// 429 where the address's budget is spent, 503 where too many wait.
    pub async fn entries(
        self,
        log: LogChain,
        after: Range<u64>,
        limit: u16,
        tokens: u16,
    ) -> Result<Vec<EntryRow>, Failure> {
        let charge = (tokens, self.now);
        let _place = admitted(self.request, self.app, self.portal, charge).await?;
        let mut conn = self.app.db.read().await?;
        store::entries_after(&mut conn, log, (after.start, after.end), limit).await
    }
}
