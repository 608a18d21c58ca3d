//! New identifiers: UUID version 7 from the injected instant and the operating system's randomness.

use std::str::FromStr;

use conoceles_shared::ids::MalformedId;
use conoceles_shared::time::Instant;
use uuid::Builder;

use super::error::Failure;
use super::secrets;

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
