//! A PostgreSQL server of our own: a new cluster in a temporary folder, gone after the tests.

use std::fs;
use std::os::unix::fs::{DirBuilderExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, process, thread};

use super::webdriver::free_port;
use crate::outcome::{Failure, Outcome, While};
use crate::run;
use crate::setup::postgres_program;

/// How long the server may take to accept connections.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running server; dropping it stops the server and removes the cluster.
pub struct Postgres {
    folder: PathBuf,
    port: u16,
    server: Option<Child>,
}

impl Postgres {
    /// Makes a cluster and starts its server.
    pub fn start() -> Outcome<Self> {
        let port = free_port()?;
        let folder = env::temp_dir().join(format!("conoceles-postgres-{}", process::id()));
        let mut postgres = Self {
            folder,
            port,
            server: None,
        };
        run::timed("PostgreSQL for the tests", || postgres.launch())?;
        Ok(postgres)
    }

    /// The address of the server's first database, for its superuser.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    fn launch(&mut self) -> Outcome {
        let account = Account::for_server()?;
        let folder = self.folder.clone();
        // A run that was killed may have had our process number and left its folder.
        let _ = fs::remove_dir_all(&folder);
        fs::DirBuilder::new()
            .mode(0o700)
            .create(&folder)
            .during(|| format!("creating {}", folder.display()))?;
        if let Some(account) = &account {
            chown(&folder, Some(account.user), Some(account.group))
                .during(|| format!("handing {} over", folder.display()))?;
        }
        let cluster = folder.join("cluster");
        let mut initdb = command("initdb", account.as_ref(), &folder)?;
        initdb
            .arg("-D")
            .arg(&cluster)
            .args([
                "-U",
                "postgres",
                "--auth=trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
            ])
            .arg("--no-sync");
        run::quiet(&mut initdb)?;
        let log = folder.join("log");
        let log_file = fs::File::create(&log).during(|| format!("creating {}", log.display()))?;
        let mut server = command("postgres", account.as_ref(), &folder)?;
        server
            .arg("-D")
            .arg(&cluster)
            .args(["-p", &self.port.to_string()]);
        // The data is thrown away: nothing needs to survive a power cut.
        for setting in [
            "listen_addresses=127.0.0.1",
            "max_connections=300",
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
        ] {
            server.args(["-c", setting]);
        }
        server
            .arg("-c")
            .arg(format!("unix_socket_directories={}", folder.display()));
        server
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log_file);
        self.server = Some(server.spawn().during(|| "starting postgres".to_owned())?);
        self.wait(&cluster, &log)
    }

    /// Waits until the server says in its own file that it accepts connections.
    fn wait(&mut self, cluster: &Path, log: &Path) -> Outcome {
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until {
            let state = fs::read_to_string(cluster.join("postmaster.pid")).unwrap_or_default();
            if state
                .lines()
                .nth(7)
                .is_some_and(|line| line.trim() == "ready")
            {
                return Ok(());
            }
            let ended = self
                .server
                .as_mut()
                .is_some_and(|server| server.try_wait().is_ok_and(|status| status.is_some()));
            if ended {
                break;
            }
            thread::sleep(Duration::from_millis(20));
        }
        let said = fs::read_to_string(log).unwrap_or_default();
        Err(Failure::new(format!("{said}\nPostgreSQL did not start")))
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if let Some(server) = &mut self.server {
            // A polite stop waits until the last client has left; a killed test never says goodbye.
            let _ = Command::new("kill")
                .args(["-INT", &server.id().to_string()])
                .status();
            run::terminate(server);
        }
        // A leftover in the temporary folder is no reason to fail.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The account that runs the server: PostgreSQL refuses to run as root.
struct Account {
    user: u32,
    group: u32,
}

impl Account {
    /// None when we are not root, and so need no other account.
    fn for_server() -> Outcome<Option<Self>> {
        if number(&["-u"])? != 0 {
            return Ok(None);
        }
        for name in ["postgres", "nobody"] {
            if let (Ok(user), Ok(group)) = (number(&["-u", name]), number(&["-g", name])) {
                return Ok(Some(Self { user, group }));
            }
        }
        Err(Failure::new(
            "PostgreSQL cannot run as root, and there is no account postgres or nobody",
        ))
    }
}

fn number(arguments: &[&str]) -> Outcome<u32> {
    let answer = run::quiet(Command::new("id").args(arguments))?;
    answer
        .trim()
        .parse()
        .during(|| format!("reading the answer of id {}", arguments.join(" ")))
}

fn command(program: &str, account: Option<&Account>, folder: &Path) -> Outcome<Command> {
    let path = postgres_program(program).ok_or_else(|| {
        Failure::new(format!(
            "{program} of PostgreSQL is neither on PATH nor in /usr/lib/postgresql"
        ))
    })?;
    let mut command = Command::new(path);
    // The account may not be allowed to enter the folder that we are in.
    command.current_dir(folder);
    if let Some(account) = account {
        command.uid(account.user).gid(account.group);
    }
    Ok(command)
}
