//! What the tests stand on: the real binary on a temporary database, people who use it, builders
//! for what they need, and a browser.

pub mod authenticator;
pub mod browser;
pub mod builders;
pub mod content;
pub mod person;
pub mod rivals;
pub mod server;
pub mod smtp;

pub use authenticator::Authenticator;
pub use person::{Answer, Person};
pub use server::{Engine, Server};

/// Runs one test on both engines: `on_both!(name, |server| async move { … })` becomes the module
/// `name` with the tests `sqlite` and `postgres`.
#[macro_export]
macro_rules! on_both {
    ($(#[$doc:meta])* $name:ident, $body:expr) => {
        $(#[$doc])*
        mod $name {
            use super::*;

            #[tokio::test(flavor = "multi_thread")]
            async fn sqlite() {
                let body = $body;
                body($crate::Server::start($crate::Engine::Sqlite).await).await;
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn postgres() {
                let body = $body;
                body($crate::Server::start($crate::Engine::Postgres).await).await;
            }
        }
    };
}
