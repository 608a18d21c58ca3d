//! A proposal as one administrator sees it.

use conoceles_shared::api::proposals::Proposal;
use conoceles_shared::ids::AccountId;
use conoceles_shared::time::Instant;
use conoceles_shared::two_people::NotConfirmable;

use super::store::ProposalRow;

/// The proposal for `who`. `others`: whether anybody else administers.
pub fn proposal_view(row: ProposalRow, who: &AccountId, others: bool, now: Instant) -> Proposal {
    let proposed = row.proposed();
    let refusal = proposed.not_confirmable(who, others, now);
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
