use super::*;

fn pairs(text: &[(&str, &str)]) -> Vec<(String, String)> {
    let pairs = text.iter();
    pairs
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

fn wrong<T: std::fmt::Debug>(read: Result<T, Vec<FieldError>>) -> Vec<(String, String)> {
    let errors = read.unwrap_err().into_iter();
    errors.map(|it| (it.pointer, it.code)).collect()
}

#[test]
fn nothing_asks_for_the_beginning_of_the_log_of_real_elections() {
    let read = LogQuery::from_pairs(&[]).unwrap();
    assert_eq!(
        (read.log, read.since, read.limit),
        (LogChain::Publication, 0, LogQuery::PAGE)
    );
    let read = LogQuery::from_pairs(&pairs(&[
        ("since", "7"),
        ("log", "drill"),
        ("limit", "500"),
    ]));
    let read = read.unwrap();
    assert_eq!(
        (read.log, read.since, read.limit),
        (LogChain::Drill, 7, 500)
    );
}

#[test]
fn every_wrong_parameter_is_told_at_once() {
    let asked = pairs(&[
        ("since", "-1"),
        ("log", "real"),
        ("limit", "501"),
        ("page", "2"),
        ("log", "drill"),
    ]);
    let mut wrong = wrong(LogQuery::from_pairs(&asked));
    wrong.sort();
    let told = [
        ("limit", "out_of_range"),
        ("log", "not_allowed"),
        ("log", "repeated"),
        ("page", "unknown_parameter"),
        ("since", "not_a_number"),
    ];
    assert_eq!(wrong, pairs(&told));
}

#[test]
fn numbers_that_no_log_reaches_are_refused_and_zero_is_a_limit_out_of_range() {
    for value in [
        "18446744073709551615",
        "9223372036854775808",
        "1e3",
        "+1",
        " 1",
        "0x1",
    ] {
        let read = LogQuery::from_pairs(&pairs(&[("since", value)]));
        assert_eq!(wrong(read), pairs(&[("since", "not_a_number")]), "{value}");
    }
    let read = LogQuery::from_pairs(&pairs(&[("limit", "0")]));
    assert_eq!(wrong(read), pairs(&[("limit", "out_of_range")]));
}

#[test]
fn a_proof_of_continuity_needs_where_it_begins() {
    assert_eq!(
        wrong(ConsistencyQuery::from_pairs(&[])),
        pairs(&[("from", "required")])
    );
    let read = ConsistencyQuery::from_pairs(&pairs(&[("from", "3"), ("to", "5")])).unwrap();
    assert_eq!((read.from, read.to), (3, Some(5)));
    assert_eq!(ProofQuery::from_pairs(&[]).unwrap().size, None);
    assert_eq!(
        WhichLog::from_pairs(&[]).unwrap(),
        WhichLog(LogChain::Publication)
    );
}
