//! The accounts of the demo, with fixed passwords that are printed for whoever tries it.

use std::fmt::Write as _;

use conoceles_shared::api::admin::AccountState;
use conoceles_shared::ids::AccountId;
use conoceles_shared::permissions::Role;
use conoceles_shared::time::Instant;

use super::material::Staff;
use crate::accounts::hash_password;
use crate::accounts::store::AccountRow;
use crate::core::error::Failure;
use crate::core::ids::new_id;
use crate::elections::ActorRow;

/// The password of every active account of the demo.
pub const PASSWORD: &str = "Mariposa.Monarca.77";
/// The one-time password of the account whose receipt is not given yet.
pub const ONE_TIME: &str = "nube4-lirio-cedro-trigo";

/// An account with what it is for.
#[derive(Debug, Clone)]
pub struct DemoAccount {
    /// Its hash is missing until it is [`DemoAccount::hashed`].
    pub row: AccountRow,
    /// What it can be used for, for whoever tries the demo.
    pub purpose: String,
}

/// The accounts of the authority's staff.
///
/// # Errors
/// Only without randomness.
pub fn staff(of: &[Staff], now: Instant) -> Result<Vec<DemoAccount>, Failure> {
    of.iter()
        .map(|it| {
            Ok(DemoAccount {
                row: row(new_id(now)?, &it.login, &it.name, it.role, now),
                purpose: it.role.label().to_owned(),
            })
        })
        .collect()
}

/// The operator of an actor: active since the actor's receipt, or with its one-time password until
/// then. `election` is a short name for the table.
#[must_use]
pub fn operator(
    id: AccountId,
    login: &str,
    actor: &ActorRow,
    election: &str,
    one_time_until: Instant,
) -> DemoAccount {
    let name = format!("Captura de {}", actor.name);
    let name: String = name.chars().take(160).collect();
    let mut row = row(id, login, &name, Role::Operator, one_time_until);
    row.actor = Some(actor.id.clone());
    row.receipt = actor.received;
    if row.receipt.is_none() {
        row.state = AccountState::Delivered;
        row.one_time = true;
        row.one_time_expires = Some(one_time_until);
    }
    let first = if row.one_time { "; primer acceso" } else { "" };
    DemoAccount {
        row,
        purpose: format!("{} ({election}{first})", actor.name),
    }
}

fn row(id: AccountId, login: &str, name: &str, role: Role, now: Instant) -> AccountRow {
    AccountRow {
        id,
        version: 1,
        login: login.to_owned(),
        name: name.to_owned(),
        role,
        actor: None,
        actor_name: None,
        state: AccountState::Active,
        password_hash: None,
        credential_since: None,
        one_time: false,
        one_time_expires: None,
        receipt: None,
        last_sign_in: None,
        second_factor: None,
        device_epoch: 0,
        activated: Some(now),
    }
}

impl DemoAccount {
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
