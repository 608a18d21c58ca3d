//! Every action against every role.

use super::*;
use crate::permissions::Permission;

/// The roles across in the order of [`Role::ALL`]: operator, validator, administrator, observer,
/// technician.
const TABLE: &[(AuditArea, [bool; 5])] = &[
    (AuditArea::Candidacy, [true, true, true, false, false]),
    (AuditArea::Setup, [false, false, true, false, false]),
    (AuditArea::Accounts, [false, false, true, false, false]),
    (AuditArea::Access, [false, false, true, false, true]),
    (AuditArea::System, [false, false, true, false, true]),
];

#[test]
fn each_role_reads_its_areas_and_no_other() {
    let roles = [
        Role::Operator,
        Role::Validator,
        Role::Admin,
        Role::Observer,
        Role::Technician,
    ];
    assert_eq!(Role::ALL, roles);
    assert_eq!(TABLE.len(), AuditArea::ALL.len());
    for action in AuditAction::ALL {
        let row = TABLE.iter().find(|it| it.0 == action.area()).unwrap();
        for (role, reads) in roles.into_iter().zip(row.1) {
            let kept = role == Role::Operator
                && (action.is_of_a_turn() || *action == AuditAction::SignedCopyRead);
            assert_eq!(role.reads(*action), reads && !kept, "{action} as {role}");
        }
    }
}

#[test]
fn nobody_but_the_administrator_reads_of_accounts_and_set_up() {
    for role in Role::ALL.iter().filter(|it| **it != Role::Admin) {
        for action in AuditAction::read_by(*role) {
            let area = action.area();
            assert!(
                !matches!(area, AuditArea::Accounts | AuditArea::Setup),
                "{action}"
            );
        }
    }
    assert_eq!(
        AuditAction::read_by(Role::Admin).count(),
        AuditAction::ALL.len()
    );
    assert_eq!(AuditAction::read_by(Role::Observer).count(), 0);
}

#[test]
fn what_a_reviewer_does_in_a_turn_is_never_an_operators_to_read() {
    for code in [
        "section.decided",
        "review.concluded",
        "review.claimed",
        "review.released",
    ] {
        let action: AuditAction = code.parse().unwrap();
        assert!(action.is_of_a_turn(), "{code}");
        assert!(!Role::Operator.reads(action), "{code}");
        assert!(Role::Validator.is_kept_from_turns());
    }
    assert!(Role::Operator.reads(AuditAction::CandidacySubmitted));
}

#[test]
fn whoever_may_ask_for_entries_reads_some_and_nobody_else_does() {
    for role in Role::ALL {
        let reads = AuditAction::read_by(*role).next().is_some();
        assert_eq!(reads, role.may(Permission::ReadAudit), "{role}");
        assert_eq!(reads, role.audit_sight() != AuditSight::Counts, "{role}");
    }
}

#[test]
fn the_technician_reads_of_no_candidacy() {
    for action in AuditAction::read_by(Role::Technician) {
        assert_ne!(action.area(), AuditArea::Candidacy, "{action}");
    }
}

#[test]
fn codes_are_in_order_within_their_area_and_none_is_there_twice() {
    let ordered: Vec<_> = AuditAction::ALL
        .iter()
        .map(|it| (it.area(), it.code()))
        .collect();
    let mut sorted = ordered.clone();
    sorted.sort_unstable();
    assert_eq!(ordered, sorted);
    let mut codes: Vec<_> = ordered.iter().map(|it| it.1).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), AuditAction::ALL.len());
}
