use super::{Address, list, names_election, query};

const ID: &str = "0191f0a0-0000-7000-8000-000000000001";

#[test]
fn a_path_is_one_page() {
    assert_eq!(Address::of("/"), Address::Home);
    assert_eq!(Address::of("/?utm_source=x"), Address::Home);
    assert!(matches!(Address::of("/candidaturas"), Address::List(_)));
    assert!(matches!(
        Address::of("/candidaturas?sex=woman#x"),
        Address::List(_)
    ));
    assert!(matches!(
        Address::of(&format!("/candidaturas/{ID}?fbclid=1")),
        Address::Profile(_)
    ));
    for other in [
        "",
        "//",
        "/otra",
        "/candidaturas/",
        "/candidaturas/1",
        "/candidaturas/../x",
    ] {
        assert_eq!(Address::of(other), Address::Unknown, "{other}");
    }
}

#[test]
fn foreign_parameters_do_not_stay_in_links() {
    let asked = query("/candidaturas?fbclid=abc&sex=man&sex=woman&office=&q=&sort=name");
    assert_eq!(
        list(&asked),
        "/candidaturas?election=&sex=woman,man&sort=name"
    );
    let all = "/candidaturas?election=";
    assert_eq!(list(&query("/candidaturas?fbclid=abc")), all);
    assert!(names_election(all));
}

#[test]
fn a_list_names_its_election_or_not_at_all() {
    for named in ["?election=", "?q=x&election=1#y", "?election"] {
        assert!(names_election(&format!("/candidaturas{named}")), "{named}");
    }
    for unnamed in ["", "?q=election", "?elections=1", "#election="] {
        assert!(
            !names_election(&format!("/candidaturas{unnamed}")),
            "{unnamed}"
        );
    }
}
