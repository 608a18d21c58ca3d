//! ChromeDriver, through which the tests steer a real browser.

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::outcome::{Failure, Outcome, While};
use crate::run;

/// A running driver; dropping it stops it, and with it the browsers it started.
pub struct WebDriver {
    port: u16,
    server: Child,
}

impl WebDriver {
    /// Starts the driver on a free port and waits until it answers.
    pub fn start(driver: &Path) -> Outcome<Self> {
        let port = free_port()?;
        let server = Command::new(driver)
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .during(|| format!("starting {}", driver.display()))?;
        let started = Self { port, server };
        let until = Instant::now() + Duration::from_secs(15);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if Instant::now() > until {
                return Err(Failure::new(format!(
                    "{} does not answer",
                    driver.display()
                )));
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(started)
    }

    /// Where the driver listens.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for WebDriver {
    fn drop(&mut self) {
        run::terminate(&mut self.server);
    }
}

/// A port that nobody listens on at this moment.
pub fn free_port() -> Outcome<u16> {
    let listener =
        TcpListener::bind(("127.0.0.1", 0)).during(|| "looking for a free port".to_owned())?;
    Ok(listener
        .local_addr()
        .during(|| "looking for a free port".to_owned())?
        .port())
}
