//! Who is behind a request: the access token names a session row that is read at each request, so
//! that ending a session or suspending an account acts at once.

use actix_web::{HttpMessage as _, HttpRequest};
use chrono::Duration;
use conoceles_shared::api::admin::AccountState;
use conoceles_shared::api::auth::NextStep;
use conoceles_shared::ids::{AccountId, ActorId, SessionId};
use conoceles_shared::permissions::Role;
use conoceles_shared::problem::Code;
use conoceles_shared::time::Instant;

use super::config::SecondFactorRule;
use super::db::Conn;
use super::error::Failure;
use super::state::App;
use super::{store, tokens};

/// The account behind a valid access token.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// Whose token it is.
    pub id: AccountId,
    /// What the account may do.
    pub role: Role,
    /// The actor that an operator works for.
    pub actor: Option<ActorId>,
    /// How far the account has come.
    pub state: AccountState,
    /// The session that the token names.
    pub session: SessionId,
    /// What it must do before anything else.
    pub next_step: NextStep,
    /// When it last proved to hold its second factor.
    pub proof: Proof,
}

/// How lately a session proved that its second factor is at hand.
#[derive(Debug, Clone, Copy)]
pub struct Proof {
    /// Whether the account has one.
    pub has_second_factor: bool,
    /// When a code was last given in this session.
    pub given: Option<Instant>,
}

/// Minutes for which a code stands for its owner where something cannot be undone.
const PROOF_MINUTES: i64 = 10;

impl Proof {
    /// Asks for a code anew where the last one was given a while ago: a desk left open must not be
    /// enough for what cannot be undone.
    ///
    /// # Errors
    /// 403 `proof_required`.
    pub fn required(self, now: Instant) -> Result<(), Failure> {
        let recent = |it| now - it < Duration::minutes(PROOF_MINUTES);
        if !self.has_second_factor || self.given.is_some_and(recent) {
            return Ok(());
        }
        Err(Failure::new(
            Code::ProofRequired,
            "Escriba un código de su segundo factor para confirmar que es usted.",
        ))
    }
}

impl SignedIn {
    /// Who asks, as it was found before the handler ran.
    ///
    /// # Errors
    /// 401 for a request that nobody was asked for.
    pub fn of(request: &HttpRequest) -> Result<Self, Failure> {
        request
            .extensions()
            .get::<Self>()
            .cloned()
            .ok_or_else(|| Failure::new(Code::NotSignedIn, "No ha iniciado sesión."))
    }
}

/// What decides which step comes next.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    /// What the account may do.
    pub role: Role,
    /// How far the account has come.
    pub state: AccountState,
    /// Whether it has a second factor.
    pub has_second_factor: bool,
    /// Whether the code of the second factor was given in this session.
    pub verified: bool,
    /// Whether a staff account still waits for a second administrator.
    pub awaits_activation: bool,
}

/// Who `token` stands for, if its session is alive.
pub async fn authenticate(
    app: &App,
    token: &str,
    now: Instant,
) -> Result<Option<SignedIn>, Failure> {
    let Some((account, session)) = tokens::claims(&app.secrets, token, now) else {
        return Ok(None);
    };
    let mut conn = app.db.read().await?;
    standing_in_session(app, &mut conn, (&account, &session), now).await
}

/// The account as it stands in its session, as this connection sees them; nobody where either is over.
pub async fn standing_in_session(
    app: &App,
    conn: Conn<'_>,
    (account, session): (&AccountId, &SessionId),
    now: Instant,
) -> Result<Option<SignedIn>, Failure> {
    let Some(found) = store::account_in_session(conn, session).await? else {
        return Ok(None);
    };
    let over = found.ended.is_some() || found.expires <= now;
    if found.account != *account || over || found.state == AccountState::Suspended {
        return Ok(None);
    }
    let standing = Standing {
        role: found.role,
        state: found.state,
        has_second_factor: found.second_factor_since.is_some(),
        verified: found.verified.is_some(),
        awaits_activation: found.role.is_staff() && found.activated.is_none(),
    };
    Ok(Some(SignedIn {
        proof: Proof {
            has_second_factor: standing.has_second_factor,
            given: found.verified,
        },
        next_step: next_step(app.config.second_factor, standing),
        id: account.clone(),
        role: found.role,
        actor: found.actor,
        state: found.state,
        session: session.clone(),
    }))
}

/// What the account must do next.
#[must_use]
pub const fn next_step(rule: SecondFactorRule, standing: Standing) -> NextStep {
    match standing.state {
        // Before the password too: a one-time code alone must not replace it.
        _ if standing.has_second_factor && !standing.verified => NextStep::SecondFactor,
        AccountState::Created | AccountState::Delivered => NextStep::SetPassword,
        _ if !standing.has_second_factor && rule.requires(standing.role) => {
            NextStep::EnrolSecondFactor
        }
        _ if standing.awaits_activation => NextStep::AwaitActivation,
        AccountState::Received => NextStep::AcceptReceipt,
        AccountState::Active | AccountState::Suspended => NextStep::None,
    }
}
