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
