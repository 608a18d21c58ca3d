//! Whom the words of a search mean: by the names that their reader may know.

use conoceles_shared::audit::AuditSight;
use conoceles_shared::ids::{AccountId, ActorId};
use conoceles_shared::permissions::Role;
use conoceles_shared::text::{fold, without_enie};

use super::conditions::AuditReader;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::row::row;

/// How many people a search may mean: words that mean more are no name.
const MOST: usize = 500;

row! {
    struct NamedAccount from named_columns! {
        id: AccountId = "id",
        login: String = "login",
        name: String = "name",
        role: Role = "role",
        actor: Option<ActorId> = "actor_id",
    }
}

const NAMED: &str = concat!("SELECT ", named_columns!(), " FROM accounts ORDER BY id");

/// The accounts that `who` means, among those whose names `reader` may know: to find somebody's entries
/// by a name would tell the name.
pub async fn people_meant(
    conn: Conn<'_>,
    reader: &AuditReader,
    who: &str,
) -> Result<Vec<AccountId>, Failure> {
    let all: Vec<NamedAccount> = sqlx::query_as(NAMED).fetch_all(conn).await?;
    let key = |text: &str| without_enie(&fold(text));
    let asked = key(who);
    let words: Vec<_> = asked.split_whitespace().collect();
    let means = |it: &NamedAccount| {
        let name = key(&it.name);
        let by_name =
            reader.role != Role::Technician && words.iter().all(|word| name.contains(word));
        it.id.as_str() == who || key(&it.login) == asked || by_name
    };
    let known = |it: &NamedAccount| match reader.role.audit_sight() {
        AuditSight::OwnActor => it.role == Role::Operator && it.actor == reader.actor,
        AuditSight::All => true,
        AuditSight::Counts => false,
    };
    let meant = all.into_iter().filter(|it| known(it) && means(it));
    Ok(meant.map(|it| it.id).take(MOST).collect())
}
