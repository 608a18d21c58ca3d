//! Pages that a proxy rewrote before the browser had them.

use conoceles_shared::questionnaire::NOTICE_PATH;
use conoceles_tests::rewriting::{Rewrite, RewritingProxy};
use serde_json::json;

use super::*;
use builders::World;

fn without_comments(page: &str) -> String {
    let mut parts = page.split("<!--");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once("-->").map_or("", |(_, rest)| rest));
    }
    out.replace("<!>", "")
}

fn without_space_between_tags(page: &str) -> String {
    let mut out = String::new();
    for part in page.split_inclusive('>') {
        let is_only_space = |it: &str| !it.is_empty() && it.trim().is_empty();
        match part.split_once('<') {
            Some((space, tag)) if is_only_space(space) => {
                out.push('<');
                out.push_str(tag);
            }
            _ => out.push_str(part),
        }
    }
    out
}

/// As Cloudflare hides what looks like an address of mail, in the data block too.
fn without_addresses(page: &str) -> String {
    page.split_inclusive(|it: char| it.is_whitespace() || "<>\"(),".contains(it))
        .map(|word| {
            let text = word.trim_end_matches(|it: char| !it.is_alphanumeric());
            let rest = &word[text.len()..];
            let is_address = text.split_once('@').is_some_and(|(_, host)| host.contains('.'));
            if is_address && !text.contains('/') {
                format!("<a href=\"/cdn-cgi/l/email-protection\" class=\"__cf_email__\">[email\u{a0}protected]</a>{rest}")
            } else {
                word.to_owned()
            }
        })
        .collect()
}

fn with_a_banner(page: &str) -> String {
    page.replace(
        "<body>",
        "<body><script>window.carrier = 1</script><div>Red de la escuela</div>",
    )
}

fn with_other_scripts(page: &str) -> String {
    page.replace("type=\"module\"", "type=\"text/rocketscript\"")
}

fn without_the_data(page: &str) -> String {
    page.replace(
        "<script type=\"application/json\"",
        "<script type=\"text/plain\" data-was=\"json\"",
    )
    .replace("\"data\":", "\"data\":<b>")
}

const REWRITES: [(&str, Rewrite); 6] = [
    ("comments", without_comments),
    ("spaces", without_space_between_tags),
    ("addresses", without_addresses),
    ("banner", with_a_banner),
    ("scripts", with_other_scripts),
    ("data", without_the_data),
];

const PERSON: &str = "Maribel Ocampo Tenorio";

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_read_and_left_through_a_proxy_that_rewrites_it() {
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    portal::published(&server, &world).await;
    let list = world.operator.get(&world.capture("/receipts")).await.ok();
    let code = list["data"][0]["code"].as_str().unwrap().to_owned();
    for (kind, rewrite) in REWRITES {
        let proxy = RewritingProxy::start(&server.base, rewrite).await;
        let browser = Browser::open_window(&proxy.base, 1280, true).await;
        for (path, says) in [
            ("/".to_owned(), "Conoce quién está"),
            ("/candidaturas".to_owned(), PERSON),
            (format!("/candidaturas/{}", world.candidacy), PERSON),
            (format!("/verificar/{code}"), "Acuse verificado"),
            ("/verificar".to_owned(), "Verificar un acuse"),
            ("/no-existe".to_owned(), "No encontramos esta página"),
            (NOTICE_PATH.to_owned(), "datos personales"),
        ] {
            let place = format!("{path} through {kind}");
            browser.go(&path).await;
            browser.shows(says).await;
            if kind != "scripts" && path != NOTICE_PATH {
                let over = taking_over::TAKEN_OVER;
                browser.until(&place, over, vec![]).await;
            }
            let problems = browser.problems().await;
            assert_eq!(problems, Vec::<String>::new(), "{place}");
            browser.press("Candidaturas").await;
            browser.heading("Candidaturas").await;
            browser.shows(PERSON).await;
            let once = "return document.querySelectorAll('h1').length === 1 \
                && document.querySelectorAll('main').length === 1";
            assert_eq!(browser.script(once, vec![]).await, json!(true), "{place}");
        }
        browser.go("/ayuda").await;
        browser.shows("Manual").await;
        let scripts = "return document.querySelectorAll('main script, head script').length";
        assert_eq!(browser.script(scripts, vec![]).await, json!(0));
        browser.close().await;
    }
}
