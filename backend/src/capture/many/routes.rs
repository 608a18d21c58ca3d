//! The routes of acts on many candidacies.

use super::{consents, photos, submissions};
use crate::core::route::{RouteRow, signed};

/// Its rows of the route table.
#[must_use]
pub fn routes() -> Vec<RouteRow> {
    vec![
        signed(
            consents::__path_candidacies_without_consent,
            consents::candidacies_without_consent,
        ),
        signed(
            consents::__path_give_many_consents,
            consents::give_many_consents,
        ),
        signed(
            submissions::__path_candidacies_to_send,
            submissions::candidacies_to_send,
        ),
        signed(submissions::__path_send_many, submissions::send_many),
        signed(
            photos::dry_run::__path_photos_dry_run,
            photos::dry_run::photos_dry_run,
        ),
        signed(
            photos::commit::__path_photos_commit,
            photos::commit::photos_commit,
        ),
    ]
}
