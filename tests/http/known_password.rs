//! Somebody knows a password and has no telephone: neither keeps its owner out nor ends their work, and
//! the owner learns of it.

use serde_json::json;

use super::*;
use builders::{PASSWORD, create_admin, first_sign_in};
use conoceles_tests::Authenticator;

const PROOF: &str = "/api/v1/auth/second-factor/proof";

/// The first administrator with a second factor, signed in with its code on a device that is known from
/// then on.
async fn owner(server: &mut Server) -> (Person, Authenticator) {
    let one_time = create_admin(server).await;
    let mut admin = first_sign_in(server, "admin", &one_time).await;
    server.require_second_factor().await;
    admin.enter("admin", PASSWORD).await;
    let (telephone, _) = admin.enrol(server, &json!({})).await;
    admin.enter("admin", PASSWORD).await;
    let session = admin.give_code(&telephone.next_code(server)).await.ok();
    admin.hold(&session);
    (admin, telephone)
}

on_both!(
    /// Ten, and ten more, sessions that wait for a code end none that was given one.
    a_password_alone_ends_no_session,
    |server: Server| async move {
        let mut server = server;
        let (admin, _) = owner(&mut server).await;
        for _ in 0..20 {
            let stranger = Person::sign_in(&server, "admin", PASSWORD).await;
            drop(stranger);
        }
        let _ = admin.get("/api/v1/admin/accounts").await.ok();
        let told = admin.get("/api/v1/notices").await.ok();
        assert!(!told.to_string().contains("sesión más antigua"), "{told}");
        let waiting = "SELECT COUNT(*) FROM sessions WHERE ended_at IS NULL AND verified_at IS NULL";
        assert_eq!(server.number(waiting).await, 3);
    }
);

on_both!(
    /// Wrong codes given elsewhere count against nobody else: not in a session that was given one, not on a
    /// known device; and the owner is told that the password is known.
    wrong_codes_elsewhere_keep_nobody_out,
    |server: Server| async move {
        let mut server = server;
        let (mut admin, telephone) = owner(&mut server).await;
        let stranger = Person::sign_in(&server, "admin", PASSWORD).await;
        for guess in 0..5 {
            assert_eq!(stranger.give_code(&format!("00000{guess}")).await.pointers(), ["/code"]);
        }
        stranger.give_code("000005").await.refused(429, "too_many_attempts");
        let another = Person::sign_in(&server, "admin", PASSWORD).await;
        another.give_code("000006").await.refused(429, "too_many_attempts");
        let told = admin.get("/api/v1/notices").await.ok().to_string();
        assert_eq!(told.matches("Alguien conoce su contraseña").count(), 1, "{told}");
        let proof = admin.post(PROOF, &json!({ "code": telephone.next_code(&server) })).await;
        assert_eq!(proof.status, 204, "{}", proof.text());
        admin.enter("admin", PASSWORD).await;
        server.advance(std::time::Duration::from_secs(31));
        let session = admin.give_code(&telephone.next_code(&server)).await.ok();
        admin.hold(&session);
        let _ = admin.get("/api/v1/admin/accounts").await.ok();
        // On that very device a short wait is right.
        admin.enter("admin", PASSWORD).await;
        for guess in 0..5 {
            assert_eq!(admin.give_code(&format!("00001{guess}")).await.pointers(), ["/code"]);
        }
        admin.give_code("000015").await.refused(429, "too_many_attempts");
    }
);
