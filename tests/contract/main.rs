//! The contract: the specification is what the server does, and every operation answers each role as the
//! table of `roles.txt` says.

mod answers;
mod document;
mod roles;
mod structure;

use conoceles_shared::lifecycle::{SectionState, State};
use conoceles_shared::permissions::Permission;
use conoceles_shared::problem::Code;
use conoceles_tests::builders::{self, World};
use conoceles_tests::{Answer, Person, Server, content, on_both};
use serde_json::{Value, json};

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
