//! ZIPs as people and others make them.

use std::io::Write as _;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;

const LIMIT: usize = 2 * 1024 * 1024;

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in files {
        zip.start_file(*name, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn shown(zip: &ListedZip) -> Vec<&str> {
    zip.files.iter().map(|it| it.name.shown.as_str()).collect()
}

#[test]
fn photos_are_listed_and_what_programs_add_is_not() {
    let bytes = zipped(&[
        ("fotos/uno.jpg", b"1"),
        ("__MACOSX/fotos/._uno.jpg", b"2"),
        ("fotos/.DS_Store", b"3"),
        ("dos.png", b"4"),
    ]);
    let listed = list_zip(&bytes, LIMIT).unwrap();
    assert_eq!(shown(&listed), ["uno.jpg", "dos.png"]);
    assert_eq!(listed.ignored, 2);
    assert_eq!(
        expand_file(&bytes, listed.files[1].at, LIMIT),
        Ok(b"4".to_vec())
    );
}

#[test]
fn what_is_no_zip_or_a_broken_one_is_refused() {
    let code = |bytes: &[u8]| list_zip(bytes, LIMIT).unwrap_err().problem().code;
    assert_eq!(code(b"\xff\xd8\xff\xe0"), Code::UnsupportedMediaType);
    assert_eq!(code(b""), Code::UnsupportedMediaType);
    let whole = zipped(&[("uno.jpg", &[7; 5_000])]);
    assert_eq!(code(&whole[..whole.len() - 40]), Code::Invalid);
    let mut spoilt = whole.clone();
    let directory = spoilt
        .windows(4)
        .position(|it| it == b"PK\x01\x02")
        .unwrap();
    spoilt[directory] = b'X';
    assert_eq!(code(&spoilt), Code::Invalid);
    assert_eq!(list_zip(&zipped(&[]), LIMIT).unwrap(), ListedZip::default());
}

#[test]
fn too_many_files_are_refused_before_room_is_made_for_them() {
    let names: Vec<String> = (0..=MOST_PHOTOS).map(|it| format!("{it}.jpg")).collect();
    let files: Vec<_> = names.iter().map(|it| (it.as_str(), &b"x"[..])).collect();
    let refused = list_zip(&zipped(&files), LIMIT).unwrap_err();
    assert_eq!(refused.problem().code, Code::TooLarge);
    assert!(list_zip(&zipped(&files[1..]), LIMIT).is_ok());
    let mut lying = zipped(&files[..1]);
    let end = lying.len() - 22;
    lying[end + 10..end + 12].copy_from_slice(&60_000_u16.to_le_bytes());
    let refused = list_zip(&lying, LIMIT).unwrap_err();
    assert_eq!(refused.problem().code, Code::TooLarge);
}

/// A ZIP of hidden files whose large end stands `far` bytes before the small one, which says one entry.
fn with_a_far_end(count: usize, far: usize) -> Vec<u8> {
    let names: Vec<String> = (0..count).map(|it| format!("._{it}")).collect();
    let files: Vec<_> = names.iter().map(|it| (it.as_str(), &b"x"[..])).collect();
    let mut bytes = zipped(&files);
    let end = bytes.split_off(bytes.len() - 22);
    let (size, start) = (&end[12..16], &end[16..20]);
    let place = bytes.len() as u64;
    let count = count as u64;
    bytes.extend(b"PK\x06\x06");
    bytes.extend((44 + far as u64).to_le_bytes());
    bytes.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    bytes.extend(count.to_le_bytes());
    bytes.extend(count.to_le_bytes());
    bytes.extend([size, &[0; 4], start, &[0; 4]].concat());
    bytes.extend(vec![0; far]);
    bytes.extend(b"PK\x06\x07\0\0\0\0");
    bytes.extend(place.to_le_bytes());
    bytes.extend(1_u32.to_le_bytes());
    bytes.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    bytes.extend(size);
    bytes.extend(u32::MAX.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

#[test]
fn what_a_zip_lists_counts_wherever_it_says_how_many_there_are() {
    let few = with_a_far_end(3, 70_000);
    assert_eq!(
        list_zip(&few, LIMIT).unwrap().ignored,
        3,
        "its reader finds it"
    );
    let many = list_zip(&with_a_far_end(1_200, 70_000), LIMIT);
    assert_eq!(many.unwrap_err().problem().code, Code::TooLarge);
    // One that only says so is refused before room is made as well.
    let mut lying = with_a_far_end(3, 70_000);
    let at = lying.windows(4).position(|it| it == b"PK\x06\x06").unwrap();
    lying[at + 24..at + 40].copy_from_slice(&[0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
    assert_eq!(most_entries(&lying), Some(65_536));
    let refused = list_zip(&lying, LIMIT).unwrap_err();
    assert_eq!(refused.problem().code, Code::TooLarge);
}

#[test]
fn a_bomb_is_refused_by_what_it_says_and_by_what_it_is() {
    let bomb = vec![0; 1_900_000];
    let bytes = zipped(&[("bomba.jpg", &bomb), ("larga.jpg", &vec![0; LIMIT + 1])]);
    let listed = list_zip(&bytes, LIMIT).unwrap();
    let told: Vec<_> = listed.files.iter().map(|it| it.refusal.is_some()).collect();
    assert_eq!(told, [true, true]);
    // One that lies about its size is cut at the size of a photo.
    assert!(expand_file(&bytes, 1, LIMIT).unwrap_err().contains("2 MB"));
    let inner = zipped(&[("uno.jpg", b"1")]);
    let nested = zipped(&[("dentro.jpg", &inner)]);
    assert!(
        expand_file(&nested, 0, LIMIT)
            .unwrap_err()
            .contains("otro ZIP")
    );
}

#[test]
fn an_encrypted_file_is_told() {
    let mut bytes = zipped(&[("uno.jpg", b"1")]);
    for (signature, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let at = bytes.windows(4).position(|it| it == signature).unwrap();
        bytes[at + flags] |= 1;
    }
    let listed = list_zip(&bytes, LIMIT).unwrap();
    assert!(
        listed.files[0]
            .refusal
            .as_ref()
            .unwrap()
            .contains("contraseña")
    );
}

#[test]
fn names_that_stand_twice_are_told() {
    let mut bytes = zipped(&[("aa.jpg", b"1"), ("ab.jpg", b"2")]);
    while let Some(at) = bytes.windows(6).position(|it| it == b"ab.jpg") {
        bytes[at + 1] = b'a';
    }
    let refused = list_zip(&bytes, LIMIT).unwrap_err().problem();
    assert_eq!(refused.errors[0].code, "duplicate_name");
}

#[test]
fn a_zip_that_was_cut_is_read_part_by_part() {
    use conoceles_shared::zip_parts::{assembled, files_of_list, in_parts, list_place};

    let names: Vec<String> = (0..45).map(|it| format!("fotos/ñandú {it}.jpg")).collect();
    let contents: Vec<Vec<u8>> = (0..45_u8).map(|it| vec![it; 3_000]).collect();
    let files = names.iter().map(String::as_str);
    let files: Vec<_> = files.zip(contents.iter().map(Vec::as_slice)).collect();
    let whole = zipped(&files);
    let place = list_place(&whole, whole.len() as u64).unwrap();
    let bytes = |it: &std::ops::Range<u64>| {
        whole
            .get(usize::try_from(it.start).unwrap()..usize::try_from(it.end).unwrap())
            .unwrap()
    };
    let stretches = files_of_list(bytes(&place.bytes), &place).unwrap();
    let (mut found, mut read) = (Vec::new(), Vec::new());
    for part in in_parts(stretches) {
        let part: Vec<_> = part.iter().map(|it| (it, bytes(&it.bytes))).collect();
        let small = assembled(&part).unwrap();
        let listed = list_zip(&small, LIMIT).unwrap();
        for file in listed.files {
            read.push(expand_file(&small, file.at, LIMIT).unwrap());
            found.push(format!("fotos/{}", file.name.shown));
        }
    }
    assert_eq!(found, names);
    assert_eq!(read, contents);
}
