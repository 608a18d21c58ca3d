//! What becomes public, and what never does.

use conoceles_shared::api::public::{Content, PublicState, Record};
use conoceles_shared::lifecycle::{Decision, SectionState, Verdict};
use conoceles_shared::questionnaire::{
    Answer, ConsentKind, Contact, Education, Identity, Photo, QuestionId, Section, SectionContent,
    TextAnswer, question,
};

use crate::core::ids::new_id;
use crate::publication::Kind;
use crate::publication::fixture_tests::{CANARY, World, at, published};
use crate::publication::store::current_record;

const SECTIONS: [(Section, u32); 5] = [
    (Section::Photo, 1),
    (Section::Contact, 1),
    (Section::Education, 1),
    (Section::Motivation, 1),
    (Section::Identity, 1),
];

fn photo(sha256: String) -> SectionContent {
    SectionContent::Photo(Photo::Uploaded {
        sha256,
        taken_on: None,
        width: Some(800),
        height: Some(1000),
    })
}

/// Two answers «Sí», one of them with a free text that must stay private.
fn identity() -> SectionContent {
    let mut identity = Identity::all_declined();
    identity.indigenous = Some(question(QuestionId::Indigenous).reply("yes"));
    identity.migrant = Some(question(QuestionId::Migrant).reply("yes"));
    let reason = question(QuestionId::MigrantReason);
    identity.migrant_reason = Some(reason.reply("other").with_other(CANARY));
    SectionContent::Identity(identity.normalised())
}

async fn captured(world: &World) -> conoceles_shared::ids::CandidacyId {
    let id = world.mayor("Lucía").await;
    world.save(&id, 1, &photo("ab".repeat(32))).await;
    let contact = Contact {
        website: Some(Answer::of("https://lucia.example.mx".into())),
        public_emails: Some(Answer::not_provided()),
        ..Contact::default()
    };
    world.save(&id, 1, &SectionContent::Contact(contact)).await;
    let education = SectionContent::Education(Education::not_provided());
    world.save(&id, 1, &education).await;
    let text = SectionContent::Motivation(TextAnswer::of("Por el agua."));
    world.save(&id, 1, &text).await;
    // A draft after what was published.
    let draft = SectionContent::Motivation(TextAnswer::of(CANARY));
    world.save(&id, 2, &draft).await;
    world.save(&id, 1, &identity()).await;
    id
}

async fn record(world: &World, id: &conoceles_shared::ids::CandidacyId) -> Record {
    let mut conn = world.app.db.read().await.unwrap();
    current_record(&mut conn, id).await.unwrap().unwrap()
}

fn badges(record: &Record) -> Vec<&str> {
    record
        .identity_badges
        .iter()
        .map(|it| it.code.as_str())
        .collect()
}

#[actix_web::test]
async fn each_section_is_shown_as_it_stands() {
    let world = World::new().await;
    let id = captured(&world).await;
    world.publish(&id, &SECTIONS, Kind::Publication, 9).await;
    let record = record(&world, &id).await;
    let states: Vec<_> = record.sections.iter().map(|it| it.state).collect();
    let mut expected = [PublicState::NotCaptured; 8];
    expected[0] = PublicState::Published;
    expected[1] = PublicState::NotProvided;
    expected[4] = PublicState::Published;
    assert_eq!(states, expected);
    let Some(Content::Contact { fields }) = &record.sections[0].content else {
        panic!("contact")
    };
    assert_eq!(fields.len(), 10);
    assert_eq!(fields[6].values, ["https://lucia.example.mx"]);
    assert!(fields[7].not_provided && !fields[8].not_provided);
    assert_eq!(record.sections[1].content, None);
    let provenance = record.sections[4].provenance.as_ref().unwrap();
    assert_eq!(provenance.captured_by, "Partido Uno");
    assert_eq!(provenance.captured_at, Some(at(1)));
    assert_eq!(provenance.validated_by.as_deref(), Some("IEEM"));
    assert_eq!(record.territory.ieem_number, Some(107));
    assert_eq!(record.actor.parties[0].acronym, "PU");
    assert!(record.captured);
    let photo = record.photo.unwrap();
    assert!(
        photo
            .jpeg
            .ends_with(&format!("/photo/{}.jpg", "ab".repeat(32)))
    );
}

#[actix_web::test]
async fn identity_is_read_only_with_consent_and_only_yes_leaves() {
    let world = World::new().await;
    let id = captured(&world).await;
    world.publish(&id, &SECTIONS, Kind::Publication, 9).await;
    assert_eq!(badges(&record(&world, &id).await), [""; 0]);

    let kind = ConsentKind::IdentityPublication;
    world.consent(&id, kind, true, 10).await;
    world.publish(&id, &SECTIONS, Kind::NewVersion, 11).await;
    assert_eq!(
        badges(&record(&world, &id).await),
        ["indigenous", "migrant"]
    );

    // Consent without a published identity section shows nothing.
    world
        .publish(&id, &SECTIONS[..4], Kind::NewVersion, 12)
        .await;
    assert_eq!(badges(&record(&world, &id).await), [""; 0]);

    world.publish(&id, &SECTIONS, Kind::NewVersion, 13).await;
    world.consent(&id, kind, false, 14).await;
    world
        .publish(&id, &SECTIONS, Kind::ConsentRevoked, 15)
        .await;
    assert_eq!(badges(&record(&world, &id).await), [""; 0]);
    assert_eq!(record(&world, &id).await.version, 5);
}

