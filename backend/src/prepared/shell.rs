//! The HTML around a page: Trunk's own `index.html` with its hashed names, or, where the client was
//! not built, a plain one without scripts.

use std::fmt::Write as _;

use actix_web::http::header::HeaderValue;
use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use conoceles_frontend::portal::{Head, PageData, data_block, render};
use pulldown_cmark_escape::escape_html;

const HEAD: &str = "<!--conoceles:head-->";
const BODY: &str = "<!--conoceles:body-->";
const DATA: &str = "<!--conoceles:data-->";

/// The page without a client: complete, only without scripts and style.
const PLAIN: &str = "<!DOCTYPE html>\n<html lang=\"es-MX\">\n<head>\n<meta charset=\"utf-8\">\n\
     <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
     <!--conoceles:head-->\n</head>\n<body>\n<div id=\"app\"><!--conoceles:body--></div>\n\
     <!--conoceles:data-->\n</body>\n</html>\n";

/// Telephones make no links of what looks like a number, a day or an address: in a candidacy's own
/// words, and in codes and fingerprints, they would be links that nobody wrote.
pub const NOTHING_DETECTED: &str = "<meta name=\"format-detection\" \
     content=\"telephone=no, date=no, address=no, email=no\">\n";

/// The shell of the portal.
#[derive(Debug, Clone)]
pub struct Shell {
    parts: [String; 4],
    policy: HeaderValue,
    base: String,
}

impl Shell {
    /// The shell from the client's `index.html`. `base` is the address that citizens use, without
    /// a final slash.
    #[must_use]
    pub fn new(index: Option<&str>, base: &str) -> Self {
        let (parts, html) = match index.and_then(|html| Some((split(html)?, html))) {
            Some(found) => found,
            None => (split(PLAIN).unwrap_or_default(), PLAIN),
        };
        Self {
            parts,
            policy: content_security_policy(html, "'self'"),
            base: base.trim_end_matches('/').to_owned(),
        }
    }

    /// The content security policy of its pages.
    #[must_use]
    pub const fn policy(&self) -> &HeaderValue {
        &self.policy
    }

    /// The complete HTML of a page.
    #[must_use]
    pub fn page(&self, path: &str, data: &PageData) -> String {
        let (head, body) = render(path, data);
        let [start, before_body, before_data, end] = &self.parts;
        let head = self.head(&head);
        let data = data_block(path, data);
        [start, &head, before_body, &body, before_data, &data, end]
            .map(String::as_str)
            .concat()
    }

    fn head(&self, head: &Head) -> String {
        let mut out = NOTHING_DETECTED.to_owned();
        let address = escaped(&format!("{}{}", self.base, head.canonical_path));
        let (title, description) = (escaped(&head.title), escaped(&head.description));
        // Writing to a String does not fail.
        let _ = write!(
            out,
            "<title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
             <link rel=\"canonical\" href=\"{address}\">\n"
        );
        if head.noindex {
            out.push_str("<meta name=\"robots\" content=\"noindex\">\n");
        }
        let image = head
            .image_path
            .as_ref()
            .map(|it| format!("{}{it}", self.base));
        let properties = [
            ("og:site_name", "Conóceles"),
            ("og:locale", "es_MX"),
            ("og:type", "website"),
        ];
        for (name, value) in properties {
            let _ = writeln!(out, "<meta property=\"{name}\" content=\"{value}\">");
        }
        for (name, value) in [
            ("og:title", Some(&title)),
            ("og:description", Some(&description)),
            ("og:url", Some(&address)),
            ("og:image", image.map(|it| escaped(&it)).as_ref()),
        ] {
            if let Some(value) = value {
                let _ = writeln!(out, "<meta property=\"{name}\" content=\"{value}\">");
            }
        }
        out
    }
}

/// The four parts around the three marks; none where a mark is missing.
fn split(html: &str) -> Option<[String; 4]> {
    let (start, rest) = html.split_once(HEAD)?;
    let (before_body, rest) = rest.split_once(BODY)?;
    let (before_data, end) = rest.split_once(DATA)?;
    Some([start, before_body, before_data, end].map(ToOwned::to_owned))
}

/// The content security policy of a page of ours: its own inline scripts by their hash, and
/// nothing inline besides.
#[must_use]
pub fn content_security_policy(html: &str, images: &str) -> HeaderValue {
    let hashes = inline_scripts(html)
        .into_iter()
        .fold(String::new(), |mut out, script| {
            let hash = STANDARD.encode(digest(&SHA256, script.as_bytes()));
            let _ = write!(out, " 'sha256-{hash}'");
            out
        });
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hashes}; style-src 'self'; \
         connect-src 'self'; img-src {images}; base-uri 'none'; form-action 'self'; \
         frame-ancestors 'none'"
    );
    HeaderValue::try_from(policy).unwrap_or_else(|_| HeaderValue::from_static("default-src 'none'"))
}

/// The scripts that stand in the page itself; data blocks need no hash.
fn inline_scripts(html: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once("<script") {
        let Some((attributes, body)) = after.split_once('>') else {
            break;
        };
        let Some((script, next)) = body.split_once("</script>") else {
            break;
        };
        if !attributes.contains("src=") && !attributes.contains("json") {
            found.push(script);
        }
        rest = next;
    }
    found
}

/// Text for an element or a quoted attribute.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Writing to a String does not fail.
    let _ = escape_html(&mut out, text);
    out
}

#[cfg(test)]
#[path = "shell_tests.rs"]
mod shell_tests;
