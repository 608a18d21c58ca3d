//! The client bundles, embedded as Trunk built them, with the compressed files beside them. A debug
//! build reads the files when asked; any other carries them.

use rust_embed::{EmbeddedFile, RustEmbed};

#[derive(RustEmbed)]
#[folder = "../dist/portal"]
struct PortalBundle;

#[derive(RustEmbed)]
#[folder = "../dist/desk"]
struct DeskBundle;

const INDEX: &str = "index.html";

/// A file of a bundle; none for anything but a plain name.
#[must_use]
pub fn bundled(bundle: &str, name: &str) -> Option<EmbeddedFile> {
    let plain = !name.starts_with('.')
        && name
            .bytes()
            .all(|it| it.is_ascii_alphanumeric() || b"-_.".contains(&it));
    match bundle {
        "portal" if plain => PortalBundle::get(name),
        "desk" if plain => DeskBundle::get(name),
        _ => None,
    }
}

/// The `index.html` of a bundle, where it was built.
#[must_use]
pub fn bundle_index(bundle: &str) -> Option<String> {
    String::from_utf8(bundled(bundle, INDEX)?.data.into_owned()).ok()
}
