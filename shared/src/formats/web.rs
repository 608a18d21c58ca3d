//! Addresses on the web as people write them: without scheme, as a handle, with the network's name.

use super::{plain_line, says_nothing};
use crate::text::fold;

/// A network of profiles.
struct Network {
    /// The key of its field in the questionnaire; none for those without one.
    key: &'static str,
    /// What people call it, folded.
    names: &'static [&'static str],
    /// Its sites.
    hosts: &'static [&'static str],
    /// What stands before a handle in the address of a profile.
    profile: &'static str,
}

const NETWORKS: [Network; 9] = [
    Network {
        key: "facebook",
        names: &["facebook", "face", "fb", "feis", "fan page", "fanpage"],
        hosts: &["facebook.com", "fb.com", "fb.me", "fb.watch"],
        profile: "https://www.facebook.com/",
    },
    Network {
        key: "twitter_x",
        names: &["x", "twitter", "tw", "x (antes twitter)", "x antes twitter"],
        hosts: &["x.com", "twitter.com"],
        profile: "https://x.com/",
    },
    Network {
        key: "youtube",
        names: &["youtube", "you tube", "yt", "canal de youtube"],
        hosts: &["youtube.com", "youtu.be"],
        profile: "https://www.youtube.com/@",
    },
    Network {
        key: "instagram",
        names: &["instagram", "insta", "ig"],
        hosts: &["instagram.com", "instagr.am"],
        profile: "https://www.instagram.com/",
    },
    Network {
        key: "tiktok",
        names: &["tiktok", "tik tok", "tt"],
        hosts: &["tiktok.com"],
        profile: "https://www.tiktok.com/@",
    },
    Network {
        key: "",
        names: &["threads"],
        hosts: &["threads.net", "threads.com"],
        profile: "https://www.threads.net/@",
    },
    Network {
        key: "",
        names: &["linkedin", "linked in"],
        hosts: &["linkedin.com"],
        profile: "https://www.linkedin.com/in/",
    },
    Network {
        key: "",
        names: &["telegram"],
        hosts: &["t.me", "telegram.me"],
        profile: "https://t.me/",
    },
    Network {
        key: "",
        names: &["bluesky", "bsky"],
        hosts: &["bsky.app"],
        profile: "https://bsky.app/profile/",
    },
];

/// What people write before a handle that is no network.
const NEUTRAL: [&str; 8] = [
    "usuario", "usuaria", "user", "perfil", "pagina", "cuenta", "web", "sitio",
];

/// The longest handle that any network has.
const HANDLE_MAX: usize = 60;

const NOTHING: &str = "escriba la dirección o el usuario; si no hay, marque «No proporcionó»";
const FULL: &str = "escriba la dirección de la página, por ejemplo: www.ejemplo.mx";
const WHICH: &str =
    "un usuario solo no dice de qué red es; escriba la dirección de su página en esa red";
const SHOWN_NAME: &str = "parece un nombre; escriba su usuario, que no tiene espacios, o la dirección \
     de su página";
const NOT_A_HANDLE: &str = "no es un usuario ni una dirección; un usuario tiene letras sin acento, \
     dígitos, puntos y guiones";
const SEVERAL: &str = "hay más de una dirección; escriba aquí una sola";
const CODE: &str =
    "es código de una página; escriba la dirección sola, por ejemplo: www.ejemplo.mx";
const MAIL: &str = "parece un correo; escríbalo en «Correo electrónico público»";

/// An address that is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WebAddress {
    pub(crate) address: String,
    /// Whether only a part of it was written.
    pub(crate) completed: bool,
}

/// The address that a text means in the field with this key.
///
/// # Errors
/// What to do instead.
pub(crate) fn web_address(key: &str, text: &str) -> Result<WebAddress, &'static str> {
    let line = plain_line(text).replace(":// ", "://");
    if is_page_code(&line) {
        return Err(CODE);
    }
    let around = |it: char| it.is_whitespace() || "<>\"'«»“”‘’,;".contains(it);
    let line = line
        .trim_start_matches(around)
        .trim_end_matches(|it: char| around(it) || it == '.');
    let within = line.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
    let line = within.unwrap_or(line);
    if says_nothing(line) {
        return Err(NOTHING);
    }
    if addresses_in(line) > 1 {
        return Err(SEVERAL);
    }
    if line.contains("://") {
        let address = full_url(line)?;
        return Ok(with_profile_sign(address, false));
    }
    let own = NETWORKS.iter().find(|it| !key.is_empty() && it.key == key);
    let address = match rest_of_scheme(line) {
        Some(rest) => full_url(&format!("https://{rest}"))?,
        None if is_address(line, own.is_none()) => full_url(&format!("https://{line}"))?,
        None => profile(line, own)?,
    };
    Ok(with_profile_sign(address, true))
}

