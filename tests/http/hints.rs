//! Quality hints: neutral for the operator, with the fragment for the reviewer, and never in the way.

use conoceles_tests::rivals::{self, PARTY, PROPOSAL, Rivals};
use serde_json::{Value, json};

use super::*;
use builders::World;

async fn operators(world: &World) -> Value {
    world.operator.get(&world.capture("/hints")).await.ok()
}

async fn reviewers(world: &World) -> Value {
    world.validators[0].get(&world.review("/hints")).await.ok()
}

/// The proposal within more text of one's own.
fn copied() -> String {
    format!(
        "{} {} Y así será.",
        &rivals::own_words(40)[..200],
        PROPOSAL.to_lowercase()
    )
}

on_both!(
    /// A copy of another actor's text: the operator learns that there is one, the reviewer whose
    /// and where; what was not sent is compared with nothing.
    a_copy_is_told_neutrally_and_shown_to_the_reviewer,
    |server: Server| async move {
        let Rivals { first, second } = Rivals::new(&server).await;
        rivals::capture(&first, 0, &[("proposal_1", PROPOSAL)]).await;
        rivals::capture(&second, 10, &[("gender_proposal", &copied())]).await;
        assert_eq!(operators(&second).await, json!({ "data": [] }));
        assert_eq!(reviewers(&first).await, json!({ "hints": [], "similar": [] }));
        let _ = first.send().await.ok();

        let told = operators(&second).await;
        let expected = json!({ "data": [
            { "section": "gender_proposal", "kind": "similar", "excerpt": "", "other": null },
        ]});
        assert_eq!(told, expected);
        assert_eq!(operators(&first).await, json!({ "data": [] }));
        second.operator.get(&first.capture("/hints")).await.refused(404, "not_found");
        second.operator.get(&second.review("/hints")).await.refused(403, "forbidden");
        let before_sending = reviewers(&second).await;
        assert_eq!(before_sending, json!({ "hints": [], "similar": [] }));

        let _ = second.send().await.ok();
        let shown = reviewers(&second).await["similar"].clone();
        assert_eq!(shown.as_array().unwrap().len(), 1, "{shown}");
        let it = &shown[0];
        assert_eq!(it["section"], "gender_proposal");
        assert_eq!(it["other_section"], "proposal_1");
        assert_eq!(it["candidacy"], json!(first.candidacy));
        assert_eq!(it["name"], "Maribel Ocampo Tenorio");
        assert_eq!(it["actor_name"], "Raíz y Rumbo");
        assert_eq!(it["same_actor"], false);
        assert!(it["percent"].as_u64().unwrap() >= 98, "{it}");
        let matched = it["fragment"]["matched"].as_str().unwrap();
        assert!(matched.starts_with("ampliaremos la red de ciclovías"), "{it}");
        let back = reviewers(&first).await["similar"].clone();
        assert_eq!(back[0]["name"], "Óscar Tinoco Tenorio");
        assert_eq!(back[0]["section"], "proposal_1");
        assert!(back[0]["fragment"]["matched"].as_str().unwrap().starts_with("Ampliaremos"));
    }
);

on_both!(
    /// After an observation the other side still compares with what was sent, not with the draft.
    a_draft_is_never_compared_with,
    |server: Server| async move {
        let Rivals { first, second } = Rivals::new(&server).await;
        rivals::capture(&first, 0, &[]).await;
        let _ = first.send().await.ok();
        assert_eq!(first.turn(0, Some("proposal_1")).await["state"], "observed");
        let path = first.capture("/sections/proposal_1");
        let _ = first.operator.put(&path, 2, &json!({ "text": PROPOSAL })).await.ok();
        rivals::capture(&second, 10, &[("proposal_2", PROPOSAL)]).await;
        assert_eq!(operators(&second).await, json!({ "data": [] }));
        let _ = first.send().await.ok();
        assert_eq!(operators(&second).await["data"][0]["section"], "proposal_2");
    }
);

on_both!(
    /// Capitals, padding, a repeated sentence and another party's name: all told, none in the way.
    every_hint_at_once_blocks_nothing,
    |server: Server| async move {
        let Rivals { first, .. } = Rivals::new(&server).await;
        let padded = format!("{} {}", &PROPOSAL[..200], "x".repeat(200));
        let mention = format!("{} Fui del {PARTY} diez años.", rivals::own_words(30));
        let instead = [
            ("motivation", PROPOSAL.to_uppercase()),
            ("political_career", mention),
            ("proposal_1", padded),
            ("proposal_2", format!("{} {}", rivals::own_words(31), rivals::own_words(32))),
            ("gender_proposal", rivals::own_words(32)),
        ];
        let instead: Vec<_> = instead.iter().map(|(it, text)| (*it, text.as_str())).collect();
        rivals::capture(&first, 0, &instead).await;
        let told = operators(&first).await;
        let kinds: Vec<_> = told["data"].as_array().unwrap().iter()
            .map(|it| (it["section"].as_str().unwrap(), it["kind"].as_str().unwrap()))
            .collect();
        let expected = [
            ("political_career", "mention"),
            ("motivation", "capitals"),
            ("proposal_1", "padding"),
            ("proposal_1", "repeated"),
            ("gender_proposal", "repeated"),
        ];
        assert_eq!(kinds, expected);
        assert_eq!(told["data"][0]["excerpt"], PARTY);
        let _ = first.send().await.ok();
        let seen = reviewers(&first).await;
        assert_eq!(seen["hints"], told["data"]);
        assert_eq!(seen["similar"], json!([]));
    }
);

on_both!(
    /// What the deadline sends is compared as what its operator sends; the same actor's copies are
    /// marked as such; the command finds the group.
    the_same_actors_copies_are_marked,
    |server: Server| async move {
        let Rivals { mut first, .. } = Rivals::new(&server).await;
        let mut new = builders::new_candidacy(&first.actor, "Suplente");
        new["registration"]["role"] = json!("alternate");
        new["private"]["curp"] = json!("TIBO800101HMCNRS05");
        let alternate = builders::register(&first.admin, &first.election, &new).await;
        rivals::capture(&first, 0, &[("proposal_1", PROPOSAL)]).await;
        let titular = std::mem::replace(&mut first.candidacy, alternate);
        rivals::capture(&first, 10, &[("proposal_1", PROPOSAL)]).await;
        server.advance_days(16);
        first.operator.enter("captura.raiz", builders::PASSWORD).await;
        first.validators[0].enter("validacion1", builders::PASSWORD).await;
        // The deadline is stored by whoever touches a candidacy, or by the sweep.
        for candidacy in [titular.clone(), first.candidacy.clone()] {
            let path = format!("/api/v1/review/candidacies/{candidacy}/claim");
            let _ = first.validators[0].post(&path, &json!({})).await.ok();
        }
        let shown = reviewers(&first).await["similar"].clone();
        assert_eq!(shown[0]["candidacy"], json!(titular), "{shown}");
        assert_eq!(shown[0]["same_actor"], true);
        assert_eq!(shown[0]["percent"], 100);

        let (code, out, err) =
            server.command(&["duplicates", "--election", "Ayuntamientos de prueba"]).await;
        assert_eq!(code, 0, "{out}{err}");
        let group: Value = serde_json::from_str(out.trim()).unwrap();
        assert_eq!(group["verbatim"], true, "{out}");
        assert_eq!(group["texts"].as_array().unwrap().len(), 2);
        assert_eq!(server.command(&["duplicates", "--election", "Otra"]).await.0, 1);
    }
);
