//! The neutral order: one draw of formulas per contest from a published seed, rotated by one formula
//! every hour, so that each formula heads its list equally often and anyone can recompute it.
//!
//! A titular and its alternate are one formula: they are drawn once and stand together.

use sha2::{Digest, Sha256};

use crate::catalogues::{Office, Role};
use crate::ids::{ActorId, CandidacyId};
use crate::time::Instant;

/// What is drawn as one: `actor/list number`; without a number the actor alone where the office has
/// one seat, else the candidacy's id, as nobody can tell who belongs to whom.
#[must_use]
pub fn formula_text(
    office: Option<Office>,
    actor: &ActorId,
    list_position: Option<u32>,
    candidacy: &CandidacyId,
) -> String {
    match list_position {
        Some(number) => format!("{actor}/{number}"),
        None if office.is_some_and(Office::has_one_seat) => actor.to_string(),
        None => candidacy.to_string(),
    }
}

/// Where a formula stands in the draw of its contest: lower comes first before rotation.
/// The key is SHA-256 of `seed`, a zero byte, the contest, a zero byte and the formula's text.
#[must_use]
pub fn draw_key(seed: &str, contest: &str, formula: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(seed.as_bytes());
    hash.update([0]);
    hash.update(contest.as_bytes());
    hash.update([0]);
    hash.update(formula.as_bytes());
    hash.finalize().into()
}

/// Where a candidacy stands within its formula: the titular, then the alternate.
#[must_use]
pub const fn role_rank(role: Option<Role>) -> u8 {
    match role {
        Some(Role::Alternate) => 1,
        Some(Role::Titular) | None => 0,
    }
}

/// The number of the hour that contains `now`; the order turns when it changes.
#[must_use]
pub fn hour(now: Instant) -> u64 {
    u64::try_from(now.timestamp().div_euclid(3600)).unwrap_or(0)
}

/// Turns a drawn list by one formula for each hour; who is of one formula stands together in it.
pub fn rotate<T>(drawn: &mut [T], hour: u64, is_same_formula: impl Fn(&T, &T) -> bool) {
    let sizes: Vec<_> = drawn
        .chunk_by(|a, b| is_same_formula(a, b))
        .map(<[T]>::len)
        .collect();
    if let Ok(formulas) = u64::try_from(sizes.len())
        && formulas > 0
        && let Ok(places) = usize::try_from(hour % formulas)
    {
        drawn.rotate_left(sizes.iter().take(places).sum());
    }
}

#[cfg(test)]
#[path = "draw_tests.rs"]
mod draw_tests;
