//! The routes of the consent form and its signed copies.

use super::{copies, form, upload};
use crate::core::route::{RouteRow, signed};

/// Its rows of the route table.
#[must_use]
pub fn routes() -> Vec<RouteRow> {
    vec![
        signed(form::__path_form, form::form),
        signed(upload::__path_list, upload::list),
        signed(upload::__path_upload, upload::upload),
        signed(copies::__path_for_review, copies::for_review),
        signed(copies::__path_for_admin, copies::for_admin),
        signed(copies::__path_list, copies::list),
    ]
}
