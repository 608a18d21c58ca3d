//! Whatever is changed behind the log's back is found.

use conoceles_shared::api::public::LogChain;
use conoceles_shared::questionnaire::{Section, SectionContent, TextAnswer};

use super::*;
use crate::publication::Kind as K;
use crate::publication::fixture_tests::World;

const TEXT: [(Section, u32); 1] = [(Section::Motivation, 1)];

/// Three candidacies: one with two versions, one withdrawn, one whose records were purged.
async fn history() -> World {
    let world = World::new().await;
    let mut ids = Vec::new();
    for name in ["Ana", "Beatriz", "Carla"] {
        let id = world.mayor(name).await;
        let text = SectionContent::Motivation(TextAnswer::of("Porque sí."));
        world.save(&id, 1, &text).await;
        world.publish(&id, &TEXT, K::Publication, 1).await;
        ids.push(id);
    }
    world.publish(&ids[0], &TEXT, K::NewVersion, 2).await;
    world.withdraw(&ids[1], 3).await;
    world.publish(&ids[2], &TEXT, K::ConsentRevoked, 4).await;
    world
}

async fn differences(world: &World) -> Vec<Difference> {
    let mut conn = world.app.db.read().await.unwrap();
    log_differences(&mut conn).await.unwrap()
}

#[actix_web::test]
async fn an_untouched_history_verifies() {
    let world = history().await;
    let mut conn = world.app.db.read().await.unwrap();
    let report = replay_log(&mut conn).await.unwrap();
    assert_eq!(report.differences, []);
    assert_eq!((report.logs[0].entries, report.records), (6, 3));
    assert_eq!(report.current, 2);
    let purged = [("autorización revocada", 1), ("candidatura retirada", 1)];
    assert_eq!(report.purged.into_iter().collect::<Vec<_>>(), purged);
    assert_eq!(report.logs[0].head.len(), 64);
    assert_eq!((report.logs[1].entries, &*report.logs[1].head), (0, ""));
}

#[actix_web::test]
async fn an_empty_log_verifies() {
    let world = World::new().await;
    assert_eq!(differences(&world).await, []);
}

#[actix_web::test]
async fn each_thing_that_is_tampered_with_is_found() {
    for sql in [
        "UPDATE publication_log SET hash = 'x' WHERE seq = 3",
        "UPDATE publication_log SET hash = 'x' WHERE seq = 6",
        "UPDATE publication_log SET entry = REPLACE(entry, 'new_version', 'pause') WHERE seq = 4",
        "UPDATE publication_log SET entry = ' ' || entry WHERE seq = 2",
        "UPDATE publication_log SET entry = 'no' WHERE seq = 2",
        "UPDATE publication_log SET at = '2024-01-01T00:00:00.000000Z' WHERE seq = 2",
        "UPDATE publication_log SET kind = 'import' WHERE seq = 2",
        "UPDATE publication_log SET election_id = 'x' WHERE seq = 2",
        "UPDATE publication_log SET candidacy_id = NULL WHERE seq = 2",
        "UPDATE publication_log SET record_sha256 = 'x' WHERE seq = 2",
        "UPDATE publication_log SET seq = 9 WHERE seq = 6",
        "DELETE FROM publication_log WHERE seq = 1",
        "DELETE FROM publication_log WHERE seq = 3",
        "DELETE FROM publication_log WHERE seq = 6",
        "UPDATE publication_head SET seq = 5",
        "UPDATE publication_head SET hash = ''",
        "UPDATE public_records SET record = REPLACE(record, 'Ana', 'Eva') WHERE version = 1",
        "UPDATE public_records SET sha256 = 'x' WHERE seq = 4",
        "UPDATE public_records SET seq = 1 WHERE seq = 4",
        "UPDATE public_records SET election_id = 'x' WHERE seq = 4",
        "UPDATE public_records SET version = 7 WHERE seq = 4",
        "UPDATE public_records SET is_current = 1 WHERE seq = 1",
        "UPDATE public_records SET is_current = 0 WHERE seq = 4",
        "DELETE FROM public_records WHERE seq = 1",
        "DELETE FROM public_records WHERE seq = 4",
        "DELETE FROM public_records WHERE seq = 6",
    ] {
        let world = history().await;
        world.tamper(sql).await;
        assert_ne!(differences(&world).await, [], "{sql}");
    }
}

#[actix_web::test]
async fn what_was_withdrawn_may_come_back_and_what_never_was_may_not() {
    let world = history().await;
    let before = world.load(&withdrawn_of(&world).await).await;
    world.publish(&before.id, &TEXT, K::Reinstatement, 5).await;
    let mut conn = world.app.db.read().await.unwrap();
    let report = replay_log(&mut conn).await.unwrap();
    assert_eq!(report.differences, []);
    assert_eq!((report.logs[0].entries, report.current), (7, 3));
    drop(conn);
    let never = world.mayor("Delia").await;
    let text = SectionContent::Motivation(TextAnswer::of("Porque sí."));
    world.save(&never, 1, &text).await;
    world.publish(&never, &TEXT, K::Reinstatement, 6).await;
    let found = differences(&world).await;
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].entry, Some((LogChain::Publication, 8)));
}

/// The candidacy that [`history`] withdrew.
async fn withdrawn_of(world: &World) -> CandidacyId {
    let mut conn = world.app.db.read().await.unwrap();
    let rows = replay::log_after(&mut conn, LogChain::Publication, 0)
        .await
        .unwrap();
    let row = rows.iter().find(|it| it.kind == "withdrawal").unwrap();
    row.candidacy.as_ref().unwrap().parse().unwrap()
}
