//! New identifiers: UUID version 7 from the injected instant and the operating system's randomness.

use std::str::FromStr;

use conoceles_shared::ids::MalformedId;
use conoceles_shared::time::Instant;
use uuid::Builder;

use super::error::Failure;
use super::secrets;

/// What every id of this instant or a later one is not before: ids are ordered by their millisecond.
#[must_use]
pub fn least_id_at(at: Instant) -> String {
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or(0);
    let digits = format!("{millis:012x}");
    let (before, after) = digits.split_at(8);
    format!("{before}-{after}-0000-0000-000000000000")
}

/// A new id of type `T`, ordered by `now`.
///
/// # Errors
/// Only when the operating system has no randomness to give.
pub fn new_id<T: FromStr<Err = MalformedId>>(now: Instant) -> Result<T, Failure> {
    let random = secrets::random::<10>()?;
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
    Builder::from_unix_timestamp_millis(millis, &random)
        .into_uuid()
        .hyphenated()
        .to_string()
        .parse()
        .map_err(|_| Failure::internal("a new id is not canonical"))
}
