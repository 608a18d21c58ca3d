use conoceles_shared::questionnaire::{Identity, Photo, TextAnswer};
use conoceles_shared::time::Instant;

use super::*;

fn secrets() -> Secrets {
    let folder = std::env::temp_dir().join(format!("conoceles-content-{}", token().unwrap()));
    let secrets = Secrets::load(&folder).unwrap();
    std::fs::remove_dir_all(folder).unwrap();
    secrets
}

fn candidacy() -> CandidacyId {
    "01890000-0000-7000-8000-000000000001".parse().unwrap()
}

fn row(section: Section, version: u32, packed: &Packed) -> VersionRow {
    VersionRow {
        candidacy: candidacy(),
        section,
        version,
        content: packed.content.clone(),
        sha256: packed.sha256.clone(),
        account: None,
        saved_at: Instant::UNIX_EPOCH,
    }
}

const BY: Authorship<'static> = Authorship {
    account: None,
    at: Instant::UNIX_EPOCH,
};

#[test]
fn a_text_is_stored_as_it_is_with_its_own_hash() {
    let secrets = secrets();
    let answer = TextAnswer::of("Hola");
    let content = SectionContent::Motivation(answer);
    let packed = pack(&secrets, &candidacy(), 1, BY, &content).unwrap();
    assert_eq!(packed.content, r#"{"text":"Hola"}"#);
    assert_eq!(packed.sha256, sha256_hex(packed.content.as_bytes()));
    let read = unpack(&secrets, &row(Section::Motivation, 1, &packed));
    assert_eq!(read.unwrap(), content);
}

#[test]
fn identity_is_sealed_and_its_hash_says_nothing() {
    let secrets = secrets();
    let content = SectionContent::Identity(Identity::all_declined());
    let one = pack(&secrets, &candidacy(), 1, BY, &content).unwrap();
    let two = pack(&secrets, &candidacy(), 1, BY, &content).unwrap();
    assert_ne!(one.sha256, two.sha256, "the nonce differs");
    assert_ne!(
        one.sha256,
        sha256_hex(content.to_value().to_string().as_bytes())
    );
    let empty = SectionContent::Identity(Identity::default());
    let empty = pack(&secrets, &candidacy(), 1, BY, &empty).unwrap();
    assert_eq!(
        empty.content.len(),
        one.content.len(),
        "the length says nothing"
    );
    let read = unpack(&secrets, &row(Section::Identity, 1, &one));
    assert_eq!(read.unwrap(), content);
}

#[test]
fn a_value_that_was_moved_or_changed_does_not_open() {
    let secrets = secrets();
    let content = SectionContent::Identity(Identity::all_declined());
    let packed = pack(&secrets, &candidacy(), 1, BY, &content).unwrap();
    assert!(unpack(&secrets, &row(Section::Identity, 2, &packed)).is_err());
    let stolen = VersionRow {
        account: Some("00000000-0000-7000-8000-000000000009".parse().unwrap()),
        ..row(Section::Identity, 1, &packed)
    };
    assert!(unpack(&secrets, &stolen).is_err(), "another author");
    let later = VersionRow {
        saved_at: Instant::UNIX_EPOCH + chrono::Duration::days(1),
        ..row(Section::Identity, 1, &packed)
    };
    assert!(unpack(&secrets, &later).is_err(), "another time");
    let photo = SectionContent::Photo(Photo::not_provided("motivo"));
    let mut packed = pack(&secrets, &candidacy(), 1, BY, &photo).unwrap();
    packed.content = packed.content.replace("motivo", "otro");
    let read = unpack(&secrets, &row(Section::Photo, 1, &packed));
    assert!(read.is_err());
}
