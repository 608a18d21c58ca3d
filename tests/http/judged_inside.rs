//! Who asks, when, and whether it is in time: judged inside the transaction that stores the change.

use std::time::Duration;

use conoceles_shared::time::{GRACE_SECONDS, Instant};
use serde_json::{Value, json};
use sqlx::Executor as _;

use super::*;
use builders::World;
use conoceles_tests::{Answer, Engine};

/// How many versions of sections are stored.
const VERSIONS: &str = "SELECT COUNT(*) FROM section_versions";

/// A save of the motivation that waits for whoever writes before it: `meanwhile` happens, then the other
/// commits.
async fn save_behind(
    server: &Server,
    world: &World,
    first: &'static str,
    meanwhile: impl AsyncFnOnce(),
) -> Answer {
    let mut other = server.hold_write_lock().await;
    let _ = other.execute(first).await.unwrap();
    let path = world.capture("/sections/motivation");
    let text = json!({ "text": content::text(320) });
    let mut save = Box::pin(world.operator.put(&path, 1, &text));
    let early = tokio::time::timeout(Duration::from_secs(1), &mut save).await;
    assert!(
        early.is_err(),
        "it waits for nobody: {}",
        early.unwrap().text()
    );
    meanwhile().await;
    let _ = other.execute("COMMIT").await.unwrap();
    save.await
}

/// Moves the server's clock to `seconds` after `instant`.
fn move_to(server: &Server, instant: &str, seconds: i64) {
    let at: Instant = instant.parse().unwrap();
    let wanted = u64::try_from(at.timestamp() + seconds).unwrap();
    server.advance(Duration::from_secs(wanted - server.now()));
}

async fn candidacy(world: &World) -> Value {
    world.operator.get(&world.capture("")).await.ok()
}

on_both!(
    /// Suspended while the save waited for its turn: nothing is stored.
    a_suspension_before_the_transaction_holds_in_it,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.begin().await;
        let before = server.number(VERSIONS).await;
        let suspended = "UPDATE accounts SET state = 'suspended' WHERE login = 'captura.raiz'";
        let answer = save_behind(&server, &world, suspended, async || {}).await;
        answer.refused(401, "not_signed_in");
        assert_eq!(server.number(VERSIONS).await, before);
    }
);

on_both!(
    /// The session ended while the save waited for its turn: nothing is stored.
    a_session_that_ended_before_the_transaction_writes_nothing,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.begin().await;
        let before = server.number(VERSIONS).await;
        let ended = "UPDATE accounts SET state = state; \
                     UPDATE sessions SET ended_at = '2026-01-01T00:00:00.000000Z'";
        let answer = save_behind(&server, &world, ended, async || {}).await;
        answer.refused(401, "not_signed_in");
        assert_eq!(server.number(VERSIONS).await, before);
    }
);

on_both!(
    /// The period, and the grace after it, passed while the save waited for its turn.
    a_deadline_that_passes_before_the_transaction_holds_in_it,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.begin().await;
        let ends = candidacy(&world).await["deadline"].as_str().unwrap().to_owned();
        move_to(&server, &ends, -300);
        let mut world = world;
        world.operator = Person::sign_in(&server, "captura.raiz", builders::PASSWORD).await;
        let before = server.number(VERSIONS).await;
        let held = "UPDATE accounts SET state = state";
        let late = async || move_to(&server, &ends, GRACE_SECONDS + 10);
        let answer = save_behind(&server, &world, held, late).await;
        answer.refused(409, "period_ended");
        assert_eq!(server.number(VERSIONS).await, before);
    }
);

on_both!(
    /// Judged, and then kept waiting by others: it is stored with a true date or not at all.
    a_change_that_waited_too_long_is_not_stored_with_an_old_date,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.begin().await;
        let before = server.number(VERSIONS).await;
        let held = "UPDATE candidacies SET version = version";
        let later = async || server.advance(Duration::from_secs(120));
        let answer = save_behind(&server, &world, held, later).await;
        match server.engine() {
            // There whoever writes waits before anything is judged.
            Engine::Sqlite => drop(answer.ok()),
            Engine::Postgres => {
                answer.refused(503, "busy");
                assert_eq!(server.number(VERSIONS).await, before);
            }
        }
    }
);

on_both!(
    /// What was sent in time and arrives a little later is taken, with its own date; a second after the
    /// grace it is not, and only then is the candidacy sent as it stands.
    the_grace_is_the_same_for_the_save_and_for_the_sweep,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        world.begin().await;
        let ends = candidacy(&world).await["deadline"].as_str().unwrap().to_owned();
        move_to(&server, &ends, GRACE_SECONDS - 4);
        world.operator = Person::sign_in(&server, "captura.raiz", builders::PASSWORD).await;
        assert_eq!(candidacy(&world).await["state"], "in_capture");
        let path = world.capture("/sections/motivation");
        let saved = world.operator.put(&path, 1, &json!({ "text": content::text(310) })).await.ok();
        assert!(saved["saved_at"].as_str().unwrap() > ends.as_str(), "{saved}");
        move_to(&server, &ends, GRACE_SECONDS + 2);
        let late = world.operator.put(&path, 2, &json!({ "text": content::text(320) })).await;
        late.refused(409, "period_ended");
        assert_eq!(candidacy(&world).await["state"], "submitted");
    }
);
