//! The public side over HTTP: what each address answers, and what it says about its answer.

use actix_web::body::to_bytes;
use actix_web::dev::ServiceResponse;
use actix_web::http::Method;
use actix_web::http::header::HeaderName;
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::web::Bytes;
use conoceles_shared::questionnaire::{Photo, Section, SectionContent, TextAnswer};
use serde_json::Value;

use crate::publication::Kind;
use crate::publication::fixture_tests::World;

struct Answer {
    status: u16,
    headers: actix_web::http::header::HeaderMap,
    bytes: Bytes,
}

impl Answer {
    fn header(&self, name: &'static str) -> &str {
        self.headers
            .get(HeaderName::from_static(name))
            .map_or("", |it| it.to_str().unwrap())
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap()
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap()
    }
}

async fn ask(world: &World, method: Method, path: &str, headers: &[(&str, &str)]) -> Answer {
    let service = init_service(
        actix_web::App::new()
            .app_data(world.app.clone())
            .app_data(world.portal.clone())
            .configure(crate::server::mount),
    )
    .await;
    let mut request = TestRequest::default().method(method).uri(path);
    for header in headers {
        request = request.insert_header(*header);
    }
    let answer: ServiceResponse = call_service(&service, request.to_request()).await;
    Answer {
        status: answer.status().as_u16(),
        headers: answer.headers().clone(),
        bytes: to_bytes(answer.into_body()).await.unwrap(),
    }
}

async fn get(world: &World, path: &str) -> Answer {
    ask(world, Method::GET, path, &[]).await
}

const SECTIONS: [(Section, u32); 2] = [(Section::Motivation, 1), (Section::Photo, 1)];

/// Two published candidacies, the first with a photo.
async fn portal() -> (World, [conoceles_shared::ids::CandidacyId; 2]) {
    let world = World::new().await;
    let mut ids = Vec::new();
    for name in ["Ana", "Berta"] {
        let id = world.mayor(name).await;
        let text = SectionContent::Motivation(TextAnswer::of("</script><b>Por el agua"));
        world.save(&id, 1, &text).await;
        world.save(&id, 1, &photo()).await;
        world.publish(&id, &SECTIONS, Kind::Publication, 1).await;
        ids.push(id);
    }
    world.portal.refresh(&world.app).await.unwrap();
    (world, ids.try_into().unwrap())
}

fn hash() -> String {
    "cd".repeat(32)
}

fn photo() -> SectionContent {
    SectionContent::Photo(Photo::Uploaded {
        sha256: hash(),
        taken_on: None,
        width: Some(800),
        height: Some(1000),
    })
}

#[actix_web::test]
async fn a_record_is_the_hashed_bytes_and_keeps_its_tag() {
    let (world, [ana, berta]) = portal().await;
    let app = world.app.clone();
    let path = format!("/api/v1/candidacies/{ana}");
    let first = get(&world, &path).await;
    assert_eq!(first.status, 200);
    assert_eq!(first.header("access-control-allow-origin"), "*");
    assert_eq!(first.json()["meta"]["log_seq"], 1);
    let mut conn = app.db.read().await.unwrap();
    let row = sqlx::query("SELECT record FROM public_records WHERE seq = 1")
        .fetch_one(&mut *conn)
        .await
        .unwrap();
    let stored: String = sqlx::Row::get(&row, "record");
    assert!(first.text().ends_with(&format!(",\"data\":{stored}}}")));

    let tag = first.header("etag").to_owned();
    let weak = format!("\"x\", W/{tag}");
    let again = ask(&world, Method::GET, &path, &[("if-none-match", &weak)]).await;
    assert_eq!((again.status, again.bytes.len()), (304, 0));
    let packed = ask(&world, Method::GET, &path, &[("accept-encoding", "gzip")]).await;
    assert_ne!(packed.header("etag"), tag);
    assert_eq!(packed.header("vary"), "Accept-Encoding");

    // What is published elsewhere changes neither its bytes nor what was prepared.
    let before = world.portal.snapshot();
    world.publish(&berta, &SECTIONS, Kind::NewVersion, 5).await;
    world.portal.refresh(&app).await.unwrap();
    let after = world.portal.snapshot();
    assert_eq!((before.ends.publication, after.ends.publication), (2, 3));
    assert_eq!(get(&world, &path).await.header("etag"), tag);
    let kept = |it: &crate::portal::snapshot::Snapshot| match it.find(&ana) {
        crate::portal::snapshot::Found::Here(found) => std::sync::Arc::as_ptr(found),
        _ => panic!("not there"),
    };
    assert_eq!(kept(&before), kept(&after));
}

