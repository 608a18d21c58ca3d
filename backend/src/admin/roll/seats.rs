//! Places on the ballot: who has which, and which two want the same.

use conoceles_shared::api::admin::Registration;
use conoceles_shared::catalogues::{Office, Role};
use conoceles_shared::ids::ActorId;
use conoceles_shared::lifecycle::State;

/// A place on the ballot that one person has.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Seat {
    actor: ActorId,
    office: Office,
    territory: String,
    role: Role,
    number: Option<u16>,
}

impl Seat {
    /// The place of a registration; none of a list whose numbers are not known.
    #[must_use]
    pub fn of(actor: &ActorId, registration: &Registration) -> Option<Self> {
        let number = if registration.office.has_one_seat() {
            None
        } else {
            Some(registration.list_position?)
        };
        Some(Self {
            actor: actor.clone(),
            office: registration.office,
            territory: registration.territory_code.clone(),
            role: registration.role,
            number,
        })
    }
}

/// Whether a candidacy in this state has no place on the ballot any more.
#[must_use]
pub const fn has_left_place(state: State) -> bool {
    matches!(state, State::Substituted | State::Cancelled)
}
