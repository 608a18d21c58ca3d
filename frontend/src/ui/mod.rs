//! What the portal and the desks share: icons, the page's frame, people and actors.
//!
//! Plain functions that take references: they hold no state, and cost the bundle less than
//! components.

mod crumbs;
mod frame;
mod icon;
mod link;
mod moment;
mod people;
mod piece;
mod privacy_notice;

pub use crumbs::{Crumb, crumbs};
pub use frame::{NavLink, brand, drill_strip, footer, main_nav, skip_link};
pub use icon::{Icon, icon};
pub use link::{value_or_link, web_address};
pub use moment::moment;
pub use people::{Size, actor, party, portrait};
pub use piece::{IntoPiece, Mounted, Piece};
pub use privacy_notice::privacy_notice;
