//! Pictures of the screens, for people to look at: `cargo xtask screenshots`.

use super::*;
use builders::World;

#[tokio::test(flavor = "multi_thread")]
#[ignore = "makes pictures, checks nothing: cargo xtask screenshots"]
async fn screenshots() {
    let folder = std::env::var("CONOCELES_SCREENSHOTS").unwrap();
    let folder = std::path::Path::new(&folder);
    let server = Server::start(Engine::Sqlite).await;
    let world = World::new(&server).await;
    portal::published(&server, &world).await;
    let browser = Browser::open(&server.base, 1280, true).await;
    let profile = format!("/candidaturas/{}", world.candidacy);
    for (name, path) in [
        ("portal", "/"),
        ("lista", "/candidaturas"),
        ("perfil", profile.as_str()),
    ] {
        for width in [360, 1280] {
            browser.go(path).await;
            browser.picture(folder, name, width).await;
        }
    }
    browser.close().await;
}
