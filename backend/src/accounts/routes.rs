//! The routes of accounts.

use super::{own_password, own_sessions, receipt, second_factor, sign_in};
use crate::core::route::{RouteRow, public, signed};

/// Sign-in, first steps, sessions.
#[must_use]
pub fn routes() -> Vec<RouteRow> {
    vec![
        public(sign_in::__path_sign_in, sign_in::sign_in),
        public(sign_in::__path_refresh, sign_in::refresh),
        signed(sign_in::__path_sign_out, sign_in::sign_out),
        signed(sign_in::__path_me, sign_in::me),
        signed(
            own_password::__path_set_password,
            own_password::set_password,
        ),
        signed(second_factor::__path_give_code, second_factor::give_code),
        signed(second_factor::__path_read, second_factor::read),
        signed(second_factor::__path_start, second_factor::start),
        signed(second_factor::__path_confirm, second_factor::confirm),
        signed(second_factor::__path_remove, second_factor::remove),
        signed(own_sessions::__path_list, own_sessions::list),
        signed(own_sessions::__path_end, own_sessions::end),
        signed(receipt::__path_read, receipt::read),
        signed(receipt::__path_accept, receipt::accept),
        signed(receipt::__path_pdf, receipt::pdf),
    ]
}
