use super::*;

/// Every letter that the orthographies of Mexican languages use beyond those of Spanish.
const LETTERS: &str = "ʼꞌꞋ’‘ˈˀʰʷʔʕḺḻɨƗɨ̱ʉɄẍẌäëïöüÄËÏÖÜāēīōūĀĒĪŌŪñÑŇňǖɫƛɛƐɔƆŋŊəƏɓɗɬłŁšŠžŽčČǰṕḿ\
    ąęįǫųĄĘǪḏṯṉḵāłʌΛ";

#[test]
fn every_letter_of_mexican_languages_is_set_as_itself() {
    let fonts = Fonts::parse().unwrap();
    let letters = LETTERS.replace('Λ', "");
    assert_eq!(fonts.legible(&letters), letters);
    for name in [
        "Itzel Baʼax Kꞌuk",
        "Ḻuvya Ts'unún Cɨtɨ",
        "Hñähñu Ñūñez",
        "m̱ q́ x̱ n̈",
    ] {
        assert_eq!(fonts.legible(name), name);
        for face in [Face::Regular, Face::Bold, Face::Mono] {
            let runs = fonts.runs(face, 10.0, name);
            let whole: String = runs.iter().map(|it| it.text).collect();
            assert_eq!(whole, name);
            let width: f32 = runs.iter().map(|it| it.width).sum();
            assert!(width > 20.0, "{width}");
        }
    }
}

#[test]
fn a_word_is_set_in_one_font_and_the_rest_in_the_face() {
    let fonts = Fonts::parse().unwrap();
    let runs = fonts.runs(Face::Regular, 10.0, "Itzel Baʼax Kꞌuk de Ortiz");
    let texts: Vec<_> = runs.iter().map(|it| it.text).collect();
    assert_eq!(texts, ["Itzel ", "Baʼax Kꞌuk ", "de Ortiz"]);
    assert_eq!(fonts.runs(Face::Bold, 10.0, "María Núñez").len(), 1);
    assert_eq!(fonts.runs(Face::Bold, 10.0, "").len(), 0);
}

#[test]
fn what_no_font_has_is_spelled() {
    let fonts = Fonts::parse().unwrap();
    assert_eq!(fonts.legible("La Flaca 💃🏽"), "La Flaca [U+1F483][U+1F3FD]");
    assert_eq!(fonts.legible("a\u{0}\t b"), "a b");
    assert!(!fonts.legible("漢字 Ж ★").contains('?'));
}
