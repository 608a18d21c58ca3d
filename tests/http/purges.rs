//! What nobody may see any more is not kept in plain text either, and the log says why it is gone.

use super::*;
use builders::World;

/// Records that name a badge.
const WITH_BADGES: &str =
    "SELECT COUNT(*) FROM public_records WHERE record NOT LIKE '%\"identity_badges\":[]%'";
const PURGES: &str = "SELECT COUNT(*) FROM audit WHERE action = 'publication.purged' \
                      AND detail LIKE '%\"sha256\"%'";

/// The log still holds, and says how many records are gone and why.
async fn verifies(server: &Server, why: &str) {
    let (code, out, err) = server.command(&["verify"]).await;
    assert_eq!(code, 0, "{out}{err}");
    assert!(
        out.contains("suprimidos que la bitácora explica: 1"),
        "{out}"
    );
    assert!(out.contains(why), "{out}");
}

on_both!(
    /// Cancelled: the record goes, with all that it said.
    nothing_of_a_withdrawn_record_is_kept,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        assert_eq!(server.number(WITH_BADGES).await, 1);
        endings::end_candidacy(&server, &world.admin, &world.candidacy, "cancellation").await;
        assert_eq!(server.rows("public_records").await, 0);
        assert_eq!(server.number(PURGES).await, 1);
        verifies(&server, "candidatura retirada: 1").await;
        let _ = builders::public_answer(&server, &world.public(), |it| it.status == 410).await;
    }
);

on_both!(
    /// Closed: the archive keeps the record, and no version of it with badges.
    no_badge_of_a_closed_record_is_kept,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        assert_eq!(server.number(WITH_BADGES).await, 1);
        server.advance_days(122);
        server.until_number("SELECT COUNT(*) FROM candidacies WHERE state = 'closed'", 1).await;
        assert_eq!(server.number(WITH_BADGES).await, 0);
        assert_eq!(server.rows("public_records").await, 1);
        assert_eq!(server.number(PURGES).await, 1);
        verifies(&server, "identidad bloqueada al cierre: 1").await;
    }
);
