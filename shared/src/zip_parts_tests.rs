//! ZIPs cut and put together again. What a reader of ZIPs makes of the parts is tested where there is
//! one: `backend/src/capture/many/photos/archive_tests.rs`.

use proptest::prelude::*;

use super::*;

/// A ZIP of stored files by hand, after `before` other bytes.
fn zip(before: usize, files: &[(&str, usize)]) -> Vec<u8> {
    let mut zip = vec![7; before];
    let mut list = Vec::new();
    for (name, size) in files {
        let place = u32::try_from(zip.len() - before).unwrap();
        zip.extend_from_slice(b"PK\x03\x04");
        zip.extend_from_slice(&[0; 22]);
        zip.extend_from_slice(&u16::try_from(name.len()).unwrap().to_le_bytes());
        zip.extend_from_slice(&[0; 2]);
        zip.extend_from_slice(name.as_bytes());
        zip.extend(std::iter::repeat_n(b'x', *size));
        list.extend_from_slice(LINE);
        list.extend_from_slice(&[0; 24]);
        list.extend_from_slice(&u16::try_from(name.len()).unwrap().to_le_bytes());
        list.extend_from_slice(&[0; 12]);
        list.extend_from_slice(&place.to_le_bytes());
        list.extend_from_slice(name.as_bytes());
    }
    let start = u32::try_from(zip.len() - before).unwrap();
    zip.extend_from_slice(&list);
    zip.extend_from_slice(END);
    zip.extend_from_slice(&[0; 4]);
    let count = u16::try_from(files.len()).unwrap().to_le_bytes();
    zip.extend_from_slice(&count);
    zip.extend_from_slice(&count);
    zip.extend_from_slice(&u32::try_from(list.len()).unwrap().to_le_bytes());
    zip.extend_from_slice(&start.to_le_bytes());
    zip.extend_from_slice(&[0; 2]);
    zip
}

fn files_in(zip: &[u8]) -> Option<Vec<ZipStretch>> {
    let place = list_place(zip, zip.len() as u64)?;
    let bytes = |it: &Range<u64>| zip.get(it.start as usize..it.end as usize);
    files_of_list(bytes(&place.bytes)?, &place)
}

fn put_together(zip: &[u8], files: &[ZipStretch]) -> Vec<u8> {
    let bytes = |it: &Range<u64>| &zip[it.start as usize..it.end as usize];
    let all: Vec<_> = files.iter().map(|it| (it, bytes(&it.bytes))).collect();
    assembled(&all).unwrap()
}

#[test]
fn folders_and_what_macos_adds_are_left_behind() {
    let whole = zip(
        0,
        &[
            ("a/", 0),
            ("a/1.jpg", 5),
            ("__MACOSX/a/._1.jpg", 9),
            ("2.jpg", 3),
        ],
    );
    let files = files_in(&whole).unwrap();
    assert_eq!(files.len(), 2);
    let again = put_together(&whole, &files);
    assert_eq!(again, zip(0, &[("a/1.jpg", 5), ("2.jpg", 3)]));
}

#[test]
fn what_stands_before_a_zip_is_not_counted() {
    let whole = zip(40, &[("1.jpg", 5)]);
    let files = files_in(&whole).unwrap();
    assert_eq!(put_together(&whole, &files), zip(0, &[("1.jpg", 5)]));
}

#[test]
fn parts_are_small_and_in_order() {
    let names: Vec<String> = (0..45).map(|it| format!("{it}.jpg")).collect();
    let files: Vec<_> = names.iter().map(|it| (it.as_str(), 10)).collect();
    let all = files_in(&zip(0, &files)).unwrap();
    let parts = in_parts(all.clone());
    assert_eq!(parts.iter().map(Vec::len).collect::<Vec<_>>(), [20, 20, 5]);
    assert_eq!(parts.concat(), all);
    let large = |start: u64| ZipStretch {
        line: Vec::new(),
        bytes: start..start + PART_BYTES,
    };
    assert_eq!(in_parts(vec![large(0), large(1)]).len(), 2);
}

#[test]
fn what_is_no_zip_has_no_parts() {
    assert_eq!(files_in(b""), None);
    assert_eq!(files_in(&[0xFF; 100]), None);
    let whole = zip(0, &[("1.jpg", 5)]);
    assert_eq!(files_in(&whole[..whole.len() - 5]), None);
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let mut ended = bytes.clone();
        ended.extend_from_slice(END);
        ended.extend_from_slice(&bytes);
        let _ = files_in(&bytes);
        let _ = files_in(&ended);
    }
}
