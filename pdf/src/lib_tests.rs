//! The documents of made-up data: that they are made, alike each time, and what they must hold.

use crate::{About, ConsentForm, ConsentText, Dated, Fact, ReceiptSheet, SectionLine};
use crate::{CredentialPage, CredentialSheets};
use crate::{consent_form, credential_sheets, receipt};

fn about(title: &str) -> About {
    About {
        title: title.to_owned(),
        authority: "IEEM".to_owned(),
        dated: Dated {
            year: 2024,
            month: 5,
            day: 18,
            hour: 17,
            minute: 20,
            second: 5,
        },
        ident: "7K3M-9QWX-2BTR-V0HN".to_owned(),
        drill: true,
    }
}

fn sheet() -> ReceiptSheet {
    let line = |name: &str| SectionLine {
        name: name.to_owned(),
        version: 3,
        sha256: "0f".repeat(32),
        public: "a1".repeat(32),
    };
    ReceiptSheet {
        about: about("Acuse de envío a revisión"),
        lead: "La Unidad de Transparencia recibió la información.".to_owned(),
        facts: vec![
            // Letters that no font of ours has, controls and a word wider than any line.
            Fact::new("Candidatura", "Ñandú 漢字 🦜 \u{0}\t\u{202e}Łukasz é"),
            Fact::new("Cargo y territorio", "x".repeat(400)),
            Fact::new("Fecha y hora", "18 de mayo de 2024, 11:20:05 h"),
        ],
        sections: vec![
            line("Fotografía"),
            line("Trayectoria política y/o participación social en organizaciones ciudadanas"),
            line("Propuesta en materia de género o, en su caso, del grupo que representa"),
        ],
        code: "7K3M-9QWX-2BTR-V0HN".to_owned(),
        address: "https://conoceles.example/verificar/7K3M-9QWX-2BTR-V0HN".to_owned(),
        proofs: vec![
            Fact::exact("Huella de los datos", "c4".repeat(32)),
            Fact::new("Bitácora de publicación", "Asiento 41"),
        ],
    }
}

fn form() -> ConsentForm {
    ConsentForm {
        about: about("Consentimiento expreso"),
        name: "Maribel Ocampo Tenorio".to_owned(),
        facts: vec![Fact::new("Cargo", "Presidencia municipal")],
        consents: vec![
            ConsentText {
                title: "Tratamiento de datos personales".to_owned(),
                text: "Autorizo que mis datos personales sean tratados".to_owned(),
                effect: "Abre la captura.".to_owned(),
            };
            3
        ],
        notice: "1.0".to_owned(),
        notice_address: "https://conoceles.example/aviso-de-privacidad".to_owned(),
    }
}

fn holds(pdf: &[u8], text: &str) -> bool {
    pdf.windows(text.len()).any(|it| it == text.as_bytes())
}

/// What the compressed streams of a document hold.
fn streams(pdf: &[u8]) -> Vec<Vec<u8>> {
    let find = |from: usize, what: &[u8]| {
        let rest = pdf.get(from..)?;
        let at = rest.windows(what.len()).position(|it| it == what)?;
        Some(from + at)
    };
    let (mut all, mut from) = (Vec::new(), 0);
    while let Some(start) = find(from, b"stream\n") {
        let Some(end) = find(start, b"endstream") else {
            break;
        };
        let mut plain = Vec::new();
        let mut reader = flate2::read::ZlibDecoder::new(&pdf[start + 7..end]);
        let _ = std::io::Read::read_to_end(&mut reader, &mut plain);
        all.push(plain);
        from = end + 9;
    }
    all
}

/// How many texts the pages draw: a page can be tagged in full and show nothing.
fn texts_shown(pdf: &[u8]) -> usize {
    let shown = |it: &&[u8]| it.ends_with(b"Tj") || it.ends_with(b"TJ");
    let lines = |it: &Vec<u8>| it.split(|it| *it == b'\n').filter(shown).count();
    streams(pdf).iter().map(lines).sum()
}

