//! What crawlers ask for: which addresses there are, and which they may leave alone.

use std::fmt::Write as _;
use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse, web};

use super::memory::Portal;
use super::misses::Asking;
use super::published::Published;
use super::snapshot::Snapshot;
use super::views::not_public;
use crate::core::error::Failure;
use crate::core::now::Now;
use crate::core::state::App;
use crate::prepared::answer::{AnswerKind, Body, answer};
use crate::prepared::encoding::{Effort, Encoding};
use crate::prepared::shell::escaped;

/// Most addresses of one part: what the protocol of sitemaps allows.
const A_PART: usize = 50_000;
/// What making a part costs of an address's budget.
const TOKENS: u16 = 20;
const XML: &str = "application/xml; charset=utf-8";

/// What crawlers may leave alone, and where the addresses are.
pub async fn show_robots(
    request: HttpRequest,
    app: web::Data<App>,
) -> Result<HttpResponse, Failure> {
    let text = format!(
        "User-agent: *\nDisallow: /mesa\nDisallow: /verificar/\n\nSitemap: {}/sitemap.xml\n",
        app.public_address()
    );
    let kind = AnswerKind {
        media_type: "text/plain; charset=utf-8",
        ..AnswerKind::data()
    };
    let body = Body::encode(text.as_bytes(), Encoding::of(&request), Effort::Often)?;
    Ok(answer(&request, kind, body))
}

/// Which parts the addresses come in.
pub async fn show_sitemap_index(
    request: HttpRequest,
    app: web::Data<App>,
    portal: web::Data<Portal>,
    now: Now,
) -> Result<HttpResponse, Failure> {
    let base = app.public_address().to_owned();
    let make = move |snapshot: &Snapshot| index(snapshot, &base);
    kept_or_made(
        &request,
        (app, portal, now),
        "/sitemap.xml".to_owned(),
        make,
    )
    .await
}

/// One part of the addresses, counted from 1.
pub async fn show_sitemap_part(
    request: HttpRequest,
    app: web::Data<App>,
    portal: web::Data<Portal>,
    part: web::Path<String>,
    now: Now,
) -> Result<HttpResponse, Failure> {
    let number = part
        .parse()
        .ok()
        .filter(|it: &usize| it.to_string() == *part);
    let number = number.and_then(|it| it.checked_sub(1));
    let known = number.filter(|it| *it < parts(&portal.snapshot()));
    let number = known.ok_or_else(not_public)?;
    let base = app.public_address().to_owned();
    let path = format!("/sitemap-{part}.xml");
    let make = move |snapshot: &Snapshot| addresses(snapshot, &base, number);
    kept_or_made(&request, (app, portal, now), path, make).await
}

async fn kept_or_made(
    request: &HttpRequest,
    (app, portal, Now(now)): (web::Data<App>, web::Data<Portal>, Now),
    path: String,
    make: impl FnOnce(&Snapshot) -> String + Send + 'static,
) -> Result<HttpResponse, Failure> {
    let asking = Asking {
        snapshot: portal.snapshot(),
        app,
        portal,
        now,
    };
    let body = asking.kept_or_made_text(request, path, TOKENS, |snapshot| Ok(make(snapshot)));
    let kind = AnswerKind {
        media_type: XML,
        ..AnswerKind::data()
    };
    Ok(answer(request, kind, body.await?))
}

/// Drills are left out: nobody should find them.
fn listed(snapshot: &Snapshot) -> impl Iterator<Item = &Arc<Published>> {
    let all = snapshot.by_name.iter();
    all.filter(|it| !it.summary.election.drill)
}

/// How many parts there are: one at least, which holds the pages that are always there.
fn parts(snapshot: &Snapshot) -> usize {
    let real = snapshot.elections.iter().filter(|it| !it.election.drill);
    let listed: u32 = real.map(|it| it.published).sum();
    let listed = usize::try_from(listed).unwrap_or(usize::MAX);
    listed.div_ceil(A_PART).max(1)
}

fn index(snapshot: &Snapshot, base: &str) -> String {
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
        <sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    for part in 1..=parts(snapshot) {
        let address = escaped(&format!("{base}/sitemap-{part}.xml"));
        let _ = writeln!(text, "<sitemap><loc>{address}</loc></sitemap>");
    }
    text.push_str("</sitemapindex>\n");
    text
}

fn addresses(snapshot: &Snapshot, base: &str, part: usize) -> String {
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
        <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    let always: &[&str] = if part == 0 {
        &["/", "/candidaturas", "/aviso-de-privacidad"]
    } else {
        &[]
    };
    for path in always {
        let _ = writeln!(
            text,
            "<url><loc>{}</loc></url>",
            escaped(&format!("{base}{path}"))
        );
    }
    for record in listed(snapshot).skip(part * A_PART).take(A_PART) {
        let address = escaped(&format!("{base}/candidaturas/{}", record.id));
        let day = record.stored.at.format("%Y-%m-%d");
        let _ = writeln!(
            text,
            "<url><loc>{address}</loc><lastmod>{day}</lastmod></url>"
        );
    }
    text.push_str("</urlset>\n");
    text
}
