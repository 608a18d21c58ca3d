//! Cancelling and substituting as administrators do it: by one where nothing is public, else by two.

use serde_json::json;

use crate::builders::{PASSWORD, first_sign_in, id, new_admin};
use crate::{Answer, Person, Server};

/// Ends a candidacy; `how` is `cancellation` or `substitution`. Where it takes two another administrator,
/// made from the console, confirms.
///
/// # Panics
/// Where it is refused.
pub async fn end_candidacy(server: &Server, admin: &Person, candidacy: &str, how: &str) {
    let path = format!("/api/v1/admin/candidacies/{candidacy}/{how}");
    let acuerdo = json!({ "acuerdo": "Acuerdo IEEM/CG/2/2026" });
    let answer = admin.post(&path, &acuerdo).await;
    let _ = once_confirmed(server, answer).await.ok();
}

/// What there is once another administrator confirmed what was only proposed; the same answer where it was
/// not.
pub async fn once_confirmed(server: &Server, answer: Answer) -> Answer {
    if answer.status != 202 {
        return answer;
    }
    let other = witness(server).await;
    let path = format!(
        "/api/v1/admin/proposals/{}/confirmation",
        id(&answer.json())
    );
    other.post(&path, &json!({})).await
}

/// The administrator who confirms an ending.
async fn witness(server: &Server) -> Person {
    let mut person = Person::anonymous(server);
    let answer = person.try_to_enter("acuerdos", PASSWORD).await;
    if answer.status.is_success() {
        person.hold(&answer.json());
        return person;
    }
    let one_time = new_admin(server, "acuerdos").await;
    first_sign_in(server, "acuerdos", &one_time).await
}
