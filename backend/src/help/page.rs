//! One page of the manual as HTML, and the document around it.

use std::sync::OnceLock;

use actix_web::http::header::HeaderValue;
use actix_web::{HttpRequest, HttpResponse};
use conoceles_frontend::i18n::t;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Parser, Tag, TagEnd, html::push_html};

use crate::core::error::Failure;
use crate::prepared::answer::{AnswerKind, Prepared, answer};
use crate::prepared::bundles::bundle_index;
use crate::prepared::encoding::Encoding;
use crate::prepared::shell::{NOTHING_DETECTED, escaped};

/// Where the pages are.
pub const BASE: &str = "/ayuda";
/// The page that lists the others.
pub const INDEX: &str = "README";
/// Seconds in which a page or a picture is fresh.
pub const MANUAL_FRESH: u64 = 3600;
/// The content security policy of a page: style and pictures of our own, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; \
     form-action 'none'; frame-ancestors 'none'";

/// Answers with a page of the manual, or with the notice.
pub fn answer_page(request: &HttpRequest, page: &Prepared) -> Result<HttpResponse, Failure> {
    let kind = AnswerKind {
        fresh: MANUAL_FRESH,
        ..AnswerKind::page(HeaderValue::from_static(POLICY))
    };
    Ok(answer(request, kind, page.body(Encoding::of(request))?))
}

/// The address of a page.
fn address(name: &str) -> String {
    if name == INDEX {
        BASE.to_owned()
    } else {
        format!("{BASE}/{name}")
    }
}

/// The main heading of a text; empty where it has none.
pub fn main_heading(text: &str) -> String {
    let heading = Tag::Heading {
        level: HeadingLevel::H1,
        id: None,
        classes: Vec::new(),
        attrs: Vec::new(),
    };
    Parser::new(text)
        .skip_while(|event| *event != Event::Start(heading.clone()))
        .take_while(|event| *event != Event::End(TagEnd::Heading(HeadingLevel::H1)))
        .filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.into_string()),
            _ => None,
        })
        .collect()
}

/// The complete page `name` of a manual with these `contents`, names and titles in their order.
pub fn manual_page(name: &str, text: &str, contents: &[(&str, String)]) -> String {
    let mut article = String::new();
    push_html(&mut article, Parser::new(text).map(at_our_addresses));
    let links: String = contents
        .iter()
        .map(|(other, title)| {
            let current = if *other == name {
                " aria-current=\"page\""
            } else {
                ""
            };
            let (href, title) = (address(other), escaped(title));
            format!("<li><a href=\"{href}\"{current}>{title}</a></li>")
        })
        .collect();
    let (site, skip) = (t().frame.site, t().frame.skip);
    let body = format!(
        "<a class=\"skip\" href=\"#contenido\">{skip}</a>\n\
         <header class=\"site-header\"><div class=\"wrap site-header__row\">\
         <a class=\"brand\" href=\"/mesa\"><span class=\"brand__name\">{site}</span></a>\
         </div></header>\n\
         <div class=\"wrap profile-body\">\n\
         <nav class=\"profile-toc\" aria-label=\"Páginas del manual\"><ul class=\"toc\">{links}</ul></nav>\n\
         <main id=\"contenido\" class=\"manual\" tabindex=\"-1\">\n{article}</main>\n</div>"
    );
    document(&main_heading(text), None, &body)
}

/// The document around a body: our style sheet, no script. The description is for search engines.
pub fn document(title: &str, description: Option<&str>, body: &str) -> String {
    let (title, links, site) = (escaped(title), links(), t().frame.site);
    let description = description.map_or_else(String::new, |it| {
        let it = escaped(it);
        format!("<meta name=\"description\" content=\"{it}\">\n")
    });
    format!(
        "<!DOCTYPE html>\n<html lang=\"es-MX\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         {NOTHING_DETECTED}<title>{title} · {site}</title>\n{description}{links}</head>\n<body>\n{body}\n\
         </body>\n</html>\n"
    )
}

/// Links between files become links between pages.
fn at_our_addresses(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => Event::Start(Tag::Link {
            link_type,
            dest_url: dest_url
                .strip_suffix(".md")
                .map_or_else(|| dest_url.clone(), |name| CowStr::from(address(name))),
            title,
            id,
        }),
        Event::Start(Tag::Image {
            link_type,
            dest_url,
            title,
            id,
        }) => Event::Start(Tag::Image {
            link_type,
            dest_url: CowStr::from(format!("{BASE}/{dest_url}")),
            title,
            id,
        }),
        other => other,
    }
}

/// The links to the client's style sheet and icon, whose names have hashes; nothing without a client.
fn links() -> &'static str {
    static LINKS: OnceLock<String> = OnceLock::new();
    LINKS.get_or_init(|| {
        let index = bundle_index("portal").unwrap_or_default();
        let wanted = ["rel=\"stylesheet\"", "rel=\"icon\""];
        index
            .lines()
            .filter(|line| wanted.iter().any(|it| line.contains(it)))
            .fold(String::new(), |all, line| all + line + "\n")
    })
}
