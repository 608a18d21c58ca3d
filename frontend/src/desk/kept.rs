//! That what this device keeps has changed: whoever shows it looks again.

use conoceles_shared::time::Instant;
use leptos::prelude::*;

use super::context::handed_down;

/// What changes in what the device keeps; a copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct Kept {
    changes: RwSignal<u32>,
    sent: RwSignal<Option<Instant>>,
    wished: RwSignal<u32>,
}

impl Kept {
    fn new() -> Self {
        Self {
            changes: RwSignal::new(0),
            sent: RwSignal::new(None),
            wished: RwSignal::new(0),
        }
    }

    /// Shared with everything below.
    pub fn provide() {
        provide_context(Self::new());
    }

    /// The one of this page.
    pub fn here() -> Self {
        handed_down(Self::new)
    }

    /// Follows the changes.
    pub fn track(self) {
        self.changes.track();
    }

    /// Something was kept or forgotten.
    pub fn changed(self) {
        self.changes.try_update(|it| *it = it.wrapping_add(1));
    }

    /// The server has something that was only kept here until then.
    pub fn was_sent(self, at: Instant) {
        self.sent.try_set(Some(at));
        self.changed();
    }

    /// When the server last got something that was kept here.
    pub fn last_sent(self) -> RwSignal<Option<Instant>> {
        self.sent
    }

    /// Has the open page send what it keeps.
    pub fn wish_sent(self) {
        self.wished.update(|it| *it = it.wrapping_add(1));
    }

    /// Changes with each [`Self::wish_sent`].
    pub fn wished(self) -> Signal<u32> {
        self.wished.into()
    }
}
