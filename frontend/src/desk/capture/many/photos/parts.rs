//! A chosen ZIP in parts, each read from the file only while it is sent.

use conoceles_shared::api::many_photos::ZIP_MAX_MEGABYTES;
use conoceles_shared::zip_parts::{
    TAIL, ZipStretch, assembled, files_of_list, in_parts, list_place,
};
use leptos::web_sys::File;

use crate::desk::dom;

/// What one request may carry.
const MOST_BYTES: u64 = (ZIP_MAX_MEGABYTES as u64) * 1024 * 1024;

/// A part of a ZIP: some of its files, or all of it as it is.
#[derive(Clone)]
pub enum ZipPart {
    Whole,
    Some(Vec<ZipStretch>),
}

/// The parts of a chosen file. One whose list cannot be read is one part, so that the server says what is
/// wrong with it; nothing where it is too large for that, or cannot be read at all.
pub async fn parts_of(file: &File) -> Option<Vec<ZipPart>> {
    let length = file.size() as u64;
    match stretches(file, length).await {
        Some(files) if !files.is_empty() => {
            Some(in_parts(files).into_iter().map(ZipPart::Some).collect())
        }
        _ if length <= MOST_BYTES => Some(vec![ZipPart::Whole]),
        _ => None,
    }
}

async fn stretches(file: &File, length: u64) -> Option<Vec<ZipStretch>> {
    let tail = dom::read_part_of_file(file, length.saturating_sub(TAIL)..length).await?;
    let place = list_place(&tail, length)?;
    let list = dom::read_part_of_file(file, place.bytes.clone()).await?;
    files_of_list(&list, &place)
}

/// The bytes of a part; nothing where the file changed since it was chosen.
pub async fn bytes_of(file: &File, part: &ZipPart) -> Option<Vec<u8>> {
    let ZipPart::Some(files) = part else {
        return dom::read_file(file).await;
    };
    let mut contents = Vec::with_capacity(files.len());
    for it in files {
        contents.push(dom::read_part_of_file(file, it.bytes.clone()).await?);
    }
    let all: Vec<_> = files
        .iter()
        .zip(&contents)
        .map(|(it, bytes)| (it, bytes.as_slice()))
        .collect();
    assembled(&all)
}
