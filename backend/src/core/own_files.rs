//! Files and folders that nobody else on the machine reads, whatever the umask: folders 0700, files 0600.
//!
//! A folder that was there before is left as it is, but for the data folder: whoever puts a database
//! beside other files chose its folder for more than us.

use std::io;
use std::path::{Path, PathBuf};

/// What a database writes beside its file.
const BESIDE: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// Makes a folder, and those above it that are missing.
///
/// # Errors
/// It cannot be made.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder)
}

/// Makes the data folder, or takes it from everybody else.
///
/// # Errors
/// It cannot be made.
pub fn make_data_folder(folder: &Path) -> io::Result<()> {
    make_folder(folder)?;
    narrow(folder, 0o700);
    Ok(())
}

/// Makes a file where there is none; takes one that is there from everybody else, with what a database
/// keeps beside it.
///
/// # Errors
/// It cannot be made.
pub fn make_database_file(file: &Path) -> io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(file)?;
    for end in BESIDE {
        let mut name = file.as_os_str().to_owned();
        name.push(end);
        narrow_file(&PathBuf::from(name));
    }
    Ok(())
}

/// Takes a file from everybody else, where it is there.
pub fn narrow_file(file: &Path) {
    narrow(file, 0o600);
}

#[cfg(unix)]
fn narrow(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    let Ok(found) = std::fs::metadata(path) else {
        return;
    };
    if found.permissions().mode() & 0o777 == mode {
        return;
    }
    // Whose they are is not always ours to change: in a container they may be another user's.
    if let Err(error) = std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)) {
        tracing::warn!(%error, "others on this machine may read the data: permissions not changed");
    }
}

#[cfg(not(unix))]
const fn narrow(_: &Path, _: u32) {}
