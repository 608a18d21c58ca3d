use super::sample::{CURRENT, HOSTILE, elections, id, list, profile, record};
use super::{PageData, data_block, render};
use conoceles_shared::api::public::{Election, LogChain, Meta, One, Page, PublicState};
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::questionnaire::NOTICE_PATH;

/// The page without the marks that Leptos sets between texts.
fn html(path: &str, data: &PageData) -> String {
    render(path, data).1.replace("<!>", "")
}

fn home() -> PageData {
    PageData::Home {
        elections: elections(true),
    }
}

fn profile_path() -> String {
    format!("/candidaturas/{}", id::<CandidacyId>(3))
}

fn every_page() -> Vec<(String, PageData)> {
    vec![
        ("/".to_owned(), home()),
        (
            "/".to_owned(),
            PageData::Home {
                elections: Page {
                    meta: no_meta(),
                    data: vec![],
                },
            },
        ),
        (
            "/candidaturas".to_owned(),
            list(&[HOSTILE, "Teresa Albíter Nava"], true),
        ),
        ("/candidaturas?q=nadie".to_owned(), list(&[], true)),
        (profile_path(), profile(HOSTILE)),
        ("/verificar".to_owned(), PageData::AskReceipt),
        ("/verificar/0000".to_owned(), PageData::NoReceipt),
        ("/otra".to_owned(), PageData::NotFound),
        (profile_path(), PageData::Withdrawn),
    ]
}

fn no_meta() -> Meta {
    Meta {
        cut_off: None,
        drill_cut_off: None,
        log: LogChain::Publication,
        log_seq: 0,
        drill_log_seq: None,
        ..super::sample::meta()
    }
}

#[test]
fn every_page_has_its_landmarks_and_one_first_heading() {
    for (path, data) in every_page() {
        let (_, html) = render(&path, &data);
        for once in [
            "<h1",
            "<main",
            "<header class=\"site-header\"",
            "<footer",
            "id=\"contenido\"",
        ] {
            assert_eq!(html.matches(once).count(), 1, "{once} in {path}");
        }
        assert!(
            html.starts_with('<') && html.ends_with('>'),
            "white space around {path}"
        );
        for banned in [
            " style=",
            "<style",
            "javascript:\"",
            "href=\"javascript",
            "tabindex=\"1",
        ] {
            assert!(!html.contains(banned), "{banned} in {path}");
        }
    }
}

/// What is not a text to translate: names, codes, fingerprints, and how many there are.
#[test]
fn names_codes_and_counts_are_not_translated() {
    for (path, data) in every_page() {
        let html = html(&path, &data);
        assert!(!html.contains("<code>"), "{path}");
        assert!(!html.contains("<main translate") && !html.contains("<p translate"));
    }
    let name = "Teresa Albíter Nava";
    for html in [
        html("/candidaturas", &list(&[name], true)),
        html(&profile_path(), &profile(name)),
    ] {
        assert!(
            html.contains(&format!(" translate=\"no\">{name}<")),
            "{html}"
        );
    }
    let list = html("/candidaturas", &list(&[name], true));
    assert!(list.contains("<h2 translate=\"no\""), "{list}");
}

#[test]
fn headings_never_skip_a_level() {
    for (path, data) in every_page() {
        let html = html(&path, &data);
        let mut before = 0;
        for (at, _) in html.match_indices("<h") {
            let Some(level) = html[at + 2..].chars().next().and_then(|it| it.to_digit(10)) else {
                continue;
            };
            assert!(level <= before + 1, "h{level} after h{before} in {path}");
            before = level;
        }
    }
}

