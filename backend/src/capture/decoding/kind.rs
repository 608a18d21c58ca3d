//! What a refused file is, by its first bytes, so that the person is told what to do with it.

use conoceles_shared::problem::Code;

use crate::core::error::Failure;

/// Names that files of pictures begin with where others hold a film; HEIC first, since an AVIF may call
/// itself a picture of any kind.
const HEIC: [&[u8; 4]; 8] = [
    b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs",
];
const AVIF: [&[u8; 4]; 2] = [b"avif", b"avis"];
const ANY_PICTURE: [&[u8; 4]; 3] = [b"mif1", b"mif2", b"msf1"];
/// Bytes of the list of names that are looked at.
const NAMES_LENGTH: usize = 64;

/// Why a file that is no JPEG, PNG or WebP is not taken, and what to do.
pub fn refusal(bytes: &[u8]) -> Failure {
    let name = name(bytes);
    let what = match name {
        Some(name) => format!("El archivo es {name}, no una imagen JPEG, PNG o WebP."),
        None => "El archivo no es una imagen JPEG, PNG o WebP, aunque su nombre lo diga.".into(),
    };
    let mut detail =
        format!("{what} Guarde la fotografía como JPEG, PNG o WebP y elíjala de nuevo.");
    if name == Some("una imagen HEIC") {
        detail.push_str(
            " En un iPhone, elija «Ajustes», «Cámara», «Formatos», «Más compatible» para que las \
             siguientes sean JPEG.",
        );
    }
    Failure::new(Code::UnsupportedMediaType, detail)
}

/// What a file says it is whose content lies in boxes: pictures of telephones, and films.
fn boxed(bytes: &[u8]) -> Option<&'static str> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let names = rest.strip_prefix(b"ftyp")?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let names = names.get(..length.saturating_sub(8).min(NAMES_LENGTH));
    let names = names.unwrap_or(rest);
    let holds = |kinds: &[&[u8; 4]]| {
        let mut names = names.chunks_exact(4);
        names.any(|it| kinds.iter().any(|kind| it == kind.as_slice()))
    };
    Some(if holds(&HEIC) {
        "una imagen HEIC"
    } else if holds(&AVIF) {
        "una imagen AVIF"
    } else if holds(&ANY_PICTURE) {
        "una imagen HEIC"
    } else if holds(&[b"crx "]) {
        "una imagen sin revelar de una cámara (RAW)"
    } else {
        "un video"
    })
}

fn name(bytes: &[u8]) -> Option<&'static str> {
    let begins = |with: &[u8]| bytes.starts_with(with);
    if let Some(name) = boxed(bytes) {
        return Some(name);
    }
    let text = bytes.get(..512).unwrap_or(bytes).trim_ascii_start();
    let holds = |word: &[u8]| text.windows(word.len()).any(|it| it == word);
    let table: [(bool, &str); 11] = [
        (bytes.is_empty(), "un archivo vacío"),
        (begins(b"GIF8"), "una imagen GIF"),
        (begins(b"BM"), "una imagen BMP"),
        (begins(b"8BPS"), "un documento de Photoshop"),
        (
            begins(b"\0\0\0\x0CJXL ") || begins(b"\xFF\x0A"),
            "una imagen JPEG XL",
        ),
        (
            begins(b"\0\0\0\x0CjP  ") || begins(b"\xFF\x4F\xFF\x51"),
            "una imagen JPEG 2000",
        ),
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
