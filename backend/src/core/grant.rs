//! Grants: a permission as an argument of the handler.
//!
//! A handler that takes `Grant<Capture>` runs only for a signed-in operator, and its `scope` is the
//! operator's actor, so that a query can be limited to it by construction. The route table accepts
//! a handler as private only if its first argument is a grant.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::{FromRequest, HttpMessage as _, HttpRequest, web};
use conoceles_shared::api::admin::AccountState;
use conoceles_shared::api::auth::NextStep;
use conoceles_shared::ids::{AccountId, ActorId, SessionId};
use conoceles_shared::lifecycle::Who;
use conoceles_shared::permissions::{Permission, Role};
use conoceles_shared::problem::Code;

use super::error::Failure;
use super::now::Now;
use super::signed_in::{Proof, SignedIn, authenticate};
use super::state::App;

/// A kind of grant.
pub trait Power: 'static {
    /// The permission it stands for.
    const PERMISSION: Permission;
    /// What it is limited to.
    type Scope: PartialEq + 'static;
    /// The scope of this account; `None` if it has none, which is refused.
    fn scope(account: &SignedIn) -> Option<Self::Scope>;
}

macro_rules! powers {
    ($($(#[$doc:meta])* $name:ident($scope:ty) = |$account:ident| $make:expr;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl Power for $name {
            const PERMISSION: Permission = Permission::$name;
            type Scope = $scope;
            fn scope($account: &SignedIn) -> Option<$scope> {
                $make
            }
        }
    )+};
}

powers! {
    /// One's own session, also before the second factor.
    OwnSession(()) = |_account| Some(());
    /// One's own account, and its actor if it has one.
    OwnAccount(Option<ActorId>) = |account| Some(account.actor.clone());
    /// The candidacies of one's own actor.
    Capture(ActorId) = |account| account.actor.clone();
    /// Review.
    Review(()) = |_account| Some(());
    /// Administration.
    Administer(()) = |_account| Some(());
    /// The audit, and the actor whose candidacies an operator may read of.
    ReadAudit(Option<ActorId>) = |account| Some(account.actor.clone());
    /// How much there is in the audit.
    CountAudit(()) = |_account| Some(());
    /// Figures of progress, never answers.
    Progress(()) = |_account| Some(());
    /// The technical state, no content.
    Health(()) = |_account| Some(());
}

/// Proof that the request comes from an account that holds `P`.
#[derive(Debug)]
pub struct Grant<P: Power> {
    /// Whose request it is.
    pub account: AccountId,
    /// What the account may do.
    pub role: Role,
    /// The session that the token named.
    pub session: SessionId,
    /// How far the account has come.
    pub state: AccountState,
    /// What must be done before anything else.
    pub next_step: NextStep,
    /// How lately it proved to hold its second factor.
    pub proof: Proof,
    /// What the grant is limited to.
    pub scope: P::Scope,
}

impl<P: Power> Grant<P> {
    /// Who asks, for the lifecycle.
    #[must_use]
    pub const fn who(&self) -> Who<'_> {
        Who {
            account: &self.account,
            role: self.role,
            session: Some(&self.session),
        }
    }
}

/// Implemented for the argument lists of handlers whose first argument is a grant.
pub trait TakesGrant {
    /// The permission asked for.
    const PERMISSION: Permission;
}

macro_rules! takes_grant {
    ($($argument:ident),*) => {
        impl<P: Power, $($argument),*> TakesGrant for (Grant<P>, $($argument,)*) {
            const PERMISSION: Permission = P::PERMISSION;
        }
    };
}

takes_grant!();
takes_grant!(A);
takes_grant!(A, B);
takes_grant!(A, B, C);
takes_grant!(A, B, C, D);
takes_grant!(A, B, C, D, E);
takes_grant!(A, B, C, D, E, F);

impl<P: Power> FromRequest for Grant<P> {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { grant(&request).await })
    }
}