/// Whether a line was copied from the code of a page: `<a href="…">`.
fn is_page_code(line: &str) -> bool {
    let lower = line.to_ascii_lowercase();
    ["href=", "<a ", "</a>", "<iframe", "src="]
        .iter()
        .any(|it| lower.contains(it))
}

/// Networks where the address of a profile needs an `@` and leads nowhere without it.
const SIGNED_PROFILES: [&str; 2] = ["tiktok", "threads"];
/// What stands there in its place and is nobody's profile.
const NO_PROFILES: [&str; 10] = [
    "explore",
    "foryou",
    "following",
    "live",
    "upload",
    "search",
    "login",
    "discover",
    "about",
    "tag",
];

/// An address with the `@` that the network's profiles have.
fn with_profile_sign(address: String, completed: bool) -> WebAddress {
    let site = host(&address)
        .trim_start_matches("www.")
        .trim_start_matches("m.");
    let is_signed = NETWORKS.iter().any(|it| {
        it.names.iter().any(|name| SIGNED_PROFILES.contains(name)) && it.hosts.contains(&site)
    });
    let place = address
        .split_once("://")
        .and_then(|(_, rest)| rest.split_once('/'));
    let path = place.map_or("", |(_, path)| path);
    let end = path.find(['/', '?', '#']).unwrap_or(path.len());
    let (name, rest) = path.split_at(end);
    let is_profile = is_handle(name)
        && !NO_PROFILES.contains(&name.to_ascii_lowercase().as_str())
        && rest.trim_start_matches('/').split(['?', '#']).next() == Some("");
    if !(is_signed && is_profile) {
        return WebAddress { address, completed };
    }
    let before = address.len().saturating_sub(path.len());
    WebAddress {
        address: format!("{}@{path}", address.get(..before).unwrap_or_default()),
        completed: true,
    }
}

/// How many words of the line are whole addresses by themselves.
fn addresses_in(line: &str) -> usize {
    let words = line.split(|it: char| it.is_whitespace() || matches!(it, ',' | ';' | '|'));
    words
        .filter(|it| it.contains("://") || is_address(it, false))
        .count()
}

/// What follows a scheme that was not typed whole: `https:/`, `http//`, `https:www.…`.
fn rest_of_scheme(line: &str) -> Option<&str> {
    let lower = line.to_ascii_lowercase();
    let scheme = ["https", "http", "htttps", "htpps", "htps", "htp"]
        .into_iter()
        .find(|it| lower.starts_with(it))?;
    let rest = line.get(scheme.len()..)?;
    let host = rest.trim_start_matches([':', ';', '/', ' ']);
    (host.len() < rest.len() && is_host(host.split('/').next().unwrap_or_default())).then_some(host)
}

/// Whether a line without scheme begins with the name of a site. Of a single name with a dot that
/// is none of a network's sites, `plain` says whether it is one: `ejemplo.mx` is a site and
/// `maria.lopez` a handle.
fn is_address(line: &str, plain: bool) -> bool {
    let (name, path) = match line.split_once(['/', '?']) {
        Some((name, _)) => (name, true),
        None => (line, false),
    };
    let name = name.split_once(':').map_or(name, |(name, port)| {
        if port.parse::<u16>().is_ok() {
            name
        } else {
            line
        }
    });
    let lower = name.to_lowercase();
    let ending = lower.rsplit_once('.').map_or("", |(_, it)| it);
    let frequent = matches!(
        ending,
        "com" | "mx" | "org" | "net" | "info" | "page" | "site"
    );
    is_host(name)
        && (plain || path || frequent || lower.starts_with("www.") || network_of(&lower).is_some())
}

