use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

use super::*;

fn file(picture: RgbaImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = DynamicImage::ImageRgba8(picture);
    match format {
        ImageFormat::Jpeg => picture.to_rgb8().write_to(&mut bytes, format).unwrap(),
        _ => picture.write_to(&mut bytes, format).unwrap(),
    }
    bytes.into_inner()
}

fn plain(width: u32, height: u32, colour: [u8; 4]) -> RgbaImage {
    RgbaImage::from_pixel(width, height, Rgba(colour))
}

fn prepared(bytes: &[u8]) -> RgbImage {
    let png = prepare_logo(bytes).unwrap();
    image::load_from_memory_with_format(&png, ImageFormat::Png)
        .unwrap()
        .to_rgb8()
}

#[test]
fn every_logo_is_one_square_and_keeps_its_proportion() {
    for (width, height) in [(400, 100), (100, 400), (32, 32), (1000, 1000)] {
        for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
            let square = prepared(&file(plain(width, height, [120, 20, 20, 255]), format));
            assert_eq!(
                square.dimensions(),
                (SIDE, SIDE),
                "{width} {height} {format:?}"
            );
            let middle = square.get_pixel(SIDE / 2, SIDE / 2).0;
            assert!(middle[0] > 90 && middle[1] < 60, "{middle:?}");
            let corner = square.get_pixel(0, 0).0;
            assert_eq!(
                corner == [255, 255, 255],
                width != height,
                "{width} {height}"
            );
        }
    }
}

#[test]
fn what_shows_through_is_white() {
    let mut picture = plain(100, 100, [0, 0, 0, 0]);
    for x in 0..100 {
        for y in 40..60 {
            picture.put_pixel(x, y, Rgba([0, 90, 0, 255]));
        }
    }
    let square = prepared(&file(picture, ImageFormat::Png));
    assert_eq!(square.get_pixel(5, 5).0, [255, 255, 255]);
    assert_eq!(square.get_pixel(SIDE / 2, SIDE / 2).0, [0, 90, 0]);
}

#[test]
fn what_is_no_picture_or_cannot_be_seen_is_refused() {
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    assert!(prepare_logo(svg).is_err());
    assert!(prepare_logo(b"").is_err());
    let mut cut = file(plain(200, 200, [9, 9, 9, 255]), ImageFormat::Png);
    cut.truncate(60);
    assert!(prepare_logo(&cut).is_err());
    assert!(prepare_logo(&file(plain(50, 50, [255, 255, 255, 255]), ImageFormat::Png)).is_err());
    assert!(prepare_logo(&file(plain(50, 50, [0, 0, 0, 0]), ImageFormat::Png)).is_err());
    let large = file(plain(4100, 4100, [1, 2, 3, 255]), ImageFormat::Png);
    assert!(prepare_logo(&large).is_err());
}
