//! Files told apart by their bytes; cut ones are none.

use proptest::prelude::*;

use super::*;

fn png() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = image::RgbImage::new(40, 40);
    picture
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

fn jpeg() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = image::RgbImage::new(40, 40);
    picture
        .write_to(&mut bytes, image::ImageFormat::Jpeg)
        .unwrap();
    bytes.into_inner()
}

fn pdf() -> Vec<u8> {
    b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n".to_vec()
}

#[test]
fn the_three_kinds_are_told_by_their_bytes() {
    assert_eq!(Media::of(&pdf()), Some(Media::Pdf));
    assert_eq!(Media::of(&jpeg()), Some(Media::Jpeg));
    assert_eq!(Media::of(&png()), Some(Media::Png));
    for other in [
        &b""[..],
        b"<html><script>",
        b"PK\x03\x04",
        b"GIF89a",
        b"<?xml version='1.0'?><svg/>",
        b" %PDF-1.7 %%EOF",
        b"MZ%PDF-%%EOF",
    ] {
        assert_eq!(Media::of(other), None);
    }
}

proptest! {
    #[test]
    fn a_file_cut_in_half_is_refused(part in 1_usize..100) {
        for whole in [pdf(), jpeg(), png()] {
            let cut = whole.len() * part / 200;
            prop_assert_eq!(Media::of(&whole[..cut]), None);
        }
    }

    #[test]
    fn any_bytes_are_told_or_refused(bytes: Vec<u8>) {
        let _ = Media::of(&bytes);
    }
}
