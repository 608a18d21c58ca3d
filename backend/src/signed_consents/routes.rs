//! The routes of the consent form and its signed copies.

use super::{copies, form, upload};
use crate::core::route::{RouteRow, signed};

/// Its rows of the route table.
#[must_use]
pub fn routes() -> Vec<RouteRow> {
    vec![
        signed(form::__path_print_consent_form, form::print_consent_form),
        signed(upload::__path_own_signed_copies, upload::own_signed_copies),
        signed(
            upload::__path_deliver_signed_copy,
            upload::deliver_signed_copy,
        ),
        signed(
            copies::__path_signed_copy_for_review,
            copies::signed_copy_for_review,
        ),
        signed(
            copies::__path_signed_copy_for_admin,
            copies::signed_copy_for_admin,
        ),
        signed(
            copies::__path_signed_copies_for_admin,
            copies::signed_copies_for_admin,
        ),
    ]
}
