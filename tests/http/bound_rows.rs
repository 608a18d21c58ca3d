//! What an owner of the database, without our keys, makes of somebody else's rows: nothing.

use serde_json::json;
use sqlx::{Connection as _, Executor as _};

use super::*;
use builders::{PASSWORD, World, confirm_proposal, second_admin};

/// Changes the database behind the server's back.
async fn tamper(server: &Server, statement: &str) {
    sqlx::any::install_default_drivers();
    let mut connection = sqlx::AnyConnection::connect(server.database_url())
        .await
        .unwrap();
    let done = connection
        .execute(sqlx::AssertSqlSafe(statement.to_owned()))
        .await
        .unwrap();
    assert!(done.rows_affected() > 0, "{statement}");
}

on_both!(
    /// A password that was copied into another's row signs nobody in, and the log says so.
    a_copied_password_opens_nothing,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.capture_all().await;
        let stranger = world.stranger(&server).await;
        let body = json!({ "current_password": PASSWORD, "new_password": "cuatro alcatraces y un quetzal" });
        assert_eq!(stranger.change_password(&body).await.status, 200);
        tamper(
            &server,
            "UPDATE accounts SET password_hash = (SELECT o.password_hash FROM accounts o \
             WHERE o.login = 'otra') WHERE login = 'captura.raiz'",
        )
        .await;
        let someone = Person::anonymous(&server);
        let copied = someone.try_to_enter("captura.raiz", "cuatro alcatraces y un quetzal").await;
        copied.refused(401, "wrong_credentials");
        assert!(server.log().contains("was not stored for this account"), "{}", server.log());
        let own = someone.try_to_enter("otra", "cuatro alcatraces y un quetzal").await;
        assert_eq!(own.status, 200);
    }
);

on_both!(
    /// A session that is said to be another's goes on as nobody's.
    a_session_given_to_another_is_over,
    |server: Server| async move {
        let world = World::new(&server).await;
        let mut stranger = world.stranger(&server).await;
        let _ = stranger.refresh().await.ok();
        tamper(
            &server,
            "UPDATE sessions SET account_id = (SELECT id FROM accounts WHERE login = 'captura.raiz') \
             WHERE account_id = (SELECT id FROM accounts WHERE login = 'otra')",
        )
        .await;
        stranger.refresh().await.refused(401, "session_ended");
    }
);

on_both!(
    /// A recovered account whose credentials are dated back reads nothing of before.
    credentials_that_are_dated_back_read_nothing,
    |server: Server| async move {
        let world = World::new(&server).await;
        let second = second_admin(&server).await;
        world.capture_all().await;
        let path = world.capture("/sections/identity");
        assert_eq!(world.operator.get(&path).await.ok()["withheld"], false);
        let id = builders::account_id(&world.admin, "captura.raiz").await;
        let recovery = format!("/api/v1/admin/accounts/{id}/recovery");
        assert_eq!(world.admin.post(&recovery, &json!({})).await.status, 202);
        let done = confirm_proposal(&second).await.ok();
        let code = done["credential"]["one_time_password"].as_str().unwrap().to_owned();
        let thief = builders::first_sign_in(&server, "captura.raiz", &code).await;
        assert_eq!(thief.get(&path).await.ok()["withheld"], true);
        tamper(
            &server,
            "UPDATE accounts SET credential_since = created_at WHERE login = 'captura.raiz'",
        )
        .await;
        assert_eq!(thief.get(&path).await.ok()["withheld"], true);
    }
);

on_both!(
    /// An installation that is older than this goes on: its passwords are bound once, at the start, and a
    /// bare one that comes later opens nothing.
    older_passwords_are_bound_once,
    |server: Server| async move {
        let mut server = server;
        let admin = builders::first_admin(&server).await;
        let bare = "UPDATE accounts SET password_hash = substr(password_hash, 44)";
        tamper(&server, bare).await;
        std::fs::remove_file(server.folder().join("secrets/passwords-bound")).unwrap();
        server.kill_and_restart().await;
        let someone = Person::anonymous(&server);
        assert_eq!(someone.try_to_enter("admin", PASSWORD).await.status, 200);
        tamper(&server, bare).await;
        server.kill_and_restart().await;
        someone.try_to_enter("admin", PASSWORD).await.refused(401, "wrong_credentials");
        drop(admin);
    }
);

on_both!(
    /// A sealed answer that was changed says whom to call, and the log which one it is.
    a_changed_answer_is_said_in_plain_words,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.capture_all().await;
        tamper(
            &server,
            "UPDATE section_versions SET content = 'x' || content WHERE section = 'identity'",
        )
        .await;
        let seen = world.operator.get(&world.capture("/sections/identity")).await;
        seen.refused(500, "damaged_content");
        assert!(seen.text().contains("Avise a la Unidad de Transparencia"), "{}", seen.text());
        assert!(server.log().contains(&world.candidacy), "{}", server.log());
    }
);
