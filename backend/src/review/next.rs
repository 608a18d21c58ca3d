//! The next in line, taken without looking for it.

use actix_web::{HttpRequest, web};
use conoceles_shared::api::listing::{CandidacySearch, TurnWanted};
use conoceles_shared::api::query::decode_pairs;
use conoceles_shared::api::review::Desk;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::Refusal;
use conoceles_shared::problem::{Code, Problem};
use conoceles_shared::time::Instant;

use super::desk::noted_desk;
use super::turns::take_turn;
use crate::candidacy::LoadedCandidacy;
use crate::candidacy::sought::Seeker;
use crate::candidacy::store as candidacies;
use crate::candidacy::store::search::ListedElections;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Grant, Review};
use crate::core::state::App;

/// How many of the line are read at first: nearly always one of them is free.
const FIRST_FEW: u16 = 5;

/// Takes the turn of the first candidacy in line that the account may take: never one whose first of two
/// turns was its own. Of two people who ask at once each gets another one. The parameters of the queue
/// narrow it.
///
/// # Errors
/// 404 `nothing_to_take` where there is none; 400 with every parameter that is wrong.
#[utoipa::path(
    post, path = "/api/v1/review/next", tag = "review",
    params(
        ("q" = Option<String>, Query, description = "Words of name, actor or territory"),
        ("election" = Option<String>, Query, description = "Only of this election"),
        ("actor" = Option<String>, Query, description = "Only of this actor"),
        ("office" = Option<conoceles_shared::catalogues::Office>, Query, description = "Only for this office"),
        ("territory" = Option<String>, Query, description = "Kind and code, e.g. `municipality:15106`"),
        ("state" = Option<String>, Query, description = "States, separated by commas"),
        ("flag" = Option<conoceles_shared::lifecycle::QueueFlag>, Query, description = "Only with this flag"),
        ("age" = inline(Option<conoceles_shared::lifecycle::WaitingAge>), Query, description = "Only of this age"),
    ),
    responses((status = 200, body = Desk), (status = 404, body = Problem), (status = 400, body = Problem))
)]
pub async fn claim_next_in_line(
    grant: Grant<Review>,
    app: web::Data<App>,
    request: HttpRequest,
) -> Result<web::Json<Desk>, Failure> {
    let pairs = decode_pairs(request.query_string());
    let search = CandidacySearch::from_pairs(&pairs, CandidacySearch::OF_NEXT)
        .map_err(Failure::invalid_query)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let line = Line {
        app: &app,
        grant: &grant,
        now,
    };
    let loaded = line.take_first(&mut tx, search).await?;
    let answer = noted_desk(&app.secrets, &mut tx, &loaded, grant.who(), now).await?;
    tx.commit().await?;
    Ok(web::Json(answer))
}

/// Why nothing can be taken: with `refusal`, which holds for the first in line.
fn nothing_to_take(refusal: Option<&Refusal>) -> Failure {
    let detail = match refusal {
        Some(refusal) => format!("No puede tomar ninguna ahora. {}", refusal.detail()),
        None => {
            "Ninguna de las que esperan está libre para usted: las tiene otra persona, o ya hizo \
                 usted su primera revisión."
                .to_owned()
        }
    };
    Failure::new(Code::NothingToTake, detail)
}

/// Whoever takes from the line, and when.
struct Line<'a> {
    app: &'a App,
    grant: &'a Grant<Review>,
    now: Instant,
}

impl Line<'_> {
    async fn take_first(
        &self,
        conn: Conn<'_>,
        search: CandidacySearch,
    ) -> Result<LoadedCandidacy, Failure> {
        let listed = ListedElections::under_way(&mut *conn, self.now).await?;
        let mut search = CandidacySearch {
            turn: Some(TurnWanted::Free),
            limit: FIRST_FEW,
            ..search
        };
        let mut refusal = None;
        loop {
            let list = listed.sought_by(Seeker {
                search: &search,
                account: &self.grant.account,
                now: self.now,
            });
            let (found, next) = list.page_of_queue(&mut *conn).await?;
            for loaded in found {
                if let Err(why) = self.may_take(&loaded) {
                    refusal.get_or_insert(why);
                } else if let Some(taken) = self.taken_if_free(&mut *conn, &loaded.id).await? {
                    return Ok(taken);
                }
            }
            let Some(cursor) = next else {
                return Err(nothing_to_take(refusal.as_ref()));
            };
            search.cursor = Some(cursor);
            search.limit = CandidacySearch::MOST;
        }
    }

    fn may_take(&self, loaded: &LoadedCandidacy) -> Result<(), Refusal> {
        let process = loaded.in_force(self.now);
        let action = super::claim_action(&process);
        process.check(&action, self.grant.who(), &loaded.facts(self.now))
    }

    /// The candidacy with its turn taken; `None` where somebody else took it first. Held: whoever else is
    /// taking it finishes first, and what is read then is what they left.
    async fn taken_if_free(
        &self,
        conn: Conn<'_>,
        id: &CandidacyId,
    ) -> Result<Option<LoadedCandidacy>, Failure> {
        let Some(mut loaded) = candidacies::hold_candidacy(&mut *conn, id).await? else {
            return Ok(None);
        };
        let is_held = loaded.in_force(self.now).turn_holder().is_some();
        if is_held || self.may_take(&loaded).is_err() {
            return Ok(None);
        }
        take_turn(self.app, conn, &mut loaded, self.grant.who(), self.now).await?;
        Ok(Some(loaded))
    }
}
