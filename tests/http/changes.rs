//! What changed for the public, for whoever stays in step: pages, feeds, events, heads and proofs.
//!
//! The elections of tests are drills, so the log is theirs.

use aws_lc_rs::signature::{ED25519, UnparsedPublicKey};
use conoceles_shared::merkle::{TreeHash, continues, holds};
use conoceles_tests::waiting::eventually;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::*;
use builders::World;

fn sha256(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    hash.iter().map(|it| format!("{it:02x}")).collect()
}

fn tree_hash(value: &Value) -> TreeHash {
    value.as_str().unwrap().parse().unwrap()
}

/// The log's changes once there are as many.
async fn changes(server: &Server, many: usize) -> Vec<Value> {
    let path = "/api/v1/changes?log=drill";
    let all = builders::public_answer(server, path, |it| {
        it.json()["data"]
            .as_array()
            .is_some_and(|it| it.len() == many)
    });
    all.await.json()["data"].as_array().unwrap().clone()
}

/// Publishes, takes badges away, and withdraws: three entries.
async fn three_entries(server: &Server) -> World {
    let world = World::new(server).await;
    world.publish().await;
    let _ = world.consent("identity_publication", false).await.ok();
    endings::end_candidacy(server, &world.admin, &world.candidacy, "cancellation").await;
    world
}

on_both!(
    /// Every change in its order, with its tombstone; page by page it is the same, and nothing is left out.
    whoever_stays_in_step_misses_nothing,
    |server: Server| async move {
        let world = three_entries(&server).await;
        let all = changes(&server, 3).await;
        let kinds: Vec<_> = all.iter().map(|it| it["kind"]["code"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["publication", "consent_revoked", "withdrawal"]);
        let numbers: Vec<_> = all.iter().map(|it| it["seq"].as_u64().unwrap()).collect();
        assert_eq!(numbers, [1, 2, 3]);
        let tombstones: Vec<_> = all.iter().map(|it| it["tombstone"].as_bool().unwrap()).collect();
        assert_eq!(tombstones, [false, false, true]);
        assert_eq!(all[0]["path"], json!(world.public()));
        assert_eq!((&all[2]["path"], &all[2]["record_sha256"]), (&Value::Null, &Value::Null));
        let reader = Person::anonymous(&server);
        let mut since = "0".to_owned();
        let mut seen = Vec::new();
        loop {
            let path = format!("/api/v1/changes?log=drill&limit=1&since={since}");
            let page = reader.get(&path).await.ok();
            seen.extend(page["data"].as_array().unwrap().clone());
            match page["meta"]["next_cursor"].as_str() {
                Some(next) => since = next.to_owned(),
                None => break,
            }
        }
        assert_eq!(seen, all);
        let end = reader.get("/api/v1/changes?log=drill&since=3").await.ok();
        assert_eq!((&end["data"], &end["meta"]["total"]), (&json!([]), &json!(0)));
        assert_eq!(end["meta"]["log_seq"], 3);
        let real = reader.get("/api/v1/changes").await.ok();
        assert_eq!((&real["data"], &real["meta"]["log"]), (&json!([]), &json!("publication")));
        let path = "/api/v1/changes?log=drill";
        let answer = reader.get(path).await;
        let again = [("if-none-match", answer.header("etag"))];
        assert_eq!(reader.get_with(path, &again).await.status, 304);
    }
);

on_both!(
    /// Whoever has a signed head checks with it alone that entries are in the log and that the log only grew.
    heads_and_proofs_convince_a_witness,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let _ = changes(&server, 1).await;
        let reader = Person::anonymous(&server);
        let early = reader.get("/api/v1/log/head?log=drill").await.ok()["data"].clone();
        let _ = world.consent("identity_publication", false).await.ok();
        endings::end_candidacy(&server, &world.admin, &world.candidacy, "cancellation").await;
        let _ = changes(&server, 3).await;
        let head = reader.get("/api/v1/log/head?log=drill").await.ok()["data"].clone();
        assert_eq!((&early["size"], &head["size"]), (&json!(1), &json!(3)));
        for it in [&early, &head] {
            assert_is_signed(it);
        }
        assert_eq!(early["public_key"], head["public_key"]);
        // The chain: each entry is hashed, and names the one before.
        let log = reader.get("/api/v1/log?log=drill").await.ok()["data"].clone();
        let mut before = String::new();
        for entry in log.as_array().unwrap() {
            let text = entry["entry"].as_str().unwrap();
            assert_eq!(sha256(text.as_bytes()), entry["sha256"]);
            let content: Value = serde_json::from_str(text).unwrap();
            assert_eq!(content["prev"], json!(before));
            before = entry["sha256"].as_str().unwrap().to_owned();
        }
        assert_eq!(head["last_sha256"], json!(before));
        // The tree: every entry is in it, at its place and at no other.
        for seq in 1..=3_u64 {
            let proof = reader.get(&format!("/api/v1/log/{seq}/proof?log=drill")).await.ok()["data"].clone();
            let own = &log[usize::try_from(seq).unwrap() - 1]["sha256"];
            let leaf = TreeHash::leaf(own.as_str().unwrap()).unwrap();
            assert_eq!(tree_hash(&proof["leaf"]), leaf);
            let nodes: Vec<_> = proof["proof"].as_array().unwrap().iter().map(tree_hash).collect();
            let root = tree_hash(&head["root"]);
            assert!(holds(leaf, seq - 1, 3, &nodes, root), "{seq}: {proof}");
            assert!(!holds(leaf, seq % 3, 3, &nodes, root));
        }
        let path = "/api/v1/log/consistency?log=drill&from=1";
        let proof = reader.get(path).await.ok()["data"].clone();
        let nodes: Vec<_> = proof["proof"].as_array().unwrap().iter().map(tree_hash).collect();
        let (from, to) = (tree_hash(&early["root"]), tree_hash(&head["root"]));
        assert!(continues((1, from), (3, to), &nodes), "{proof}");
        // After a start the tree is the same, from the stored hashes alone.
        let mut server = server;
        server.kill_and_restart().await;
        let reader = Person::anonymous(&server);
        assert_eq!(reader.get("/api/v1/log/head?log=drill").await.ok()["data"], head);
        let kept = reader.get("/.well-known/conoceles-log.json").await;
        assert_eq!(kept.header("access-control-allow-origin"), "*");
        assert_eq!(kept.ok()["data"][1], head);
    }
);

