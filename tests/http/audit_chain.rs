//! The audit is a chain: whatever is changed behind its back is told by the id of its entry.

use sqlx::Connection as _;

use super::*;
use builders::World;

/// Runs a statement of the test's own on the server's database.
async fn tamper(server: &Server, sql: &str) {
    sqlx::any::install_default_drivers();
    let mut connection = sqlx::AnyConnection::connect(server.database_url())
        .await
        .unwrap();
    let done = sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&mut connection);
    assert_ne!(done.await.unwrap().rows_affected(), 0, "{sql}");
    connection.close().await.unwrap();
}

async fn text(server: &Server, query: &str) -> String {
    sqlx::any::install_default_drivers();
    let mut connection = sqlx::AnyConnection::connect(server.database_url())
        .await
        .unwrap();
    let query = sqlx::query_scalar(sqlx::AssertSqlSafe(query));
    let found: String = query.fetch_one(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    found
}

/// The id of the entry that this seal is of.
async fn entry_at(server: &Server, seal: usize) -> String {
    let query = format!("SELECT audit_id FROM audit_seals WHERE seq = {seal}");
    text(server, &query).await
}

/// What `verify` prints of a difference.
async fn complaint(server: &Server) -> String {
    let (code, out, err) = server.command(&["verify"]).await;
    assert_eq!(code, 1, "{out}{err}");
    assert!(err.contains("auditoría"), "{err}");
    out
}

/// A world with something in its audit, all of it sealed, and a server that seals nothing more.
async fn sealed(server: &mut Server) -> World {
    let world = World::new(server).await;
    world.begin().await;
    server
        .until_number("SELECT COUNT(*) FROM audit_unsealed", 0)
        .await;
    server.kill().await;
    world
}

on_both!(
    what_is_written_is_sealed_and_verifies,
    |mut server: Server| async move {
        let _ = sealed(&mut server).await;
        let entries = server.rows("audit").await;
        assert!(entries > 10, "{entries}");
        assert_eq!(server.rows("audit_seals").await, entries);
        let (code, out, err) = server.command(&["verify"]).await;
        assert_eq!(code, 0, "{out}{err}");
        assert!(
            out.contains(&format!("Entradas de la auditoría revisadas: {entries}")),
            "{out}"
        );
        assert!(out.contains("Entradas que esperan su sello: 0"), "{out}");
        assert!(out.contains("Todo coincide."), "{out}");
    }
);

on_both!(
    a_changed_entry_is_told_by_its_id,
    |mut server: Server| async move {
        let _ = sealed(&mut server).await;
        let changes = [
            ("at", "'2024-01-01T00:00:00.000000Z'"),
            ("account_id", "'nobody'"),
            ("role", "'observer'"),
            ("session_id", "'another'"),
            ("action", "'seed'"),
            ("election_id", "'another'"),
            ("candidacy_id", "'another'"),
            ("before_sha256", "'x'"),
            ("after_sha256", "'x'"),
            ("legal_basis", "'art. 1'"),
            ("detail", "'{\"more\":1}'"),
        ];
        for (at, (column, other)) in (1..).zip(changes) {
            let id = entry_at(&server, at).await;
            let change = format!("UPDATE audit SET {column} = {other} WHERE id = '{id}'");
            tamper(&server, &change).await;
            let told = complaint(&server).await;
            assert!(
                told.contains(&format!("entrada {id}: se alteró")),
                "{column}: {told}"
            );
            assert_eq!(told.matches("auditoría, entrada").count(), at, "{told}");
        }
    }
);

on_both!(
    a_deleted_entry_is_told_by_its_id,
    |mut server: Server| async move {
        let _ = sealed(&mut server).await;
        let (first, whole) = (entry_at(&server, 3).await, entry_at(&server, 7).await);
        let after = entry_at(&server, 8).await;
        tamper(&server, &format!("DELETE FROM audit WHERE id = '{first}'")).await;
        let told = complaint(&server).await;
        assert!(
            told.contains(&format!("entrada {first}: se borró")),
            "{told}"
        );
        // With its seal: the gap is told by the entry after it.
        tamper(&server, &format!("DELETE FROM audit WHERE id = '{whole}'")).await;
        tamper(&server, "DELETE FROM audit_seals WHERE seq = 7").await;
        let told = complaint(&server).await;
        assert!(
            told.contains(&format!("entrada {after}: falta el sello 7")),
            "{told}"
        );
        // The gap closed up again: the numbers fit, the chain does not.
        let close = "UPDATE audit_seals SET seq = 7 WHERE seq = 8";
        tamper(&server, close).await;
        let told = complaint(&server).await;
        assert!(
            told.contains(&format!("entrada {after}: su sello no continúa")),
            "{told}"
        );
    }
);

on_both!(
    the_end_of_the_chain_cannot_be_cut_off,
    |mut server: Server| async move {
        let _ = sealed(&mut server).await;
        let last = server.rows("audit_seals").await;
        let id = entry_at(&server, usize::try_from(last).unwrap()).await;
        tamper(&server, &format!("DELETE FROM audit WHERE id = '{id}'")).await;
        tamper(
            &server,
            &format!("DELETE FROM audit_seals WHERE seq = {last}"),
        )
        .await;
        let told = complaint(&server).await;
        assert!(told.contains("el final anotado de la cadena"), "{told}");
    }
);

on_both!(
    an_inserted_entry_is_told_by_its_id,
    |mut server: Server| async move {
        let _ = sealed(&mut server).await;
        let id = "00000000-0000-7000-8000-00000000abcd";
        let insert = format!(
            "INSERT INTO audit (id, at, action, detail) \
             VALUES ('{id}', '2026-01-01T00:00:00.000000Z', 'seed', '{{}}')"
        );
        tamper(&server, &insert).await;
        let told = complaint(&server).await;
        assert!(
            told.contains(&format!("entrada {id}: se insertó por fuera")),
            "{told}"
        );
        // A server that goes on does not make it right.
        server.start_again().await;
        let admin = Person::sign_in(&server, "admin", builders::PASSWORD).await;
        let _ = admin.get("/api/v1/auth/me").await.ok();
        server
            .until_number("SELECT COUNT(*) FROM audit_unsealed", 0)
            .await;
        let told = complaint(&server).await;
        assert!(told.contains(id), "{told}");
        assert_eq!(told.matches("auditoría, entrada").count(), 1, "{told}");
    }
);

on_both!(
    reordered_entries_are_told_by_their_ids,
    |mut server: Server| async move {
        let _ = sealed(&mut server).await;
        let (one, other) = (entry_at(&server, 4).await, entry_at(&server, 5).await);
        for swap in [
            "UPDATE audit_seals SET seq = -1 WHERE seq = 4",
            "UPDATE audit_seals SET seq = 4 WHERE seq = 5",
            "UPDATE audit_seals SET seq = 5 WHERE seq = -1",
        ] {
            tamper(&server, swap).await;
        }
        let told = complaint(&server).await;
        for id in [&one, &other] {
            assert!(
                told.contains(&format!("entrada {id}: su sello no continúa")),
                "{told}"
            );
        }
        // Two entries that change places, each with the other's id, are both altered.
        for swap in [
            format!("UPDATE audit SET id = 'x' WHERE id = '{one}'"),
            format!("UPDATE audit SET id = '{one}' WHERE id = '{other}'"),
            format!("UPDATE audit SET id = '{other}' WHERE id = 'x'"),
        ] {
            tamper(&server, &swap).await;
        }
        let told = complaint(&server).await;
        for id in [&one, &other] {
            assert!(told.contains(&format!("entrada {id}: se alteró")), "{told}");
        }
    }
);

on_both!(
    what_waits_for_its_seal_is_checked_as_well,
    |mut server: Server| async move {
        let _ = sealed(&mut server).await;
        // From the console, so that no server seals it meanwhile.
        let create = ["admin", "create", "--login", "otra", "--name", "Otra"];
        let (code, out, err) = server.command(&create).await;
        assert_eq!(code, 0, "{out}{err}");
        assert_eq!(server.rows("audit_unsealed").await, 1);
        let (code, out, err) = server.command(&["verify"]).await;
        assert_eq!(code, 0, "{out}{err}");
        assert!(out.contains("Entradas que esperan su sello: 1"), "{out}");
        let id = text(&server, "SELECT audit_id FROM audit_unsealed").await;
        let change = format!("UPDATE audit SET detail = 'x' WHERE id = '{id}'");
        tamper(&server, &change).await;
        assert!(complaint(&server).await.contains(&id));
        // Sealed as it was written, so it stays told.
        server.start_again().await;
        server
            .until_number("SELECT COUNT(*) FROM audit_unsealed", 0)
            .await;
        let told = complaint(&server).await;
        assert!(told.contains(&format!("entrada {id}: se alteró")), "{told}");
    }
);

on_both!(
    entries_from_before_the_chain_are_chained_at_the_start,
    |mut server: Server| async move {
        let _ = sealed(&mut server).await;
        let entries = server.rows("audit").await;
        // As the migration leaves a database that had an audit and no chain.
        for sql in [
            "DELETE FROM audit_seals",
            "UPDATE audit_head SET seq = 0, hash = ''",
            "INSERT INTO audit_unsealed (audit_id, sha256) SELECT id, '' FROM audit",
        ] {
            tamper(&server, sql).await;
        }
        server.start_again().await;
        let seals = "SELECT COUNT(*) FROM audit_seals";
        server.until_number(seals, entries).await;
        let (code, out, err) = server.command(&["verify"]).await;
        assert_eq!(code, 0, "{out}{err}");
        server.kill().await;
        let id = entry_at(&server, 2).await;
        tamper(
            &server,
            &format!("UPDATE audit SET role = 'x' WHERE id = '{id}'"),
        )
        .await;
        assert!(complaint(&server).await.contains(&id));
    }
);

on_both!(two_processes_make_one_chain, |server: Server| async move {
    let world = World::new(&server).await;
    let _replica = server.replica().await;
    world.begin().await;
    for name in ["Uno", "Dos", "Tres", "Cuatro", "Cinco"] {
        let _ = builders::party(&world.admin, name, name, "#112233").await;
    }
    server
        .until_number("SELECT COUNT(*) FROM audit_unsealed", 0)
        .await;
    let (code, out, err) = server.command(&["verify"]).await;
    assert_eq!(code, 0, "{out}{err}");
});
