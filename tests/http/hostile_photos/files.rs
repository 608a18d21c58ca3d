//! The files: one kind after another, each different by its number.

use image::{DynamicImage, GrayImage, ImageBuffer, ImageFormat, RgbaImage};
use jpeg_encoder::ColorType;

use super::parts::{
    Dice, chunk, encoded, exif, extended, header, jpeg, packed, picture, png, segment, webp,
    webp_pixels, with_segment,
};

/// What is sent.
pub struct File {
    /// Of which kind, to be told.
    pub kind: &'static str,
    /// What it says it is.
    pub label: &'static str,
    /// The frame that goes with it, as a query.
    pub query: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// A kind of file and how it is made.
type Kind = (&'static str, fn(&mut Dice) -> Vec<u8>);

/// Every kind.
pub const KINDS: [Kind; 20] = [
    ("truncated", truncated),
    ("bits flipped", flipped),
    ("bytes overwritten", overwritten),
    ("noise behind a signature", noise),
    ("another format", foreign),
    ("polyglot", polyglot),
    ("giant by its header", giant),
    ("packed bomb", bomb),
    ("hostile EXIF", with_exif),
    ("hostile segments", with_segments),
    ("hostile PNG chunks", with_chunks),
    ("hostile WebP chunks", with_webp_chunks),
    ("APNG", apng),
    ("animated WebP", animated),
    ("CMYK, grey, progressive", other_jpeg),
    ("16 bits, transparency", other_png),
    ("no size at all", empty_size),
    ("thin as a thread", thread),
    ("broken order", disordered),
    ("nonsense frame", |dice| {
        encoded(picture(dice), ImageFormat::Jpeg)
    }),
];

const FORMATS: [ImageFormat; 3] = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP];

/// File number `number`: the same on every run.
pub fn make(number: u64) -> File {
    let mut dice = Dice::new(number);
    let (kind, make) = KINDS[(number % KINDS.len() as u64) as usize];
    let bytes = make(&mut dice);
    let label = dice.pick(&[
        "image/jpeg",
        "image/png",
        "image/webp",
        "image/gif",
        "text/html",
    ]);
    let query = match (kind, dice.below(8)) {
        ("nonsense frame", _) => nonsense(&mut dice),
        (_, 0) => "?left=0&top=0&size=500&turn=90".to_owned(),
        _ => String::new(),
    };
    File {
        kind,
        label,
        query,
        bytes,
    }
}

/// A picture of 40 megapixels in one shade, a few kB long.
pub fn largest(shade: u8) -> Vec<u8> {
    let (width, height) = (5_000usize, 8_000usize);
    let rows = packed(shade, height * (width * 3 + 1));
    let mut bytes = png(&[header(5_000, 8_000, 8, 2)]);
    // Each row begins with its filter: the shades are valid filters, 0 to 4.
    bytes.extend(chunk(b"IDAT", &rows));
    bytes.extend(chunk(b"IEND", &[]));
    bytes
}

fn nonsense(dice: &mut Dice) -> String {
    let word = |dice: &mut Dice| {
        dice.pick(&[
            "-1",
            "1001",
            "99999999999",
            "",
            "abc",
            "0x10",
            "1.5",
            "%00",
            "NaN",
        ])
    };
    let (left, size) = (word(dice), word(dice));
    match dice.below(3) {
        0 => format!("?left={left}&top=0&size=500&turn=0"),
        1 => format!("?left=0&top=0&size={size}&turn=45&x=1"),
        _ => "?left=1000&top=1000&size=1000&turn=0".to_owned(),
    }
}

fn sound(dice: &mut Dice) -> Vec<u8> {
    let format = dice.pick(&FORMATS);
    encoded(picture(dice), format)
}

fn truncated(dice: &mut Dice) -> Vec<u8> {
    let mut bytes = sound(dice);
    bytes.truncate(dice.below(bytes.len()));
    bytes
}

fn flipped(dice: &mut Dice) -> Vec<u8> {
    let mut bytes = sound(dice);
    for _ in 0..=dice.below(20) {
        let at = dice.below(bytes.len());
        bytes[at] ^= 1 << dice.below(8);
    }
    bytes
}

fn overwritten(dice: &mut Dice) -> Vec<u8> {
    let mut bytes = sound(dice);
    let (at, length) = (dice.below(bytes.len()), dice.below(64));
    let fill = dice.pick(&[0x00, 0xFF, 0x7F, 0x80]);
    for byte in bytes.iter_mut().skip(at).take(length) {
        *byte = fill;
    }
    bytes
}

fn noise(dice: &mut Dice) -> Vec<u8> {
    let signature: &[u8] = match dice.below(5) {
        0 => b"\xFF\xD8\xFF\xE0",
        1 => b"\xFF\xD8\xFF\xDB",
        2 => b"\x89PNG\r\n\x1a\n",
        3 => b"RIFF\xFF\xFF\xFF\xFFWEBPVP8 ",
        _ => b"RIFF\x10\0\0\0WEBPVP8L",
    };
    let length = dice.below(4000);
    [signature.to_vec(), dice.bytes(length)].concat()
}

fn foreign(dice: &mut Dice) -> Vec<u8> {
    let texts: [&[u8]; 15] = [
        b"",
        b"\0",
        b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;",
        b"GIF87a\xFF\xFF\xFF\xFF\xF7\0\0!\xFF\x0BNETSCAPE2.0\x03\x01\0\0\0",
        b"BM\x3A\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\xFF\xFF\xFF\x7F\xFF\xFF\xFF\x7F",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg>&a;</svg>",
        b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
        b"\0\0\0\x18ftypavif\0\0\0\0mif1avif",
        b"\0\0\0\x18ftypmp42\0\0\0\0isom",
        b"PK\x03\x04\x14\0\0\0\x08\0",
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj",
        b"II*\0\x08\0\0\0",
        b"<!doctype html><script>alert(1)</script>",
        b"#!/bin/sh\nrm -rf /\n",
    ];
    let text = dice.pick(&texts);
    let length = dice.below(300);
    if dice.below(2) == 0 {
        text.to_vec()
    } else {
        [text.to_vec(), dice.bytes(length)].concat()
    }
}

fn polyglot(dice: &mut Dice) -> Vec<u8> {
    let (mut bytes, jpeg) = (sound(dice), encoded(picture(dice), ImageFormat::Jpeg));
    match dice.below(5) {
        0 => bytes.extend(b"PK\x03\x04\x14\0\0\0\0\0<script>alert(1)</script>PK\x05\x06"),
        1 => bytes = [b"%PDF-1.4\n".to_vec(), jpeg].concat(),
        2 => bytes = [b"GIF89a/*".to_vec(), jpeg, b"*/=1;alert(1)".to_vec()].concat(),
        3 => bytes = with_segment(&jpeg, 0xFE, b"*/=1;</script><script>alert(1)</script>"),
        _ => bytes = [jpeg, bytes].concat(),
    }
    bytes
}

fn giant(dice: &mut Dice) -> Vec<u8> {
    let side = dice.pick(&[6_400u32, 50_000, 65_535, 1 << 24, i32::MAX as u32, u32::MAX]);
    match dice.below(3) {
        0 => {
            let depth = dice.pick(&[8, 16]);
            let pixels = chunk(b"IDAT", &packed(0, 1000));
            png(&[header(side, side, depth, 6), pixels, chunk(b"IEND", &[])])
        }
        1 => {
            let mut bytes = encoded(picture(dice), ImageFormat::Jpeg);
            let at = bytes.windows(2).position(|it| it == [0xFF, 0xC0]).unwrap();
            let side = (side.min(65_535) as u16).to_be_bytes();
            bytes[at + 5..at + 7].copy_from_slice(&side);
            bytes[at + 7..at + 9].copy_from_slice(&side);
            bytes
        }
        _ => {
            let size = side.min((1 << 24) - 1);
            webp(&[(b"VP8X", extended(0x10, size, size)), webp_pixels(dice)])
        }
    }
}

fn bomb(dice: &mut Dice) -> Vec<u8> {
    let end = chunk(b"IEND", &[]);
    let large = packed(0, 30_000_000);
    let named = |name: &[u8]| [name, b"\0\0".as_slice(), large.as_slice()].concat();
    let pixels = chunk(b"IDAT", &packed(0, 50 * (40 * 3 + 1)));
    let small = header(40, 50, 8, 2);
    match dice.below(5) {
        // Far more rows than announced.
        0 => png(&[small, chunk(b"IDAT", &large), end]),
        1 => png(&[small, chunk(b"zTXt", &named(b"Comment")), pixels, end]),
        2 => png(&[small, chunk(b"iCCP", &named(b"profile")), pixels, end]),
        3 => {
            let text = [b"XML:com.adobe.xmp\0\x01\0\0\0".as_slice(), &large].concat();
            png(&[small, chunk(b"iTXt", &text), pixels, end])
        }
        // As large as is allowed, and empty.
        _ => {
            let rows = packed(0, 6_000 * (6_000 + 1));
            png(&[header(6_000, 6_000, 8, 0), chunk(b"IDAT", &rows), end])
        }
    }
}

fn with_exif(dice: &mut Dice) -> Vec<u8> {
    let metadata = exif(dice);
    match dice.below(3) {
        0 => with_segment(&encoded(picture(dice), ImageFormat::Jpeg), 0xE1, &metadata),
        1 => {
            let bytes = encoded(picture(dice), ImageFormat::Png);
            let (start, rest) = bytes.split_at(33);
            [start, &chunk(b"eXIf", &metadata[6..]), rest].concat()
        }
        _ => webp(&[
            (b"VP8X", extended(0x08, 39, 49)),
            webp_pixels(dice),
            (b"EXIF", metadata),
        ]),
    }
}

fn with_segments(dice: &mut Dice) -> Vec<u8> {
    let jpeg = encoded(picture(dice), ImageFormat::Jpeg);
    let content = dice.bytes(65_533);
    match dice.below(6) {
        0 => (0..100).fold(jpeg, |it, _| with_segment(&it, 0xFE, &content)),
        1 => {
            let part = [b"ICC_PROFILE\0\x01\xFF".as_slice(), &content[..60_000]].concat();
            (0..20).fold(jpeg, |it, _| with_segment(&it, 0xE2, &part))
        }
        2 => {
            let packet = [b"http://ns.adobe.com/xap/1.0/\0".as_slice(), &content].concat();
            with_segment(&jpeg, 0xE1, &packet)
        }
        3 => with_segment(
            &jpeg,
            0xEE,
            &[b"Adobe\0\x64\0\0\0\0".as_slice(), &[dice.byte()]].concat(),
        ),
        // A length of nothing, and one that reaches beyond the end.
        4 => [&jpeg[..2], &[0xFF, 0xFE, 0, dice.byte() % 3], &jpeg[2..]].concat(),
        _ => (0..2000).fold(jpeg, |it, _| {
            with_segment(&it, 0xE0 | (dice.byte() % 16), b"")
        }),
    }
}

fn with_chunks(dice: &mut Dice) -> Vec<u8> {
    let bytes = encoded(picture(dice), ImageFormat::Png);
    let (start, rest) = bytes.split_at(33);
    let length = dice.below(5000);
    let content = dice.bytes(length);
    let kind = dice.pick(&[
        b"tEXt", b"iCCP", b"gAMA", b"cHRM", b"sRGB", b"tRNS", b"PLTE", b"IHDR",
    ]);
    let extra = match dice.below(3) {
        0 => chunk(kind, &content),
        1 => chunk(b"tEXt", b"a\0b").repeat(3000),
        _ => [&(u32::MAX - 8).to_be_bytes(), kind.as_slice(), &content].concat(),
    };
    [start, &extra, rest].concat()
}

fn with_webp_chunks(dice: &mut Dice) -> Vec<u8> {
    let length = dice.below(3000);
    let content = dice.bytes(length);
    let kind = dice.pick(&[b"ICCP", b"XMP ", b"ALPH", b"ANIM", b"ZZZZ", b"VP8X"]);
    let flags = dice.byte();
    let mut bytes = webp(&[
        (b"VP8X", extended(flags, 39, 49)),
        (kind, content),
        webp_pixels(dice),
    ]);
    if dice.below(3) == 0 {
        bytes[4..8].copy_from_slice(&u32::MAX.to_le_bytes());
    }
    bytes
}

fn apng(dice: &mut Dice) -> Vec<u8> {
    let bytes = encoded(picture(dice), ImageFormat::Png);
    let (start, rest) = bytes.split_at(33);
    let frames = dice.pick(&[0u32, 2, u32::MAX]);
    let control = [frames.to_be_bytes(), [0; 4]].concat();
    let mut frame = vec![0; 26];
    frame[4..12].copy_from_slice(&dice.next().to_be_bytes());
    let frame = chunk(b"fcTL", &frame);
    [
        start,
        &chunk(b"acTL", &control),
        &frame.repeat(1 + dice.below(500)),
        rest,
    ]
    .concat()
}

fn animated(dice: &mut Dice) -> Vec<u8> {
    let (kind, pixels) = webp_pixels(dice);
    let mut frame = vec![0, 0, 0, 0, 0, 0, 39, 0, 0, 49, 0, 0, 10, 0, 0, 0];
    frame[dice.below(16)] ^= dice.byte();
    frame.extend(kind);
    frame.extend((pixels.len() as u32).to_le_bytes());
    frame.extend(pixels);
    let mut chunks: Vec<(&[u8; 4], Vec<u8>)> =
        vec![(b"VP8X", extended(0x02, 39, 49)), (b"ANIM", vec![0; 6])];
    for _ in 0..dice.below(100) {
        chunks.push((b"ANMF", frame.clone()));
    }
    webp(&chunks)
}

fn other_jpeg(dice: &mut Dice) -> Vec<u8> {
    match dice.below(4) {
        0 => jpeg(dice, ColorType::Cmyk, 4),
        1 => jpeg(dice, ColorType::Ycck, 4),
        2 => jpeg(dice, ColorType::Luma, 1),
        _ => jpeg(dice, ColorType::Rgb, 3),
    }
}

fn other_png(dice: &mut Dice) -> Vec<u8> {
    let (value, format) = (dice.next() as u16, ImageFormat::Png);
    match dice.below(4) {
        0 => encoded(
            DynamicImage::ImageLuma16(ImageBuffer::from_pixel(40, 50, image::Luma([value]))),
            format,
        ),
        1 => {
            let pixel = image::Rgba([value, 1, 65_535, value]);
            let picture = ImageBuffer::from_pixel(40, 50, pixel);
            encoded(DynamicImage::ImageRgba16(picture), format)
        }
        2 => {
            let pixel = image::Rgba([1, 2, 3, value as u8]);
            encoded(RgbaImage::from_pixel(40, 50, pixel), format)
        }
        _ => encoded(
            GrayImage::from_pixel(40, 50, image::Luma([value as u8])),
            format,
        ),
    }
}

fn empty_size(dice: &mut Dice) -> Vec<u8> {
    let (width, height) = dice.pick(&[(0, 0), (0, 50), (40, 0)]);
    if dice.below(2) == 0 {
        let pixels = chunk(b"IDAT", &packed(0, dice.below(100)));
        return png(&[header(width, height, 8, 2), pixels, chunk(b"IEND", &[])]);
    }
    let mut bytes = encoded(picture(dice), ImageFormat::Jpeg);
    let at = bytes.windows(2).position(|it| it == [0xFF, 0xC0]).unwrap();
    bytes[at + 5..at + 7].copy_from_slice(&(height as u16).to_be_bytes());
    bytes[at + 7..at + 9].copy_from_slice(&(width as u16).to_be_bytes());
    bytes
}

fn thread(dice: &mut Dice) -> Vec<u8> {
    let (width, height) = dice.pick(&[(1, 1), (1, 9_000), (9_000, 1), (2, 3), (16_000, 2)]);
    encoded(GrayImage::new(width, height), dice.pick(&FORMATS[..2]))
}

fn disordered(dice: &mut Dice) -> Vec<u8> {
    let (small, end) = (header(40, 50, 8, 2), chunk(b"IEND", &[]));
    let pixels = chunk(b"IDAT", &packed(0, 50 * (40 * 3 + 1)));
    let jpeg = encoded(picture(dice), ImageFormat::Jpeg);
    match dice.below(7) {
        0 => png(&[pixels, small, end]),
        1 => png(&[small.clone(), small, pixels, end]),
        2 => png(&[small, end]),
        3 => png(&[header(40, 50, dice.byte(), dice.byte()), pixels, end]),
        // Tables and scans without a picture, and a picture begun twice.
        4 => [
            &jpeg[..2],
            &segment(0xDA, &[1, 1, 0, 0, 63, 0]),
            &[0xFF, 0xD9],
        ]
        .concat(),
        5 => [&jpeg[..2], &jpeg].concat(),
        _ => [&jpeg[..2], &segment(0xC4, &[0xFF; 40]), &jpeg[2..]].concat(),
    }
}
