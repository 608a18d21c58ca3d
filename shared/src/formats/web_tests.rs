use proptest::prelude::*;

use super::*;

fn read(key: &str, text: &str) -> Result<String, &'static str> {
    web_address(key, text).map(|it| it.address)
}

/// The field, what was written in it, and the address that was meant.
const PROFILES: &[(&str, &str, &str)] = &[
    (
        "facebook",
        "@ana.robles",
        "https://www.facebook.com/ana.robles",
    ),
    (
        "facebook",
        "ana.robles",
        "https://www.facebook.com/ana.robles",
    ),
    (
        "facebook",
        "facebook.com/ana.robles",
        "https://facebook.com/ana.robles",
    ),
    (
        "facebook",
        "www.facebook.com/ana.robles/",
        "https://www.facebook.com/ana.robles/",
    ),
    ("facebook", "Facebook.com/ana", "https://facebook.com/ana"),
    (
        "facebook",
        "m.facebook.com/profile.php?id=1000",
        "https://m.facebook.com/profile.php?id=1000",
    ),
    (
        "facebook",
        "Facebook: ana.robles",
        "https://www.facebook.com/ana.robles",
    ),
    ("facebook", "facebook/ana", "https://www.facebook.com/ana"),
    ("facebook", "fb: @ana", "https://www.facebook.com/ana"),
    (
        "facebook",
        "/ana.robles",
        "https://www.facebook.com/ana.robles",
    ),
    (
        "facebook",
        "https://facebook.com/ana.",
        "https://facebook.com/ana",
    ),
    (
        "facebook",
        "<https://facebook.com/ana>",
        "https://facebook.com/ana",
    ),
    (
        "facebook",
        "https:/facebook.com/ana",
        "https://facebook.com/ana",
    ),
    (
        "facebook",
        "http//facebook.com/ana",
        "https://facebook.com/ana",
    ),
    (
        "facebook",
        "https:// facebook.com/ana",
        "https://facebook.com/ana",
    ),
    (
        "facebook",
        "HTTPS://Facebook.com/Ana",
        "https://facebook.com/Ana",
    ),
    ("twitter_x", "@AnaRobles_", "https://x.com/AnaRobles_"),
    ("twitter_x", "X: @AnaRobles", "https://x.com/AnaRobles"),
    (
        "twitter_x",
        "twitter.com/AnaRobles",
        "https://twitter.com/AnaRobles",
    ),
    (
        "youtube",
        "@anarobles",
        "https://www.youtube.com/@anarobles",
    ),
    (
        "youtube",
        "youtube.com/@anarobles",
        "https://youtube.com/@anarobles",
    ),
    (
        "instagram",
        "instagram: ana_robles",
        "https://www.instagram.com/ana_robles",
    ),
    (
        "instagram",
        "IG @ana_robles",
        "https://www.instagram.com/ana_robles",
    ),
    (
        "instagram",
        "usuario: ana_robles",
        "https://www.instagram.com/ana_robles",
    ),
    (
        "instagram",
        "\u{200E}@ana_robles\u{200B}",
        "https://www.instagram.com/ana_robles",
    ),
    (
        "tiktok",
        "@ana.robles",
        "https://www.tiktok.com/@ana.robles",
    ),
    (
        "tiktok",
        "TikTok @ana.robles",
        "https://www.tiktok.com/@ana.robles",
    ),
    (
        "other_network",
        "Threads: @ana",
        "https://www.threads.net/@ana",
    ),
    (
        "other_network",
        "linkedin.com/in/ana",
        "https://linkedin.com/in/ana",
    ),
    // Another network's name says where the profile is; a warning follows.
    (
        "facebook",
        "instagram: ana",
        "https://www.instagram.com/ana",
    ),
    ("website", "www.ejemplo.mx", "https://www.ejemplo.mx"),
    (
        "website",
        "ejemplo.mx/campaña",
        "https://ejemplo.mx/campaña",
    ),
    ("website", "ejemplo.mx:8080/a", "https://ejemplo.mx:8080/a"),
    ("website", "facebook.com/ana", "https://facebook.com/ana"),
    (
        "website",
        "Página: www.ejemplo.mx",
        "https://www.ejemplo.mx",
    ),
];