/// The signature is of the statement, and the statement says what stands beside it.
fn assert_is_signed(head: &Value) {
    use base64::Engine as _;
    let bytes = |name: &str| {
        let engine = base64::engine::general_purpose::STANDARD;
        engine.decode(head[name].as_str().unwrap()).unwrap()
    };
    let statement = head["statement"].as_str().unwrap();
    let text = |name: &str| match &head[name] {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let (size, root, last) = (text("size"), text("root"), text("last_sha256"));
    assert_eq!(
        statement,
        format!("conoceles-log-v1\ndrill\n{size}\n{root}\n{last}\n")
    );
    let key = UnparsedPublicKey::new(&ED25519, bytes("public_key"));
    key.verify(statement.as_bytes(), &bytes("signature"))
        .unwrap();
    let other = statement.replacen("drill", "publication", 1);
    assert!(key.verify(other.as_bytes(), &bytes("signature")).is_err());
}

on_both!(
    /// What is wrong is told at once; what the log does not have is 404 or says what it has.
    wrong_questions_are_told_what_there_is,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let _ = changes(&server, 1).await;
        let reader = Person::anonymous(&server);
        let wrong = reader.get("/api/v1/changes?since=x&limit=501&log=real&page=2").await;
        wrong.refused(400, "invalid_query");
        let mut told = wrong.pointers();
        told.sort();
        assert_eq!(told, ["limit", "log", "page", "since"]);
        for (path, status, code) in [
            ("/api/v1/log/2/proof?log=drill", 404, "not_found"),
            ("/api/v1/log/0/proof", 404, "not_found"),
            ("/api/v1/log/x/proof", 400, "malformed_path"),
            ("/api/v1/log/1/proof?log=drill&size=2", 400, "invalid_query"),
            ("/api/v1/log/1/proof?log=drill&size=0", 400, "invalid_query"),
            ("/api/v1/log/consistency", 400, "invalid_query"),
            ("/api/v1/log/consistency?from=2", 400, "invalid_query"),
            ("/api/v1/log/consistency?log=drill&from=1&to=0", 400, "invalid_query"),
            ("/api/v1/log/head?size=1", 400, "invalid_query"),
            ("/api/v1/log/other", 404, "not_found"),
            ("/api/v1/events?since=x", 400, "invalid_query"),
            ("/.well-known/conoceles-log.json?x=1", 400, "invalid_query"),
        ] {
            reader.get(path).await.refused(status, code);
        }
        let other = reader.get_with("/api/v1/events", &[("last-event-id", "x")]).await;
        other.refused(400, "invalid_query");
        let posted = reader.post("/api/v1/changes", &json!({})).await;
        posted.refused(405, "method_not_allowed");
    }
);

