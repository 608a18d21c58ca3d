//! The latest changes as feeds, for readers that ask now and then: Atom (RFC 4287) and JSON Feed 1.1.

use actix_web::{HttpRequest, HttpResponse, web};
use atom_syndication::{Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text};
use conoceles_shared::api::changes::{Change, WhichLog};
use conoceles_shared::api::public::LogChain;
use conoceles_shared::api::query::decode_pairs;
use conoceles_shared::problem::Problem;
use conoceles_shared::time::{Instant, spanish_moment};
use serde_json::{Value, json};

use super::answers::text_answer;
use super::logs::FollowedLogs;
use super::reading::AskedLog;
use super::told::told_change;
use crate::core::error::Failure;
use crate::core::now::Now;
use crate::core::state::App;
use crate::portal::Portal;
use crate::prepared::answer::AnswerKind;

/// Entries of a feed.
const LATEST: u16 = 50;
/// What a feed costs of an address's budget.
const TOKENS: u16 = 1;
const TITLE: &str = "Conóceles: cambios en las candidaturas publicadas";

/// The latest changes as an Atom feed: 50, the newest first.
#[utoipa::path(
    get, path = "/api/v1/changes.atom", tag = "public",
    params(("log" = Option<LogChain>, Query, description = "`publication` (elecciones reales, si no se dice otra) o `drill` (simulacros).")),
    responses(
        (status = 200, content_type = "application/atom+xml", body = String), (status = 400, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)
    )
)]
pub async fn show_atom_feed(
    request: HttpRequest,
    app: web::Data<App>,
    portal: web::Data<Portal>,
    logs: web::Data<FollowedLogs>,
    Now(now): Now,
) -> Result<HttpResponse, Failure> {
    let asked = AskedLog {
        request: &request,
        app: &app,
        portal: &portal,
        now,
    };
    let latest = Latest::changes(asked, &logs).await?;
    let kind = AnswerKind {
        media_type: "application/atom+xml; charset=utf-8",
        ..AnswerKind::data()
    };
    text_answer(&request, latest.atom(), kind).await
}

/// The latest changes as a JSON Feed: 50, the newest first.
#[utoipa::path(
    get, path = "/api/v1/changes.json", tag = "public",
    params(("log" = Option<LogChain>, Query, description = "`publication` (elecciones reales, si no se dice otra) o `drill` (simulacros).")),
    responses(
        (status = 200, content_type = "application/feed+json", body = Object), (status = 400, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)
    )
)]
pub async fn show_json_feed(
    request: HttpRequest,
    app: web::Data<App>,
    portal: web::Data<Portal>,
    logs: web::Data<FollowedLogs>,
    Now(now): Now,
) -> Result<HttpResponse, Failure> {
    let asked = AskedLog {
        request: &request,
        app: &app,
        portal: &portal,
        now,
    };
    let latest = Latest::changes(asked, &logs).await?;
    let kind = AnswerKind {
        media_type: "application/feed+json",
        ..AnswerKind::data()
    };
    text_answer(&request, latest.json().to_string(), kind).await
}

/// The latest changes of a log, and what a feed says of itself.
struct Latest {
    log: LogChain,
    site: String,
    authority: String,
    at: Option<Instant>,
    changes: Vec<(Change, Option<String>)>,
}

impl Latest {
    async fn changes(asked: AskedLog<'_>, logs: &FollowedLogs) -> Result<Self, Failure> {
        let WhichLog(log) = WhichLog::from_pairs(&decode_pairs(asked.request.query_string()))
            .map_err(Failure::invalid_query)?;
        let (size, at) = logs.with(log, |it| (it.tree.size(), it.at));
        let since = size.saturating_sub(u64::from(LATEST));
        let rows = asked.entries(log, since..size, LATEST, TOKENS).await?;
        let snapshot = asked.portal.snapshot();
        let mut changes = Vec::with_capacity(rows.len());
        for row in rows.iter().rev() {
            let change = told_change(row)?;
            let name = snapshot.name_of(&change.candidacy).map(ToOwned::to_owned);
            changes.push((change, name));
        }
        Ok(Self {
            log,
            site: asked.app.public_address().to_owned(),
            authority: asked.app.config.authority.clone(),
            at,
            changes,
        })
    }

    fn address(&self, ending: &str) -> String {
        let (site, log) = (&self.site, self.log.code());
        format!("{site}/api/v1/changes.{ending}?log={log}")
    }

    /// The same for every reader of the feed, and of no other entry.
    fn id(&self, change: &Change) -> String {
        let log = self.log.code();
        format!("{}/api/v1/changes?log={log}#{}", self.site, change.seq)
    }

    fn page(&self, change: &Change) -> String {
        format!("{}/candidaturas/{}", self.site, change.candidacy)
    }

    fn atom(&self) -> String {
        let link = |href: String, rel: &str, media_type: &str| Link {
            href,
            rel: rel.to_owned(),
            mime_type: Some(media_type.to_owned()),
            ..Link::default()
        };
        let entries = self.changes.iter().map(|(change, name)| Entry {
            title: Text::plain(title(change, name.as_deref())),
            id: self.id(change),
            updated: FixedDateTime::from(change.at),
            links: vec![link(self.page(change), "alternate", "text/html")],
            content: Some(Content {
                value: Some(told(change)),
                content_type: Some("text".to_owned()),
                ..Content::default()
            }),
            ..Entry::default()
        });
        let feed = Feed {
            title: Text::plain(TITLE),
            id: self.address("atom"),
            updated: FixedDateTime::from(self.at.unwrap_or(Instant::UNIX_EPOCH)),
            authors: vec![Person {
                name: self.authority.clone(),
                ..Person::default()
            }],
            generator: Some(Generator {
                value: "Conóceles".to_owned(),
                ..Generator::default()
            }),
            links: vec![
                link(self.address("atom"), "self", "application/atom+xml"),
                link(format!("{}/", self.site), "alternate", "text/html"),
            ],
            entries: entries.collect(),
            lang: Some("es-MX".to_owned()),
            ..Feed::default()
        };
        feed.to_string()
    }

    fn json(&self) -> Value {
        let items = self.changes.iter().map(|(change, name)| {
            json!({
                "id": self.id(change),
                "url": self.page(change),
                "title": title(change, name.as_deref()),
                "content_text": told(change),
                "date_published": change.at,
                "_conoceles": change,
            })
        });
        json!({
            "version": "https://jsonfeed.org/version/1.1",
            "title": TITLE,
            "home_page_url": format!("{}/", self.site),
            "feed_url": self.address("json"),
            "language": "es-MX",
            "authors": [{ "name": self.authority }],
            "items": items.collect::<Vec<_>>(),
        })
    }
}

/// Whoever is public now is named as they are now; nobody else is.
fn title(change: &Change, name: Option<&str>) -> String {
    format!(
        "{}: {}",
        change.kind.label,
        name.unwrap_or("candidatura que ya no es pública")
    )
}

fn told(change: &Change) -> String {
    let (moment, version) = (spanish_moment(change.at), change.version);
    if change.tombstone {
        format!("{moment}. Dejó de ser pública; su versión {version} fue la última.")
    } else {
        format!("{moment}. Versión {version} de su registro público.")
    }
}
