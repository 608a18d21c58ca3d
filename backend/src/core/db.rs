//! The database: SQLite or PostgreSQL by URL alone, one SQL text for both.

use std::path::Path;
use std::pin::pin;
use std::str::FromStr;
use std::time::Duration;

use actix_web::rt::time::timeout;
use chrono::SecondsFormat;
use conoceles_shared::problem::Code;
use conoceles_shared::time::Instant;
use sqlx::any::{AnyConnectOptions, AnyPoolOptions, AnyQueryResult};
use sqlx::{Any, AnyConnection, AnyPool, Connection as _, Executor as _, Transaction};

use super::config::Config;
use super::error::Failure;
use super::{migrations, own_files};

/// How long the database may take to answer at the start before the log tells of it.
const SHORT_WAIT: Duration = Duration::from_secs(2);
/// How much longer it may take before the start ends.
const LAST_WAIT: Duration = Duration::from_secs(7);

/// What a write returns inside its transaction.
pub type Tx = Transaction<'static, Any>;

/// The pool and what differs between the engines.
#[derive(Debug, Clone)]
pub struct Db {
    pool: AnyPool,
    sqlite: bool,
}

impl Db {
    /// Opens the database and brings its tables up to date.
    ///
    /// # Errors
    /// It cannot be reached, or a migration fails.
    pub async fn open(config: &Config) -> Result<Self, Failure> {
        sqlx::any::install_default_drivers();
        let sqlite = config.database_url.starts_with("sqlite:");
        let url = if sqlite {
            sqlite_url(&config.database_url)?
        } else {
            config.database_url.clone()
        };
        let options = AnyConnectOptions::from_str(&url)?;
        let pool = AnyPoolOptions::new()
            .max_connections(config.database_connections)
            .acquire_timeout(Duration::from_secs(10))
            .after_connect(move |connection, _| {
                Box::pin(async move {
                    if sqlite {
                        connection.execute(SQLITE_SETTINGS).await?;
                    }
                    Ok(())
                })
            })
            .connect_with(options);
        let pool = answering(pool).await?;
        let db = Self { pool, sqlite };
        db.migrate().await?;
        Ok(db)
    }

    async fn migrate(&self) -> Result<(), Failure> {
        let mut migrator = migrations::all();
        // No advisory locks: distributed engines lack them. Start one server first after an update.
        migrator.set_locking(false);
        migrator
            .run(&self.pool)
            .await
            .map_err(|error| Failure::Internal(format!("migration: {error}")))
    }

    /// A connection for reading.
    ///
    /// # Errors
    /// None is free in time.
    pub async fn read(&self) -> Result<sqlx::pool::PoolConnection<Any>, Failure> {
        Ok(self.pool.acquire().await?)
    }

    /// A transaction for reading: everything in it as it stood at one instant, whatever is stored
    /// meanwhile.
    ///
    /// # Errors
    /// None is free in time.
    pub async fn snapshot(&self) -> Result<Tx, Failure> {
        let begin = if self.sqlite {
            "BEGIN"
        } else {
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        };
        Ok(self.pool.begin_with(begin).await?)
    }

    /// A transaction for writing. On SQLite it takes the write lock at once, so that what it reads
    /// cannot change before it writes.
    ///
    /// # Errors
    /// None is free in time.
    pub async fn write(&self) -> Result<Tx, Failure> {
        if self.sqlite {
            Ok(self.pool.begin_with("BEGIN IMMEDIATE").await?)
        } else {
            Ok(self.pool.begin().await?)
        }
    }

    /// Whether it is SQLite.
    #[must_use]
    pub const fn is_sqlite(&self) -> bool {
        self.sqlite
    }

    /// Whether it answers.
    ///
    /// # Errors
    /// It does not.
    pub async fn ping(&self) -> Result<(), Failure> {
        Ok(self.pool.acquire().await?.ping().await?)
    }

    /// Closes every connection.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

/// The pool once the database answers: a host that does not is told of, and not waited for without end.
async fn answering(
    pool: impl Future<Output = Result<AnyPool, sqlx::Error>>,
) -> Result<AnyPool, Failure> {
    let mut connecting = pin!(pool);
    if let Ok(connected) = timeout(SHORT_WAIT, connecting.as_mut()).await {
        return Ok(connected?);
    }
    tracing::warn!("connecting to the database: it does not answer yet");
    let connected = timeout(LAST_WAIT, connecting).await;
    let connected = connected.map_err(|_| {
        Failure::internal(
            "the database does not answer: is CONOCELES_DATABASE_URL right, and is its host up?",
        )
    })?;
    Ok(connected?)
}

const SQLITE_SETTINGS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
     PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 10000; PRAGMA secure_delete = ON;";

/// The URL with `mode=rwc`, its folder and file made.
fn sqlite_url(url: &str) -> Result<String, Failure> {
    let path = url.trim_start_matches("sqlite:").trim_start_matches("//");
    let file = path.split('?').next().unwrap_or(path);
    if !url.contains(":memory:") && !url.contains("mode=memory") {
        let file = Path::new(file);
        let folder = file.parent().filter(|it| !it.as_os_str().is_empty());
        if let Some(folder) = folder {
            own_files::make_folder(folder).map_err(Failure::io)?;
        }
        // Before SQLite does: it makes its other files as readable as this one.
        own_files::make_database_file(file).map_err(Failure::io)?;
    }
    Ok(if url.contains('?') {
        url.to_owned()
    } else {
        format!("{url}?mode=rwc")
    })
}

/// An instant as stored: fixed width, so that text order is time order.
#[must_use]
pub fn store_instant(at: Instant) -> String {
    at.to_rfc3339_opts(SecondsFormat::Micros, true)
}

/// The end of a compare-and-swap: exactly one row was the one that had been read.
///
/// # Errors
/// 409 `concurrent_change` with `detail` where another request was first.
pub fn swapped(done: &AnyQueryResult, detail: &str) -> Result<(), Failure> {
    if done.rows_affected() == 1 {
        Ok(())
    } else {
        Err(Failure::new(Code::ConcurrentChange, detail))
    }
}

/// A connection as storage functions take it: the caller owns the transaction.
pub type Conn<'a> = &'a mut AnyConnection;
