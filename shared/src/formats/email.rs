//! E-mail addresses as they are pasted.

use std::fmt;

use super::web::is_host;
use super::{plain_line, says_nothing};
use crate::text::{fold, one_slip};

/// Longest part before the sign, by the standard.
const LOCAL_MAX: usize = 64;

/// Providers that nearly everybody writes to; a domain that is one slip away is doubted.
const PROVIDERS: [&str; 22] = [
    "gmail.com",
    "hotmail.com",
    "hotmail.es",
    "hotmail.com.mx",
    "outlook.com",
    "outlook.es",
    "outlook.com.mx",
    "yahoo.com",
    "yahoo.com.mx",
    "yahoo.es",
    "ymail.com",
    "live.com",
    "live.com.mx",
    "msn.com",
    "icloud.com",
    "me.com",
    "mac.com",
    "aol.com",
    "protonmail.com",
    "proton.me",
    "prodigy.net.mx",
    "googlemail.com",
];

/// Providers of one domain, with its name: with another ending it is nobody's.
const ONLY_DOMAINS: [(&str, &str); 5] = [
    ("gmail", "gmail.com"),
    ("googlemail", "googlemail.com"),
    ("icloud", "icloud.com"),
    ("ymail", "ymail.com"),
    ("prodigy", "prodigy.net.mx"),
];

/// Endings that are slips of a frequent one.
const ENDINGS: [(&str, &str); 10] = [
    ("con", "com"),
    ("cmo", "com"),
    ("ocm", "com"),
    ("comm", "com"),
    ("cim", "com"),
    ("vom", "com"),
    ("xom", "com"),
    ("com.mxx", "com.mx"),
    ("con.mx", "com.mx"),
    ("gob.mxx", "gob.mx"),
];

/// Why a text is no address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmailTrouble {
    /// It says that there is none.
    Nothing,
    /// It is more than one address.
    Several,
    /// A comma stands where a full stop should.
    Comma,
    /// A space stands in the middle.
    Space,
    /// It is the name of an account of a network.
    Handle,
    /// It has no sign of an address.
    NoSign,
    /// What follows the sign is no whole domain.
    Domain,
    /// What stands before the sign is missing, too long, or has other signs.
    Local,
}

impl fmt::Display for EmailTrouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Nothing => "escriba una dirección de correo",
            Self::Several => "hay más de una dirección; escriba cada una por separado",
            Self::Comma => "tiene una coma donde va un punto",
            Self::Space => "tiene un espacio en medio; escriba solo la dirección, sin nombres",
            Self::Handle => {
                "parece un usuario de una red social; una dirección es como nombre@ejemplo.mx"
            }
            Self::NoSign => "le falta la arroba; una dirección es como nombre@ejemplo.mx",
            Self::Domain => {
                "lo que sigue a la arroba no es un dominio completo; debe ser como ejemplo.mx"
            }
            Self::Local => {
                "lo que está antes de la arroba no es válido: letras, dígitos, puntos y guiones, \
                 hasta 64"
            }
        })
    }
}

/// The address that a text means: without «mailto:», a name beside it, spaces around its signs and
/// a full stop after it. The domain is in lower case.
///
/// # Errors
/// What to do instead.
pub fn email_address(text: &str) -> Result<String, EmailTrouble> {
    let line = plain_line(text);
    let addresses = distinct_addresses(&line);
    if addresses.len() > 1 {
        return Err(EmailTrouble::Several);
    }
    let line = bare(&line);
    if says_nothing(&line) {
        return Err(EmailTrouble::Nothing);
    }
    let Some((local, domain)) = line.rsplit_once('@') else {
        return Err(EmailTrouble::NoSign);
    };
    if local.is_empty() {
        return Err(EmailTrouble::Handle);
    }
    if local.contains(' ') || domain.contains(' ') {
        return Err(EmailTrouble::Space);
    }
    if domain.contains(',') {
        return Err(EmailTrouble::Comma);
    }
    if !is_local(local) {
        return Err(EmailTrouble::Local);
    }
    let domain = domain.to_lowercase();
    if !is_host(&domain) {
        return Err(EmailTrouble::Domain);
    }
    Ok(format!("{local}@{domain}"))
}

