//! Formats of the means of contact: addresses on the web, e-mail, telephone numbers.

/// A full `http://` or `https://` address with the scheme and host in lower case, or why not.
pub(super) fn url(text: &str) -> Result<String, &'static str> {
    const FULL: &str = "escriba la dirección completa, que empieza con https://";
    let (scheme, rest) = text.split_once("://").ok_or(FULL)?;
    let scheme = scheme.to_ascii_lowercase();
    if !matches!(scheme.as_str(), "http" | "https") {
        return Err(FULL);
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

/// The host of an address that [`url`] accepted.
pub(super) fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#', ':']).next().unwrap_or_default()
}

/// Whether the text looks like an e-mail address; only a message that arrives proves it.
pub(super) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let dots = !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
    let signs = local
        .chars()
        .all(|c| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c));
    !local.is_empty() && local.chars().count() <= 64 && dots && signs && is_host(domain)
}

/// The digits of a telephone number, without spaces and hyphens; or why not.
pub(super) fn phone_digits(text: &str, digits: u32) -> Result<String, String> {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '‐' | '–'))
        .collect();
    if plain.chars().any(|c| !c.is_ascii_digit()) {
        return Err("solo puede tener dígitos, espacios y guiones".to_owned());
    }
    let found = u32::try_from(plain.len()).unwrap_or(u32::MAX);
    if digits != 0 && found != digits {
        return Err(format!("deben ser {digits} dígitos y hay {found}"));
    }
    Ok(plain)
}

/// A name with a dot, whose last part is not a number: `www.ejemplo.mx`.
fn is_host(host: &str) -> bool {
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
