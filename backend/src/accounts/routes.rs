//! The routes of accounts.

use super::{own_sessions, receipt, sign_in};
use crate::routes::{Entry, public, signed};

/// Sign-in, first steps, sessions.
#[must_use]
pub fn routes() -> Vec<Entry> {
    vec![
        public(sign_in::__path_sign_in, sign_in::sign_in),
        public(sign_in::__path_refresh, sign_in::refresh),
        signed(sign_in::__path_sign_out, sign_in::sign_out),
        signed(sign_in::__path_me, sign_in::me),
        signed(sign_in::__path_set_password, sign_in::set_password),
        signed(own_sessions::__path_list, own_sessions::list),
        signed(own_sessions::__path_end, own_sessions::end),
        signed(receipt::__path_read, receipt::read),
        signed(receipt::__path_accept, receipt::accept),
    ]
}
