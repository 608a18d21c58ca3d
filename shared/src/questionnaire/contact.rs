//! Medios de contacto: "Se deberá capturar alguno o algunos"
//! (`docs/domain/curricular.md#contact`).

use serde::Serialize;
use serde_json::{Map, Value};

use super::answer::{Answer, flagged, value};
use super::reader::{self, At, Report, deserialize_by_reading};
use super::{IssueCode, Limits, Section};
use crate::formats::{self, EmailTrouble, PhoneTrouble};

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
        .map(|(key, label, _)| read_link(map, key, &At::field(key, label), limits, report));
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
    key: &str,
    at: &At,
    limits: &Limits,
    report: &mut Report,
) -> Option<Answer<String>> {
    let value = match reader::answer(map, at, report)? {
        Answer::NotProvided { .. } => return Some(Answer::not_provided()),
        Answer::Value { value } => value,
    };
    let at = at.child("value");
    let text = reader::string(value, &at, report)?;
    if text.trim().is_empty() {
        return None;
    }
    match formats::web_address(key, &text) {
        Ok(it) => {
            if it.completed {
                report.note(&at, "se completó la dirección; revise que abra su página");
            }
            reader::within(it.address, &at, limits.url_max, report).map(Answer::of)
        }
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

/// Said beside what only says that there is nothing.
const DECLINE: &str = "si no hay, marque «No proporcionó»";

fn read_email(value: &Value, at: &At, limits: &Limits, report: &mut Report) -> Option<String> {
    let text = reader::string(value, at, report)?;
    if text.trim().is_empty() {
        return None;
    }
    match formats::email_address(&text) {
        Ok(address) => reader::within(address, at, limits.email_max, report),
        Err(trouble) => {
            let mut what = trouble.to_string();
            if matches!(trouble, EmailTrouble::Nothing | EmailTrouble::Handle) {
                what = format!("{what}; {DECLINE}");
            }
            report.add(at, IssueCode::InvalidFormat, &what);
            None
        }
    }
}

fn read_phone(value: &Value, at: &At, limits: &Limits, report: &mut Report) -> Option<String> {
    let text = reader::string(value, at, report)?;
    if text.trim().is_empty() {
        return None;
    }
    match formats::national_number(&text, limits.phone_digits) {
        Ok(number) => {
            if number.old_prefix {
                let what = "se quitó el prefijo: desde agosto de 2019 ya no se marcan 01, 044, 045 \
                            ni el 1 después de +52";
                report.note(at, what);
            }
            Some(number.digits)
        }
        Err(trouble) => {
            let mut what = trouble.to_string();
            if trouble == PhoneTrouble::Nothing {
                what = format!("{what}; {DECLINE}");
            }
            report.add(at, IssueCode::InvalidFormat, &what);
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

/// What is saved, with a warning: an address of another network or of nobody's profile, an e-mail
/// address that looks like a slip.
pub(super) fn warnings_of_contact(contact: &Contact, report: &mut Report) {
    for (key, label, answer) in contact.links() {
        let Some(address) = value(answer) else {
            continue;
        };
        let at = At::field(key, label);
        let sites = formats::network_hosts(key);
        if sites.is_some_and(|sites| !formats::belongs(formats::host(address), sites)) {
            let what = "la dirección no parece ser de esta red social; revísela";
            report.add(&at, IssueCode::Doubtful, what);
        } else if formats::lacks_profile(address) {
            let what = "la dirección es la de la red y no la de su página; agregue su usuario";
            report.add(&at, IssueCode::Doubtful, what);
        }
    }
    let [(key, label, _), _, (address_key, address_label, addresses)] = contact.lists();
    for (index, address) in value(addresses).into_iter().flatten().enumerate() {
        let at = At::field(address_key, address_label)
            .child("value")
            .item(index);
        reader::doubt_lost_letters(address, &at, report);
    }
    let emails = value(contact.public_emails.as_ref());
    for (index, address) in emails.into_iter().flatten().enumerate() {
        if let Some(doubt) = formats::email_doubt(address) {
            let at = At::field(key, label).child("value").item(index);
            report.add(&at, IssueCode::Doubtful, &doubt);
        }
    }
}

#[cfg(test)]
#[path = "contact_tests.rs"]
mod contact_tests;
