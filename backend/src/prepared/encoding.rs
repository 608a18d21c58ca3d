//! Content codings: which one a client prefers, and compressing into it.

use std::io::{Read as _, Write as _};

use actix_web::HttpRequest;
use actix_web::http::header::ACCEPT_ENCODING;
use actix_web::web::Bytes;

/// gzip's level, and brotli's quality, for bytes that are prepared once and served often.
const GZIP_LEVEL: u32 = 6;
const BROTLI_QUALITY: i32 = 5;
const BROTLI_WINDOW: i32 = 22;
/// Most codings that are read of one header.
const MAX_CODINGS: usize = 32;

/// A content coding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// Brotli.
    Brotli,
    /// gzip.
    Gzip,
    /// As it is.
    Identity,
}

impl Encoding {
    /// What is tried, the smallest first.
    const PREFERENCE: [Self; 3] = [Self::Brotli, Self::Gzip, Self::Identity];

    /// The value of `Content-Encoding`; none for the bytes as they are.
    #[must_use]
    pub const fn token(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Identity => None,
        }
    }

    /// The end of an entity tag: each coding is a representation of its own.
    #[must_use]
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Brotli => "-br",
            Self::Gzip => "-gz",
            Self::Identity => "",
        }
    }

    /// What this request prefers.
    #[must_use]
    pub fn of(request: &HttpRequest) -> Self {
        request
            .headers()
            .get(ACCEPT_ENCODING)
            .and_then(|it| it.to_str().ok())
            .map_or(Self::Identity, Self::preferred)
    }

    /// What an `Accept-Encoding` prefers: the highest quality, among equals the smallest result.
    /// Where nothing is acceptable the bytes go out as they are, which every client can read.
    #[must_use]
    pub fn preferred(header: &str) -> Self {
        let mut best = (0, Self::Identity);
        for candidate in Self::PREFERENCE {
            let quality = quality(header, candidate);
            if quality > best.0 {
                best = (quality, candidate);
            }
        }
        best.1
    }

    /// `bytes` in this coding.
    ///
    /// # Errors
    /// Never in practice: memory is written to.
    pub fn encode(self, bytes: &[u8]) -> std::io::Result<Bytes> {
        match self {
            Self::Identity => Ok(Bytes::copy_from_slice(bytes)),
            Self::Gzip => {
                let level = flate2::Compression::new(GZIP_LEVEL);
                let mut out = flate2::write::GzEncoder::new(Vec::new(), level);
                out.write_all(bytes)?;
                Ok(out.finish()?.into())
            }
            Self::Brotli => {
                let mut out = Vec::new();
                let params = brotli::enc::BrotliEncoderParams {
                    quality: BROTLI_QUALITY,
                    lgwin: BROTLI_WINDOW,
                    size_hint: bytes.len(),
                    ..Default::default()
                };
                brotli::BrotliCompress(&mut &*bytes, &mut out, &params)?;
                Ok(out.into())
            }
        }
    }
}

/// Undoes gzip, for the rare client that reads nothing else than the bytes as they are.
///
/// # Errors
/// The bytes are not gzip.
pub fn gunzip(bytes: &[u8]) -> std::io::Result<Bytes> {
    let mut out = Vec::new();
    flate2::read::GzDecoder::new(bytes).read_to_end(&mut out)?;
    Ok(out.into())
}

/// The quality of a coding in thousandths (RFC 9110 §12.5.3). What is not named is not acceptable,
/// but the bytes as they are, which are the last resort.
fn quality(header: &str, wanted: Encoding) -> u16 {
    let name = wanted.token().unwrap_or("identity");
    let mut any = None;
    for part in header.split(',').take(MAX_CODINGS) {
        let mut pieces = part.split(';');
        let coding = pieces.next().unwrap_or_default().trim();
        let quality = pieces.next().map_or(Some(1000), weight).unwrap_or(0);
        if coding.eq_ignore_ascii_case(name) {
            return quality;
        }
        if coding == "*" {
            any = Some(quality);
        }
    }
    match (any, wanted) {
        (Some(quality), _) => quality,
        (None, Encoding::Identity) => 1,
        (None, _) => 0,
    }
}

/// `q=0.5` in thousandths; none where it is malformed.
fn weight(text: &str) -> Option<u16> {
    let text = text.trim();
    let value = text
        .strip_prefix("q=")
        .or_else(|| text.strip_prefix("Q="))?;
    let (whole, rest) = value.split_once('.').unwrap_or((value, ""));
    if rest.len() > 3 || !rest.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let thousandths = rest
        .bytes()
        .chain(std::iter::repeat(b'0'))
        .take(3)
        .fold(0, |sum, digit| sum * 10 + u16::from(digit - b'0'));
    match whole {
        "0" => Some(thousandths),
        "1" if thousandths == 0 => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
#[path = "encoding_tests.rs"]
mod encoding_tests;