/// The address of a profile from what is left: a handle, with or without the network's name.
fn profile(line: &str, own: Option<&'static Network>) -> Result<String, &'static str> {
    let (network, handle) = named_network(line).unwrap_or((None, line));
    let network = network.or(own);
    if is_address(handle, own.is_none()) {
        return full_url(&format!("https://{handle}"));
    }
    let sign = handle.starts_with(['@', '/']);
    let bare = handle
        .trim_start_matches(['@', '/', ' '])
        .trim_end_matches(['/', '.']);
    if bare.contains('@') && !bare.contains(' ') {
        return Err(MAIL);
    }
    if bare.contains(' ') {
        return Err(if own.is_some() { SHOWN_NAME } else { FULL });
    }
    if !is_handle(bare) {
        return Err(if own.is_some() { NOT_A_HANDLE } else { FULL });
    }
    match network {
        Some(network) => full_url(&format!("{}{bare}", network.profile)),
        None => Err(if sign { WHICH } else { FULL }),
    }
}

/// The network that a line begins with the name of, and what follows: `instagram: usuario`,
/// `fb/usuario`, `TikTok @usuario`. Of a neutral word such as «usuario:» only what follows.
fn named_network(line: &str) -> Option<(Option<&'static Network>, &str)> {
    let at = line.find([':', '/', '@']).filter(|at| *at > 0)?;
    let (name, rest) = line.split_at(at);
    let name = fold(name.trim().trim_end_matches([':', '-', '.']).trim());
    let rest = rest.trim_start_matches([':', '/', ' ']);
    let found = NETWORKS.iter().find(|it| it.names.contains(&name.as_str()));
    (found.is_some() || NEUTRAL.contains(&name.as_str())).then_some((found, rest))
}

fn is_handle(text: &str) -> bool {
    let signs = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '_' | '-');
    !text.is_empty()
        && text.len() <= HANDLE_MAX
        && text.chars().all(signs)
        && text.chars().any(|it| it.is_ascii_alphanumeric())
}

fn network_of(host: &str) -> Option<&'static Network> {
    NETWORKS.iter().find(|it| belongs(host, it.hosts))
}

/// The sites of the network whose field has this key; none of a field for any site.
pub(crate) fn network_hosts(key: &str) -> Option<&'static [&'static str]> {
    let found = NETWORKS.iter().find(|it| !key.is_empty() && it.key == key);
    found.map(|it| it.hosts)
}

/// Whether a host is one of these sites, or within one.
pub(crate) fn belongs(host: &str, sites: &[&str]) -> bool {
    sites.iter().any(|site| {
        host.strip_suffix(site)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    })
}

/// Whether an address is that of a network as a whole, with nobody's profile.
pub(crate) fn lacks_profile(address: &str) -> bool {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let path = rest.split_once('/').map_or("", |(_, path)| path);
    network_of(host(address)).is_some() && path.trim_matches(['/', '@']).is_empty()
}

/// A full `http://` or `https://` address with the scheme and host in lower case, or why not.
fn full_url(text: &str) -> Result<String, &'static str> {
    let (scheme, rest) = text.split_once("://").ok_or(FULL)?;
    let scheme = scheme.to_ascii_lowercase();
    if !matches!(scheme.as_str(), "http" | "https") {
        return Err("la dirección debe empezar con https://");
    }
    let forbidden = |c: char| c.is_whitespace() || matches!(c, '\\' | '"' | '<' | '>' | '`');
    if rest.contains(forbidden) {
        return Err("la dirección no puede tener espacios, comillas ni diagonales invertidas");
    }
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    if authority.contains('@') {
        return Err("la dirección no puede llevar usuario ni contraseña");
    }
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    if !is_host(host) {
        return Err("el nombre del sitio no es válido, por ejemplo: https://www.ejemplo.mx");
    }
    if port.is_some_and(|port| port.parse::<u16>().is_err()) {
        return Err("el puerto de la dirección no es válido");
    }
    Ok(format!("{scheme}://{}{path}", authority.to_lowercase()))
}

/// The host of an address that [`web_address`] accepted.
pub(crate) fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#', ':']).next().unwrap_or_default()
}

/// A name with a dot, whose last part is not a number: `www.ejemplo.mx`.
pub(super) fn is_host(host: &str) -> bool {
    let label = |part: &str| {
        !part.is_empty()
            && part.chars().count() <= 63
            && part.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    let top = host.rsplit_once('.').map(|(_, top)| top);
    host.split('.').all(label) && top.is_some_and(|top| top.chars().any(char::is_alphabetic))
}

#[cfg(test)]
#[path = "web_tests.rs"]
mod web_tests;
