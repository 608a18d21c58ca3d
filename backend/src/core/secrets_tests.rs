//! Sealed values open only where they were sealed for.

use super::*;

fn secrets() -> Secrets {
    let folder = std::env::temp_dir().join(format!("conoceles-{}", token().unwrap()));
    Secrets::load(&folder).unwrap()
}

#[test]
fn a_sealed_value_opens_in_its_place_only() {
    let secrets = secrets();
    let sealed = secrets.seal("Sí", "section_versions/identity/1").unwrap();
    assert!(!sealed.contains("Sí"));
    assert_eq!(
        secrets
            .unseal(&sealed, "section_versions/identity/1")
            .unwrap(),
        "Sí"
    );
    assert!(
        secrets
            .unseal(&sealed, "section_versions/identity/2")
            .is_err()
    );
    let mut changed = sealed.clone();
    changed.pop();
    changed.push(if sealed.ends_with('A') { 'B' } else { 'A' });
    assert!(
        secrets
            .unseal(&changed, "section_versions/identity/1")
            .is_err()
    );
}

#[test]
fn the_same_value_is_never_sealed_alike() {
    let secrets = secrets();
    assert_ne!(
        secrets.seal("No", "x").unwrap(),
        secrets.seal("No", "x").unwrap()
    );
}

#[test]
fn a_person_is_the_same_whatever_the_case_and_not_the_curp() {
    let secrets = secrets();
    let id = secrets.person_id("gomd621115mmcmlr08").unwrap();
    assert_eq!(id, secrets.person_id(" GOMD621115MMCMLR08 ").unwrap());
    assert_ne!(id, secrets.person_id("GOMD621115MMCMLR09").unwrap());
}

#[test]
fn keys_survive_a_restart_and_are_private() {
    let folder = std::env::temp_dir().join(format!("conoceles-{}", token().unwrap()));
    let sealed = Secrets::load(&folder).unwrap().seal("x", "y").unwrap();
    assert_eq!(
        Secrets::load(&folder)
            .unwrap()
            .unseal(&sealed, "y")
            .unwrap(),
        "x"
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(folder.join("sealing.key"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn a_proof_is_of_its_bytes_its_purpose_and_its_installation() {
    let ours = secrets();
    let key = ours.mac_key("cursor");
    let proof = key.prove(b"place");
    assert!(ours.mac_key("cursor").proves(b"place", &proof));
    assert!(!key.proves(b"plaza", &proof));
    assert!(!key.proves(b"place", &proof[..16]));
    assert!(!ours.mac_key("other").proves(b"place", &proof));
    assert!(!secrets().mac_key("cursor").proves(b"place", &proof));
}
