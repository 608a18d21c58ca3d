//! Nobody else on the machine reads what the server writes, whatever the umask it was started with.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use super::*;
use builders::World;

/// What the tests themselves put there.
const OF_THE_TESTS: [&str; 2] = ["log", "clock"];

/// Every file and folder from here down with its mode.
fn modes(folder: &Path, found: &mut Vec<(String, bool, u32)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let (path, about) = (entry.path(), entry.metadata().unwrap());
        let name = path.display().to_string();
        found.push((name, about.is_dir(), about.permissions().mode() & 0o777));
        if about.is_dir() {
            modes(&path, found);
        }
    }
}

on_both!(
    /// Keys, database, its companions, photos, sealed copies.
    everything_written_is_for_its_owner_alone,
    |server: Server| async move {
        let mut server = server;
        let world = World::new(&server).await;
        world.capture_all().await;
        let pdf = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".to_vec();
        let headers = [("content-type", "application/pdf")];
        let path = world.capture("/signed-consents");
        let post = reqwest::Method::POST;
        let _ = world.operator.send(post, &path, &headers, Some(pdf)).await.ok();
        let own = server.folder().metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(own, 0o700, "the data folder");
        let mut found = Vec::new();
        modes(server.folder(), &mut found);
        found.retain(|(name, ..)| !OF_THE_TESTS.iter().any(|it| name.ends_with(it)));
        assert!(found.len() > 8, "{found:?}");
        for (name, is_folder, mode) in &found {
            let wanted = if *is_folder { 0o700 } else { 0o600 };
            assert_eq!(mode & 0o077, 0, "{name}: {mode:o}, not {wanted:o}");
        }
        // What an earlier version, or a restored backup, left open is closed at the next start.
        let open = std::fs::Permissions::from_mode(0o644);
        let database = server.folder().join("conoceles.db");
        if database.exists() {
            std::fs::set_permissions(&database, open).unwrap();
            server.kill_and_restart().await;
            let mode = database.metadata().unwrap().permissions().mode() & 0o777;
            assert_eq!(mode, 0o600);
        }
    }
);