on_both!(
    /// Feeds tell the latest first, name who is public and nobody else, and escape what they say.
    feeds_are_what_readers_expect,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let _ = changes(&server, 1).await;
        let name = builders::public_record(&server, &world.public()).await["name"].clone();
        let name = name.as_str().unwrap().to_owned();
        let reader = Person::anonymous(&server);
        let atom = reader.get("/api/v1/changes.atom?log=drill").await;
        assert!(atom.header("content-type").starts_with("application/atom+xml"));
        let text = atom.text();
        assert!(text.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\""), "{text}");
        assert!(text.contains(&format!("Publicación: {name}")), "{text}");
        let json = reader.get("/api/v1/changes.json?log=drill").await;
        assert!(json.header("content-type").starts_with("application/feed+json"));
        let feed = json.json();
        assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
        assert_eq!(feed["items"][0]["title"], json!(format!("Publicación: {name}")));
        endings::end_candidacy(&server, &world.admin, &world.candidacy, "cancellation").await;
        let gone = builders::public_answer(&server, "/api/v1/changes.json?log=drill", |it| {
            it.json()["items"].as_array().is_some_and(|it| it.len() == 2)
        });
        let gone = gone.await.text();
        let _ = builders::public_answer(&server, &world.public(), |it| it.status == 410).await;
        let later = reader.get("/api/v1/changes.json?log=drill").await.text();
        assert!(!later.contains(&name), "{later}");
        assert!(gone.contains("Dejó de ser pública"), "{gone}");
    }
);

/// The next event of a stream, without what only keeps it alive.
async fn next_event(stream: &mut reqwest::Response, rest: &mut String) -> (u64, String, Value) {
    loop {
        while let Some(end) = rest.find("\n\n") {
            let event: String = rest.drain(..end + 2).collect();
            let field = |name: &str| {
                let line = event.lines().find_map(|it| it.strip_prefix(name));
                line.map(|it| it.trim().to_owned())
            };
            if let Some(data) = field("data:") {
                let id = field("id:").unwrap().parse().unwrap();
                return (
                    id,
                    field("event:").unwrap(),
                    serde_json::from_str(&data).unwrap(),
                );
            }
        }
        let wait = std::time::Duration::from_secs(30);
        let piece = tokio::time::timeout(wait, stream.chunk()).await;
        let piece = piece
            .expect("an event in time")
            .unwrap()
            .expect("the stream goes on");
        rest.push_str(std::str::from_utf8(&piece).unwrap());
    }
}

