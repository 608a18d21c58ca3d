//! Bad input is a 4xx problem with a stable code: never a 5xx, never a partial write.

use serde_json::json;

use super::*;
use builders::World;

on_both!(
    /// Bodies that are not JSON, not of the type, too long, with unknown fields.
    malformed_bodies,
    |server: Server| async move {
        let world = World::new(&server).await;
        let parties = "/api/v1/admin/parties";
        let json_type = [("content-type", "application/json")];
        let post = reqwest::Method::POST;
        let send = |body: &'static [u8], headers: &'static [(&'static str, &'static str)]| {
            world.admin.send(post.clone(), parties, headers, Some(body.to_vec()))
        };
        send(b"{", &[("content-type", "application/json")]).await.refused(400, "malformed_body");
        send(b"\xff\xfe", &[("content-type", "application/json")]).await.refused(400, "malformed_body");
        send(b"{}", &[("content-type", "text/plain")]).await.refused(415, "unsupported_media_type");
        let large = vec![b' '; 2 * 1024 * 1024];
        let answer = world.admin.send(post.clone(), parties, &json_type, Some(large)).await;
        answer.refused(413, "too_large");
        let unknown = json!({ "name": "Partido Uno", "acronym": "PU", "colour": "#112233", "x": 1 });
        world.admin.post(parties, &unknown).await.refused(422, "invalid");
        let wrong = json!({ "name": "P", "acronym": "", "colour": "rojo" });
        let answer = world.admin.post(parties, &wrong).await;
        assert_eq!(answer.pointers(), ["/acronym", "/colour", "/name"]);
        let before = world.admin.get(parties).await.ok()["data"].as_array().unwrap().len();
        assert_eq!(before, 2);
    }
);

on_both!(
    /// Every private route survives nonsense in every placeholder and body.
    nonsense_everywhere,
    |server: Server| async move {
        let world = World::new(&server).await;
        let spec = world.admin.get("/api/v1/openapi.json").await.ok();
        let nonsense = ["abc", "%00", "..%2f..", "00000000-0000-7000-8000-000000000000", "ñ"];
        let mut calls = 0;
        for (path, item) in spec["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                let scope = operation["security"][0]["bearer"][0].as_str().unwrap_or("public");
                if path.ends_with("/sign-out") {
                    continue;
                }
                let person = match scope {
                    "capture" => &world.operator,
                    "review" => &world.validators[0],
                    _ => &world.admin,
                };
                let method: reqwest::Method = method.to_uppercase().parse().unwrap();
                for word in nonsense {
                    let path = fill(path, word);
                    let answer = person
                        .json(method.clone(), &path, &[("if-match", "\"0\"")], &json!([1, { "a": null }]))
                        .await;
                    assert!(answer.status.as_u16() < 500, "{method} {path}: {}", answer.text());
                    if answer.status.is_client_error() && path.starts_with("/api/") {
                        let _ = answer.code();
                    }
                    calls += 1;
                }
            }
        }
        assert!(calls > 200, "{calls}");
    }
);

/// Puts a word into every placeholder.
fn fill(path: &str, word: &str) -> String {
    let mut filled = String::new();
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        filled.push_str(word);
        rest = after.split_once('}').map_or("", |it| it.1);
    }
    filled + rest
}
