//! Which screens are in which part of the desks' program. What is in none of these is in the main part, which everybody
//! loads; why, and how a new screen gets its part, is in `docs/decisions/0053-the-desks-in-parts.md`.

use conoceles_shared::ids::{AccountId, CandidacyId, ElectionId};
use conoceles_shared::permissions::Role;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

use super::account::{FirstSteps, PasswordPage, SecondFactorPage};
use super::notices::NoticesPage;
use super::part::{Drawn, Fetching, piece_of_part, screen_of_part};
use super::place::Place;
use super::reason_templates::ReasonsPage;
use super::timeline::HistoryPage;
use super::{admin, auditing, boards, capture, review};

/// Screens, or pieces beside one, by part: `part: screen(what it is told) = its view;`. Several may be in one part. The
/// other two names are those of the functions by which the program is taken apart.
macro_rules! parts {
    ($of_part:ident $(
        $(#[$doc:meta])*
        $part:ident: $screen:ident($($name:ident: $type:ty),*) by $fetch:ident, $draw:ident = $view:expr;
    )*) => {
        $(
            #[wasm_split($part, wasm_split_path = ::leptos::wasm_split, fallible, preload($fetch))]
            fn $draw($($name: $type),*) -> Drawn {
                Ok($view.into_any())
            }

            $(#[$doc])*
            pub fn $screen($($name: $type),*) -> AnyView {
                let fetch = || -> Fetching { Box::pin($fetch()) };
                $of_part(fetch, move || $draw($($name.clone()),*))
            }
        )*
    };
}

// The first screen of each role is weighed by `cargo xtask test weight`, which names its part as well.
parts! { screen_of_part
    /// What a new account passes before anything else.
    account: first_steps() by fetch_first_steps, draw_first_steps = view! { <FirstSteps/> };

    /// One's own password and second factor.
    account: own_account(place: Place) by fetch_own_account, draw_own_account = own_page(&place);

    /// The start of an operator.
    capture_start: capture_start() by fetch_capture_start, draw_capture_start = capture::start_page();

    /// The start of a validator: the queue.
    review_start: review_start() by fetch_review_start, draw_review_start = review::start_page();

    /// The start of an administrator: the elections.
    admin_start: admin_start() by fetch_admin_start, draw_admin_start = admin::start_page();

    /// The boards; the start of an observer.
    boards: boards_page(place: Place) by fetch_boards, draw_boards = boards::board_page(place);

    /// The technical state; the start of a technician.
    technical: technical(place: Place) by fetch_technical, draw_technical = boards::technical_page(&place);

    /// Everything else of an operator.
    capture: capture_page(place: Place) by fetch_capture, draw_capture = capture::capture_page(place);

    /// The sections that this device has.
    capture: on_this_device() by fetch_on_this_device, draw_on_this_device
        = view! { <capture::OnThisDevice/> };

    /// Everything else of a validator.
    review: review_page(place: Place) by fetch_review, draw_review = review::review_page(place);

    /// Everything else of an administrator.
    admin: admin_page(place: Place) by fetch_admin, draw_admin = admin::admin_page(place);

    /// The audit.
    auditing: audit(role: Role) by fetch_audit, draw_audit = auditing::audit_page(role);

    /// The history of a candidacy.
    history: history(role: Role, id: CandidacyId) by fetch_history, draw_history
        = view! { <HistoryPage role=role id=id/> };

    /// The reasons that reviewers of an election start from.
    reasons: reasons(role: Role, id: ElectionId) by fetch_reasons, draw_reasons
        = view! { <ReasonsPage role=role id=id/> };

    /// One's own notices.
    notices: notices() by fetch_notices, draw_notices = view! { <NoticesPage/> };
}

parts! { piece_of_part
    /// What an operator is shown when the network is back.
    capture: back_again(account: AccountId) by fetch_back_again, draw_back_again
        = view! { <capture::BackAgain account=account/> };
}

fn own_page(place: &Place) -> AnyView {
    match place {
        Place::SecondFactor => view! { <SecondFactorPage/> }.into_any(),
        _ => view! { <PasswordPage/> }.into_any(),
    }
}