/// The letters that a document's fonts say they draw: what copying from it gives.
fn letters_told(pdf: &[u8]) -> String {
    let mut told = String::new();
    for stream in streams(pdf) {
        let text = String::from_utf8_lossy(&stream).into_owned();
        for line in text.lines().filter(|_| text.contains("beginbfchar")) {
            let Some((_, code)) = line.trim_end_matches('>').rsplit_once("> <") else {
                continue;
            };
            let units: Vec<u16> = code
                .as_bytes()
                .chunks(4)
                .filter_map(|it| u16::from_str_radix(std::str::from_utf8(it).ok()?, 16).ok())
                .collect();
            told.extend(String::from_utf16(&units));
        }
    }
    told
}

#[test]
fn documents_are_accessible_and_the_same_each_time() {
    for make in [(|| receipt(&sheet()).unwrap()) as fn() -> Vec<u8>, || {
        consent_form(&form()).unwrap()
    }] {
        let first = make();
        assert!(first.starts_with(b"%PDF-1.7"));
        let claims = [
            "pdfuaid:part",
            "pdfaid:part",
            "es-MX",
            "/StructTreeRoot",
            "/URI",
        ];
        for claim in claims {
            assert!(holds(&first, claim), "{claim}");
        }
        assert!(first.len() < 120_000, "{}", first.len());
        assert!(texts_shown(&first) > 20, "{}", texts_shown(&first));
        assert_eq!(first, make());
    }
}

#[test]
fn another_fact_is_another_document() {
    let mut other = sheet();
    other.facts.push(Fact::new("Elección", "Otra"));
    assert_ne!(receipt(&sheet()).unwrap(), receipt(&other).unwrap());
}

#[test]
fn every_letter_of_a_name_is_drawn_and_can_be_copied() {
    let names = [
        "Itzel Baʼax Kꞌuk",
        "Ḻuvya Ts'unún Cɨtɨ",
        "Hñähñu Ñūñez ẍ Yolo’tzin",
        "ɫ ƛ ʔ ɛ ɔ ŋ ə q\u{301} m\u{331}",
        "María de los Ángeles Peña",
    ];
    let mut sheet = sheet();
    sheet.facts = names.map(|it| Fact::new(it, it)).to_vec();
    let mut form = form();
    form.name = names.join(" ");
    for pdf in [receipt(&sheet).unwrap(), consent_form(&form).unwrap()] {
        let told = letters_told(&pdf);
        for letter in names.join("").chars().filter(|it| *it != ' ') {
            assert!(told.contains(letter), "{letter:?} in {told}");
        }
        assert!(!told.contains('?'), "{told}");
    }
}

#[test]
fn a_name_that_no_font_has_makes_a_document_all_the_same() {
    let mut sheet = sheet();
    sheet.facts = vec![Fact::new(
        "Sobrenombre 💃🏽",
        "La Flaca 💃🏽 漢字 \u{200B}\u{E000}",
    )];
    sheet.about.title = "Acuse 💃🏽".to_owned();
    let told = letters_told(&receipt(&sheet).unwrap());
    assert!(told.contains("[") && told.contains("+"), "{told}");
}

#[test]
fn each_credential_has_a_page_of_its_own() {
    let sheet = |name: &str| CredentialPage {
        name: name.to_owned(),
        facts: vec![
            Fact::new("Usuario", "captura.raiz"),
            Fact::new("Contraseña temporal", "abcde-fghjk-mnpqr-stuvw"),
        ],
    };
    let all = CredentialSheets {
        about: about("Hojas de acceso a Conóceles"),
        address: "https://conoceles.example/mesa".to_owned(),
        sheets: vec![
            sheet("Laura Méndez"),
            sheet("漢字"),
            sheet(&"muy largo ".repeat(60)),
        ],
    };
    let bytes = credential_sheets(&all).unwrap();
    // The validators of the standards accepted it; the pages are counted in its tree.
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("/Count 3"), "three pages");
    assert_eq!(
        bytes,
        credential_sheets(&all).unwrap(),
        "the same each time"
    );
}
