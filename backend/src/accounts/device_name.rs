//! Browser and system in words, from the few that people know by name: whatever else a browser
//! sends is not kept.

/// What a browser calls itself, and what people call it. The first that is found counts: browsers
/// name those that they are made of as well.
const BROWSERS: [(&str, &str); 8] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
];

/// The same of systems.
const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
];

/// «Firefox en Windows», as far as it can be told.
#[must_use]
pub fn device_name(agent: &str) -> Option<String> {
    let browser = named(agent, &BROWSERS);
    let system = named(agent, &SYSTEMS);
    match (browser, system) {
        (Some(browser), Some(system)) => Some(format!("{browser} en {system}")),
        (one, other) => one.or(other).map(str::to_owned),
    }
}

fn named(agent: &str, names: &[(&str, &'static str)]) -> Option<&'static str> {
    let found = names.iter().find(|(sign, _)| agent.contains(sign));
    found.map(|(_, name)| *name)
}

#[cfg(test)]
#[path = "device_name_tests.rs"]
mod device_name_tests;
