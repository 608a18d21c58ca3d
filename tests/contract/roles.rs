//! Every route is tried by everyone, and answers as the table beside this file says: written by hand, so
//! that no permission changes without somebody who writes it down.

use std::collections::{BTreeMap, BTreeSet};

use conoceles_shared::questionnaire::NOTICE_VERSION;
use conoceles_tests::builders::PASSWORD;
use conoceles_tests::endings::once_confirmed;
use reqwest::Method;
use serde_json::{Value, json};

use super::answers::real_ids;
use super::document::Document;
use super::*;

const TABLE: &str = include_str!("roles.txt");
const ROLES: [&str; 5] = ["operator", "validator", "admin", "observer", "technician"];
/// Of nothing: where this world has no such thing, nobody must get further than to its absence.
const NOTHING: &str = "00000000-0000-7000-8000-000000000000";

/// A line of the table.
struct Line {
    method: Method,
    path: String,
    cells: BTreeMap<String, String>,
}

fn lines() -> Vec<Line> {
    let mut rows = TABLE.lines().skip_while(|it| !it.starts_with("METHOD"));
    let header = rows.next().expect("no header");
    let columns: Vec<_> = header.split_whitespace().skip(2).collect();
    rows.filter(|it| !it.is_empty())
        .map(|row| {
            let mut words = row.split_whitespace();
            let (method, path) = (words.next().unwrap(), words.next().unwrap());
            let cells: Vec<_> = words.collect();
            assert_eq!(cells.len(), columns.len(), "{row}");
            let cells = columns.iter().zip(cells);
            Line {
                method: method.parse().unwrap(),
                path: path.to_owned(),
                cells: cells
                    .map(|(a, b)| ((*a).to_owned(), b.to_owned()))
                    .collect(),
            }
        })
        .collect()
}

/// A path with real ids, and with those of nothing where there are none.
fn filled(template: &str, ids: &BTreeMap<&str, String>) -> String {
    let mut path = String::new();
    let mut before = "";
    for word in template.split('/').skip(1) {
        let placeholder = word.strip_prefix('{').and_then(|it| it.strip_suffix('}'));
        let real = match placeholder {
            None => word,
            Some("id") => ids.get(before).map_or(NOTHING, String::as_str),
            Some(name) => ids.get(name).map_or(NOTHING, String::as_str),
        };
        path = format!("{path}/{real}");
        before = word;
    }
    path
}

/// A body with which a stranger gets as far as to the candidacy that is not theirs.
fn body(line: &Line) -> Value {
    let last = line.path.rsplit('/').next().unwrap();
    match last {
        "consents" => json!({
            "kind": "treatment", "granted": true, "notice_version": NOTICE_VERSION,
        }),
        "correction" => json!({ "sections": ["motivation"], "reason": content::text(60) }),
        "answer" => json!({ "answer": content::text(60) }),
        "ignored" => json!({ "ignored": [] }),
        _ => json!({}),
    }
}

async fn ask(person: &Person, line: &Line, path: &str) -> Answer {
    let tag = [("if-match", "\"0\"")];
    person
        .json(line.method.clone(), path, &tag, &body(line))
        .await
}

/// Whether an answer is what a cell says; `owner` is what whoever owns the thing was answered.
fn fits(cell: &str, answer: &Answer, owner: Option<u16>) -> bool {
    let status = answer.status.as_u16();
    match cell {
        "open" => status < 500,
        "yes" => status < 500 && status != 401 && status != 403,
        "hidden" => status == 404 || ((400..500).contains(&status) && Some(status) == owner),
        exact => exact.parse() == Ok(status),
    }
}

/// People by the column that they stand in.
type People = Vec<(&'static str, &'static str, Person)>;

/// Everyone but those who are told apart by the rule of the second factor.
async fn everyone(server: &Server, world: &World) -> People {
    let mut all: People = vec![("nobody", "", Person::anonymous(server))];
    let other = world.stranger(server).await;
    all.push(("other", "otra", other));
    for role in ROLES {
        let actor = (role == "operator").then_some(world.actor.as_str());
        for column in [role, "suspended", "half"] {
            let login: &'static str = format!("{column}.{role}").leak();
            let mut person = builders::account(server, &world.admin, login, role, actor).await;
            if role == "operator" {
                let _ = person.post("/api/v1/auth/receipt", &json!({})).await.ok();
            }
            if column == "suspended" {
                let id = builders::account_id(&world.admin, login).await;
                let path = format!("/api/v1/admin/accounts/{id}/suspension");
                let asked = world.admin.post(&path, &json!({ "suspended": true })).await;
                let _ = once_confirmed(server, asked).await.ok();
            }
            if column == "half" {
                let _ = person
                    .enrol(server, &json!({ "current_password": PASSWORD }))
                    .await;
                person = Person::sign_in(server, login, PASSWORD).await;
            }
            all.push((column, login, person));
        }
    }
    all
}