#[test]
fn no_link_is_dead_and_no_id_is_twice() {
    for (path, data) in every_page() {
        let html = html(&path, &data);
        let ids = attributes(&html, "id");
        for id in &ids {
            assert_eq!(
                ids.iter().filter(|it| it == &id).count(),
                1,
                "{id} in {path}"
            );
        }
        for href in attributes(&html, "href") {
            let known = href == "/"
                || href.starts_with("/candidaturas")
                || href == "/mesa"
                || href == NOTICE_PATH
                || href == "/verificar"
                || href.starts_with("/api/v1/")
                || href == "https://maribel.example/"
                || href.starts_with("tel:+52")
                || (href.starts_with("mailto:") && href.ends_with("@ejemplo.example"))
                || href.strip_prefix('#').is_some_and(|it| ids.contains(&it));
            assert!(known, "{href} in {path}");
        }
        for name in ["for", "aria-labelledby", "aria-describedby"] {
            for id in attributes(&html, name) {
                assert!(ids.contains(&id), "{name}={id} in {path}");
            }
        }
    }
}

fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(start.as_str())
        .skip(1)
        .filter_map(|it| it.split('"').next())
        .collect()
}

#[test]
fn a_hostile_name_stays_text() {
    for (path, data) in every_page() {
        let (_, html) = render(&path, &data);
        assert!(
            !html.contains("<script") && !html.contains("<b>Ana"),
            "{path}"
        );
        let block = data_block(&path, &data);
        assert_eq!(block.matches('<').count(), 2, "{path}");
        assert!(block.ends_with("</script>"));
    }
    assert!(html(&profile_path(), &profile(HOSTILE)).contains("&lt;/script&gt;&lt;b&gt;Ana"));
}

#[test]
fn the_block_brings_the_page_back() {
    for (path, data) in every_page() {
        let block = data_block(&path, &data);
        let json = block
            .split_once('>')
            .and_then(|it| it.1.strip_suffix("</script>"));
        let value: serde_json::Value = serde_json::from_str(json.expect("a block")).expect("JSON");
        assert_eq!(value["path"], path.as_str());
        assert_eq!(
            serde_json::from_value::<PageData>(value["data"].clone()).ok(),
            Some(data)
        );
    }
}

#[test]
fn the_party_mark_takes_nothing_but_a_colour() {
    let html = html(&profile_path(), &profile("Maribel"));
    assert!(html.contains("fill=\"#8c6239\""));
    assert!(html.contains("alt=\"Emblema de Partido Horizonte\""));
    assert!(!html.contains("url("));
}

#[test]
fn the_first_page_offers_two_searches_and_the_figures() {
    let html = html("/", &home());
    for text in [
        "Busca por nombre",
        "Busca por lugar",
        "<option value=\"15106\">Toluca</option>",
        "<option value=\"33\">Distrito 33, Tecámac</option>",
        "205 de 300 candidaturas registradas",
        "68.3\u{a0}%",
        "128 · 62.4\u{a0}%",
        "Otras elecciones",
        "Gubernatura 2023",
        "Simulacro",
        "12,408",
        "24 de mayo de 2024, 18:00 h, hora del centro de México",
    ] {
        assert!(html.contains(text), "{text}");
    }
    assert!(html.contains(&format!(
        "/candidaturas?election={CURRENT}&amp;office=deputy_mr"
    )));
    let alphabet = html.find("Acambay").zip(html.find("Toluca<"));
    assert!(alphabet.is_some_and(|(first, second)| first < second));
}

#[test]
fn the_strip_stands_on_drills_only() {
    let strip = "class=\"drill\"";
    assert!(html("/", &home()).contains(strip));
    assert!(html(&profile_path(), &profile("Maribel")).contains(strip));
    assert!(
        !html(
            "/",
            &PageData::Home {
                elections: elections(false)
            }
        )
        .contains(strip)
    );
    let of = |election: &str| format!("/candidaturas?election={election}");
    assert!(html(&of(CURRENT), &list(&[], true)).contains(strip));
    assert!(!html(&of(super::sample::ARCHIVE), &list(&[], true)).contains(strip));
}

