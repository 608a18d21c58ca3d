//! Names of files as people and programs write them.

use super::*;

#[test]
fn a_name_is_the_same_however_its_accents_are_written() {
    let composed = "Peña Álvarez.JPG";
    let apart = "Pen\u{303}a A\u{301}lvarez.jpg";
    assert_eq!(file_key(composed), file_key(apart));
    assert_ne!(file_key("Peña.jpg"), file_key("Pena.jpg"));
    assert_eq!(file_key(" foto.jpg "), "foto.jpg");
}

#[test]
fn the_ending_of_a_photo_is_told_from_a_dot_in_a_name() {
    assert_eq!(file_stem("ocampo.jpeg"), Some("ocampo"));
    assert_eq!(file_stem("ma. elena.png"), Some("ma. elena"));
    assert_eq!(file_stem("ma. elena"), None);
    assert_eq!(file_stem("lista.xlsx"), None);
}

#[test]
fn a_name_for_the_sheet_has_no_folder_and_an_end() {
    assert_eq!(
        photo_file_name("  foto 1.jpg "),
        Ok(Some("foto 1.jpg".to_owned()))
    );
    for none in ["", "  ", "\u{a0}", "\u{200b}"] {
        assert_eq!(photo_file_name(none), Ok(None), "{none:?}");
    }
    for wrong in ["fotos/1.jpg", "C:\\fotos\\1.jpg", &"a".repeat(151)] {
        assert!(photo_file_name(wrong).is_err(), "{wrong}");
    }
}