#[actix_web::test]
async fn a_withdrawn_candidacy_is_gone_everywhere() {
    let (world, [ana, _]) = portal().await;
    world.withdraw(&ana, 9).await;
    let app = world.app.clone();
    world.portal.refresh(&app).await.unwrap();
    let photo = format!("/api/v1/candidacies/{ana}/photo/{}.jpg", hash());
    for path in [format!("/api/v1/candidacies/{ana}"), photo] {
        let gone = get(&world, &path).await;
        assert_eq!(
            (gone.status, &gone.json()["code"]),
            (410, &"withdrawn".into())
        );
        assert_eq!(gone.header("access-control-allow-origin"), "*");
        // Whoever still has it asks whether it may be shown, and is told that it may not.
        let again = ask(&world, Method::GET, &path, &[("if-none-match", "*")]).await;
        assert_eq!(again.status, 410);
    }
    let page = get(&world, &format!("/candidaturas/{ana}")).await;
    assert_eq!(page.status, 410);
    assert!(page.text().contains("noindex") && !page.text().contains("Ana"));
    let list = get(&world, "/api/v1/candidacies").await.json();
    assert_eq!(list["meta"]["total"], 1);
    assert_eq!(list["meta"]["log_seq"], 3);
}

#[actix_web::test]
async fn addresses_and_parameters_are_strict_in_the_api() {
    let (world, [ana, _]) = portal().await;
    for (path, status, code) in [
        (
            "/api/v1/candidacies?foo=1&sex=x&limit=0",
            400,
            "invalid_query",
        ),
        ("/api/v1/candidacies?cursor=abc", 400, "invalid_cursor"),
        ("/api/v1/candidacies/ABC", 400, "malformed_path"),
        ("/api/v1/elections?x=1", 400, "invalid_query"),
        ("/api/v1/elections/abc", 400, "malformed_path"),
        (
            "/api/v1/elections/00000000-0000-7000-8000-000000000000",
            404,
            "not_found",
        ),
        (
            "/api/v1/candidacies/00000000-0000-7000-8000-000000000000",
            404,
            "not_found",
        ),
        ("/api/v1/catalogues/nothing", 404, "not_found"),
        ("/api/v1/nowhere", 404, "not_found"),
    ] {
        let answer = get(&world, path).await;
        let got = answer.json();
        assert_eq!(
            (answer.status, got["code"].as_str()),
            (status, Some(code)),
            "{path}"
        );
        assert_eq!(
            answer.header("content-type"),
            "application/problem+json",
            "{path}"
        );
    }
    let errors = get(&world, "/api/v1/candidacies?foo=1&sex=x&limit=0")
        .await
        .json();
    assert_eq!(errors["errors"].as_array().unwrap().len(), 3);
    for path in ["/api/v1/candidacies", "/candidaturas", "/"] {
        let refused = ask(&world, Method::DELETE, path, &[]).await;
        assert_eq!(
            (refused.status, refused.header("allow")),
            (405, "GET, HEAD")
        );
        assert_eq!(ask(&world, Method::HEAD, path, &[]).await.status, 200);
    }
    let path = format!("/api/v1/candidacies/{ana}?fields=id");
    assert_eq!(get(&world, &path).await.status, 400);
}

