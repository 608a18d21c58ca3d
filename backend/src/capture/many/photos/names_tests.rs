//! Names as the programs of several systems write them into a ZIP.

use super::*;

fn keys(raw: &[u8], read: &str) -> BTreeSet<String> {
    FileInZip::named(raw, read).keys
}

#[test]
fn the_same_name_is_found_whatever_system_wrote_it() {
    let wanted = file_key("Núñez Ávila.jpg");
    let utf8 = "Núñez Ávila.jpg";
    let apart = "Nu\u{301}n\u{303}ez A\u{301}vila.jpg";
    // What a reader makes of UTF-8 without the flag: page 437.
    assert!(keys(utf8.as_bytes(), "N├║├▒ez ├üvila.jpg").contains(&wanted));
    assert!(keys(apart.as_bytes(), apart).contains(&wanted));
    let page_850 = b"N\xa3\xa4ez \xb5vila.jpg";
    assert!(keys(page_850, "Núñez ╡vila.jpg").contains(&wanted));
    let windows = b"N\xfa\xf1ez \xc1vila.jpg";
    assert!(keys(windows, "N·±ez ┴vila.jpg").contains(&wanted));
    let upper = "FOTOS/NÚÑEZ ÁVILA.JPG";
    assert!(keys(upper.as_bytes(), upper).contains(&wanted));
    assert_eq!(
        FileInZip::named(page_850, "Núñez ╡vila.jpg").shown,
        "Núñez Ávila.jpg"
    );
}

#[test]
fn folders_count_for_nothing_and_lead_nowhere() {
    let above = ["..", "..", "foto.jpg"].join("/");
    for path in [
        "a/b/foto.jpg",
        &above,
        "/etc/foto.jpg",
        "C:\\x\\foto.jpg",
        "./foto.jpg",
    ] {
        let file = FileInZip::named(path.as_bytes(), path);
        assert_eq!((&*file.shown, file.hidden), ("foto.jpg", false), "{path}");
    }
}

#[test]
fn what_programs_add_is_hidden() {
    for path in [
        "__MACOSX/._foto.jpg",
        "fotos/.DS_Store",
        ".git/foto.jpg",
        "Thumbs.db",
        "fotos\\desktop.ini",
        "fotos/._foto.jpg",
    ] {
        assert!(FileInZip::named(path.as_bytes(), path).hidden, "{path}");
    }
}

#[test]
fn a_name_without_end_is_cut_where_it_is_shown() {
    let long = format!("{}.jpg", "a".repeat(10_000));
    let file = FileInZip::named(long.as_bytes(), &long);
    assert_eq!(file.shown.chars().count(), FILE_NAME_LENGTH + 1);
}
