//! Who belongs to an actor.

use super::*;

fn found(role: Role, actor: bool) -> Vec<String> {
    let new = NewAccount {
        login: "captura.uno".into(),
        name: "Ana Peña".into(),
        role,
        actor: actor.then(|| "00000000-0000-7000-8000-000000000001".parse().unwrap()),
    };
    new_account_errors(&new)
        .into_iter()
        .map(|it| it.code)
        .collect()
}

#[test]
fn operators_have_an_actor_and_nobody_else_does() {
    for &role in Role::ALL {
        let (with, without): (&[&str], &[&str]) = if role == Role::Operator {
            (&[], &["required"])
        } else {
            (&["not_allowed"], &[])
        };
        assert_eq!(found(role, true), with, "{role:?}");
        assert_eq!(found(role, false), without, "{role:?}");
    }
}
