//! Content codings: which one a client prefers, and compressing into it.

use std::io::{Read as _, Write as _};

use actix_web::HttpRequest;
use actix_web::http::header::{
    AcceptEncoding, Encoding as Coding, Header as _, Preference, Quality, QualityItem,
};
use actix_web::web::Bytes;

const BROTLI_WINDOW: i32 = 22;

/// What compressing may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// For bytes that may never be asked for again: a tenth of the work, a fifth more bytes.
    Once,
    /// For bytes that are prepared once and served often.
    Often,
}

impl Effort {
    const fn gzip_level(self) -> u32 {
        match self {
            Self::Once => 1,
            Self::Often => 6,
        }
    }

    const fn brotli_quality(self) -> i32 {
        match self {
            Self::Once => 1,
            Self::Often => 5,
        }
    }
}

/// How bytes travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// The smallest result.
    Brotli,
    /// What every browser reads.
    Gzip,
    /// The bytes as they are.
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

    /// What this request prefers: the highest quality, among equals the smallest result. Where
    /// nothing is acceptable the bytes go out as they are, which every client can read.
    ///
    /// The header is read by the library; its own choice would not let `*` stand for a coding.
    #[must_use]
    pub fn of(request: &HttpRequest) -> Self {
        let accepted = AcceptEncoding::parse(request).map_or_else(|_| Vec::new(), |it| it.0);
        let mut best = (Quality::ZERO, Self::Identity);
        for candidate in Self::PREFERENCE {
            let quality = candidate.quality(&accepted);
            if quality > best.0 {
                best = (quality, candidate);
            }
        }
        best.1
    }

    /// What this request takes that costs least to make: gzip, where it is as welcome as brotli, whose
    /// hasty results take four times as long and are larger.
    #[must_use]
    pub fn quick_of(request: &HttpRequest) -> Self {
        let preferred = Self::of(request);
        let accepted = AcceptEncoding::parse(request).map_or_else(|_| Vec::new(), |it| it.0);
        if preferred == Self::Brotli
            && Self::Gzip.quality(&accepted) >= Self::Brotli.quality(&accepted)
        {
            Self::Gzip
        } else {
            preferred
        }
    }

    /// The quality of this coding (RFC 9110 §12.5.3). What is not named is not acceptable, but the
    /// bytes as they are, which are the last resort.
    fn quality(self, accepted: &[QualityItem<Preference<Coding>>]) -> Quality {
        let (own, last_resort) = match self {
            Self::Brotli => (Coding::brotli(), Quality::ZERO),
            Self::Gzip => (Coding::gzip(), Quality::ZERO),
            Self::Identity => (Coding::identity(), Quality::MIN),
        };
        let of = |wanted: &Preference<Coding>| {
            let found = accepted.iter().find(|it| it.item == *wanted);
            found.map(|it| it.quality)
        };
        of(&Preference::Specific(own))
            .or_else(|| of(&Preference::Any))
            .unwrap_or(last_resort)
    }

    /// `bytes` in this coding.
    ///
    /// # Errors
    /// Never in practice: memory is written to.
    pub fn encode(self, bytes: &[u8], effort: Effort) -> std::io::Result<Bytes> {
        match self {
            Self::Identity => Ok(Bytes::copy_from_slice(bytes)),
            Self::Gzip => {
                let level = flate2::Compression::new(effort.gzip_level());
                let mut out = flate2::write::GzEncoder::new(Vec::new(), level);
                out.write_all(bytes)?;
                Ok(out.finish()?.into())
            }
            Self::Brotli => {
                let mut out = Vec::new();
                let params = brotli::enc::BrotliEncoderParams {
                    quality: effort.brotli_quality(),
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

#[cfg(test)]
#[path = "encoding_tests.rs"]
mod encoding_tests;
