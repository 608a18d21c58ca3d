use super::{counted_as, seen_by_proxies};

fn seen(lines: &[&str], hops: usize) -> Option<String> {
    seen_by_proxies(lines.iter().copied(), hops).map(counted_as)
}

#[test]
fn hops_are_counted_from_the_right_over_all_lines() {
    let lines = ["1.1.1.1, 2.2.2.2", "3.3.3.3"];
    assert_eq!(seen(&lines, 1).as_deref(), Some("3.3.3.3"));
    assert_eq!(seen(&lines, 2).as_deref(), Some("2.2.2.2"));
    assert_eq!(seen(&lines, 3).as_deref(), Some("1.1.1.1"));
    assert_eq!(seen(&lines, 4), None);
    assert_eq!(seen(&[], 1), None);
}

#[test]
fn what_is_no_address_is_nobody() {
    for line in ["", "unknown", "1.2.3", "evil; drop", "1.1.1.1, ,"] {
        assert_eq!(seen(&[line], 1), None, "{line}");
    }
    assert_eq!(seen(&["9.9.9.9:443"], 1).as_deref(), Some("9.9.9.9"));
}

#[test]
fn a_network_of_ipv6_is_one_client() {
    let one = seen(&["2001:db8:1:2:a::1"], 1);
    assert_eq!(one.as_deref(), Some("2001:db8:1:2::/64"));
    assert_eq!(seen(&["[2001:db8:1:2:ffff::9]:8443"], 1), one);
    assert_eq!(seen(&["[2001:db8:1:2::]"], 1), one);
    assert_ne!(seen(&["2001:db8:1:3::1"], 1), one);
    assert_eq!(seen(&["::ffff:192.0.2.7"], 1).as_deref(), Some("192.0.2.7"));
}