/// Tries every line as these people; what was not as the table says.
async fn complaints(
    server: &Server,
    document: &Document,
    people: &People,
    ids: &BTreeMap<&str, String>,
) -> Vec<String> {
    let mut wrong = Vec::new();
    for line in lines() {
        let path = filled(&line.path, ids);
        let verb = line.method.as_str().to_lowercase();
        let mut owner = None;
        // The owner first: a stranger's refusal is compared with theirs.
        let first = |column: &str| column != "operator";
        let mut turns: Vec<_> = people.iter().collect();
        turns.sort_by_key(|it| first(it.0));
        for (column, login, person) in turns {
            let cell = &line.cells[*column];
            // Signing out is tried in a session of its own.
            let answer = if line.path.ends_with("/sign-out") && cell == "yes" {
                let own = Person::sign_in(server, login, PASSWORD).await;
                ask(&own, &line, &path).await
            } else {
                ask(person, &line, &path).await
            };
            if *column == "operator" {
                owner = Some(answer.status.as_u16());
            }
            wrong.extend(document.complaint(&verb, &path, &answer));
            if !fits(cell, &answer, owner) {
                let (status, text) = (answer.status, answer.text());
                let text: String = text.chars().take(200).collect();
                wrong.push(format!(
                    "{} {path} as {login} ({column}): {cell}, but {status} {text}",
                    line.method
                ));
            }
        }
    }
    wrong
}

on_both!(
    every_route_is_in_the_table_and_answers_as_it_says,
    |server: Server| async move {
        let mut server = server;
        let world = World::new(&server).await;
        world.publish().await;
        let document = Document::of(&server).await;
        let documented: BTreeSet<_> = document
            .operations()
            .map(|(method, path, _)| format!("{} {path}", method.to_uppercase()))
            .collect();
        let written: Vec<_> = lines()
            .iter()
            .map(|it| format!("{} {}", it.method, it.path))
            .collect();
        let distinct: BTreeSet<_> = written.iter().cloned().collect();
        assert_eq!(written.len(), distinct.len(), "a route has two lines");
        let missing: Vec<_> = documented.difference(&distinct).collect();
        let stale: Vec<_> = distinct.difference(&documented).collect();
        assert!(
            missing.is_empty(),
            "routes without a line in roles.txt: {missing:#?}"
        );
        assert!(
            stale.is_empty(),
            "lines of roles.txt without a route: {stale:#?}"
        );

        let mut ids = real_ids(&server, &world).await;
        // Somebody on whom nothing depends.
        let spare = builders::account(&server, &world.admin, "sobra", "observer", None).await;
        drop(spare);
        ids.insert(
            "accounts",
            builders::account_id(&world.admin, "sobra").await,
        );
        let people = everyone(&server, &world).await;
        let wrong = complaints(&server, &document, &people, &ids).await;
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));

        // The same staff where the second factor is required, which they do not have.
        server.require_second_factor().await;
        let mut bare: People = Vec::new();
        for role in ROLES.into_iter().filter(|it| *it != "operator") {
            let login: &'static str = format!("{role}.{role}").leak();
            bare.push((
                "bare",
                login,
                Person::sign_in(&server, login, PASSWORD).await,
            ));
        }
        let wrong = complaints(&server, &document, &bare, &ids).await;
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
);

#[test]
fn a_cell_says_what_it_says() {
    let answer = |status: u16| Answer {
        status: reqwest::StatusCode::from_u16(status).unwrap(),
        headers: reqwest::header::HeaderMap::new(),
        bytes: Vec::new(),
    };
    for (cell, status, owner, expected) in [
        ("yes", 200, None, true),
        ("yes", 422, None, true),
        ("yes", 403, None, false),
        ("yes", 401, None, false),
        ("yes", 500, None, false),
        ("401", 401, None, true),
        ("401", 404, None, false),
        ("403", 200, None, false),
        ("hidden", 404, Some(200), true),
        ("hidden", 200, Some(200), false),
        ("hidden", 415, Some(415), true),
        ("hidden", 409, Some(412), false),
        ("open", 401, None, true),
        ("open", 503, None, false),
    ] {
        assert_eq!(
            fits(cell, &answer(status), owner),
            expected,
            "{cell} {status}"
        );
    }
}
