//! What the portal says, and what it shares with the desks.

#[cfg(feature = "ssr")]
use super::es::portal::Privacy;
use super::es::portal::{Common, Frame, Home, List, Message, Profile, Receipt};
use super::language::Language;
use super::macros::areas;

areas! {
    frame: Frame,
    common: Common,
    home: Home,
    list: List,
    profile: Profile,
    receipt: Receipt,
    #[cfg(feature = "ssr")]
    privacy: Privacy,
    message: Message,
}