#[actix_web::test]
async fn a_photo_is_served_only_where_the_record_names_it() {
    let (world, [ana, _]) = portal().await;
    let app = world.app.clone();
    for (end, bytes) in [("jpg", "J"), ("webp", "W")] {
        let name = format!("{}.{end}", hash());
        app.objects.put(&name, bytes.into()).await.unwrap();
        let other = format!("{}.{end}", "ef".repeat(32));
        app.objects.put(&other, bytes.into()).await.unwrap();
    }
    let path = |file: &str| format!("/api/v1/candidacies/{ana}/photo/{file}");
    let photo = get(&world, &path(&format!("{}.webp", hash()))).await;
    assert_eq!((photo.status, photo.text()), (200, "W"));
    assert_eq!(photo.header("content-type"), "image/webp");
    assert_eq!(
        photo.header("cache-control"),
        "public, max-age=3600, must-revalidate"
    );
    let tag = [("if-none-match", photo.header("etag"))];
    let again = ask(
        &world,
        Method::GET,
        &path(&format!("{}.webp", hash())),
        &tag,
    )
    .await;
    assert_eq!(again.status, 304);
    assert_eq!(again.header("cache-control"), photo.header("cache-control"));
    assert_eq!(
        get(&world, &path(&format!("{}.jpg", "ef".repeat(32))))
            .await
            .status,
        404
    );
    for file in ["x.jpg", "a.gif", "..%2f..%2fsecrets%2ftoken.key", &hash()] {
        assert_eq!(get(&world, &path(file)).await.status, 400, "{file}");
    }
}

#[actix_web::test]
async fn pages_are_complete_and_ignore_what_shared_links_carry() {
    let (world, [ana, _]) = portal().await;
    let election = world.election.clone();
    let page = get(&world, &format!("/candidaturas/{ana}?fbclid=1")).await;
    assert_eq!(page.status, 200);
    assert!(
        page.header("content-security-policy")
            .contains("script-src 'self'")
    );
    assert!(page.text().contains("Por el agua"));
    assert!(!page.text().contains("</script><b>"));
    assert!(page.text().contains("og:image"));
    assert_eq!(page.header("access-control-allow-origin"), "");

    // Without an election the page shows the present one, and says so in its one address.
    let list = get(&world, "/candidaturas?utm_source=x&cursor=broken").await;
    let canonical = format!("/candidaturas?election={election}");
    assert_eq!(list.status, 200);
    assert!(list.text().contains(&canonical));
    let all = get(&world, "/candidaturas?election=").await;
    assert!(!all.text().contains(&format!("\"path\":\"{canonical}\"")));
    let home = get(&world, "/").await;
    assert!(home.text().contains("Ayuntamientos 2027"));
    for path in ["/nada", "/candidaturas/nada"] {
        let missing = get(&world, path).await;
        assert_eq!(missing.status, 404);
        assert!(missing.header("content-type").starts_with("text/html"));
    }
}

#[actix_web::test]
async fn a_catalogue_is_the_same_each_time_and_knows_its_numbers() {
    let world = World::new().await;
    let all = get(&world, "/api/v1/catalogues").await.json();
    assert_eq!(all["meta"]["total"], all["data"].as_array().unwrap().len());
    let path = "/api/v1/catalogues/municipalities";
    let first = get(&world, path).await;
    let toluca = |it: &&Value| it["code"] == "15106";
    let entries = first.json()["data"].as_array().unwrap().clone();
    assert_eq!(entries.iter().find(toluca).unwrap()["ieem_number"], 107);
    let again = get(&world, path).await;
    assert_eq!(again.header("etag"), first.header("etag"));
    assert_eq!(again.bytes, first.bytes);
    let packed = ask(&world, Method::GET, path, &[("accept-encoding", "br")]).await;
    assert_eq!(packed.header("content-encoding"), "br");
}

#[test]
fn a_drawn_list_is_fresh_until_the_hour_turns() {
    use crate::portal::pages::seconds_fresh;
    use crate::prepared::answer::FRESH;
    let at = |second: i64| conoceles_shared::time::Instant::from_timestamp(second, 0).unwrap();
    assert_eq!(seconds_fresh(at(3600 * 9)), FRESH);
    assert_eq!(seconds_fresh(at(3600 * 9 - 10)), 10);
    assert_eq!(seconds_fresh(at(3600 * 9 - 1)), 1);
}
