//! The real binary, on a temporary folder and database, with a clock that the test moves.

use std::path::PathBuf;
use std::process::Stdio;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use std::time::Duration;

use sqlx::{Connection as _, Executor as _};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

use crate::eventually;

/// Which database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// A file in the server's folder.
    Sqlite,
    /// A database of its own in the cluster that `cargo xtask test` started.
    Postgres,
}

/// A running server. It is killed when dropped.
pub struct Server {
    child: Child,
    /// `http://127.0.0.1:port`.
    pub base: String,
    engine: Engine,
    folder: PathBuf,
    database_url: String,
    offset: AtomicI64,
    log: PathBuf,
    settings: Settings,
}

/// Settings of its own, by name.
type Settings = Vec<(String, String)>;

/// Another process on the same data. It is killed when dropped.
pub struct Replica {
    _child: Child,
    /// `http://127.0.0.1:port`.
    pub base: String,
}

static COUNTER: AtomicU32 = AtomicU32::new(0);

impl Server {
    /// Starts a server on an empty database.
    ///
    /// # Panics
    /// Where it does not start: the test fails.
    pub async fn start(engine: Engine) -> Self {
        let number = COUNTER.fetch_add(1, Ordering::Relaxed);
        let name = format!("conoceles_{}_{number}", std::process::id());
        let folder = std::env::temp_dir().join(&name);
        std::fs::create_dir_all(&folder).unwrap();
        let database_url = match engine {
            Engine::Sqlite => format!("sqlite:{}", folder.join("conoceles.db").display()),
            Engine::Postgres => new_postgres_database(&name).await,
        };
        std::fs::write(folder.join("clock"), "0").unwrap();
        let log = folder.join("log");
        let command = command(&folder, &database_url, &[]);
        let (child, base) = spawn(command, &log, "127.0.0.1:0").await;
        Self {
            child,
            base,
            engine,
            folder,
            database_url,
            offset: AtomicI64::new(0),
            log,
            settings: Vec::new(),
        }
    }

    /// Sets a variable of its environment, from its next start on.
    pub fn set(&mut self, name: &str, value: &str) {
        self.settings.retain(|(it, _)| it != name);
        self.settings.push((name.to_owned(), value.to_owned()));
    }

    /// Starts another process on the same data and with the same settings.
    pub async fn replica(&self) -> Replica {
        let (child, base) = spawn(self.binary(), &self.log, "127.0.0.1:0").await;
        Replica {
            _child: child,
            base,
        }
    }

    fn binary(&self) -> Command {
        command(&self.folder, &self.database_url, &self.settings)
    }

    /// Kills the process at once (`SIGKILL`) and starts it again on the same data.
    pub async fn kill_and_restart(&mut self) {
        self.kill().await;
        self.start_again().await;
    }

    /// Kills the process at once (`SIGKILL`).
    ///
    /// # Panics
    /// Where it was not running.
    pub async fn kill(&mut self) {
        self.child.kill().await.unwrap();
    }

    /// Starts it again on the same data and at the same address.
    pub async fn start_again(&mut self) {
        let listen = self.base.trim_start_matches("http://");
        let (child, _) = spawn(self.binary(), &self.log, listen).await;
        self.child = child;
    }

    /// Starts it again as installations run: staff must have a second factor. Until then a password
    /// alone signs in, so that other tests do not have to speak of it.
    pub async fn require_second_factor(&mut self) {
        self.set("CONOCELES_SECOND_FACTOR", "staff");
        self.kill_and_restart().await;
    }

