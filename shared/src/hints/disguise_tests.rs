use proptest::prelude::*;

use super::*;

fn read(text: &str) -> String {
    Unmasked::of(text).text
}

#[test]
fn every_disguise_reads_as_what_it_looks_like() {
    for text in [
        "Crеаrеmοs",
        "Cr\u{200B}earemos",
        "C\u{AD}rea\u{2060}remos",
        "Ｃｒｅａｒｅｍｏｓ",
        "𝐂𝐫𝐞𝐚𝐫𝐞𝐦𝐨𝐬",
        "𝘊𝘳𝘦𝘢𝘳𝘦𝘮𝘰𝘴",
        "Ⓒⓡⓔⓐⓡⓔⓜⓞⓢ",
        "Cr3ar3m0s",
        "Crearem0s",
        "Cre@remos",
    ] {
        assert_eq!(read(text), "Crearemos", "{text}");
    }
    for plain in ["Ñandú 30 de junio, 24 h", "1er", "ʼ ꞌ Ḻ"] {
        assert_eq!(read(plain), plain);
    }
}

#[test]
fn a_passage_is_shown_as_it_was_written() {
    let text = "Uno. Cr\u{200B}еаrеmοs tres";
    let plain = Unmasked::of(text);
    let at = plain.text.find("Crearemos").unwrap();
    let shown = &text[plain.written(at..at + "Crearemos".len())];
    assert_eq!(shown, "Cr\u{200B}еаrеmοs");
}

proptest! {
    #[test]
    fn every_passage_has_a_place(text in any::<String>()) {
        let plain = Unmasked::of(&text);
        for (at, letter) in plain.text.char_indices() {
            let written = plain.written(at..at + letter.len_utf8());
            prop_assert!(text.get(written).is_some_and(|it| !it.is_empty()));
        }
        prop_assert_eq!(plain.written(plain.text.len()..plain.text.len()), text.len()..text.len());
    }
}
