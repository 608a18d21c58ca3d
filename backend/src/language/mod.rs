//! Inclusive language on the server: the rules of an election, and what is found in a text that
//! somebody else reads. The rules themselves are in `conoceles_shared::language`.

pub mod store;

use std::sync::{Arc, LazyLock};

use conoceles_shared::api::review::DeskFinding;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::language::{CAPITALS, Ignored, Rules, check};

use crate::core::db::Conn;
use crate::core::error::Failure;

/// The built-in rules, put together once.
static BUILT_IN: LazyLock<Arc<Rules>> = LazyLock::new(|| Arc::new(Rules::built_in()));

/// The rules of an election, ready to check texts.
pub async fn rules(conn: Conn<'_>, election: &ElectionId) -> Result<Arc<Rules>, Failure> {
    let changes = store::election_rules(conn, election).await?.content;
    if changes.is_empty() {
        return Ok(Arc::clone(&BUILT_IN));
    }
    Ok(Arc::new(Rules::of(&changes)))
}

/// What a reviewer is told of a text, with what was left as it is. Capitals are left to the quality
/// hints, which stand beside it on the same desk.
#[must_use]
pub fn findings_for_desk(text: &str, rules: &Rules, ignored: &[Ignored]) -> Vec<DeskFinding> {
    check(text, rules)
        .into_iter()
        .filter(|finding| finding.rule != CAPITALS)
        .map(|finding| DeskFinding {
            explanation: rules
                .rule(&finding.rule)
                .map(|it| it.explanation.clone())
                .unwrap_or_default(),
            ignored: ignored.iter().any(|it| it.covers(&finding)),
            finding,
        })
        .collect()
}

#[cfg(test)]
#[path = "language_tests.rs"]
mod language_tests;
