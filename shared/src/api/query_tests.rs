//! The list's query: strict for programs, lenient for pages, one text for equal queries.

use proptest::prelude::*;

use super::*;

fn parse(text: &str) -> Result<CandidacyQuery, Vec<FieldError>> {
    let pairs = decode_pairs(text);
    CandidacyQuery::parse(
        pairs
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str())),
    )
}

#[test]
fn every_error_is_told_at_once_with_what_is_allowed() {
    let errors = parse("office=mayor&sort=best&limit=0&colour=red").unwrap_err();
    let pointers: Vec<_> = errors.iter().map(|it| it.pointer.as_str()).collect();
    assert_eq!(pointers, ["office", "sort", "limit", "colour"]);
    assert!(errors[0].detail.contains("municipal_presidency"));
    assert!(errors[3].detail.contains("age_range"));
}

#[test]
fn pages_ignore_what_shared_links_carry() {
    let query = CandidacyQuery::from_query_string("fbclid=abc&office=deputy_mr&sex=");
    assert_eq!(query.normalised(), "office=deputy_mr");
}

#[test]
fn order_and_repetition_do_not_make_another_query() {
    let one = parse("sex=woman,man&office=regiduria&q=Peña").unwrap();
    let other = parse("q=Pe%C3%B1a&office=regiduria&sex=man&sex=woman").unwrap();
    assert_eq!(one.normalised(), other.normalised());
}

#[test]
fn whole_records_come_in_shorter_pages() {
    for order in ["limit=101&fields=id,sections", "fields=sections&limit=500"] {
        let errors = parse(order).unwrap_err();
        let [error] = &errors[..] else {
            panic!("{errors:?}")
        };
        assert_eq!(error.code, "out_of_range_with_sections");
        assert!(error.pointer == "limit" && error.detail.contains("100"));
    }
    for fits in ["limit=100&fields=sections", "limit=500&fields=id,name"] {
        assert!(parse(fits).is_ok(), "{fits}");
    }
}

proptest! {
    #[test]
    fn what_is_written_reads_back(q in "[a-zñáé &=+%,]{0,30}", limit in 1u16..=500) {
        let mut query = CandidacyQuery { limit, ..CandidacyQuery::default() };
        query.q = Some(q.trim().to_owned()).filter(|it| !it.is_empty());
        let back = parse(&query.to_query_string()).unwrap();
        prop_assert_eq!(back.normalised(), query.normalised());
        prop_assert_eq!(back.q, query.q);
    }

    #[test]
    fn decoding_never_fails(text in ".{0,200}") {
        let _ = CandidacyQuery::from_query_string(&text);
    }
}
