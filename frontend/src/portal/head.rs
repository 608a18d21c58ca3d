//! What belongs in the head of each page.

use super::address;
use super::list;
use super::page_data::PageData;
use crate::i18n::portal::texts;

/// The head that the shell needs, unescaped; the server escapes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The title.
    pub title: String,
    /// The description.
    pub description: String,
    /// The one path of this page, without foreign parameters.
    pub canonical_path: String,
    /// The path of an image of it.
    pub image_path: Option<String>,
    /// Whether search engines should leave it out: drills, searches, and what is not there.
    pub noindex: bool,
}

/// The head of the page at `path_and_query`.
#[must_use]
pub fn head(path_and_query: &str, data: &PageData) -> Head {
    let mut head = match data {
        PageData::Home { .. } => Head {
            canonical_path: "/".to_owned(),
            ..plain(texts().home.title, texts().home.description)
        },
        PageData::List { elections, .. } => list_head(path_and_query, &elections.data),
        PageData::Profile { record } => {
            let record = &record.data;
            let (office, territory) = (&record.office.label, &record.territory.name);
            let title = format!("{} · {office}, {territory}", record.name);
            let description = (texts().profile.description)(&record.name, office, territory);
            Head {
                canonical_path: address::profile(&record.id),
                image_path: record.photo.as_ref().map(|photo| photo.jpeg.clone()),
                ..plain(&title, &description)
            }
        }
        PageData::Receipt { receipt } => Head {
            canonical_path: address::receipt(&receipt.data.code),
            ..gone(texts().receipt.heading, texts().receipt.lead)
        },
        PageData::AskReceipt => gone(texts().receipt.ask, texts().receipt.ask_text),
        PageData::NoReceipt => gone(texts().receipt.unknown, texts().receipt.unknown_text),
        PageData::NotFound => gone(texts().message.not_found, texts().message.not_found_text),
        PageData::Withdrawn => gone(texts().message.withdrawn, texts().message.withdrawn_text),
    };
    head.noindex |= data.is_drill(path_and_query);
    head
}

fn list_head(path: &str, elections: &[conoceles_shared::api::public::Election]) -> Head {
    let query = address::query(path);
    let place = list::heading(&query, elections);
    let mut title = place.heading.clone();
    for part in [Some(&place.folio), place.narrower.as_ref()]
        .into_iter()
        .flatten()
    {
        title.push_str(" · ");
        title.push_str(part);
    }
    let description = (texts().list.description)(&title);
    Head {
        noindex: query.q.is_some() || query.cursor.is_some(),
        canonical_path: address::list(&query),
        ..plain(&title, &description)
    }
}

fn plain(title: &str, description: &str) -> Head {
    Head {
        title: format!("{title} · {}", texts().frame.site),
        description: description.to_owned(),
        canonical_path: "/".to_owned(),
        image_path: None,
        noindex: false,
    }
}

fn gone(title: &str, description: &str) -> Head {
    Head {
        noindex: true,
        ..plain(title, description)
    }
}