async fn grant<P: Power>(request: &HttpRequest) -> Result<Grant<P>, Failure> {
    let account = permitted(request, P::PERMISSION).await?;
    let scope = P::scope(&account).ok_or_else(|| {
        Failure::new(
            Code::Forbidden,
            "Su cuenta no está asignada a un actor político.",
        )
    })?;
    Ok(Grant {
        account: account.id,
        role: account.role,
        session: account.session,
        state: account.state,
        next_step: account.next_step,
        proof: account.proof,
        scope,
    })
}

/// The signed-in account, if it holds `permission`. Looked up once for a request: the route table
/// asks before any other argument is read, the grant asks again.
///
/// # Errors
/// 401 where nobody is signed in, 403 where the role or the first steps do not permit it.
pub async fn permitted(request: &HttpRequest, permission: Permission) -> Result<SignedIn, Failure> {
    let known = request.extensions().get::<SignedIn>().cloned();
    let account = match known {
        Some(account) => account,
        None => signed_in(request).await?,
    };
    if !account.role.may(permission) {
        tracing::warn!(account = %account.id, permission = permission.code(), "refused");
        return Err(Failure::new(
            Code::Forbidden,
            "Su función no incluye esta acción.",
        ));
    }
    in_order(permission, account.next_step)?;
    Ok(account)
}

/// Refuses what comes before its turn: nothing but the session itself without the second factor,
/// nothing but the account before its first steps.
///
/// # Errors
/// 403 with the step to take first.
pub fn in_order(permission: Permission, next: NextStep) -> Result<(), Failure> {
    match (next, permission) {
        (NextStep::None, _) | (_, Permission::OwnSession) => Ok(()),
        (NextStep::SecondFactor, _) => Err(Failure::new(
            Code::SecondFactorPending,
            "Escriba el código de su teléfono (segundo factor) para terminar de iniciar sesión.",
        )),
        (_, Permission::OwnAccount) => Ok(()),
        (NextStep::SetPassword, _) => Err(first("Establezca primero una contraseña propia.")),
        (NextStep::EnrolSecondFactor, _) => Err(first(
            "Active primero su segundo factor: su función lo requiere.",
        )),
        (NextStep::AwaitActivation, _) => {
            Err(first("Otra persona que administre debe activar su cuenta."))
        }
        (NextStep::AcceptReceipt, _) => Err(first("Acepte primero el acuse de recibo.")),
    }
}

fn first(detail: &str) -> Failure {
    Failure::new(Code::FirstStepsPending, detail)
}

/// Judges once more who asks, and when: a body may take its time to arrive, and the account may have
/// been suspended, or a deadline passed, since its first byte.
///
/// # Errors
/// 401 where the session is over.
pub async fn judged_again(request: &HttpRequest) -> Result<Now, Failure> {
    let now = Now::renewed(request)?;
    request.extensions_mut().remove::<SignedIn>();
    signed_in(request).await?;
    Ok(now)
}

async fn signed_in(request: &HttpRequest) -> Result<SignedIn, Failure> {
    let now = Now::of(request)?.0;
    let app = request
        .app_data::<web::Data<App>>()
        .ok_or_else(|| Failure::internal("no application state"))?;
    let token = bearer(request).ok_or_else(not_signed_in)?;
    let account = authenticate(app, token, now)
        .await?
        .ok_or_else(not_signed_in)?;
    request.extensions_mut().insert(account.clone());
    Ok(account)
}

fn bearer(request: &HttpRequest) -> Option<&str> {
    request
        .headers()
        .get(AUTHORIZATION)?
        .to_str()
        .ok()?
        .strip_prefix("Bearer ")
}

/// The refusal of whoever is not signed in, or no longer.
#[must_use]
pub fn not_signed_in() -> Failure {
    Failure::new(
        Code::NotSignedIn,
        "Su sesión terminó o no ha iniciado sesión.",
    )
}
