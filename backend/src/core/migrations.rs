//! The migrations, in the order they are applied. A list instead of sqlx' macro: the macro crate would
//! compile every database driver, and their cryptography, a second time for the compiler's use.

use sqlx::SqlSafeStr as _;
use sqlx::migrate::{Migration, MigrationType, Migrator};

/// Number, description and statements: the number and the words of the file's name.
const MIGRATIONS: &[(i64, &str, &str)] = &[
    (
        1,
        "foundation",
        include_str!("../../migrations/0001_foundation.sql"),
    ),
    (
        2,
        "account receipts",
        include_str!("../../migrations/0002_account_receipts.sql"),
    ),
    (
        3,
        "notices",
        include_str!("../../migrations/0003_notices.sql"),
    ),
    (
        4,
        "receipts",
        include_str!("../../migrations/0004_receipts.sql"),
    ),
    (
        5,
        "second factor",
        include_str!("../../migrations/0005_second_factor.sql"),
    ),
    (
        6,
        "language",
        include_str!("../../migrations/0006_language.sql"),
    ),
    (7, "hints", include_str!("../../migrations/0007_hints.sql")),
    (8, "photo", include_str!("../../migrations/0008_photo.sql")),
    (9, "doors", include_str!("../../migrations/0009_doors.sql")),
    (
        10,
        "two people",
        include_str!("../../migrations/0010_two_people.sql"),
    ),
    (
        27,
        "substitutes",
        include_str!("../../migrations/0027_substitutes.sql"),
    ),
    (
        33,
        "paper requests",
        include_str!("../../migrations/0033_paper_requests.sql"),
    ),
    (
        42,
        "annulled receipts",
        include_str!("../../migrations/0042_annulled_receipts.sql"),
    ),
    (
        50,
        "lone acts",
        include_str!("../../migrations/0050_lone_acts.sql"),
    ),
    (
        51,
        "listed candidacies",
        include_str!("../../migrations/0051_listed_candidacies.sql"),
    ),
    (
        52,
        "review desk",
        include_str!("../../migrations/0052_review_desk.sql"),
    ),
    (
        53,
        "editing",
        include_str!("../../migrations/0053_editing.sql"),
    ),
    (
        54,
        "reports",
        include_str!("../../migrations/0054_reports.sql"),
    ),
    (
        55,
        "audit chain",
        include_str!("../../migrations/0055_audit_chain.sql"),
    ),
    (56, "roll", include_str!("../../migrations/0056_roll.sql")),
    (
        57,
        "photo files",
        include_str!("../../migrations/0057_photo_files.sql"),
    ),
    (
        58,
        "drills and logos",
        include_str!("../../migrations/0058_drills_and_logos.sql"),
    ),
    (
        59,
        "represented actors",
        include_str!("../../migrations/0059_represented_actors.sql"),
    ),
];

/// Every migration that this program knows.
pub fn all() -> Migrator {
    let migrations = MIGRATIONS.iter().map(|(number, description, sql)| {
        let sql = sql.into_sql_str();
        Migration::new(
            *number,
            (*description).into(),
            MigrationType::Simple,
            sql,
            false,
        )
    });
    Migrator::with_migrations(migrations.collect())
}

#[cfg(test)]
#[path = "migrations_tests.rs"]
mod migrations_tests;
