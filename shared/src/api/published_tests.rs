use super::*;

fn search(pairs: &[(&str, &str)]) -> Result<PublishedSearch, Vec<FieldError>> {
    let pairs: Vec<_> = pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    PublishedSearch::from_pairs(&pairs)
}

#[test]
fn every_word_is_found_whatever_its_case_and_accents() {
    let about = "Ramón Peña · Coalición Raíz y Rumbo · Tecámac";
    for (words, found) in [
        ("pena TECAMAC", true),
        ("raiz", true),
        ("", true),
        ("peña toluca", false),
    ] {
        let search = search(&[("q", words)]).unwrap();
        assert_eq!(search.finds(Office::Governorship, about), found, "{words}");
    }
    let search = search(&[("office", "governorship")]).unwrap();
    assert!(!search.finds(Office::MunicipalPresidency, about));
}

#[test]
fn every_parameter_that_is_wrong_is_named() {
    let errors = search(&[
        ("office", "king"),
        ("page", "0"),
        ("sort", "name"),
        ("page", "2"),
    ])
    .unwrap_err();
    let pointers: Vec<_> = errors.iter().map(|it| it.pointer.as_str()).collect();
    assert_eq!(pointers, ["/office", "/page", "/sort", "/page"]);
}

#[test]
fn pages_part_the_list_without_gaps() {
    let all: Vec<usize> = (0..120).collect();
    let of = |page: &str| search(&[("page", page)]).unwrap().page_of(all.clone());
    let together: Vec<usize> = ["1", "2", "3", "4"].into_iter().flat_map(of).collect();
    assert_eq!(together, all);
}
