//! Nothing private on any public byte, log line or error.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::*;
use builders::{CANARIES, World};

/// Keys that no public answer may have, whatever their values.
const FORBIDDEN_KEYS: [&str; 9] = [
    "curp",
    "rfc",
    "voter_key",
    "birth_date",
    "notification_email",
    "notification_phone",
    "private",
    "account_id",
    "reason",
];

on_both!(
    /// Crawls every public route and page from the specification and from links.
    no_private_value_on_any_public_byte,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.submit().await;
        // Identity with consent 2 shows its badge; the other answers and unpublished texts nothing.
        world.approve().await;
        let mut unpublished = builders::new_candidacy(&world.actor, "Inédita");
        unpublished["registration"]["role"] = json!("alternate");
        let unpublished = builders::register(&world.admin, &world.election, &unpublished).await;
        let _ = builders::public_record(&server, &world.public()).await;

        let reader = Person::anonymous(&server);
        let mut seen = BTreeSet::new();
        let mut todo: Vec<String> = vec!["/".into(), "/candidaturas".into()];
        todo.extend(public_paths(&reader, &world).await);
        let mut pages = 0;
        while let Some(path) = todo.pop() {
            if !seen.insert(path.clone()) || seen.len() > 400 {
                continue;
            }
            let answer = reader.get(&path).await;
            assert!(answer.status.as_u16() < 500, "{path}: {}", answer.status);
            let text = answer.text();
            for canary in CANARIES.iter().chain(&["mazahua", "Mazahua", "Inédita", unpublished.as_str()]) {
                // A catalogue lists every people; the canary is the person's answer.
                let catalogue = path.contains("/catalogues/") && canary.to_lowercase() == "mazahua";
                assert!(catalogue || !text.contains(canary), "{canary} on {path}");
            }
            if answer.header("content-type").contains("json") && !path.ends_with("openapi.json") {
                no_forbidden_key(&answer.json(), &path);
            }
            if answer.header("content-type").starts_with("text/html") {
                pages += 1;
                todo.extend(links(&text));
            }
        }
        assert!(pages >= 3, "only {pages} pages were reached");
        let log = server.log();
        for canary in CANARIES {
            assert!(!log.contains(canary), "{canary} in the log");
        }
        assert!(!log.contains(builders::PASSWORD), "a password in the log");
    }
);

/// Every public GET of the specification, its placeholders filled with what is published.
async fn public_paths(reader: &Person, world: &World) -> Vec<String> {
    let spec = reader.get("/api/v1/openapi.json").await.ok();
    let record = reader.get(&world.public()).await.ok();
    let photo = record["data"]["photo"]["jpeg"].as_str().unwrap().to_owned();
    let mut paths = vec![
        "/.well-known/conoceles-log.json".into(),
        photo.clone(),
        photo.replace(".jpg", ".webp"),
        "/api/v1/openapi.json".into(),
    ];
    for (path, item) in spec["paths"].as_object().unwrap() {
        let Some(operation) = item.get("get") else {
            continue;
        };
        if operation["security"] == json!([{}]) && !path.contains("photo") {
            let id = if path.contains("elections") {
                &world.election
            } else {
                &world.candidacy
            };
            let path = path.replace("{id}", id).replace("{name}", "offices");
            paths.push(
                path.replace("{seq}", "1")
                    .replace("consistency", "consistency?from=0"),
            );
        }
    }
    assert!(paths.len() >= 8, "{paths:?}");
    paths
}

fn no_forbidden_key(value: &Value, path: &str) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                assert!(!FORBIDDEN_KEYS.contains(&key.as_str()), "{key} on {path}");
                no_forbidden_key(value, path);
            }
        }
        Value::Array(list) => list.iter().for_each(|it| no_forbidden_key(it, path)),
        _ => {}
    }
}

/// Links of a page that stay here.
fn links(html: &str) -> Vec<String> {
    html.split("href=\"")
        .skip(1)
        .filter_map(|it| it.split('"').next())
        .filter(|it| it.starts_with('/') && !it.starts_with("/pkg/") && !it.starts_with("/mesa"))
        .map(|it| {
            it.replace("&amp;", "&")
                .split('#')
                .next()
                .unwrap_or_default()
                .to_owned()
        })
        .collect()
}
