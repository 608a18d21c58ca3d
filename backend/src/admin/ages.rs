//! Ages follow election day: when it moves, those that come from a birth date are reckoned anew.

use chrono::NaiveDate;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::time::{Instant, age_on};

use super::store;
use crate::candidacy::private;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::secrets::Secrets;

/// Stores the ages on `day` of an election's candidacies; how many changed. What is published
/// keeps the age it was published with until its next version.
pub async fn follow(
    secrets: &Secrets,
    conn: Conn<'_>,
    election: &ElectionId,
    day: NaiveDate,
    now: Instant,
) -> Result<usize, Failure> {
    let mut changed = 0;
    for mut row in store::sealed_candidacies(&mut *conn, election).await? {
        let Some(birth) = private::unseal(secrets, &row.id, &row.private)?.birth_date else {
            continue;
        };
        let age = age_on(birth, day);
        if age != row.registration.age {
            row.registration.age = age;
            store::set_registration(&mut *conn, &row.id, &row.registration, now).await?;
            changed += 1;
        }
    }
    Ok(changed)
}