on_both!(
    /// A follower is told as it happens; one that comes back with its last number is told what it missed.
    followers_are_told_what_happens_and_what_they_missed,
    |server: Server| async move {
        let world = World::new(&server).await;
        let address = format!("{}/api/v1/events?log=drill", server.base);
        let client = reqwest::Client::new();
        let mut live = client.get(&address).send().await.unwrap();
        assert_eq!(live.headers()["content-type"], "text/event-stream");
        world.publish().await;
        let mut rest = String::new();
        let (seq, kind, data) = next_event(&mut live, &mut rest).await;
        assert_eq!((seq, kind.as_str()), (1, "publication"));
        assert_eq!(data["candidacy"], json!(world.candidacy));
        let _ = world.consent("identity_publication", false).await.ok();
        endings::end_candidacy(&server, &world.admin, &world.candidacy, "cancellation").await;
        let (seq, kind, _) = next_event(&mut live, &mut rest).await;
        assert_eq!((seq, kind.as_str()), (2, "consent_revoked"));
        let (seq, kind, _) = next_event(&mut live, &mut rest).await;
        assert_eq!((seq, kind.as_str()), (3, "withdrawal"));
        let back = client.get(&address).header("last-event-id", "1");
        let mut back = back.send().await.unwrap();
        let mut rest = String::new();
        let missed = next_event(&mut back, &mut rest).await;
        assert_eq!((missed.0, missed.1.as_str()), (2, "consent_revoked"));
        let missed = next_event(&mut back, &mut rest).await;
        assert_eq!((missed.0, missed.1.as_str()), (3, "withdrawal"));
    }
);

on_both!(
    /// An address has a few places, gives them back when it goes, and other requests are answered meanwhile.
    followers_have_a_few_places_each,
    |server: Server| async move {
        let address = format!("{}/api/v1/events?log=drill", server.base);
        let client = reqwest::Client::new();
        let mut open = Vec::new();
        for _ in 0..8 {
            let one = client.get(&address).send().await.unwrap();
            assert_eq!(one.status(), 200);
            open.push(one);
        }
        let full = client.get(&address).send().await.unwrap();
        assert_eq!(full.status(), 429);
        assert!(full.headers().contains_key("retry-after"));
        assert_eq!(Person::anonymous(&server).get("/api/v1/changes").await.status, 200);
        drop(open);
        eventually("a place is free again", async || {
            match client.get(&address).send().await {
                Ok(one) if one.status() == 200 => Ok(()),
                other => Err(format!("{other:?}")),
            }
        })
        .await;
    }
);

on_both!(
    /// Anyone checks a server from outside: what it says is whole, and continues what was kept; a record that was
    /// changed behind its log is found, and so is a log that was written anew.
    a_foreign_server_is_checked_from_outside,
    |server: Server| async move {
        let mut server = server;
        let world = World::new(&server).await;
        world.publish().await;
        let _ = changes(&server, 1).await;
        let _ = builders::public_record(&server, &world.public()).await;
        let heads = Person::anonymous(&server).get("/.well-known/conoceles-log.json").await;
        let kept = server.folder().join("heads.json");
        std::fs::write(&kept, &heads.bytes).unwrap();
        let kept = kept.to_str().unwrap().to_owned();
        let _ = world.consent("identity_publication", false).await.ok();
        let _ = changes(&server, 2).await;
        let _ = builders::public_answer(&server, &world.public(), |it| it.json()["data"]["version"] == 2).await;
        let base = server.base.clone();
        let (code, out, error) = server.command(&["verify", "--url", &base, "--kept", &kept]).await;
        assert_eq!(code, 0, "{out}{error}");
        assert!(out.contains("Todo coincide."), "{out}");
        assert!(out.contains("iguales a su huella: 1"), "{out}");
        server
            .change_database("UPDATE public_records SET record = replace(record, 'Maribel', 'Marisol') WHERE is_current = 1")
            .await;
        server.kill_and_restart().await;
        let base = server.base.clone();
        let (code, out, error) = server.command(&["verify", "--url", &base, "--kept", &kept]).await;
        assert_eq!(code, 1, "{out}{error}");
        assert!(out.contains("no corresponde a su huella"), "{out}");
        let other = server.folder().join("forged.json");
        let mut forged: Value = heads.json();
        let nothing = TreeHash::of_nothing().to_string();
        forged["data"][1]["root"] = json!(nothing);
        std::fs::write(&other, forged.to_string()).unwrap();
        let other = other.to_str().unwrap().to_owned();
        let (code, out, _) = server.command(&["verify", "--url", &base, "--kept", &other]).await;
        assert_eq!(code, 1, "{out}");
        assert!(out.contains("no continúa la que se conservó"), "{out}");
    }
);