#[actix_web::test]
async fn nothing_private_is_in_any_stored_record_or_entry() {
    let world = World::new().await;
    let id = captured(&world).await;
    world
        .consent(&id, ConsentKind::IdentityPublication, true, 8)
        .await;
    world.publish(&id, &SECTIONS, Kind::Publication, 9).await;
    let mut process = published(&SECTIONS);
    for section in process.sections.values_mut() {
        section.state = SectionState::Paused;
    }
    world
        .publish_as(&id, &process, Kind::Pause, 10)
        .await
        .unwrap();
    let mut conn = world.app.db.read().await.unwrap();
    let rows = sqlx::query(
        "SELECT record AS t FROM public_records UNION ALL SELECT entry AS t FROM publication_log",
    )
    .fetch_all(&mut *conn)
    .await
    .unwrap();
    assert_eq!(rows.len(), 4);
    for row in rows {
        use sqlx::Row as _;
        let text: String = row.get("t");
        assert!(!text.contains(CANARY), "{text}");
        for word in ["income", "other\"", "sealed", "curp", "reason", "prefer"] {
            assert!(!text.contains(&format!("\"{word}")), "{word}");
        }
    }
    let paused = record(&world, &id).await;
    assert!(
        paused
            .sections
            .iter()
            .all(|it| it.state == PublicState::Paused
                && it.content.is_none()
                && it.provenance.is_none())
    );
    assert!(paused.photo.is_none() && paused.identity_badges.is_empty());
    assert!(!serde_json::to_string(&paused).unwrap().contains("agua"));
}

#[actix_web::test]
async fn withheld_stays_withheld_and_a_correction_does_not_hide_what_was_public() {
    let world = World::new().await;
    let id = captured(&world).await;
    let mut process = published(&SECTIONS);
    let withheld = process.sections.get_mut(&Section::Contact).unwrap();
    withheld.state = SectionState::Withheld;
    withheld.published_version = None;
    let decided = process.sections.get_mut(&Section::Motivation).unwrap();
    decided.decisions.push(Decision {
        by: new_id(at(5)).unwrap(),
        at: at(5),
        version: 1,
        verdict: Verdict::Approve,
    });
    world
        .publish_as(&id, &process, Kind::Publication, 9)
        .await
        .unwrap();
    let first = record(&world, &id).await;
    assert_eq!(first.sections[0].state, PublicState::Withheld);
    assert_eq!(first.sections[0].content, None);

    // Both are being corrected: drafts, whose decisions are gone.
    for section in [Section::Contact, Section::Motivation] {
        let it = process.sections.get_mut(&section).unwrap();
        it.state = SectionState::Complete;
        it.version = 2;
        it.decisions.clear();
    }
    world
        .publish_as(&id, &process, Kind::Pause, 10)
        .await
        .unwrap();
    let second = record(&world, &id).await;
    assert_eq!(second.sections[0].state, PublicState::Withheld);
    assert_eq!(second.sections[4], first.sections[4]);
    assert_eq!(
        second.sections[4].provenance.as_ref().unwrap().validated_at,
        Some(at(5))
    );
    assert_ne!(second.nonce, first.nonce);
}

#[actix_web::test]
async fn only_what_is_published_can_be_published() {
    let world = World::new().await;
    let id = captured(&world).await;
    let mut process = published(&SECTIONS);
    process.state = conoceles_shared::lifecycle::State::Cancelled;
    let refused = world.publish_as(&id, &process, Kind::NewVersion, 9).await;
    assert!(refused.is_err());
    // Revoking before anything was published changes nothing that the public sees.
    process.state = conoceles_shared::lifecycle::State::InReview;
    world
        .publish_as(&id, &process, Kind::ConsentRevoked, 9)
        .await
        .unwrap();
    world.withdraw(&id, 10).await;
    let mut conn = world.app.db.read().await.unwrap();
    let ends = crate::portal::store::log_ends(&mut conn).await.unwrap();
    assert_eq!((ends.publication, ends.drill), (0, 0));
}

#[actix_web::test]
async fn a_record_made_after_a_purge_still_says_when_it_was_validated() {
    let world = World::new().await;
    let id = captured(&world).await;
    let mut process = published(&SECTIONS);
    let corrected = process.sections.get_mut(&Section::Motivation).unwrap();
    corrected.validated_at = Some(at(6));
    corrected.state = SectionState::Complete;
    corrected.version = 2;
    world
        .publish_as(&id, &process, Kind::NewVersion, 9)
        .await
        .unwrap();
    world.withdraw(&id, 10).await;
    world
        .publish_as(&id, &process, Kind::Reinstatement, 11)
        .await
        .unwrap();
    let again = record(&world, &id).await;
    let told = again.sections[4].provenance.as_ref().unwrap();
    assert_eq!((told.version, told.validated_at), (1, Some(at(6))));
}
