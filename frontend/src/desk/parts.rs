//! Which screens are in which part of the desks' program. What is in none of these is in the main part, which
//! everybody loads; what several of these share is in parts that the browser fetches with them.

use conoceles_shared::ids::{AccountId, CandidacyId};
use conoceles_shared::permissions::Role;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

use super::account::{FirstSteps, PasswordPage, SecondFactorPage};
use super::notices::NoticesPage;
use super::part::{Drawn, Fetching, screen_of_part};
use super::place::Place;
use super::timeline::HistoryPage;
use super::{admin, auditing, boards, capture, review};

/// A screen in a part of its own.
macro_rules! parts {
    ($($(#[$doc:meta])* $part:ident by $fetch:ident, $draw:ident: $screen:ident($($name:ident: $type:ty),*) = $view:expr;)*) => {
        $(
            #[wasm_split($part, wasm_split_path = ::leptos::wasm_split, fallible, preload($fetch))]
            fn $draw($($name: $type),*) -> Drawn {
                Ok($view)
            }

            $(#[$doc])*
            pub fn $screen($($name: $type),*) -> AnyView {
                let fetch = || -> Fetching { Box::pin($fetch()) };
                screen_of_part(fetch, move || $draw($($name.clone()),*))
            }
        )*
    };
}

parts! {
    /// After the first password.
    account by fetch_account, draw_first_steps: first_steps() = view! { <FirstSteps/> }.into_any();
    /// One's own account.
    account by fetch_own_account, draw_own_account: own_account(place: Place) = match place {
        Place::SecondFactor => view! { <SecondFactorPage/> }.into_any(),
        _ => view! { <PasswordPage/> }.into_any(),
    };
    /// Notices.
    notices by fetch_notices, draw_notices: notices() = view! { <NoticesPage/> }.into_any();
    /// The history.
    history by fetch_history, draw_history: history(role: Role, id: CandidacyId) = view! { <HistoryPage role=role id=id/> }.into_any();
    /// Capture: the start.
    capture_start by fetch_capture_start, draw_capture_start: capture_start() = capture::start_page();
    /// Capture.
    capture by fetch_capture, draw_capture: capture_rest(place: Place) = capture::capture_page(place);
    /// Review: the queue.
    review_start by fetch_review_start, draw_review_start: review_start() = review::start_page();
    /// Review.
    review by fetch_review, draw_review: review_rest(place: Place) = review::review_page(place);
    /// Administration: the start.
    admin_start by fetch_admin_start, draw_admin_start: admin_start() = admin::start_page();
    /// Administration.
    admin by fetch_admin, draw_admin: admin_rest(place: Place) = admin::admin_page(place);
    /// Boards.
    boards by fetch_boards, draw_boards: boards_page(place: Place) = boards::board_page(place);
    /// The technical state.
    technical by fetch_technical, draw_technical: technical(place: Place) = boards::technical_page(&place);
    /// The audit.
    auditing by fetch_auditing, draw_auditing: audit(role: Role) = auditing::audit_page(role);
    /// What an operator is shown when the network is back.
    capture by fetch_back_again, draw_back_again: back_again(account: AccountId) = view! { <capture::BackAgain account=account/> }.into_any();
    /// The sections that this device has.
    capture by fetch_on_this_device, draw_on_this_device: on_this_device() = view! { <capture::OnThisDevice/> }.into_any();
}
