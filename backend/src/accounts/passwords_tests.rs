//! Passwords.

use super::*;

#[actix_web::test]
async fn a_hash_verifies_its_password_only() {
    let hashed = hash("caballo correcto pila".into()).await.unwrap();
    assert!(hashed.starts_with("$argon2id$"));
    assert!(
        verify("caballo correcto pila".into(), Some(hashed.clone()))
            .await
            .unwrap()
    );
    assert!(
        !verify("caballo correcto pilas".into(), Some(hashed))
            .await
            .unwrap()
    );
    assert!(!verify("caballo correcto pila".into(), None).await.unwrap());
}

#[test]
fn one_time_passwords_are_readable_and_differ() {
    let one = one_time_password().unwrap();
    assert_eq!(one.len(), 23);
    assert_eq!(
        one.split('-').map(str::len).collect::<Vec<_>>(),
        [5, 5, 5, 5]
    );
    assert_ne!(one, one_time_password().unwrap());
}
