//! The documents of made-up data: that they are made, alike each time, and what they must hold.

use crate::{About, ConsentForm, ConsentText, Dated, Fact, ReceiptSheet, SectionLine};
use crate::{consent_form, receipt};

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

/// How many texts the pages draw: a page can be tagged in full and show nothing.
fn texts_shown(pdf: &[u8]) -> usize {
    let find = |from: usize, what: &[u8]| {
        let rest = pdf.get(from..)?;
        let at = rest.windows(what.len()).position(|it| it == what)?;
        Some(from + at)
    };
    let (mut count, mut from) = (0, 0);
    while let Some(start) = find(from, b"stream\n") {
        let Some(end) = find(start, b"endstream") else {
            break;
        };
        let mut plain = Vec::new();
        let mut reader = flate2::read::ZlibDecoder::new(&pdf[start + 7..end]);
        let _ = std::io::Read::read_to_end(&mut reader, &mut plain);
        let shown = |it: &&[u8]| it.ends_with(b"Tj") || it.ends_with(b"TJ");
        count += plain.split(|it| *it == b'\n').filter(shown).count();
        from = end + 9;
    }
    count
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
