//! Logos of parties: put, shown to everyone, named by records, taken away.

use reqwest::Method;
use serde_json::Value;

use super::*;
use builders::World;
use conoceles_tests::Answer;

/// The path of one of the world's parties, and its name.
async fn first_party(world: &World) -> (String, String) {
    let parties = world.admin.get("/api/v1/admin/parties").await.ok();
    let party = parties["data"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["acronym"] == "PH");
    let id = builders::id(party.unwrap());
    (format!("/api/v1/admin/parties/{id}"), id)
}

async fn put(person: &Person, path: &str, version: u32, file: Vec<u8>) -> Answer {
    let tag = format!("\"{version}\"");
    let headers = [("if-match", tag.as_str())];
    person.send(Method::PUT, path, &headers, Some(file)).await
}

async fn remove(person: &Person, path: &str, version: u32) -> Answer {
    let tag = format!("\"{version}\"");
    person
        .send(Method::DELETE, path, &[("if-match", tag.as_str())], None)
        .await
}

fn hash(party: &Value) -> String {
    party["logo"].as_str().unwrap().to_owned()
}

on_both!(
    /// It is written anew in one square, anyone sees it for good, and what is no picture is refused.
    a_logo_is_put_on_a_version_and_anyone_sees_it,
    |server: Server| async move {
        let world = World::new(&server).await;
        let (party, _) = first_party(&world).await;
        let path = format!("{party}/logo");
        let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec();
        assert_eq!(put(&world.admin, &path, 1, svg).await.status, 415);
        let large = put(&world.admin, &path, 1, vec![0; 2 * 1024 * 1024 + 1]).await;
        assert_eq!(large.status, 413);
        let saved = put(&world.admin, &path, 1, content::photo(600, 300)).await.ok();
        assert_eq!(saved["version"], 2);
        let address = format!("/api/v1/logos/{}.png", hash(&saved));
        let shown = Person::anonymous(&server).get(&address).await;
        assert_eq!((shown.status.as_u16(), shown.header("content-type")), (200, "image/png"));
        assert!(shown.header("cache-control").contains("immutable"));
        assert_eq!(shown.header("x-content-type-options"), "nosniff");
        let picture = image::load_from_memory(&shown.bytes).unwrap();
        assert_eq!((picture.width(), picture.height()), (240, 240));
        // The same file on the same version changes nothing; an older version is told both.
        let again = put(&world.admin, &path, 2, content::photo(600, 300)).await.ok();
        assert_eq!(again["version"], 2);
        let stale = put(&world.admin, &path, 1, content::photo(300, 300)).await;
        stale.refused(412, "stale");
        assert_eq!(stale.json()["current"]["version"], 2);
        let other = put(&world.operator, &path, 2, content::photo(300, 300)).await;
        other.refused(403, "forbidden");
        for wrong in ["/api/v1/logos/x.png", "/api/v1/logos/..%2Fkey.png"] {
            assert_eq!(Person::anonymous(&server).get(wrong).await.status, 400, "{wrong}");
        }
        let nobody = format!("/api/v1/logos/{}.png", "0".repeat(64));
        assert_eq!(Person::anonymous(&server).get(&nobody).await.status, 404);
        // Edited data keep it.
        let data = serde_json::json!({ "name": "Partido Horizonte", "acronym": "PHZ", "colour": "#8c6239" });
        let edited = world.admin.put(&party, 2, &data).await.ok();
        assert_eq!(edited["logo"], saved["logo"]);
        let gone = remove(&world.admin, &path, 3).await.ok();
        assert_eq!((&gone["version"], &gone["logo"]), (&4.into(), &Value::Null));
    }
);

on_both!(
    /// Where records name the party, what follows is shown first; each gets a version that names the logo.
    a_logo_that_changes_what_is_published_is_confirmed_first,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let (party, id) = first_party(&world).await;
        let path = format!("{party}/logo");
        let asked = put(&world.admin, &path, 1, content::photo(300, 300)).await;
        asked.refused(409, "confirmation_required");
        assert_eq!(world.admin.get(&party).await.ok()["logo"], Value::Null);
        let shown = asked.json()["consequences"].clone();
        assert_eq!(shown["public_records"], 1);
        let confirmed = format!("{path}?confirmed={}", shown["digest"].as_str().unwrap());
        // The digest stands for that picture: another one is asked about anew.
        let other = put(&world.admin, &confirmed, 1, content::photo(500, 200)).await;
        other.refused(409, "confirmation_required");
        let saved = put(&world.admin, &confirmed, 1, content::photo(300, 300)).await.ok();
        let of = |record: &Value| {
            let parties = record["data"]["actor"]["parties"].as_array().unwrap();
            parties.iter().find(|it| it["id"] == id).unwrap()["logo"].clone()
        };
        let named = builders::public_answer(&server, &world.public(), |it| {
            it.status == 200 && of(&it.json()) == saved["logo"]
        })
        .await;
        assert_eq!(named.json()["data"]["version"], 2);
        let page = builders::public_answer(
            &server,
            &format!("/candidaturas/{}", world.candidacy),
            |it| it.text().contains("Emblema de Partido Horizonte"),
        )
        .await;
        assert!(page.text().contains(&format!("/api/v1/logos/{}.png", hash(&saved))));
        let (code, out, err) = server.command(&["verify"]).await;
        assert_eq!(code, 0, "{out}{err}");
        remove(&world.admin, &path, 2).await.refused(409, "confirmation_required");
    }
);
