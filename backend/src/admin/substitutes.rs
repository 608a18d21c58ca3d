//! Those who take the places of substituted candidacies, registered in one act: all of them or none.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::admin::{NewCandidacy, RegisteredSubstitutes, SubstituteRegistrations};
use conoceles_shared::ids::ElectionId;
use conoceles_shared::problem::{FieldError, Problem};

use super::candidacies::{SAME_PERSON, errors_of_new, store_new};
use super::{candidacy_rules, check, existing_election, not_archived};
use crate::candidacy::store as candidacy;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::state::App;
use crate::elections;

/// Registers those who take the places of substituted candidacies of an election, each for one. Their
/// private data is sealed and never answered again.
///
/// # Errors
/// 404; 409 for an archive; 422 with every field of each of them, also where a place is not free or the
/// person is registered already: then nothing is stored.
#[utoipa::path(
    post, path = "/api/v1/admin/elections/{id}/substitutes", tag = "admin",
    params(("id" = String, Path)), request_body = SubstituteRegistrations,
    responses(
        (status = 201, body = RegisteredSubstitutes), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)
    )
)]
pub async fn register_substitutes(
    grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
    Unchecked(request): Unchecked<SubstituteRegistrations>,
) -> Result<HttpResponse, Failure> {
    let id: ElectionId = segment(&id)?;
    check::finish(check::own_errors(&request))?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    elections::hold_election(&mut tx, &id).await?;
    let election = existing_election(&mut tx, &id).await?;
    not_archived(&election)?;
    let left = request.substitutes.iter();
    candidacy::hold_candidacy_rows(&mut tx, left.filter_map(|it| it.substitutes.as_ref())).await?;
    let mut errors = Vec::new();
    let mut data = Vec::new();
    for (at, mut new) in request.substitutes.into_iter().enumerate() {
        candidacy_rules::tidy(&mut new);
        let mut wrong = errors_of_new(&mut tx, &election, &new, now).await?;
        wrong.extend(without_place(&new));
        if wrong.is_empty() {
            // Those before are stored by now: a place or a person that comes twice is told as well.
            match store_new(&app, &mut tx, &grant, (&election, new), now).await? {
                Some(made) => data.push(made),
                None => wrong.push(FieldError::new(
                    NewCandidacy::CURP,
                    "already_exists",
                    SAME_PERSON,
                )),
            }
        }
        errors.extend(wrong.into_iter().map(|it| under(at, it)));
    }
    // What was stored goes with the transaction where anything is wrong.
    check::finish(errors)?;
    tx.commit().await?;
    Ok(HttpResponse::Created().json(RegisteredSubstitutes { data }))
}

fn without_place(new: &NewCandidacy) -> Option<FieldError> {
    let error = FieldError::new(
        NewCandidacy::SUBSTITUTES,
        "required",
        "Elija de quién toma el lugar.",
    );
    new.substitutes.is_none().then_some(error)
}

/// The same error at the field of the registration at this place of the request.
fn under(at: usize, error: FieldError) -> FieldError {
    FieldError {
        pointer: format!(
            "{}/{at}{}",
            SubstituteRegistrations::SUBSTITUTES,
            error.pointer
        ),
        ..error
    }
}
