use super::*;

fn pointers(value: &Value, first: bool) -> Vec<String> {
    typed_password(value, first, None)
        .err()
        .unwrap_or_default()
        .into_iter()
        .map(|it| it.pointer)
        .collect()
}

#[test]
fn everything_wrong_is_said_at_once() {
    let short = json!({"new_password": "corta", "confirmation": "otra"});
    assert_eq!(pointers(&short, true), ["/new_password", "/confirmation"]);
    assert_eq!(
        pointers(&short, false),
        ["/current_password", "/new_password", "/confirmation"]
    );
}

#[test]
fn twice_the_same_long_password_will_do() {
    let good = json!({"new_password": "cuatro palabras sin orden", "confirmation": "cuatro palabras sin orden"});
    assert!(typed_password(&good, true, None).is_ok_and(|it| it.current_password.is_none()));
}

#[test]
fn words_that_anyone_would_try_are_refused_before_it_is_sent() {
    let weak = json!({"new_password": "Conóceles-2029!!", "confirmation": "Conóceles-2029!!"});
    assert_eq!(pointers(&weak, true), ["/new_password"]);
}
