//! Columns become values by their place, and a damaged one is never told.

use conoceles_shared::ids::{ActorId, PartyId};
use conoceles_shared::questionnaire::Section;
use sqlx::any::install_default_drivers;
use sqlx::{AnyConnection, Connection as _, FromRow};

use super::*;
use crate::core::error::Failure;

const ID: &str = "00000000-0000-7000-8000-000000000001";

row! {
    /// A row of every kind of column.
    #[derive(Debug, PartialEq)]
    struct Sample from sample_columns! {
        id: ActorId = "s.id",
        section: Section = "s.section",
        parties: Vec<PartyId> = "s.party_ids",
        version: u32 = "s.version",
        total: u64 = "(SELECT COUNT(*) FROM samples x)",
        granted: bool = "s.granted",
        at: Instant = "s.at",
        ended: Option<Instant> = "s.ended_at",
        name: Option<String> = "s.name",
    }
}

row! {
    /// The same column twice: only their places tell them apart.
    struct Ends from end_columns! {
        first: String = "'a' AS same",
        last: String = "'z' AS same",
    }
}

async fn fetched<R>(sql: &'static str) -> Result<R, Failure>
where
    R: for<'r> FromRow<'r, AnyRow> + Send + Unpin,
{
    install_default_drivers();
    let mut conn = AnyConnection::connect("sqlite::memory:").await?;
    Ok(sqlx::query_as(sql).fetch_one(&mut conn).await?)
}

/// Why the only column of a query is no `T`.
async fn refusal<T: Column + Send + Unpin>(sql: &'static str) -> String {
    match fetched::<Only<T>>(sql).await {
        Ok(_) => panic!("read as {}", std::any::type_name::<T>()),
        Err(failure) => failure.to_string(),
    }
}

#[test]
fn the_list_of_columns_is_that_of_the_fields_in_their_order() {
    assert_eq!(
        sample_columns!(),
        "s.id, s.section, s.party_ids, s.version, (SELECT COUNT(*) FROM samples x), s.granted, \
         s.at, s.ended_at, s.name"
    );
}

#[actix_web::test]
async fn every_kind_of_column_is_read() {
    const SQL: &str = concat!(
        "WITH samples (id, section, party_ids, version, granted, at, ended_at, name) AS (VALUES \
         ('00000000-0000-7000-8000-000000000001', 'contact', \
         '[\"00000000-0000-7000-8000-000000000001\"]', 3, 1, \
         '2026-11-24T12:00:00.000001Z', NULL, 'Uno')) SELECT ",
        sample_columns!(),
        " FROM samples s"
    );
    let sample: Sample = fetched(SQL).await.unwrap();
    let expected = Sample {
        id: ID.parse().unwrap(),
        section: Section::Contact,
        parties: vec![ID.parse().unwrap()],
        version: 3,
        total: 1,
        granted: true,
        at: "2026-11-24T12:00:00.000001Z".parse().unwrap(),
        ended: None,
        name: Some("Uno".into()),
    };
    assert_eq!(sample, expected);
}

#[actix_web::test]
async fn fields_are_read_by_place_and_not_by_name() {
    const SQL: &str = concat!("SELECT ", end_columns!());
    let ends: Ends = fetched(SQL).await.unwrap();
    assert_eq!((ends.first.as_str(), ends.last.as_str()), ("a", "z"));
}

#[actix_web::test]
async fn the_only_column_is_the_first() {
    let Only(version) = fetched::<Only<u32>>("SELECT 7, 8").await.unwrap();
    assert_eq!(version, 7);
    let Only(none) = fetched::<Only<Option<ActorId>>>("SELECT NULL")
        .await
        .unwrap();
    assert_eq!(none, None);
}

#[actix_web::test]
async fn what_a_damaged_column_holds_is_never_told() {
    let refusals = [
        refusal::<ActorId>("SELECT 'CANARIO'").await,
        refusal::<Section>("SELECT 'CANARIO'").await,
        refusal::<Option<Section>>("SELECT 'CANARIO'").await,
        refusal::<Instant>("SELECT 'CANARIO'").await,
        refusal::<Vec<PartyId>>("SELECT '\"CANARIO\"'").await,
        refusal::<Vec<PartyId>>("SELECT '[{\"CANARIO\": 1}]'").await,
        refusal::<conoceles_shared::lifecycle::Process>("SELECT '{\"state\": \"CANARIO\"}'").await,
        refusal::<u32>("SELECT 'CANARIO'").await,
        refusal::<u32>("SELECT -424242").await,
    ];
    for text in refusals {
        assert!(
            !text.contains("CANARIO") && !text.contains("424242"),
            "{text}"
        );
        assert!(text.starts_with("database: "), "{text}");
    }
}

#[actix_web::test]
async fn a_row_that_lacks_a_column_is_refused() {
    let failure = fetched::<Ends>("SELECT 'a'").await.err().unwrap();
    assert!(failure.to_string().starts_with("database: "));
}
