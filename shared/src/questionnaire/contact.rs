//! Medios de contacto: "Se deberá capturar alguno o algunos"
//! (`docs/domain/curricular.md#contact`).

use serde::Serialize;
use serde_json::{Map, Value};

use super::answer::{Answer, flagged, value};
use super::reader::{self, At, Report, deserialize_by_reading};
use super::{IssueCode, Limits, Section, format};

/// **Medios de contacto.** At least one, or each flagged "No proporcionó".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Contact {
    /// **Redes sociales: Facebook.** Full address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facebook: Option<Answer<String>>,
    /// **Redes sociales: X (antes Twitter).** Full address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub twitter_x: Option<Answer<String>>,
    /// **Redes sociales: YouTube.** Full address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub youtube: Option<Answer<String>>,
    /// **Redes sociales: Instagram.** Full address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instagram: Option<Answer<String>>,
    /// **Redes sociales: TikTok.** Full address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tiktok: Option<Answer<String>>,
    /// **Redes sociales: Otra red social.** Full address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_network: Option<Answer<String>>,
    /// **Página web.** Full address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub website: Option<Answer<String>>,
    /// **Correo electrónico público.** One to three.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_emails: Option<Answer<Vec<String>>>,
    /// **Teléfono público de contacto.** One to three, ten digits each.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_phones: Option<Answer<Vec<String>>>,
    /// **Domicilio de casa de campaña.** One to three.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub campaign_addresses: Option<Answer<Vec<String>>>,
}

/// A means of contact: its key, its label, and the answer where there is one.
pub type Named<'a, T> = (&'static str, &'static str, Option<&'a Answer<T>>);

const KEYS: [&str; 11] = [
    "facebook",
    "twitter_x",
    "youtube",
    "instagram",
    "tiktok",
    "other_network",
    "website",
    "public_emails",
    "public_phones",
    "campaign_addresses",
    "not_provided",
];

impl Contact {
    /// **No proporcionó**, for every means of contact.
    #[must_use]
    pub const fn not_provided() -> Self {
        Self {
            facebook: Some(Answer::not_provided()),
            twitter_x: Some(Answer::not_provided()),
            youtube: Some(Answer::not_provided()),
            instagram: Some(Answer::not_provided()),
            tiktok: Some(Answer::not_provided()),
            other_network: Some(Answer::not_provided()),
            website: Some(Answer::not_provided()),
            public_emails: Some(Answer::not_provided()),
            public_phones: Some(Answer::not_provided()),
            campaign_addresses: Some(Answer::not_provided()),
        }
    }

    /// The seven single addresses with their keys and labels, in the official order.
    #[must_use]
    pub const fn links(&self) -> [Named<'_, String>; 7] {
        [
            ("facebook", "Facebook", self.facebook.as_ref()),
            ("twitter_x", "X (antes Twitter)", self.twitter_x.as_ref()),
            ("youtube", "YouTube", self.youtube.as_ref()),
            ("instagram", "Instagram", self.instagram.as_ref()),
            ("tiktok", "TikTok", self.tiktok.as_ref()),
            (
                "other_network",
                "Otra red social",
                self.other_network.as_ref(),
            ),
            ("website", "Página web", self.website.as_ref()),
        ]
    }

    /// The three lists with their keys and labels, in the official order.
    #[must_use]
    pub const fn lists(&self) -> [Named<'_, Vec<String>>; 3] {
        [
            (
                "public_emails",
                "Correo electrónico público",
                self.public_emails.as_ref(),
            ),
            (
                "public_phones",
                "Teléfono público de contacto",
                self.public_phones.as_ref(),
            ),
            (
                "campaign_addresses",
                "Domicilio de casa de campaña",
                self.campaign_addresses.as_ref(),
            ),
        ]
    }

    fn has_value(&self) -> bool {
        self.links()
            .iter()
            .any(|(_, _, answer)| value(*answer).is_some())
            || self
                .lists()
                .iter()
                .any(|(_, _, answer)| value(*answer).is_some())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.links().iter().all(|(_, _, answer)| answer.is_none())
            && self.lists().iter().all(|(_, _, answer)| answer.is_none())
    }

    pub(super) fn is_not_provided(&self) -> bool {
        self.links().iter().all(|(_, _, answer)| flagged(*answer))
            && self.lists().iter().all(|(_, _, answer)| flagged(*answer))
    }
}

deserialize_by_reading!(Contact, read_contact);

