//! What the portal and the desks share: icons, the page's frame, people and actors.
//!
//! Plain functions that take references: they hold no state, and cost the bundle less than
//! components.

mod frame;
mod icon;
mod party_sign;
mod people;
mod piece;
#[cfg(any(feature = "ssr", feature = "csr"))]
mod privacy_notice;
mod values;

pub use frame::{Crumb, NavLink, brand, crumbs, drill_strip, footer, main_nav, skip_link};
pub use icon::{Icon, icon};
pub use party_sign::party_sign;
pub use people::{Size, actor, portrait};
pub use piece::{IntoPiece, Piece};
#[cfg(any(feature = "ssr", feature = "csr"))]
pub use privacy_notice::privacy_notice;
pub use values::{email_address, moment, phone_number, value_or_link};
