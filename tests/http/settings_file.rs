//! The settings in `conoceles.toml`, as whoever runs the server in a folder of its own meets them.

use super::*;
use conoceles_tests::Engine;

#[tokio::test(flavor = "multi_thread")]
async fn only_the_file_with_its_ending_is_read() {
    let server = Server::start(Engine::Sqlite).await;
    // The binary itself lies there under this name.
    std::fs::write(server.folder().join("conoceles"), b"\x7fELF\0").unwrap();
    let (code, _, why) = server.command(&["verify"]).await;
    assert_eq!(code, 0, "{why}");
    let file = server.folder().join("conoceles.toml");
    std::fs::write(&file, "trust_proxy = \"maybe\"").unwrap();
    let (code, _, why) = server.command(&["verify"]).await;
    assert_ne!(code, 0);
    assert!(
        why.contains("conoceles.toml") && why.contains("trust_proxy"),
        "{why}"
    );
}
