//! The contract: the specification is what the server does, and every operation is either public
//! or refused to whoever lacks its permission.

mod answers;
mod document;
mod structure;

use conoceles_shared::lifecycle::{SectionState, State};
use conoceles_shared::permissions::{Permission, Role};
use conoceles_shared::problem::Code;
use conoceles_tests::builders::{self, World};
use conoceles_tests::{Answer, Person, Server, content, on_both};
use document::Document;
use serde_json::{Value, json};

/// Method, path with harmless ids, and the permission (`None` is public) of every operation.
async fn operations(server: &Server) -> Vec<(reqwest::Method, String, Option<Permission>)> {
    let spec = Person::anonymous(server)
        .get("/api/v1/openapi.json")
        .await
        .ok();
    assert_eq!(spec["openapi"].as_str().map(|it| &it[..3]), Some("3.1"));
    let mut all = Vec::new();
    for (path, item) in spec["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let path = path
                .replace("{section}", "motivation")
                .replace("{name}", "offices")
                .replace("{id}", "00000000-0000-7000-8000-000000000000");
            all.push((
                method.to_uppercase().parse().unwrap(),
                path,
                access(operation),
            ));
        }
    }
    all
}

/// `None` for a public operation; a missing or unknown security fails.
fn access(operation: &Value) -> Option<Permission> {
    let security = operation["security"]
        .as_array()
        .expect("an operation without security");
    assert_eq!(security.len(), 1, "{operation}");
    if security[0] == json!({}) {
        return None;
    }
    let scope = security[0]["bearer"][0]
        .as_str()
        .expect("neither public nor secured");
    let found = Permission::ALL.into_iter().find(|it| it.code() == scope);
    Some(found.expect("an unknown permission"))
}

on_both!(every_role_meets_every_route, |server: Server| async move {
    let world = World::new(&server).await;
    let observer = builders::account(&server, &world.admin, "cevine", "observer", None).await;
    let technician = builders::account(&server, &world.admin, "uie", "technician", None).await;
    let people: [(Option<Role>, &Person); 6] = [
        (None, &Person::anonymous(&server)),
        (Some(Role::Operator), &world.operator),
        (Some(Role::Validator), &world.validators[0]),
        (Some(Role::Admin), &world.admin),
        (Some(Role::Observer), &observer),
        (Some(Role::Technician), &technician),
    ];
    let document = Document::of(&server).await;
    let mut undocumented = Vec::new();
    let mut checked = 0;
    for (method, path, permission) in operations(&server).await {
        // These two change the session that asks.
        if path.ends_with("/sign-out") || path.ends_with("/auth/password") {
            continue;
        }
        for (role, person) in &people {
            let answer = person
                .json(method.clone(), &path, &[("if-match", "\"0\"")], &json!({}))
                .await;
            let verb = method.as_str().to_lowercase();
            undocumented.extend(document.complaint(&verb, &path, &answer));
            let status = answer.status.as_u16();
            let what = format!("{method} {path} as {role:?}: {status} {}", answer.text());
            match (permission, role) {
                (None, _) => assert!(status < 500, "{what}"),
                (Some(_), None) => assert_eq!(status, 401, "{what}"),
                (Some(it), Some(role)) if role.may(it) => {
                    assert!(status < 500 && status != 401 && status != 403, "{what}");
                }
                (Some(_), Some(_)) => assert_eq!(status, 403, "{what}"),
            }
            checked += 1;
        }
    }
    assert!(undocumented.is_empty(), "{}", undocumented.join("\n"));
    assert!(checked > 150, "{checked}");
});

on_both!(
    the_specification_names_codes_as_they_travel,
    |server: Server| async move {
        let reader = Person::anonymous(&server);
        let spec = reader.get("/api/v1/openapi.json").await.ok();
        let schemas = &spec["components"]["schemas"];
        let codes: Vec<&str> = Code::ALL.iter().map(|it| it.as_str()).collect();
        let states: Vec<&str> = State::ALL.iter().map(|it| it.code()).collect();
        let sections: Vec<&str> = SectionState::ALL.iter().map(|it| it.code()).collect();
        assert_eq!(schemas["Code"]["enum"], json!(codes));
        assert_eq!(schemas["State"]["enum"], json!(states));
        assert_eq!(schemas["SectionState"]["enum"], json!(sections));
        // A code that was really answered is one that the specification lists.
        let answered = reader.get("/api/v1/nowhere").await.code();
        assert!(codes.contains(&answered.as_str()), "{answered}");
    }
);

on_both!(
    every_answer_carries_the_common_headers,
    |server: Server| async move {
        let reader = Person::anonymous(&server);
        for path in [
            "/",
            "/candidaturas",
            "/mesa",
            "/api/v1/elections",
            "/api/v1/auth/me",
            "/nada",
            "/healthz",
        ] {
            let answer = reader.get(path).await;
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
            assert!(
                answer
                    .header("content-security-policy")
                    .contains("frame-ancestors 'none'"),
                "{path}"
            );
            assert!(!answer.header("referrer-policy").is_empty(), "{path}");
            assert!(answer.header("server").is_empty(), "{path}: no banner");
        }
        assert_eq!(
            reader.get("/api/v1/auth/me").await.header("cache-control"),
            "no-store"
        );
    }
);
