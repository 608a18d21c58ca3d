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

/// The codes of the errors of a query.
fn told(text: &str) -> Vec<(String, String)> {
    let errors = parse(text).err().unwrap_or_default();
    errors.into_iter().map(|it| (it.pointer, it.code)).collect()
}

#[test]
fn lists_are_unions_and_single_parameters_come_once() {
    let union = parse("office=governorship&office=deputy_mr").unwrap();
    assert_eq!(union.normalised(), "office=governorship,deputy_mr");
    assert_eq!(parse("office=governorship,%20deputy_mr").unwrap(), union);
    assert_eq!(
        parse("fields=name,name").unwrap().normalised(),
        "fields=name"
    );
    for (text, expected) in [
        ("limit=10&limit=20", ("limit", "repeated")),
        ("q=ana&q=luis", ("q", "repeated")),
        ("q=ana&q=ana", ("q", "repeated")),
        ("sort=name&sort=draw", ("sort", "repeated")),
        ("cursor=a&cursor=b", ("cursor", "repeated")),
        ("office=,", ("office", "not_allowed")),
        ("office=governorship,,deputy_mr", ("office", "not_allowed")),
        ("district=1,", ("district", "invalid_format")),
        ("actor=,", ("actor", "malformed_id")),
        ("office[]=governorship", ("office[]", "unknown_parameter")),
        (
            "filter%5Boffice%5D=x",
            ("filter[office]", "unknown_parameter"),
        ),
        ("LIMIT=5", ("LIMIT", "unknown_parameter")),
        ("a", ("a", "unknown_parameter")),
        ("=", ("", "unknown_parameter")),
        ("fields=name,secret", ("fields", "not_allowed")),
        ("limit=0", ("limit", "out_of_range")),
        ("limit=501", ("limit", "out_of_range")),
        ("limit=1e2", ("limit", "out_of_range")),
        ("limit=010", ("limit", "out_of_range")),
        ("limit=%2B5", ("limit", "out_of_range")),
        ("limit=%D9%A3", ("limit", "out_of_range")),
    ] {
        let (key, code) = expected;
        assert_eq!(told(text), [(key.to_owned(), code.to_owned())], "{text}");
    }
    for nothing in ["office=", "limit=", "q", "q=&q=", "&&&"] {
        assert_eq!(parse(nothing), Ok(CandidacyQuery::default()), "{nothing}");
    }
    let first = CandidacyQuery::from_query_string("q=ana&q=luis&limit=010");
    assert_eq!(first.normalised(), "q=ana");
}

#[test]
fn a_search_is_counted_in_letters_and_needs_one() {
    for fits in ["a", "ñ", "n\u{303}", "😀a"] {
        let long = fits.repeat(SEARCH_LETTERS / fits.chars().filter(|it| *it != '\u{303}').count());
        assert_eq!(told(&format!("q={}", encode(&long))), [], "{fits}");
        let longer = format!("q={}a", encode(&long));
        assert_eq!(
            told(&longer),
            [("q".to_owned(), "too_long".to_owned())],
            "{fits}"
        );
        let cut = CandidacyQuery::from_query_string(&longer).q.unwrap();
        assert!(cut.chars().count() <= SEARCH_LETTERS, "{fits}");
    }
    let stacked = format!("q=a{}", "%CC%81".repeat(2000));
    assert_eq!(told(&stacked), [("q".to_owned(), "too_long".to_owned())]);
    for empty in [
        ".",
        "%20",
        "+",
        "%CC%81",
        "%27%C2%B4",
        "%F0%9F%98%80",
        "%00",
        "%E2%80%8B",
    ] {
        let text = format!("q={empty}");
        assert_eq!(
            told(&text),
            [("q".to_owned(), "no_word".to_owned())],
            "{empty}"
        );
        let page = CandidacyQuery::from_query_string(&text);
        assert!(!page.can_be_found(), "{empty}");
        assert_eq!(
            CandidacyQuery::from_query_string(&page.to_query_string()),
            page
        );
    }
}

#[test]
fn a_page_of_all_elections_says_so() {
    let all = CandidacyQuery::default();
    assert_eq!(all.to_page_query(), "election=");
    let sought = CandidacyQuery {
        q: Some("ana".to_owned()),
        ..all
    };
    assert_eq!(sought.to_page_query(), "election=&q=ana");
    assert_eq!(
        CandidacyQuery::from_query_string(&sought.to_page_query()),
        sought
    );
}

proptest! {
    #[test]
    fn what_is_written_reads_back(q in "[a-zñáé &=+%,]{0,29}[a-z]", limit in 1u16..=500) {
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
