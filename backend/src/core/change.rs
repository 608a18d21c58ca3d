//! The one way from a grant to a change: a transaction in which whoever asks is judged once more, and
//! in which the clock is read.
//!
//! A request may wait for its body, for a hash and for others who write. Whoever is suspended, signed
//! out or without a second factor by then writes nothing, and what is written is dated when it is.

use std::ops::{Deref, DerefMut};

use conoceles_shared::problem::Code;
use conoceles_shared::time::{GRACE_SECONDS, Instant};
use sqlx::AnyConnection;

use super::clock::Clock;
use super::db::Tx;
use super::error::Failure;
use super::grant::{Grant, Power, in_order, not_signed_in};
use super::requests::RequestPlace;
use super::signed_in::standing_in_session;
use super::state::App;
use super::store;

/// Seconds after which a change that waited too long may be tried again.
const RETRY_SECONDS: u64 = 2;

/// A transaction of somebody's. Rolled back unless it is committed.
pub struct Change {
    tx: Tx,
    _place: RequestPlace,
    clock: Clock,
    begun: Instant,
}

impl Deref for Change {
    type Target = AnyConnection;

    fn deref(&self) -> &AnyConnection {
        &self.tx
    }
}

impl DerefMut for Change {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.tx
    }
}

impl Change {
    /// Stores everything, unless it waited for others so long that its date would no longer be true.
    ///
    /// # Errors
    /// 503 `busy`, and nothing is stored, where it took longer than the grace; the database.
    pub async fn commit(self) -> Result<(), Failure> {
        if (self.clock.now() - self.begun).num_seconds() > GRACE_SECONDS {
            return Err(Failure::later(
                Code::Busy,
                "Muchas personas guardan a la vez y el suyo esperó demasiado. Nada se guardó: intente \
                 de nuevo.",
                RETRY_SECONDS,
            ));
        }
        Ok(self.tx.commit().await?)
    }
}

impl<P: Power> Grant<P> {
    /// Begins a change, and the instant at which it happens. The account's row is held until it ends,
    /// so that suspending it, or ending its session, comes before the change or after it.
    ///
    /// # Errors
    /// 401 where the session or the account's work is over by now; 403 where it may no longer do this.
    pub async fn begin_change(&self, app: &App) -> Result<(Change, Instant), Failure> {
        let place = app.changes.enter(&self.account).await?;
        let mut tx = app.db.write().await?;
        store::hold_account(&mut tx, &self.account).await?;
        let now = app.clock.now();
        let present = standing_in_session(app, &mut tx, (&self.account, &self.session), now)
            .await?
            .ok_or_else(not_signed_in)?;
        let same_scope = P::scope(&present).is_some_and(|it| it == self.scope);
        if !same_scope || !present.role.may(P::PERMISSION) || present.role != self.role {
            return Err(Failure::new(
                Code::Forbidden,
                "Lo que su cuenta puede hacer cambió. Inicie sesión de nuevo.",
            ));
        }
        in_order(P::PERMISSION, present.next_step)?;
        let change = Change {
            tx,
            _place: place,
            clock: app.clock.clone(),
            begun: now,
        };
        Ok((change, now))
    }
}
