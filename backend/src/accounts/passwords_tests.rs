//! Passwords.

use super::*;

#[actix_web::test]
async fn a_hash_verifies_its_password_only() {
    let hashed = hash_password("caballo correcto pila".into()).await.unwrap();
    assert!(hashed.starts_with("$argon2id$"));
    assert!(
        verify_password("caballo correcto pila".into(), Some(hashed.clone()))
            .await
            .unwrap()
    );
    assert!(
        !verify_password("caballo correcto pilas".into(), Some(hashed))
            .await
            .unwrap()
    );
    assert!(
        !verify_password("caballo correcto pila".into(), None)
            .await
            .unwrap()
    );
}
