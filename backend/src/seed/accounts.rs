//! The accounts of the demo, with fixed passwords that are printed for whoever tries it.

use std::fmt::Write as _;

use conoceles_shared::api::admin::AccountState;
use conoceles_shared::ids::{AccountId, ActorId};
use conoceles_shared::permissions::Role;
use conoceles_shared::time::Instant;

use crate::accounts::hash_password;
use crate::accounts::store::AccountRow;
use crate::core::error::Failure;

/// The password of every active account of the demo.
pub const PASSWORD: &str = "Mariposa.Monarca.77";
/// The one-time password of the account whose receipt is not given yet.
pub const ONE_TIME: &str = "nube4-lirio-cedro-trigo";

/// Who signs in with it.
const STAFF: [(&str, &str, Role); 5] = [
    ("admin", "Administración de la demostración", Role::Admin),
    (
        "validacion1",
        "Validación, primera persona",
        Role::Validator,
    ),
    (
        "validacion2",
        "Validación, segunda persona",
        Role::Validator,
    ),
    ("observacion", "Observación de la CEVINE", Role::Observer),
    ("soporte", "Soporte técnico de la UIE", Role::Technician),
];

/// An account with what it is for.
#[derive(Debug, Clone)]
pub struct DemoAccount {
    /// As it is stored; its hash is still missing.
    pub row: AccountRow,
    /// What it can be used for.
    pub purpose: String,
}

/// The staff.
///
/// # Errors
/// Only without randomness.
pub fn staff(now: Instant) -> Result<Vec<DemoAccount>, Failure> {
    STAFF
        .into_iter()
        .map(|(login, name, role)| {
            Ok(DemoAccount {
                row: row(crate::core::ids::new_id(now)?, login, name, role),
                purpose: role.label().to_owned(),
            })
        })
        .collect()
}

/// The operator of an actor: active since `receipt`, or with its one-time password until then.
#[must_use]
pub fn operator(
    id: AccountId,
    (login, actor, actor_name): (&str, &ActorId, &str),
    election: &str,
    receipt: Option<Instant>,
    one_time_until: Instant,
) -> DemoAccount {
    let name = format!("Captura de {actor_name}")
        .chars()
        .take(160)
        .collect::<String>();
    let mut row = row(id, login, &name, Role::Operator);
    row.actor = Some(actor.clone());
    row.receipt = receipt;
    if receipt.is_none() {
        row.state = AccountState::Delivered;
        row.one_time = true;
        row.one_time_expires = Some(one_time_until);
    }
    let first = if receipt.is_none() {
        "; primer acceso"
    } else {
        ""
    };
    DemoAccount {
        row,
        purpose: format!("{actor_name} ({election}{first})"),
    }
}

fn row(id: AccountId, login: &str, name: &str, role: Role) -> AccountRow {
    AccountRow {
        id,
        login: login.to_owned(),
        name: name.to_owned(),
        role,
        actor: None,
        actor_name: None,
        state: AccountState::Active,
        password_hash: None,
        one_time: false,
        one_time_expires: None,
        receipt: None,
        last_sign_in: None,
        second_factor: None,
    }
}

impl DemoAccount {
    /// Its password.
    #[must_use]
    pub const fn password(&self) -> &'static str {
        if self.row.one_time {
            ONE_TIME
        } else {
            PASSWORD
        }
    }

    /// The same account with the hash of its password.
    ///
    /// # Errors
    /// Only when the worker pool is gone.
    pub async fn hashed(mut self) -> Result<Self, Failure> {
        self.row.password_hash = Some(hash_password(self.password().to_owned()).await?);
        Ok(self)
    }
}

/// The accounts as a table to read.
#[must_use]
pub fn table(accounts: &[DemoAccount]) -> String {
    let mut text = String::from(
        "Conóceles, simulacro: cuentas de demostración.\n\
         Las personas, los partidos y los textos son inventados. No use estas cuentas con datos \
         reales.\n\n",
    );
    let width = accounts
        .iter()
        .map(|it| it.row.login.len())
        .max()
        .unwrap_or(0);
    let _ = writeln!(text, "{:width$}  {:23}  Para", "Usuario", "Contraseña");
    for it in accounts {
        let _ = writeln!(
            text,
            "{:width$}  {:23}  {}",
            it.row.login,
            it.password(),
            it.purpose
        );
    }
    text
}
