use super::toggled;

fn codes(list: &[&str]) -> Vec<String> {
    list.iter().map(|it| (*it).to_owned()).collect()
}

#[test]
fn the_option_that_stands_alone_clears_the_others_and_is_cleared_by_them() {
    let some = codes(&["sight", "touch"]);
    assert_eq!(
        toggled(some.clone(), "pnc", true, Some("pnc")),
        codes(&["pnc"])
    );
    assert_eq!(
        toggled(codes(&["pnc"]), "sight", true, Some("pnc")),
        codes(&["sight"])
    );
    assert_eq!(
        toggled(some, "sight", false, Some("pnc")),
        codes(&["touch"])
    );
}
