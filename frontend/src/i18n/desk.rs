//! What the desks say. A second language is a second value of each struct: a text that is missing
//! there does not compile.

#[path = "desk_admin.rs"]
mod admin;
#[path = "desk_bulk.rs"]
mod bulk;
#[path = "desk_capture.rs"]
mod capture;
#[path = "desk_common.rs"]
mod common;
#[path = "desk_hints.rs"]
mod hints;
#[path = "desk_language.rs"]
mod language;
#[path = "desk_notices.rs"]
mod notices;
#[path = "desk_photo.rs"]
mod photo;
#[path = "desk_receipts.rs"]
mod receipts;
#[path = "desk_review.rs"]
mod review;
#[path = "desk_second_factor.rs"]
mod second_factor;

pub use admin::{Admin, Settings};
pub use bulk::Bulk;
pub use capture::{Capture, Sections};
pub use common::{Account, Failure, Form, Shell};
pub use hints::Hints;
pub use language::Language;
pub use notices::{Finding, Notices};
pub use photo::Photo;
pub use receipts::Receipts;
pub use review::Review;
pub use second_factor::SecondFactor;

/// A struct of texts with its Spanish value: `name = "text";` is a `&'static str`,
/// after `@functions`, `fn name(arg: T) = expression;` is a function that gives a `String`.
macro_rules! words {
    (
        $(#[$doc:meta])*
        $name:ident {
            $($field:ident = $es:expr;)*
            $(@functions $(fn $function:ident($($argument:ident: $type:ty),*) = $body:expr;)*)?
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $name {
            $(#[doc = $es] pub $field: &'static str,)*
            $($(
                #[doc = concat!("Text with values: ", stringify!($function), ".")]
                pub $function: fn($($type),*) -> String,
            )*)?
        }

        impl $name {
            /// In Spanish.
            pub const ES: Self = Self {
                $($field: $es,)*
                $($($function: |$($argument: $type),*| -> String { $body },)*)?
            };
        }
    };
}

pub(crate) use words;

/// Everything the desks say in one language.
#[derive(Clone, Copy)]
pub struct Texts {
    /// The frame around every page.
    pub shell: Shell,
    /// What goes wrong.
    pub failure: Failure,
    /// The parts of forms.
    pub form: Form,
    /// Signing in and first steps.
    pub account: Account,
    /// The second factor.
    pub second_factor: SecondFactor,
    /// The capture desk.
    pub capture: Capture,
    /// Finding one's way among many candidacies.
    pub finding: Finding,
    /// Notices.
    pub notices: Notices,
    /// Capture by sheet.
    pub bulk: Bulk,
    /// The sections of the questionnaires.
    pub sections: Sections,
    /// Quality hints.
    pub hints: Hints,
    /// The assistant for inclusive language.
    pub language: Language,
    /// The photograph.
    pub photo: Photo,
    /// Receipts, and the signed consent form.
    pub receipts: Receipts,
    /// The review desk.
    pub review: Review,
    /// Administration.
    pub admin: Admin,
    /// The settings of an election.
    pub settings: Settings,
}

/// The desks in Spanish.
pub const ES: Texts = Texts {
    shell: Shell::ES,
    failure: Failure::ES,
    form: Form::ES,
    account: Account::ES,
    second_factor: SecondFactor::ES,
    capture: Capture::ES,
    finding: Finding::ES,
    notices: Notices::ES,
    bulk: Bulk::ES,
    sections: Sections::ES,
    hints: Hints::ES,
    language: Language::ES,
    photo: Photo::ES,
    receipts: Receipts::ES,
    review: Review::ES,
    admin: Admin::ES,
    settings: Settings::ES,
};

/// The texts in the language of the page.
#[must_use]
pub const fn texts() -> &'static Texts {
    &ES
}

/// One or several of something.
fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 {
        format!("1 {one}")
    } else {
        format!("{n} {many}")
    }
}
