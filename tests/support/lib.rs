//! What the tests stand on: the real binary on a temporary database, people who use it, builders
//! for what they need, and a browser.

pub mod authenticator;
pub mod browser;
pub mod builders;
pub mod content;
pub mod endings;
pub mod pdf_text;
pub mod person;
pub mod rewriting;
pub mod rivals;
pub mod server;
pub mod sheets;
pub mod smtp;
pub mod waiting;

pub use authenticator::Authenticator;
pub use person::{Answer, Person};
pub use server::{Engine, Server};
pub use waiting::eventually;

/// Runs one test on both engines: `on_both!(name, |server| async move { … })` becomes the module
/// `name` with the tests `sqlite` and `postgres`. Attributes before the name, such as `#[ignore]`,
/// are those of both.
#[macro_export]
macro_rules! on_both {
    ($(#[$of_both:meta])* $name:ident, $body:expr) => {
        mod $name {
            use super::*;

            $(#[$of_both])*
            #[tokio::test(flavor = "multi_thread")]
            async fn sqlite() {
                let body = $body;
                body($crate::Server::start($crate::Engine::Sqlite).await).await;
            }

            $(#[$of_both])*
            #[tokio::test(flavor = "multi_thread")]
            async fn postgres() {
                let body = $body;
                body($crate::Server::start($crate::Engine::Postgres).await).await;
            }
        }
    };
}
