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

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_does_not_answer_is_told_and_not_waited_for() {
    let mut server = Server::start(Engine::Sqlite).await;
    // It takes connections and never says a word.
    let mute = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = mute.local_addr().unwrap();
    let url = format!("postgres://nadie@{address}/nada?sslmode=disable");
    server.set("CONOCELES_DATABASE_URL", &url);
    let patience = std::time::Duration::from_secs(30);
    let ended = tokio::time::timeout(patience, server.command(&["verify"])).await;
    let (code, _, why) = ended.expect("it waits without end");
    assert_ne!(code, 0);
    assert!(why.contains("connecting to the database"), "{why}");
    assert!(why.contains("does not answer"), "{why}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scheme_is_https_in_whatever_case() {
    let mut server = Server::start(Engine::Sqlite).await;
    server.set("CONOCELES_PUBLIC_URL", "HTTPS://conoceles.example");
    server.kill_and_restart().await;
    let page = Person::anonymous(&server).get("/healthz").await;
    assert!(
        page.header("strict-transport-security")
            .contains("max-age="),
        "{:?}",
        page.headers
    );
}
