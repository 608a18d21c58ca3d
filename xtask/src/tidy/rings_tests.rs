use super::*;

fn found(pairs: &[(&'static str, &'static str)]) -> Vec<Vec<&'static str>> {
    let mut ties = Ties::new();
    for (from, to) in pairs {
        ties.entry(from).or_default().insert(to);
    }
    rings(&ties)
}

#[test]
fn each_ring_is_found_once_and_in_order() {
    let two_rings = [
        ("c", "a"),
        ("a", "b"),
        ("b", "c"),
        ("c", "x"),
        ("x", "y"),
        ("y", "x"),
    ];
    assert_eq!(found(&two_rings), [vec!["a", "b", "c"], vec!["x", "y"]]);
    let joined = [("a", "b"), ("b", "a"), ("b", "c"), ("c", "b")];
    assert_eq!(found(&joined), [["a", "b", "c"]]);
}

#[test]
fn what_only_leads_on_is_no_ring() {
    assert!(found(&[("a", "b"), ("b", "c"), ("a", "c")]).is_empty());
    // Between two rings, and in neither.
    let between = [
        ("a", "b"),
        ("b", "a"),
        ("b", "m"),
        ("m", "x"),
        ("x", "y"),
        ("y", "x"),
    ];
    assert_eq!(found(&between), [["a", "b"], ["x", "y"]]);
}
