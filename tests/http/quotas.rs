//! What one account may take of the server: requests at a time, and versions of a section in an hour.

use std::time::Duration;

use futures_util::future::{join_all, select_all};
use serde_json::json;
use sqlx::Executor as _;

use super::slow_bodies::SlowRequest;
use super::*;
use builders::World;
use conoceles_tests::Engine;

on_both!(
    /// Whoever opens requests without end is told to wait; nobody else is.
    one_account_takes_few_places,
    |server: Server| async move {
        let world = World::new(&server).await;
        let colleague = world.colleague(&server, "captura.otra").await;
        let line = format!("POST {}", world.capture("/consents"));
        let token = format!("Authorization: Bearer {}", world.operator.token().unwrap());
        let mut begun = Vec::new();
        for _ in 0..40 {
            let headers = std::slice::from_ref(&token);
            let slow = SlowRequest::begin(&server, &line, headers, r#"{"kind":"treatment"}"#).await;
            begun.push(Box::pin(slow.answer()));
        }
        let (first, _, open) = select_all(begun).await;
        assert!(first.starts_with("HTTP/1.1 429"), "{first}");
        assert!(first.contains("too_many_requests"), "{first}");
        assert!(first.to_lowercase().contains("retry-after: "), "{first}");
        assert!(first.contains("no se perdió"), "{first}");
        let _ = colleague.get("/api/v1/auth/me").await.ok();
        drop(open);
    }
);

on_both!(
    /// A section is saved so many times within an hour; what comes after waits, and others do not.
    a_section_has_so_many_versions_in_an_hour,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        world.begin().await;
        let path = world.capture("/sections/motivation");
        for version in 1..240 {
            let text = json!({ "text": content::text(300 + version) });
            let _ = world.operator.put(&path, version as u64, &text).await.ok();
        }
        let more = json!({ "text": content::text(299) });
        let late = world.operator.put(&path, 240, &more).await;
        late.refused(429, "too_many_requests");
        assert!(late.json()["detail"].as_str().unwrap().contains("no se perdió"));
        assert_eq!(world.operator.get(&path).await.ok()["version"], 240);
        let other = world.capture("/sections/proposal_1");
        let _ = world.operator.put(&other, 0, &more).await.ok();
        let seconds: u64 = late.header("retry-after").parse().unwrap();
        assert!(seconds <= 3600, "{seconds}");
        server.advance(Duration::from_secs(seconds + 1));
        world.operator = Person::sign_in(&server, "captura.raiz", builders::PASSWORD).await;
        let _ = world.operator.put(&path, 240, &more).await.ok();
    }
);

on_both!(
    /// However fast files arrive, an account has no more of them in memory than it has turns: a file keeps
    /// its own until it is answered.
    a_file_keeps_its_turn_until_it_is_answered,
    |server: Server| async move {
        let world = World::new(&server).await;
        let _ = world.consent("treatment", true).await.ok();
        let photo = content::photo(40, 50);
        let upload = |version| world.upload(version, "", "image/jpeg", photo.clone());
        // What has arrived waits to be stored.
        let mut other = server.hold_write_lock().await;
        if server.engine() == Engine::Postgres {
            // A session that was noted a moment ago is not written again: what is saved waits here.
            let lock = "LOCK TABLE candidacies IN EXCLUSIVE MODE";
            let _ = other.execute(lock).await.unwrap();
        }
        let begun = (0..5).map(|_| Box::pin(upload(0)));
        let (first, _, open) = select_all(begun).await;
        first.refused(429, "too_many_requests");
        let _ = other.execute("COMMIT").await.unwrap();
        let answers = join_all(open).await;
        let mut statuses: Vec<u16> = answers.iter().map(|it| it.status.as_u16()).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 412, 412, 412]);
        let _ = upload(1).await.ok();
    }
);
