//! Negotiation by quality, and codings that undo.

use actix_web::test::TestRequest;

use super::*;

#[test]
fn the_highest_quality_wins_and_among_equals_the_smallest() {
    for (header, expected) in [
        ("gzip, deflate, br", Encoding::Brotli),
        ("gzip, deflate, br;q=0.5", Encoding::Gzip),
        ("br;q=0.2, gzip;q=0.1", Encoding::Brotli),
        ("gzip;q=0, br;q=0", Encoding::Identity),
        ("gzip;q=0, *", Encoding::Brotli),
        ("*;q=0", Encoding::Identity),
        ("identity, gzip;q=0.5", Encoding::Identity),
        ("identity;q=0.5, gzip", Encoding::Gzip),
        ("GZIP", Encoding::Gzip),
        ("gzip ; q=0.001", Encoding::Gzip),
        ("gzip;q=0.002", Encoding::Gzip),
        ("deflate", Encoding::Identity),
        ("", Encoding::Identity),
        ("br;q=1.5", Encoding::Identity),
        ("br;q=abc, gzip;q=1.000", Encoding::Gzip),
    ] {
        let request = TestRequest::default().insert_header(("accept-encoding", header));
        assert_eq!(
            Encoding::of(&request.to_http_request()),
            expected,
            "{header}"
        );
    }
}

#[test]
fn what_is_made_in_haste_is_gzip_where_it_is_as_welcome() {
    for (header, expected) in [
        ("gzip, deflate, br", Encoding::Gzip),
        ("br", Encoding::Brotli),
        ("br, gzip;q=0.5", Encoding::Brotli),
        ("*", Encoding::Gzip),
        ("", Encoding::Identity),
    ] {
        let request = TestRequest::default().insert_header(("accept-encoding", header));
        assert_eq!(
            Encoding::quick_of(&request.to_http_request()),
            expected,
            "{header}"
        );
    }
}

#[test]
fn what_is_encoded_decodes() {
    let text = "candidatura ".repeat(500);
    for effort in [Effort::Once, Effort::Often] {
        let gzip = Encoding::Gzip.encode(text.as_bytes(), effort).unwrap();
        assert_eq!(gunzip(&gzip).unwrap(), text.as_bytes());
        let packed = Encoding::Brotli.encode(text.as_bytes(), effort).unwrap();
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut packed.as_ref(), &mut plain).unwrap();
        assert_eq!(plain, text.as_bytes());
    }
}
