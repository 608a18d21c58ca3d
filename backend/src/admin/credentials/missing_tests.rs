use super::*;

#[test]
fn user_names_are_plain_and_never_taken_twice() {
    let mut taken = BTreeSet::from(["captura.raiz-y-rumbo".to_owned()]);
    let mut login = |name: &str| free_login(name, &mut taken);
    assert_eq!(login("Raíz y Rumbo"), "captura.raiz-y-rumbo.2");
    assert_eq!(login("RAÍZ, y  rumbo!"), "captura.raiz-y-rumbo.3");
    assert_eq!(login("Año Nuevo"), "captura.ano-nuevo");
    let long = login(&"palabra ".repeat(20));
    assert!(long.len() <= 120 && !long.ends_with('-'), "{long}");
    for name in ["Ñandú · Unión", "«»", "日本"] {
        let login = login(name);
        let fits = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || b"._-@".contains(&it);
        assert!(login.bytes().all(fits) && login.len() >= 3, "{login}");
    }
}
