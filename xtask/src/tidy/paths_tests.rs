use super::*;

/// How many complaints a line of a test is worth. The paths are put together here, so that this
/// file holds none.
fn complaints_of(path: &str, line: &str) -> usize {
    let mut repository = Repository::of(&[(path, line), ("shared/src/lib.rs", "")]);
    repository.add_name("tests/http/fixtures/small.csv");
    repository.add_name("shared/data/list.csv");
    let file = repository.file(path).unwrap();
    complaints(&repository, file).len()
}

fn in_test(line: &str) -> usize {
    complaints_of("tests/http/a.rs", line)
}

#[test]
fn folders_of_one_machine_are_refused() {
    for folder in ["work", "home", "root", "Users", "tmp", "var"] {
        assert_eq!(in_test(&format!("f(\"/{folder}/a.csv\");")), 1, "{folder}");
        assert_eq!(in_test(&format!("f(\"/{folder}\");")), 1, "{folder}");
        assert_eq!(
            in_test(&format!("f(\"file:///{folder}/a\");")),
            1,
            "{folder}"
        );
        assert_eq!(in_test(&format!("f(\"cp a /{folder}/b\");")), 1, "{folder}");
        assert_eq!(
            in_test(&format!("f(\"/{folder}ing/on/it\");")),
            0,
            "{folder}"
        );
        assert_eq!(in_test(&format!("f(\"/api/{folder}/a\");")), 0, "{folder}");
        assert_eq!(in_test(&format!("// /{folder}/a\n")), 0, "{folder}");
    }
}

#[test]
fn only_tests_and_fixtures_are_asked() {
    let line = concat!("f(\"/wo", "rk/a.csv\");");
    assert_eq!(complaints_of("backend/src/a_tests.rs", line), 1);
    assert_eq!(complaints_of("backend/src/fixture.rs", line), 1);
    assert_eq!(complaints_of("backend/src/a.rs", line), 0);
}

#[test]
fn addresses_are_no_paths() {
    for address in [
        "/api/v1",
        "/mesa",
        "/",
        "/candidaturas/../x",
        "https://a.mx/../b",
    ] {
        assert_eq!(in_test(&format!("f(\"{address}\");")), 0, "{address}");
    }
}

#[test]
fn what_is_outside_the_repository_is_refused() {
    let up = concat!(".", "./");
    for outside in [
        format!("f(\"{up}shared/data/not_there.csv\");"),
        format!("f(\"{up}{up}shared/data\");"),
        format!("f(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/{up}{up}shared/data/list.csv\"));"),
        format!("format!(\"{{folder}}/{up}{up}a.csv\");"),
        format!("include_str!(\"{up}{up}{up}a.csv\");"),
        format!("say(\"skipped: {up}shared/data/gone.csv is not there\");"),
    ] {
        assert_eq!(in_test(&outside), 1, "{outside}");
    }
}

#[test]
fn what_is_inside_is_accepted_and_so_is_an_attack() {
    let up = concat!(".", "./");
    for inside in [
        format!("f(\"{up}shared/data/list.csv\");"),
        format!("f(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/{up}shared/data\"));"),
        format!("include_str!(\"{up}http/fixtures/small.csv\");"),
        format!("include_str!(\"{up}{up}shared/data/list.csv\");"),
        format!("format!(\"{up}shared/{{name}}\");"),
        format!("f(\"{up}{up}{up}{up}etc/passwd\");"),
        "f(\"http/fixtures/small.csv\");".to_owned(),
    ] {
        assert_eq!(in_test(&inside), 0, "{inside}");
    }
}
