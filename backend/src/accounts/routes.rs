//! The routes of accounts.

use super::{own_actors, own_password, own_sessions, receipt, second_factor, sign_in};
use crate::core::route::{RouteRow, public, signed};

/// Sign-in, first steps, sessions.
#[must_use]
pub fn routes() -> Vec<RouteRow> {
    vec![
        public(sign_in::__path_sign_in, sign_in::sign_in),
        public(sign_in::__path_refresh_session, sign_in::refresh_session),
        signed(own_sessions::__path_sign_out, own_sessions::sign_out),
        signed(
            own_sessions::__path_show_own_account,
            own_sessions::show_own_account,
        ),
        signed(
            own_password::__path_set_own_password,
            own_password::set_own_password,
        ),
        signed(
            second_factor::__path_give_sign_in_code,
            second_factor::give_sign_in_code,
        ),
        signed(
            second_factor::__path_show_second_factor,
            second_factor::show_second_factor,
        ),
        signed(
            second_factor::__path_start_second_factor,
            second_factor::start_second_factor,
        ),
        signed(
            second_factor::__path_confirm_second_factor,
            second_factor::confirm_second_factor,
        ),
        signed(
            second_factor::__path_prove_second_factor,
            second_factor::prove_second_factor,
        ),
        signed(
            second_factor::__path_turn_off_second_factor,
            second_factor::turn_off_second_factor,
        ),
        signed(
            own_sessions::__path_list_own_sessions,
            own_sessions::list_own_sessions,
        ),
        signed(
            own_sessions::__path_end_own_session,
            own_sessions::end_own_session,
        ),
    ]
}

/// The receipt that an account accepts for an actor, and for which actor it works.
#[must_use]
pub fn routes_of_receipts() -> Vec<RouteRow> {
    vec![
        signed(
            own_actors::__path_choose_own_actor,
            own_actors::choose_own_actor,
        ),
        signed(
            receipt::__path_show_account_receipt,
            receipt::show_account_receipt,
        ),
        signed(
            receipt::__path_accept_account_receipt,
            receipt::accept_account_receipt,
        ),
        signed(
            receipt::__path_print_account_receipt,
            receipt::print_account_receipt,
        ),
    ]
}