    /// The server's time, in seconds since 1970.
    ///
    /// # Panics
    /// Before 1970.
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "a telephone goes by the clock on the wall, which tests move for the server"
    )]
    pub fn now(&self) -> u64 {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        let offset = u64::try_from(self.offset.load(Ordering::SeqCst)).unwrap();
        now.unwrap().as_secs() + offset
    }

    /// Moves the server's clock forward; access tokens and periods feel it at once.
    pub fn advance(&self, by: Duration) {
        let seconds = i64::try_from(by.as_secs()).unwrap();
        let total = self.offset.fetch_add(seconds, Ordering::SeqCst) + seconds;
        // Written aside and renamed: the server never reads half a number.
        let aside = self.folder.join("clock.new");
        std::fs::write(&aside, total.to_string()).unwrap();
        std::fs::rename(aside, self.folder.join("clock")).unwrap();
    }

    /// Moves the server's clock forward by whole days.
    pub fn advance_days(&self, days: u64) {
        self.advance(Duration::from_secs(days * 86_400));
    }

    /// Runs another command of the binary on this server's data: exit code, stdout, stderr.
    pub async fn command(&self, arguments: &[&str]) -> (i32, String, String) {
        let output = self.binary().args(arguments).output().await.unwrap();
        (
            output.status.code().unwrap_or(-1),
            String::from_utf8_lossy(&output.stdout).into_owned(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    }

    /// One number out of its database.
    ///
    /// # Panics
    /// Where the query gives none.
    pub async fn number(&self, query: &str) -> i64 {
        sqlx::any::install_default_drivers();
        let mut connection = sqlx::AnyConnection::connect(&self.database_url)
            .await
            .unwrap();
        let query = sqlx::query_scalar(sqlx::AssertSqlSafe(query));
        let number = query.fetch_one(&mut connection).await;
        connection.close().await.unwrap();
        number.unwrap()
    }

    /// Changes its database behind its back.
    ///
    /// # Panics
    /// Where the statement fails.
    pub async fn change_database(&self, statement: &str) {
        sqlx::any::install_default_drivers();
        let mut connection = sqlx::AnyConnection::connect(&self.database_url)
            .await
            .unwrap();
        let query = sqlx::query(sqlx::AssertSqlSafe(statement));
        let done = query.execute(&mut connection).await;
        connection.close().await.unwrap();
        done.unwrap();
    }

    /// Waits until a query gives this number.
    ///
    /// # Panics
    /// Where it does not in time.
    pub async fn until_number(&self, query: &str, wanted: i64) {
        let what = format!("{query}: never {wanted}");
        eventually(&what, async || {
            let number = self.number(query).await;
            if number == wanted {
                Ok(())
            } else {
                Err(format!("{number}\n{}", self.log()))
            }
        })
        .await;
    }

    /// Keeps everyone else from writing until the connection is dropped: the whole file of SQLite, the
    /// sessions of PostgreSQL.
    ///
    /// # Panics
    /// Where the lock is not to be had.
    pub async fn hold_write_lock(&self) -> sqlx::AnyConnection {
        sqlx::any::install_default_drivers();
        let mut connection = sqlx::AnyConnection::connect(&self.database_url)
            .await
            .unwrap();
        let statements: &[&'static str] = match self.engine {
            Engine::Sqlite => &["PRAGMA busy_timeout = 10000", "BEGIN IMMEDIATE"],
            Engine::Postgres => &["BEGIN", "LOCK TABLE sessions IN EXCLUSIVE MODE"],
        };
        for statement in statements {
            connection.execute(*statement).await.unwrap();
        }
        connection
    }

    /// How many rows a table of its database has.
    pub async fn rows(&self, table: &str) -> i64 {
        self.number(&format!("SELECT COUNT(*) FROM {table}")).await
    }

    /// Everything the server wrote to its log so far.
    #[must_use]
    pub fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// The most memory that the server has held so far, in MiB.
    ///
    /// # Panics
    /// Where it is not running, or the system does not tell.
    #[must_use]
    pub fn peak_memory(&self) -> u64 {
        let process = self.child.id().unwrap();
        let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
        let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"));
        let digits = line.unwrap().trim().trim_end_matches(" kB");
        digits.parse::<u64>().unwrap() / 1024
    }

    /// The kind of its database.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        self.engine
    }

    /// The server's data folder.
    #[must_use]
    pub fn folder(&self) -> &std::path::Path {
        &self.folder
    }

    /// The URL of its database.
    #[must_use]
    pub fn database_url(&self) -> &str {
        &self.database_url
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.start_kill();
        // Kept when a test fails, to be looked at.
        if !std::thread::panicking() {
            let _ = std::fs::remove_dir_all(&self.folder);
        }
    }
}

/// The binary under test.
#[must_use]
pub fn binary() -> PathBuf {
    std::env::var_os("CONOCELES_BIN").map(PathBuf::from).expect(
        "CONOCELES_BIN is not set: run the tests with `cargo xtask test`, which builds the binary",
    )
}

fn command(folder: &std::path::Path, database_url: &str, settings: &[(String, String)]) -> Command {
    let mut command = Command::new(binary());
    command
        .current_dir(folder)
        .env("CONOCELES_DATABASE_URL", database_url)
        .env("CONOCELES_DATA_DIR", folder)
        .env("CONOCELES_CLOCK_OFFSET_FILE", folder.join("clock"))
        .env("CONOCELES_DATABASE_CONNECTIONS", "4")
        .env("CONOCELES_SECOND_FACTOR", "off")
        .env("CONOCELES_LOG", "info")
        .envs(settings.iter().cloned())
        .kill_on_drop(true);
    command
}

async fn spawn(mut command: Command, path: &std::path::Path, listen: &str) -> (Child, String) {
    let log = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(path)
        .unwrap();
    let mut child = command
        .arg("serve")
        .env("CONOCELES_LISTEN", listen)
        .stdout(Stdio::piped())
        .stderr(log)
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let started = tokio::time::timeout(Duration::from_secs(60), async {
        while let Some(line) = lines.next_line().await.unwrap() {
            if let Some(at) = line.find("http://") {
                return Some(line[at..].trim().to_owned());
            }
        }
        None
    });
    let Ok(Some(base)) = started.await else {
        panic!("the server did not start: see {}", path.display());
    };
    // The rest of its output is read away, so that the pipe never fills.
    tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
    (child, base)
}

async fn new_postgres_database(name: &str) -> String {
    let cluster = std::env::var("CONOCELES_TEST_POSTGRES").expect(
        "CONOCELES_TEST_POSTGRES is not set: `cargo xtask test` starts a cluster and sets it",
    );
    sqlx::any::install_default_drivers();
    let mut connection = sqlx::AnyConnection::connect(&cluster).await.unwrap();
    connection
        .execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}")))
        .await
        .unwrap();
    let (before, query) = cluster
        .split_once('?')
        .map_or((cluster.as_str(), ""), |it| it);
    let slash = before.rfind('/').unwrap();
    let base = &before[..slash];
    if query.is_empty() {
        format!("{base}/{name}")
    } else {
        format!("{base}/{name}?{query}")
    }
}