/// The words of the line that look like addresses; the same one twice is one.
fn distinct_addresses(line: &str) -> Vec<String> {
    let split = |it: char| it.is_whitespace() || ",;/|<>()\"".contains(it);
    let mut all: Vec<String> = line
        .split(split)
        .map(|it| it.trim_matches(['.', ':']).trim_start_matches("mailto:"))
        .filter(|it| {
            it.split_once('@')
                .is_some_and(|(a, b)| !a.is_empty() && !b.is_empty())
        })
        .map(str::to_lowercase)
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The line less what is around the address.
fn bare(line: &str) -> String {
    let mut line = line;
    if let Some((_, inner)) = line.rsplit_once('<') {
        line = inner.split('>').next().unwrap_or(inner);
    }
    if let Some((label, rest)) = line.split_once(':')
        && !label.contains('@')
    {
        line = rest;
        line = line.split('?').next().unwrap_or(line);
    }
    let around = |it: char| it.is_whitespace() || "<>()[]{}\"'«»“”‘’,;:".contains(it);
    let line = line
        .trim_start_matches(around)
        .trim_end_matches(|it: char| around(it) || it == '.');
    let mut out = String::with_capacity(line.len());
    for word in line.split(' ') {
        let joins = out.ends_with(['@', '.']) || word.starts_with(['@', '.']);
        if !out.is_empty() && !joins {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

fn is_local(local: &str) -> bool {
    let dots = !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
    let signs = local
        .chars()
        .all(|it| it.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(it));
    local.chars().count() <= LOCAL_MAX && dots && signs
}

/// What a browser is asked to write to an address with; none for a text that is no address, as an archive
/// may hold. Signs that mean something in a link are written by their code.
#[must_use]
pub fn email_link(address: &str) -> Option<String> {
    if email_address(address).as_deref() != Ok(address) {
        return None;
    }
    let mut link = "mailto:".to_owned();
    for sign in address.chars() {
        if sign.is_ascii_alphanumeric() || matches!(sign, '@' | '.' | '-' | '_' | '+') {
            link.push(sign);
        } else {
            let mut unit = [0; 4];
            for byte in sign.encode_utf8(&mut unit).bytes() {
                link.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    Some(link)
}

/// Whether every server takes the part before the sign, so that mail to it can be sent.
#[must_use]
pub fn is_plain_ascii(address: &str) -> bool {
    address
        .rsplit_once('@')
        .is_some_and(|(local, _)| local.is_ascii())
}

/// What to ask about an address that is one, but looks like a slip.
#[must_use]
pub fn email_doubt(address: &str) -> Option<String> {
    let (local, domain) = address.rsplit_once('@')?;
    if let Some(meant) = meant_domain(domain) {
        return Some(format!("¿quiso decir {meant}?"));
    }
    (!local.is_ascii()).then(|| {
        "tiene letras con acento o ñ antes de la arroba, que casi ningún correo admite; revísela"
            .to_owned()
    })
}

/// The domain of a provider that this one is a slip of, or its ending.
fn meant_domain(domain: &str) -> Option<String> {
    if PROVIDERS.contains(&domain) {
        return None;
    }
    let plain = fold(domain);
    if let Some(provider) = PROVIDERS.iter().find(|it| is_one_slip(&plain, it)) {
        return Some((*provider).to_owned());
    }
    let name = plain.split('.').next().unwrap_or_default();
    if let Some((_, only)) = ONLY_DOMAINS.iter().find(|(it, _)| *it == name) {
        return Some((*only).to_owned());
    }
    ENDINGS.iter().find_map(|(slip, ending)| {
        let name = plain.strip_suffix(slip)?.strip_suffix('.')?;
        let whole = format!("{name}.{ending}");
        let provider = PROVIDERS.iter().find(|it| is_one_slip(&whole, it));
        Some(provider.map_or_else(|| format!(".{ending}"), |it| (*it).to_owned()))
    })
}

/// Whether two words differ by one letter more, less or other, or two that changed places. Of short
/// words a slip makes another one that is meant.
fn is_one_slip(one: &str, other: &str) -> bool {
    let letters = |it: &str| it.chars().collect::<Vec<_>>();
    one == other || (other.len() >= 8 && one_slip(&letters(one), &letters(other)))
}

#[cfg(test)]
#[path = "email_tests.rs"]
mod email_tests;