#[test]
fn the_list_names_its_place_and_shows_its_filters() {
    let path = format!(
        "/candidaturas?election={CURRENT}&district=33&sex=woman&office=deputy_mr&q=ana&fbclid=1"
    );
    let html = html(
        &path,
        &list(&["Nayeli Arzate Fuentes", "Teresa Albíter Nava"], true),
    );
    for text in [
        "<h1 tabindex=\"-1\">Distrito 33, Tecámac</h1>",
        "Diputación local MR · Diputaciones y ayuntamientos 2024",
        "2 candidaturas",
        "Nayeli Arzate Fuentes",
        "Suplente",
        "Mujer, 45\u{a0}años",
        "Candidatura común",
        "Partido Colibrí",
        "7f3a-21",
        "Quitar el filtro ",
        "«ana»",
        "value=\"ana\"",
        "(128)",
    ] {
        assert!(html.contains(text), "{text}");
    }
    let without_sex = format!(
        "/candidaturas?election={CURRENT}&amp;office=deputy_mr&amp;district=33&amp;q=ana\""
    );
    assert!(html.contains(&without_sex));
    assert!(!html.contains("fbclid"));
    assert_eq!(html.matches(" checked").count(), 2);
    assert_eq!(html.matches(" selected").count(), 2);
}

#[test]
fn an_empty_list_says_what_to_do() {
    let html = html("/candidaturas?q=nadie", &list(&[], true));
    assert!(html.contains("Ninguna candidatura coincide") && html.contains("quita alguno"));
}

#[test]
fn pages_lead_on_and_back() {
    let mut data = list(&["Ana"], true);
    if let PageData::List { page, .. } = &mut data {
        page.meta.next_cursor = Some("sig+1".to_owned());
    }
    let first = html("/candidaturas?sex=man", &data);
    assert!(first.contains("/candidaturas?election=&amp;sex=man&amp;cursor=sig%2B1"));
    assert!(!first.contains("Volver al inicio"));
    let second = html("/candidaturas?sex=man&cursor=abc", &data);
    assert!(second.contains("Volver al inicio de la lista"));
    assert!(!second.contains("cursor=abc"));
}

#[test]
fn photos_far_down_wait_and_everyone_without_one_has_the_same_box() {
    let names = ["A", "B", "C", "D", "E", "F", "G"];
    let html = html("/candidaturas", &list(&names, true));
    // The logo of each card waits as well.
    assert_eq!(html.matches("loading=\"lazy\"").count(), 2 + names.len());
    assert_eq!(html.matches("Sin fotografía").count(), 2);
    assert_eq!(html.matches("width=\"400\" height=\"500\"").count(), 5);
}

#[test]
fn a_profile_says_everything_and_every_absence() {
    let html = html(&profile_path(), &profile("Maribel Ocampo Tenorio"));
    for text in [
        "Maribel Ocampo Tenorio</h1>",
        "Fotografía de Maribel",
        "«Maestra Mari»",
        "Ninguna</dd>",
        "Maestría",
        "<p>Fui maestra rural.</p><p>Dirigí una escuela.</p>",
        "No proporcionó",
        "No se registró información",
        "Información pausada",
        "Información retenida",
        "javascript:alert(1)",
        "<a href=\"tel:+527225550134\">722 555 0134</a>",
        "<a href=\"tel:+525555550134\">55 5555 0134</a>",
        "rel=\"nofollow noopener external\"",
        "<time datetime=\"2024-05-18T17:20:00Z\">18 de mayo de 2024, 11:20 h, hora del centro de México</time>",
        "Versión 2",
        "Persona indígena",
        "nunca significa «No»",
        "ine.csv, fila 2",
        "/api/v1/candidacies/",
        "12,408",
    ] {
        assert!(html.contains(text), "{text}");
    }
    assert_eq!(html.matches("class=\"entry\"").count(), 9);
    assert_eq!(html.matches("rel=\"nofollow").count(), 1);
}

