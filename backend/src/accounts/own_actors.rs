//! For whom an operator works: one representative of several actors has one account, and chooses.

use actix_web::web;
use conoceles_shared::api::admin::AccountState;
use conoceles_shared::api::auth::{ChosenActor, Me, OwnActor};
use conoceles_shared::ids::{ActorId, SessionId};
use conoceles_shared::problem::Problem;

use super::store::{self, AccountRow};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Grant, OwnAccount};
use crate::core::http::Unchecked;
use crate::core::state::App;
use crate::core::store::account_in_session;
use crate::elections;

/// The account as its owner sees it in a session, and how far it has come there.
pub struct OwnView {
    /// What is answered.
    pub me: Me,
    /// For the actor that the session works for.
    pub state: AccountState,
}

/// The account as its owner sees it in a session.
///
/// # Errors
/// Only of the database.
pub async fn own_account_view(
    conn: Conn<'_>,
    account: &AccountRow,
    session: &SessionId,
) -> Result<OwnView, Failure> {
    let found = account_in_session(&mut *conn, session).await?;
    let (works_for, state) = match found {
        Some(it) => (it.actor, it.state),
        None => (account.actor.clone(), account.state),
    };
    let mut represented = Vec::new();
    let others = store::represented_by(&mut *conn, &account.id).await?;
    if !others.is_empty() {
        let all = account
            .actor
            .iter()
            .chain(others.iter().map(|it| &it.actor));
        for actor in all {
            represented.push(own_actor(&mut *conn, actor).await?);
        }
    }
    let actor = match &works_for {
        Some(actor) => Some(own_actor(conn, actor).await?),
        None => None,
    };
    Ok(OwnView {
        me: Me {
            id: account.id.clone(),
            name: account.name.clone(),
            role: account.role,
            actor,
            represented,
        },
        state,
    })
}

async fn own_actor(conn: Conn<'_>, id: &ActorId) -> Result<OwnActor, Failure> {
    let (actor, election) = elections::actor_with_election(conn, id).await?;
    Ok(OwnActor {
        id: actor.id,
        name: actor.name,
        election: election.id,
        election_name: election.setup.name,
        drill: election.setup.drill,
    })
}

/// Chooses for whom this session works from now on; the others of the account go on as they are.
///
/// # Errors
/// 404 where the account does not capture for this actor.
#[utoipa::path(
    put, path = "/api/v1/auth/actor", tag = "auth", request_body = ChosenActor,
    responses((status = 200, body = Me), (status = 404, body = Problem))
)]
pub async fn choose_own_actor(
    grant: Grant<OwnAccount>,
    app: web::Data<App>,
    Unchecked(chosen): Unchecked<ChosenActor>,
) -> Result<web::Json<Me>, Failure> {
    let (mut tx, _) = grant.begin_change(&app).await?;
    let account = store::existing_account(&mut tx, &grant.account).await?;
    let is_own = account.actor.as_ref() == Some(&chosen.actor);
    if !is_own {
        store::one_represented(&mut tx, &account.id, &chosen.actor).await?;
    }
    let other = (!is_own).then_some(&chosen.actor);
    store::work_for(&mut tx, &grant.session, other).await?;
    let mine = own_account_view(&mut tx, &account, &grant.session).await?;
    tx.commit().await?;
    Ok(web::Json(mine.me))
}
