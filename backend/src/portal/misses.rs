//! Answers that are made for whoever asks first: from what is kept where it is, else outside the event
//! loop, behind the gate and within the budget of the client's address. What is kept costs neither.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use actix_web::{HttpMessage as _, HttpRequest, web};
use conoceles_shared::api::query::CandidacyQuery;
use conoceles_shared::problem::Code;
use conoceles_shared::time::Instant;

use super::budgets::BudgetLeft;
use super::cache::CacheKey;
use super::memory::Portal;
use super::snapshot::Snapshot;
use super::views::SnapshotView;
use crate::core::client_address::ClientAddress;
use crate::core::error::Failure;
use crate::core::gate::{Crowded, GatePlace};
use crate::core::http::off_thread;
use crate::core::state::App;
use crate::prepared::answer::Body;
use crate::prepared::encoding::{Effort, Encoding};

/// Items of a list that one token of a budget pays for.
pub const ITEMS_A_TOKEN: u16 = 25;
/// Seconds after which a crowd at the gate is over.
const CROWD: u64 = 2;
/// Seconds between two lines of the log about refusals.
const TELL_EVERY: i64 = 60;

/// Whoever asks, and of what.
pub struct Asking {
    /// The application's state, for who a client is.
    pub app: web::Data<App>,
    /// What is public.
    pub portal: web::Data<Portal>,
    /// The snapshot that the answer is of.
    pub snapshot: Arc<Snapshot>,
    /// When.
    pub now: Instant,
}

/// What making the answer to a query costs: a token, and one for each so many items.
#[must_use]
pub fn tokens(query: &CandidacyQuery) -> u16 {
    1 + query.page_size().div_ceil(ITEMS_A_TOKEN)
}

impl Asking {
    /// The answer kept under a key, or the one that `make` gives. `key_of` tells under which key it is
    /// kept in a coding.
    ///
    /// # Errors
    /// 429 where the address's budget is spent, 503 where too many wait; and what `make` refuses.
    pub async fn kept_or_made<M>(
        self,
        request: &HttpRequest,
        key_of: impl Fn(Encoding) -> CacheKey,
        tokens: u16,
        make: M,
    ) -> Result<Body, Failure>
    where
        M: FnOnce(&SnapshotView<'_>, Encoding, Effort) -> Result<Body, Failure> + Send + 'static,
    {
        let (preferred, quick) = (Encoding::of(request), Encoding::quick_of(request));
        let quick_key = key_of(quick);
        let best = CacheKey {
            encoding: preferred,
            ..quick_key.clone()
        };
        let cache = &self.snapshot.cache;
        let hasty = || {
            (quick != preferred)
                .then(|| cache.get(&quick_key))
                .flatten()
        };
        if let Some(body) = cache.get(&best).or_else(hasty) {
            self.improve(&quick_key, preferred, make);
            return Ok(body);
        }
        let place = admitted(request, &self.app, &self.portal, (tokens, self.now)).await?;
        off_thread(move || {
            let view = SnapshotView::new(self.portal.shell(), &self.snapshot);
            let made = make(&view, quick, Effort::Once);
            drop(place);
            made
        })
        .await?
    }

    /// The answer kept for a path, or the text that `make` gives of the snapshot alone.
    ///
    /// # Errors
    /// As [`Self::kept_or_made`].
    pub async fn kept_or_made_text(
        self,
        request: &HttpRequest,
        path: String,
        tokens: u16,
        make: impl FnOnce(&Snapshot) -> Result<String, Failure> + Send + 'static,
    ) -> Result<Body, Failure> {
        let key_of = move |encoding| CacheKey {
            path: path.clone().into(),
            hour: 0,
            encoding,
        };
        let kept = key_of.clone();
        let made = self.kept_or_made(request, key_of, tokens, move |view, encoding, effort| {
            view.text_of_snapshot(kept(encoding), effort, make)
        });
        made.await
    }

    /// Compresses better, in the preferred coding, what is asked for again and again in haste's, where
    /// a place is free for it.
    fn improve<M>(self, quick_key: &CacheKey, preferred: Encoding, make: M)
    where
        M: FnOnce(&SnapshotView<'_>, Encoding, Effort) -> Result<Body, Failure> + Send + 'static,
    {
        if !self.snapshot.cache.claim_better(quick_key) {
            return;
        }
        let Some(place) = self.portal.gate.free_place() else {
            return;
        };
        // Nobody waits for it: what is kept is answered until the better one is there.
        drop(actix_web::rt::task::spawn_blocking(move || {
            let view = SnapshotView::new(self.portal.shell(), &self.snapshot);
            if let Err(error) = make(&view, preferred, Effort::Often) {
                tracing::warn!(%error, "an answer was not compressed better");
            }
            drop(place);
        }));
    }
}

/// A place at the gate for whoever's address has so many tokens left.
///
/// # Errors
/// 429 where the address's budget is spent, 503 where too many wait.
pub async fn admitted(
    request: &HttpRequest,
    app: &App,
    portal: &Portal,
    (tokens, now): (u16, Instant),
) -> Result<GatePlace, Failure> {
    let address = ClientAddress::of(request, &app.config);
    let spent = portal.budgets.spend(address.as_str(), tokens, now);
    let left = spent.map_or_else(BudgetLeft::none_for, BudgetLeft::of);
    request.extensions_mut().insert(left);
    spent.map_err(|seconds| budget_spent(seconds, now))?;
    let place = portal.gate.wait_for_place().await;
    place.map_err(|Crowded| crowded(now))
}

fn budget_spent(seconds: u64, now: Instant) -> Failure {
    tell("addresses ask for more lists than their share", now);
    Failure::later(
        Code::TooManyRequests,
        format!(
            "Desde su dirección de red se pidieron muchas consultas distintas en poco tiempo. Espere \
             {seconds} segundos y siga más despacio; lo ya consultado no cuenta."
        ),
        seconds,
    )
}

/// The refusal where more is asked for than is made at once.
pub fn crowded(now: Instant) -> Failure {
    tell("more lists are asked for than are made at once", now);
    Failure::later(
        Code::Busy,
        "Muchas personas consultan a la vez. Espere un momento e intente de nuevo.",
        CROWD,
    )
}

/// Tells the log, at most once a minute.
fn tell(what: &'static str, now: Instant) {
    static TOLD: AtomicI64 = AtomicI64::new(0);
    let now = now.timestamp();
    let told = TOLD.load(Ordering::Relaxed);
    if now - told >= TELL_EVERY
        && TOLD
            .compare_exchange(told, now, Ordering::Relaxed, Ordering::Relaxed)
            .is_ok()
    {
        tracing::warn!("{what}: some were refused");
    }
}

#[cfg(test)]
#[path = "misses_tests.rs"]
mod misses_tests;
