//! Real answers are those of the document: every operation that reads, with real ids, by everyone who
//! may; the saves of every section, right and wrong.

use std::collections::BTreeMap;

use serde_json::json;

use super::document::Document;
use super::*;

/// Everything that is not as the document says.
#[derive(Default)]
struct Complaints(Vec<String>, usize);

impl Complaints {
    fn check(&mut self, document: &Document, method: &str, path: &str, answer: &Answer) {
        self.1 += 1;
        self.0.extend(document.complaint(method, path, answer));
    }

    fn none(self, least: usize) {
        assert!(self.0.is_empty(), "{}", self.0.join("\n"));
        assert!(self.1 >= least, "only {} answers", self.1);
    }
}

/// What stands for a placeholder in a path of this world.
pub async fn real_ids(server: &Server, world: &World) -> BTreeMap<&'static str, String> {
    let parties = world.admin.get("/api/v1/admin/parties").await.ok();
    let receipts = world.operator.get(&world.capture("/receipts")).await.ok();
    let record = builders::public_record(server, &world.public()).await;
    let hash = record["photo"]["sha256"].as_str().unwrap().to_owned();
    let account = builders::account_id(&world.admin, "captura.raiz").await;
    BTreeMap::from([
        ("candidacies", world.candidacy.clone()),
        ("elections", world.election.clone()),
        ("actors", world.actor.clone()),
        ("parties", builders::id(&parties["data"][0])),
        ("accounts", account),
        ("section", "motivation".to_owned()),
        ("name", "offices".to_owned()),
        ("number", "1".to_owned()),
        ("seq", "1".to_owned()),
        (
            "code",
            receipts["data"][0]["code"].as_str().unwrap().to_owned(),
        ),
        ("file", format!("{hash}.webp")),
        ("sha256", hash),
    ])
}

/// A path with real ids; none where this world has no such thing.
fn filled(template: &str, ids: &BTreeMap<&str, String>) -> Option<String> {
    let mut path = String::new();
    let mut before = "";
    for word in template.split('/').skip(1) {
        let placeholder = word.strip_prefix('{').and_then(|it| it.strip_suffix('}'));
        let real = match placeholder {
            None => word,
            Some("id") => ids.get(before)?,
            Some(name) => ids.get(name)?,
        };
        path = format!("{path}/{real}");
        before = word;
    }
    Some(path)
}

on_both!(
    every_reading_operation_answers_as_documented,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let ids = real_ids(&server, &world).await;
        let document = Document::of(&server).await;
        let anonymous = Person::anonymous(&server);
        let people = [
            &anonymous,
            &world.operator,
            &world.validators[0],
            &world.admin,
        ];
        let mut complaints = Complaints::default();
        for (method, template, _) in document.operations() {
            let Some(path) = filled(template, &ids).filter(|_| method == "get") else {
                continue;
            };
            for person in people {
                let answer = person.get(&path).await;
                complaints.check(&document, method, &path, &answer);
            }
            let known = anonymous.get_with(&path, &[("if-none-match", "*")]).await;
            complaints.check(&document, method, &path, &known);
        }
        for query in [
            "?fields=id,name,sections",
            "?fields=person_id",
            "?sort=name&limit=1",
            "?limit=500&fields=sections",
            "?colour=red",
            "?cursor=x",
        ] {
            let path = format!("/api/v1/candidacies{query}");
            let answer = anonymous.get(&path).await;
            complaints.check(&document, "get", &path, &answer);
        }
        for path in [
            "changes?log=drill",
            "changes.atom?log=drill",
            "changes.json?log=drill",
            "log?log=drill",
            "log/head?log=drill",
            "log/1/proof?log=drill",
            "log/consistency?log=drill&from=0",
        ] {
            let path = format!("/api/v1/{path}");
            let answer = anonymous.get(&path).await;
            assert_eq!(answer.status, 200, "{path}");
            complaints.check(&document, "get", &path, &answer);
        }
        complaints.none(150);
    }
);

on_both!(
    every_section_is_saved_as_documented,
    |server: Server| async move {
        let world = World::new(&server).await;
        let document = Document::of(&server).await;
        let mut complaints = Complaints::default();
        let _ = world.consent("treatment", true).await.ok();
        let schema = json!({ "$ref": "#/components/schemas/SectionContent" });
        let mut sections = content::curricular();
        sections.push(("identity", content::identity()));
        sections.push((
            "photo",
            json!({ "not_provided": true, "reason": "No la entregó." }),
        ));
        for (section, body) in &sections {
            let path = world.capture(&format!("/sections/{section}"));
            let why = document.mismatch(&schema, body, section);
            assert_eq!(why, None);
            let saved = world.operator.put(&path, 0, body).await;
            assert_eq!(saved.status, 200, "{section}: {}", saved.text());
            let wrong = json!({ "nothing": 1 });
            let bare = reqwest::Method::PUT;
            for answer in [
                saved,
                world.operator.put(&path, 0, body).await,
                world.operator.put(&path, 1, &wrong).await,
                world.operator.put(&path, 0, &json!([1])).await,
                world.operator.replace(&path, body).await,
                world
                    .operator
                    .send(bare, &path, &[("if-match", "x")], None)
                    .await,
                world.operator.get(&path).await,
            ] {
                complaints.check(&document, "put", &path, &answer);
            }
        }
        complaints.none(60);
    }
);
