//! A proposal as one administrator sees it.

use conoceles_shared::api::proposals::Proposal;
use conoceles_shared::ids::AccountId;
use conoceles_shared::time::Instant;
use conoceles_shared::two_people::NotConfirmable;

use super::store::ProposalRow;
use crate::accounts::store::AdministratorRow;

/// Since when nobody but who proposed it can decide, as things stand.
pub fn alone_since(row: &ProposalRow, all: &[AdministratorRow], now: Instant) -> Option<Instant> {
    let deciders: Vec<_> = all.iter().map(AdministratorRow::as_decider).collect();
    row.proposed().alone_since_at(&deciders, now)
}

/// The proposal for `who`, where `all` administer.
pub fn proposal_view(
    row: ProposalRow,
    who: &AccountId,
    all: &[AdministratorRow],
    now: Instant,
) -> Proposal {
    let proposed = row.proposed();
    let refusal = proposed.not_confirmable(who, alone_since(&row, all, now), now);
    Proposal {
        state: proposed.state_at(now),
        own: row.by == *who,
        confirm_refusal: refusal.map(NotConfirmable::detail),
        proposed_by: row.by_name.unwrap_or_default(),
        id: row.id,
        act: row.act,
        title: row.title,
        consequences: row.consequences,
        proposed_at: row.at,
        expires: row.expires,
        decided_by: row.decided_by,
        decided_at: row.decided_at,
    }
}
