use super::*;

/// A folder that is removed at the end of the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        fs::create_dir_all(path.join("src")).unwrap();
        Self(path)
    }

    fn write(&self, name: &str, content: &str) {
        fs::write(self.0.join(name), content).unwrap();
    }

    fn stamp(&self) -> String {
        Stamp::default().path(&self.0, "src").unwrap().text()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

#[test]
fn contents_and_names_count_but_dates_do_not() {
    let folder = Folder::new("contents");
    folder.write("src/a.rs", "one");
    let first = folder.stamp();
    folder.write("src/a.rs", "one");
    assert_eq!(folder.stamp(), first, "the same content written again");
    folder.write("src/a.rs", "two");
    assert_ne!(folder.stamp(), first, "another content");
    folder.write("src/a.rs", "one");
    folder.write("src/b.rs", "");
    assert_ne!(folder.stamp(), first, "a new empty file");
}

#[test]
fn a_written_stamp_is_recognised_and_a_missing_one_is_not() {
    let folder = Folder::new("written");
    folder.write("src/a.rs", "one");
    let stamp = Stamp::default().word("1.0").path(&folder.0, "src").unwrap();
    let file = folder.0.join("deep/stamp");
    assert!(!stamp.is_at(&file));
    stamp.write(&file).unwrap();
    assert!(stamp.is_at(&file));
    assert!(
        !Stamp::default()
            .word("1.1")
            .path(&folder.0, "src")
            .unwrap()
            .is_at(&file)
    );
}

#[test]
fn hidden_files_do_not_count() {
    let folder = Folder::new("hidden");
    folder.write("src/a.rs", "one");
    let first = folder.stamp();
    folder.write("src/.a.rs.swp", "an editor's");
    assert_eq!(folder.stamp(), first);
}