pub(super) fn read_contact(value: &Value, limits: &Limits, report: &mut Report) -> Option<Contact> {
    let root = At::root(Section::Contact.label());
    let map = reader::object(value, &root, &KEYS, report)?;
    if reader::declined(map, &root, &[], report) {
        return Some(Contact::not_provided());
    }
    let template = Contact::default();
    let [
        facebook,
        twitter_x,
        youtube,
        instagram,
        tiktok,
        other_network,
        website,
    ] = template
        .links()
        .map(|(key, label, _)| read_link(map, &At::field(key, label), limits, report));
    let [emails, phones, addresses] = template
        .lists()
        .map(|(key, label, _)| At::field(key, label));
    Some(Contact {
        facebook,
        twitter_x,
        youtube,
        instagram,
        tiktok,
        other_network,
        website,
        public_emails: read_items(map, &emails, limits, report, read_email),
        public_phones: read_items(map, &phones, limits, report, read_phone),
        campaign_addresses: read_items(map, &addresses, limits, report, read_address),
    })
}

fn read_link(
    map: &Map<String, Value>,
    at: &At,
    limits: &Limits,
    report: &mut Report,
) -> Option<Answer<String>> {
    let value = match reader::answer(map, at, report)? {
        Answer::NotProvided { .. } => return Some(Answer::not_provided()),
        Answer::Value { value } => value,
    };
    let at = at.child("value");
    let line = reader::line(value, &at, limits.url_max, report)?;
    match format::url(&line) {
        Ok(url) => Some(Answer::of(url)),
        Err(why) => {
            report.add(&at, IssueCode::InvalidFormat, why);
            None
        }
    }
}

type ReadItem = fn(&Value, &At, &Limits, &mut Report) -> Option<String>;

fn read_items(
    map: &Map<String, Value>,
    at: &At,
    limits: &Limits,
    report: &mut Report,
    read: ReadItem,
) -> Option<Answer<Vec<String>>> {
    match reader::answer(map, at, report)? {
        Answer::NotProvided { .. } => Some(Answer::not_provided()),
        Answer::Value { value } => {
            let one = |value: &Value, at: &At, report: &mut Report| read(value, at, limits, report);
            reader::list(value, at, limits.contact_items_max, report, one).map(Answer::of)
        }
    }
}

fn read_email(value: &Value, at: &At, limits: &Limits, report: &mut Report) -> Option<String> {
    let line = reader::line(value, at, limits.email_max, report)?;
    if format::is_email(&line) {
        return Some(line);
    }
    let what = "no es una dirección de correo, por ejemplo: nombre@ejemplo.mx";
    report.add(at, IssueCode::InvalidFormat, what);
    None
}

fn read_phone(value: &Value, at: &At, limits: &Limits, report: &mut Report) -> Option<String> {
    let raw = reader::string(value, at, report).filter(|raw| !raw.trim().is_empty())?;
    match format::phone_digits(raw, limits.phone_digits) {
        Ok(digits) => Some(digits),
        Err(why) => {
            report.add(at, IssueCode::InvalidFormat, &why);
            None
        }
    }
}

fn read_address(value: &Value, at: &At, limits: &Limits, report: &mut Report) -> Option<String> {
    reader::line(value, at, limits.address_max, report)
}

pub(super) fn missing_in_contact(contact: &Contact, report: &mut Report) {
    if !contact.has_value() && !contact.is_not_provided() {
        let what = "capture al menos uno, o indique en todos que no se proporciona";
        report.add(
            &At::root(Section::Contact.label()),
            IssueCode::Required,
            what,
        );
    }
}

/// An address whose host belongs to another network is saved, with a warning.
pub(super) fn warnings_of_contact(contact: &Contact, report: &mut Report) {
    for (key, label, answer) in contact.links() {
        let expected: &[&str] = match key {
            "facebook" => &["facebook.com", "fb.com", "fb.me"],
            "twitter_x" => &["x.com", "twitter.com"],
            "youtube" => &["youtube.com", "youtu.be"],
            "instagram" => &["instagram.com"],
            "tiktok" => &["tiktok.com"],
            _ => continue,
        };
        let Some(address) = value(answer) else {
            continue;
        };
        let host = format::host(address);
        let belongs = |site: &&str| {
            host.strip_suffix(*site)
                .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        if !expected.iter().any(belongs) {
            let what = "la dirección no parece ser de esta red social; revísela";
            report.add(&At::field(key, label), IssueCode::Doubtful, what);
        }
    }
}

#[cfg(test)]
#[path = "contact_tests.rs"]
mod contact_tests;
