//! The means of contact, each in its field.

use conoceles_shared::api::public::ContactField;
use conoceles_shared::questionnaire::Contact;
use conoceles_shared::text::single_line;

use super::columns::{Column, Columns};
use super::file_row::Row;
use super::values::{Said, said};

/// Every field in the official order, the networks of one cell told apart by their site. `None`
/// where nothing is said at all.
pub(super) fn fields(columns: &Columns, row: &Row) -> Option<Vec<ContactField>> {
    let networks = said(columns.cell(row, Column::Networks));
    let links: Vec<(&str, String)> = match networks {
        Said::Value(cell) => split(cell).map(|it| (site(it), it.to_owned())).collect(),
        _ => Vec::new(),
    };
    let template = Contact::default();
    let names = template.links().map(|(key, label, _)| (key, label));
    let lists = template.lists().map(|(key, label, _)| (key, label));
    let mut anything = false;
    let fields = names
        .into_iter()
        .chain(lists)
        .map(|(field, label)| {
            let (values, declined) = match column(field) {
                Some(column) => match said(columns.cell(row, column)) {
                    Said::Value(value) => (vec![single_line(value)], false),
                    Said::Declined => (Vec::new(), true),
                    Said::Blank => (Vec::new(), false),
                },
                None => {
                    let own = links.iter().filter(|(site, _)| *site == field);
                    let values = own.map(|(_, link)| link.clone()).collect();
                    (values, networks == Said::Declined)
                }
            };
            anything |= !values.is_empty() || declined;
            ContactField {
                field: field.to_owned(),
                label: label.to_owned(),
                values,
                not_provided: declined,
            }
        })
        .collect();
    anything.then_some(fields)
}

/// The column of a field; none for the networks, which share one.
fn column(field: &str) -> Option<Column> {
    Some(match field {
        "website" => Column::Website,
        "public_emails" => Column::Email,
        "public_phones" => Column::Phone,
        "campaign_addresses" => Column::Address,
        _ => return None,
    })
}

/// The addresses of a cell: parted by white space, commas or semicolons.
fn split(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(|it: char| it.is_whitespace() || matches!(it, ',' | ';'))
        .filter(|it| !it.is_empty())
}

/// The field that an address belongs to.
fn site(address: &str) -> &'static str {
    let lower = address.to_lowercase();
    let rest = lower
        .split_once("://")
        .map_or(lower.as_str(), |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let belongs = |sites: &[&str]| {
        sites.iter().any(|site| {
            host.strip_suffix(site)
                .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        })
    };
    if belongs(&["facebook.com", "fb.com", "fb.me", "fb.watch"]) {
        "facebook"
    } else if belongs(&["twitter.com", "x.com", "twiter.com", "t.co"]) {
        "twitter_x"
    } else if belongs(&["youtube.com", "youtu.be"]) {
        "youtube"
    } else if belongs(&["instagram.com"]) {
        "instagram"
    } else if belongs(&["tiktok.com"]) {
        "tiktok"
    } else {
        "other_network"
    }
}
