use super::doubt;

#[test]
fn spaces_within_words_are_seen() {
    for name in [
        "G o m ez M o re n o",
        "Pe d roH u m b er t o G o m ez",
        "L U I S PEREZ",
    ] {
        assert!(doubt(name).is_some(), "{name}");
    }
    for name in [
        "ITZEL CANUL UC",
        "JOSE UC EK",
        "J. JESUS ALDERETE GODOY",
        "MA. DE LOS ANGELES Y DE LA O",
        "NADIA DE LA O YAÑEZ",
    ] {
        assert!(doubt(name).is_none(), "{name}");
    }
    assert!(doubt("ANA").is_some());
}

#[test]
fn what_says_that_nobody_stands_is_told() {
    for name in [
        "VACANTE",
        "Sin registro",
        "123",
        "---",
        "SIN CANDIDATO REGISTRADO",
        "(Por definir)",
    ] {
        assert!(
            doubt(name).is_some_and(|it| it.contains("no parece el nombre")),
            "{name}"
        );
    }
    assert_eq!(doubt("ANA VACA NTENDE"), None);
}
