//! What a refused file is, by its first bytes, so that the person is told what to do with it.

/// What to say of a file that is no JPEG, PNG or WebP.
pub fn what_to_do(bytes: &[u8]) -> String {
    let advice = match name(bytes) {
        Some(name) => format!("El archivo es {name}, no una imagen JPEG, PNG o WebP."),
        None => "El archivo no es una imagen JPEG, PNG o WebP, aunque su nombre lo diga.".into(),
    };
    format!("{advice} Guarde la fotografía como JPEG, PNG o WebP y elíjala de nuevo.")
}

fn name(bytes: &[u8]) -> Option<&'static str> {
    let begins = |with: &[u8]| bytes.starts_with(with);
    let brand = bytes
        .get(8..12)
        .filter(|_| bytes.get(4..8) == Some(b"ftyp"));
    match brand {
        Some(b"avif" | b"avis") => return Some("una imagen AVIF"),
        Some(b"heic" | b"heix" | b"hevc" | b"mif1" | b"msf1") => return Some("una imagen HEIC"),
        Some(_) => return Some("un video"),
        None => {}
    }
    let text = bytes.get(..512).unwrap_or(bytes).trim_ascii_start();
    let holds = |word: &[u8]| text.windows(word.len()).any(|it| it == word);
    let table: [(bool, &str); 8] = [
        (bytes.is_empty(), "un archivo vacío"),
        (begins(b"GIF8"), "una imagen GIF"),
        (begins(b"BM"), "una imagen BMP"),
        (begins(b"II*\0") || begins(b"MM\0*"), "una imagen TIFF"),
        (begins(b"%PDF"), "un documento PDF"),
        (
            begins(b"PK\x03\x04"),
            "un archivo comprimido o un documento",
        ),
        (holds(b"<svg"), "un dibujo SVG"),
        (text.starts_with(b"<"), "una página o un texto"),
    ];
    table.into_iter().find(|(is, _)| *is).map(|(_, name)| name)
}