#[test]
fn sections_keep_their_order() {
    let html = html(&profile_path(), &profile("Maribel"));
    let sections = record("Maribel").sections;
    let places = sections
        .iter()
        .map(|it| html.find(&format!("id=\"{}\"", it.section)));
    let places = places.collect::<Option<Vec<_>>>().expect("every section");
    assert!(places.is_sorted());
}

#[test]
fn a_blank_record_is_shown_like_any_other() {
    let mut record = record("Sin Datos");
    record.captured = false;
    (record.age, record.sex, record.role, record.photo) = (None, None, None, None);
    record.identity_badges.clear();
    for section in &mut record.sections {
        (section.state, section.content) = (PublicState::NotCaptured, None);
    }
    let data = PageData::Profile {
        record: One {
            meta: no_meta(),
            data: record,
        },
    };
    let html = html(&profile_path(), &data);
    assert_eq!(html.matches("No se registró información").count(), 8);
    assert_eq!(html.matches("class=\"entry\"").count(), 9);
    assert!(html.contains("Sin fotografía") && html.contains("No se publica ninguna respuesta"));
}

#[test]
fn each_head_is_its_pages() {
    let (head, _) = render("/?utm_source=x", &home());
    assert_eq!(
        head.title,
        "Quién está en la boleta donde vives · Conóceles"
    );
    assert_eq!(head.canonical_path, "/");
    assert!(head.noindex, "a drill is not indexed");

    let (head, _) = render(
        "/candidaturas?fbclid=1&municipality=15106&sex=woman",
        &list(&[], false),
    );
    assert_eq!(head.title, "Toluca · Todas las elecciones · Conóceles");
    assert_eq!(
        head.canonical_path,
        "/candidaturas?election=&municipality=15106&sex=woman"
    );
    assert!(!head.noindex);
    assert!(render("/candidaturas?q=ana", &list(&[], false)).0.noindex);

    let (head, _) = render(&profile_path(), &profile(HOSTILE));
    assert!(head.title.starts_with(HOSTILE), "the server escapes");
    assert_eq!(head.canonical_path, profile_path());
    assert_eq!(
        head.image_path.as_deref(),
        Some("/api/v1/candidacies/1/photo/abc.jpg")
    );

    for gone in [PageData::NotFound, PageData::Withdrawn] {
        let (head, _) = render("//x", &gone);
        assert!(head.noindex && head.image_path.is_none());
    }
}

#[test]
fn the_first_page_is_about_the_earliest_open_election() {
    let mut all = elections(false).data;
    let name = |all: &[Election]| super::current(all).map(|it| it.election.name.clone());
    assert_eq!(
        name(&all).as_deref(),
        Some("Diputaciones y ayuntamientos 2024")
    );
    all.retain(|it| it.election.archived);
    assert_eq!(name(&all).as_deref(), Some("Gubernatura 2023"));
    assert_eq!(name(&[]), None);
}

/// Writes the pages to look at them in a browser; see `--ignored`.
#[test]
#[ignore = "writes files to look at"]
fn pages_to_look_at() {
    let folder = std::env::temp_dir().join("conoceles-pages");
    std::fs::create_dir_all(&folder).expect("a folder");
    let names = [
        "Nayeli Arzate Fuentes",
        "Teresa Albíter Nava",
        "Héctor Iván Robledo Cruz",
        "Ulises Garduño",
    ];
    let list_path = format!("/candidaturas?election={CURRENT}&district=33&sex=woman");
    for (file, path, data) in [
        ("home", "/", home()),
        ("list", list_path.as_str(), list(&names, true)),
        ("empty", "/candidaturas?q=nadie", list(&[], true)),
        (
            "profile",
            profile_path().as_str(),
            profile("Maribel Ocampo Tenorio"),
        ),
        ("not_found", "/otra", PageData::NotFound),
    ] {
        let json = serde_json::json!({
            "path": path, "html": render(path, &data).1, "block": data_block(path, &data),
            "data": data,
        });
        std::fs::write(folder.join(format!("{file}.json")), json.to_string()).expect("a file");
    }
}