#[test]
fn a_profile_is_completed_however_it_is_written() {
    for (key, text, address) in PROFILES {
        assert_eq!(read(key, text).as_deref(), Ok(*address), "{key} {text:?}");
    }
}

#[test]
fn what_is_no_address_says_what_to_do() {
    for (key, text, why) in [
        ("facebook", "Ana Robles Oficial", SHOWN_NAME),
        ("facebook", "no tengo", NOTHING),
        ("instagram", "N/A", NOTHING),
        ("facebook", "ana@ejemplo.example", MAIL),
        ("facebook", "facebook.com/ana, facebook.com/eva", SEVERAL),
        ("website", "www.ejemplo.mx y www.otro.mx", SEVERAL),
        ("instagram", "¡ana!", NOT_A_HANDLE),
        ("website", "@ana", WHICH),
        ("other_network", "@ana", WHICH),
        ("website", "ana", FULL),
        ("website", "ana@ejemplo.mx", MAIL),
    ] {
        assert_eq!(read(key, text), Err(why), "{key} {text}");
    }
    for text in [
        "javascript:alert(1)",
        "javascript://ejemplo.mx/%0aalert(1)",
        "data:text/html,x",
        "ftp://ejemplo.mx",
    ] {
        for key in ["website", "facebook", "other_network"] {
            assert!(read(key, text).is_err(), "{key} {text}");
        }
    }
}

#[test]
fn the_site_of_a_network_is_nobodys_profile() {
    assert!(lacks_profile("https://www.facebook.com/"));
    assert!(lacks_profile("https://x.com"));
    assert!(!lacks_profile("https://x.com/ana"));
    assert!(!lacks_profile("https://ejemplo.mx"));
}

proptest! {
    #[test]
    fn what_was_taken_is_taken_again(text in "\\PC{0,40}", near in "[a-z@./: ]{0,24}") {
        for text in [text, near] {
            for key in ["website", "facebook"] {
                if let Ok(address) = read(key, &text) {
                    prop_assert!(address.starts_with("https://") || address.starts_with("http://"));
                    prop_assert_eq!(read(key, &address), Ok(address.clone()));
                }
            }
        }
    }
}

#[test]
fn a_profile_that_needs_a_sign_has_it() {
    for (text, whole) in [
        ("tiktok.com/ana", "https://tiktok.com/@ana"),
        (
            "https://www.tiktok.com/ana/",
            "https://www.tiktok.com/@ana/",
        ),
        (
            "https://www.tiktok.com/ana?lang=es",
            "https://www.tiktok.com/@ana?lang=es",
        ),
        ("tiktok.com/@ana", "https://tiktok.com/@ana"),
        ("https://vm.tiktok.com/ZMabc", "https://vm.tiktok.com/ZMabc"),
        (
            "https://www.tiktok.com/explore",
            "https://www.tiktok.com/explore",
        ),
        (
            "https://www.tiktok.com/t/ZMabc",
            "https://www.tiktok.com/t/ZMabc",
        ),
    ] {
        assert_eq!(read("tiktok", text).as_deref(), Ok(whole), "{text}");
    }
    assert_eq!(
        read("other_network", "threads.net/ana").as_deref(),
        Ok("https://threads.net/@ana")
    );
}

#[test]
fn the_code_of_a_page_is_no_address() {
    for text in [
        "<a href=\"https://ejemplo.mx\">Mi sitio</a>",
        "a href=https://ejemplo.mx",
        "<iframe src=\"https://ejemplo.mx\"></iframe>",
    ] {
        assert!(
            read("website", text)
                .unwrap_err()
                .contains("código de una página"),
            "{text}"
        );
    }
    assert_eq!(
        read("website", "<https://ejemplo.mx>").as_deref(),
        Ok("https://ejemplo.mx")
    );
}
