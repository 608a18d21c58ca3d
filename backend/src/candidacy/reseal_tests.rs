use conoceles_shared::questionnaire::{Identity, Section, SectionContent};
use conoceles_shared::time::Instant;

use super::*;
use crate::candidacy::content::{pack, unpack};
use crate::core::secrets::token;

#[test]
fn what_was_bound_to_its_place_alone_is_bound_to_its_author() {
    let folder = std::env::temp_dir().join(format!("conoceles-reseal-{}", token().unwrap()));
    let secrets = Secrets::load(&folder).unwrap();
    let candidacy: CandidacyId = "00000000-0000-7000-8000-000000000001".parse().unwrap();
    let by = Authorship {
        account: None,
        at: Instant::UNIX_EPOCH,
    };
    let content = SectionContent::Identity(Identity::all_declined());
    let packed = pack(&secrets, &candidacy, 1, by, &content).unwrap();
    let place = sealed_place(&candidacy, 1, by);
    let plain = secrets.unseal(&packed.content, &place).unwrap();
    let mut row = VersionRow {
        content: secrets.seal(&plain, &place_alone(&candidacy, 1)).unwrap(),
        candidacy,
        section: Section::Identity,
        version: 1,
        sha256: packed.sha256,
        account: None,
        saved_at: by.at,
    };
    assert!(unpack(&secrets, &row).is_err());
    row.content = bound_to_author(&secrets, &row).unwrap().unwrap();
    assert_eq!(unpack(&secrets, &row).unwrap(), content);
    assert_eq!(bound_to_author(&secrets, &row).unwrap(), None);
    row.version = 2;
    assert!(bound_to_author(&secrets, &row).is_err(), "another place");
    std::fs::remove_dir_all(folder).unwrap();
}
