//! Reasons that reviewers start from, as the Unidad de Transparencia words them for an election.

use serde_json::json;

use super::*;
use builders::World;

on_both!(
    /// The administrator words them on a version; reviewers of that election read them.
    an_administrator_words_them_and_a_reviewer_reads_them,
    |server: Server| async move {
        let world = World::new(&server).await;
        let path = format!("/api/v1/admin/elections/{}/reason-templates", world.election);
        let empty = world.admin.get(&path).await;
        assert_eq!(empty.header("etag"), "\"0\"");
        let one = json!({ "ground": "does_not_answer", "text": "  No dice los plazos de la meta. " });
        let short = json!({ "ground": "does_not_answer", "text": "corto" });
        let wrong = json!({ "templates": [short, one, one] });
        let refused = world.admin.put(&path, 0, &wrong).await;
        assert_eq!(refused.pointers(), ["/templates/0/text", "/templates/2/text"]);
        let good = json!({ "templates": [one] });
        let saved = world.admin.put(&path, 0, &good).await.ok();
        assert_eq!(saved["version"], 1);
        let stale = world.admin.put(&path, 0, &good).await;
        stale.refused(412, "stale");
        assert_eq!(stale.json()["current"]["version"], 1);
        assert_eq!(stale.json()["submitted"], good);
        world.admin.replace(&path, &good).await.refused(428, "precondition_required");
        let read = world.validators[0].get(&world.review("/reason-templates")).await.ok();
        let expected = json!([{ "ground": "does_not_answer", "text": "No dice los plazos de la meta." }]);
        assert_eq!(read["templates"], expected);
        world.validators[0].get(&path).await.refused(403, "forbidden");
        world.operator.get(&world.review("/reason-templates")).await.refused(403, "forbidden");
    }
);

on_both!(
    /// A validator words them too, on the same version; an operator and an observer do not.
    a_validator_words_them_as_an_administrator_does,
    |server: Server| async move {
        let world = World::new(&server).await;
        let own = format!("/api/v1/review/elections/{}/reason-templates", world.election);
        let admin = format!("/api/v1/admin/elections/{}/reason-templates", world.election);
        let validator = &world.validators[0];
        assert_eq!(validator.get(&own).await.header("etag"), "\"0\"");
        let short = json!({ "templates": [{ "ground": "does_not_answer", "text": "corto" }] });
        assert_eq!(validator.put(&own, 0, &short).await.pointers(), ["/templates/0/text"]);
        let good = json!({ "templates": [
            { "ground": "does_not_answer", "text": "No dice los plazos de la meta." }
        ] });
        assert_eq!(validator.put(&own, 0, &good).await.ok()["version"], 1);
        let read = world.admin.get(&admin).await.ok();
        assert_eq!(read["templates"], good["templates"]);
        // Both work on one version: who comes second is told.
        world.admin.put(&admin, 0, &good).await.refused(412, "stale");
        let done = "SELECT COUNT(*) FROM audit WHERE action = 'election.reason_templates_updated' \
                    AND role = 'validator'";
        assert_eq!(server.number(done).await, 1);
        world.operator.put(&own, 1, &good).await.refused(403, "forbidden");
        world.admin.put(&own, 1, &good).await.refused(403, "forbidden");
        let nobody = "/api/v1/review/elections/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/reason-templates";
        assert_eq!(validator.get(nobody).await.status, 404);
    }
);
