//! `cargo xtask bench`: what anyone may read, against nginx serving the same bytes, in one run; then
//! how long people who sign in and save wait while others ask for all they can.
//!
//! Figures are ratios: both servers answer the same requests on the same machine, turn by turn.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, process, thread};

use crate::build;
use crate::outcome::{Failure, Outcome, While};
use crate::places::Places;
use crate::run;
use crate::setup::{self, Need};
use crate::test::{free_port, mixed_load};

/// Turns of each server for each address; the best counts, as noise only ever slows.
const TURNS: usize = 3;
/// Seconds of one turn.
const SECONDS: &str = "5";

/// Builds the release, seeds it, and measures a profile, its data and the first list.
pub fn run(places: &Places) -> Outcome {
    setup::ensure(places, &[Need::Client, Need::Bench])?;
    let server = build::release_with_demo(places)?;
    let bench = Bench::start(&server)?;
    println!(
        "\n{:<44} {:>9} {:>9} {:>6} {:>9}",
        "GET, gzip", "nginx/s", "ours/s", "ratio", "ours p99"
    );
    for path in bench.paths()? {
        bench.copy_for_nginx(&path)?;
        let (mut nginx, mut ours) = (Turn::default(), Turn::default());
        for _ in 0..TURNS {
            nginx.keep_best(bench.turn(bench.nginx_port, &path)?);
            ours.keep_best(bench.turn(bench.port, &path)?);
        }
        println!(
            "{:<44} {:>9.0} {:>9.0} {:>6.2} {:>9}",
            path,
            nginx.per_second,
            ours.per_second,
            ours.per_second / nginx.per_second,
            ours.p99
        );
    }
    drop(bench);
    println!("\nSigning in and saving beside eight anonymous loops of ever-new lists");
    mixed_load(places, &server)
}

/// Both servers, on a folder of their own. Dropping it stops them and removes the folder.
struct Bench {
    folder: PathBuf,
    port: u16,
    nginx_port: u16,
    children: Vec<Child>,
}

impl Drop for Bench {
    fn drop(&mut self) {
        for child in &mut self.children {
            run::terminate(child);
        }
        // A leftover in the temporary folder is no reason to fail.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Bench {
    fn start(server: &Path) -> Outcome<Self> {
        let folder = env::temp_dir().join(format!("conoceles-bench-{}", process::id()));
        fs::create_dir_all(folder.join("www"))
            .during(|| format!("creating {}", folder.display()))?;
        let mut bench = Self {
            port: free_port()?,
            nginx_port: free_port()?,
            folder,
            children: Vec::new(),
        };
        run::timed("demo data", || {
            run::quiet(bench.ours(server).args(["seed", "demo"])).map(drop)
        })?;
        let mut serve = bench.ours(server);
        serve
            .arg("serve")
            .env("CONOCELES_LISTEN", format!("127.0.0.1:{}", bench.port));
        bench.spawn(serve)?;
        let configuration = bench.folder.join("nginx.conf");
        fs::write(&configuration, bench.nginx_configuration())
            .during(|| format!("writing {}", configuration.display()))?;
        let mut nginx = Command::new("nginx");
        nginx.arg("-c").arg(&configuration);
        bench.spawn(nginx)?;
        bench.wait(bench.port)?;
        bench.wait(bench.nginx_port)?;
        Ok(bench)
    }

    fn ours(&self, server: &Path) -> Command {
        let mut command = Command::new(server);
        command
            .current_dir(&self.folder)
            .env("CONOCELES_DATA_DIR", self.folder.join("data"))
            .env(
                "CONOCELES_DATABASE_URL",
                format!("sqlite:{}/data/bench.db", self.folder.display()),
            )
            .env("CONOCELES_SECOND_FACTOR", "off")
            .env("CONOCELES_LOG", "error");
        command
    }

    fn spawn(&mut self, mut command: Command) -> Outcome {
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let child = command
            .spawn()
            .during(|| format!("starting {}", command.get_program().display()))?;
        self.children.push(child);
        Ok(())
    }

    fn nginx_configuration(&self) -> String {
        let folder = self.folder.display();
        let workers = thread::available_parallelism().map_or(2, std::num::NonZero::get);
        format!(
            "daemon off;\nworker_processes {workers};\npid {folder}/nginx.pid;\n\
             error_log {folder}/nginx.log;\nevents {{ worker_connections 1024; }}\n\
             http {{\n  access_log off;\n  sendfile on;\n  keepalive_requests 100000000;\n  \
             client_body_temp_path {folder}/t1;\n  proxy_temp_path {folder}/t2;\n  \
             fastcgi_temp_path {folder}/t3;\n  uwsgi_temp_path {folder}/t4;\n  \
             scgi_temp_path {folder}/t5;\n  default_type application/json;\n  server {{\n    \
             listen 127.0.0.1:{port};\n    root {folder}/www;\n    gzip_static always;\n    \
             add_header Cache-Control \"public, max-age=30\";\n  }}\n}}\n",
            port = self.nginx_port,
        )
    }

    fn wait(&self, port: u16) -> Outcome {
        let until = Instant::now() + Duration::from_secs(30);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if Instant::now() > until {
                return Err(Failure::new(format!("nothing listens on port {port}")));
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    /// A profile, the same as data, and the first list of the present election.
    fn paths(&self) -> Outcome<Vec<String>> {
        let list = "/api/v1/candidacies?limit=1";
        let body = String::from_utf8_lossy(&self.get(list, "identity")?).into_owned();
        let id = body
            .split_once("\"data\":[{\"id\":\"")
            .and_then(|(_, rest)| rest.split_once('"'))
            .map(|(id, _)| id.to_owned())
            .ok_or_else(|| Failure::new("the demo has published nothing"))?;
        Ok(vec![
            format!("/candidaturas/{id}"),
            format!("/api/v1/candidacies/{id}"),
            "/api/v1/candidacies".to_owned(),
        ])
    }

    /// The very bytes that our server answers with, where nginx finds them.
    fn copy_for_nginx(&self, path: &str) -> Outcome {
        // A list and its records share a path: as a file and as a folder they cannot.
        let file = self.folder.join("www").join(&path[1..]).join("index.gz");
        let folder = file.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder).during(|| format!("creating {}", folder.display()))?;
        fs::write(&file, self.get(path, "gzip")?).during(|| format!("writing {}", file.display()))
    }

    /// The body of an answer.
    fn get(&self, path: &str, encoding: &str) -> Outcome<Vec<u8>> {
        let during = || format!("asking for {path}");
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).during(during)?;
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: {encoding}\r\n\
             Connection: close\r\n\r\n"
        )
        .during(during)?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).during(during)?;
        let head = answer
            .windows(4)
            .position(|it| it == b"\r\n\r\n")
            .filter(|_| answer.starts_with(b"HTTP/1.1 200"))
            .ok_or_else(|| Failure::new(format!("{path} is not answered with 200")))?;
        Ok(answer.split_off(head + 4))
    }

    /// One turn of wrk; nginx finds its file under `index`.
    fn turn(&self, port: u16, path: &str) -> Outcome<Turn> {
        let end = if port == self.nginx_port {
            "/index"
        } else {
            ""
        };
        let mut command = Command::new("wrk");
        command
            .args(["-t1", "-c32", "--latency", "-d", SECONDS])
            .args(["-H", "Accept-Encoding: gzip"])
            .arg(format!("http://127.0.0.1:{port}{path}{end}"));
        let said = run::quiet(&mut command)?;
        if said.contains("Non-2xx") {
            return Err(Failure::new(format!(
                "{said}\n{path}: not every answer was 200"
            )));
        }
        let after = |label: &str| {
            let line = said.lines().find_map(|it| it.trim().strip_prefix(label));
            line.map(|it| it.trim().to_owned()).unwrap_or_default()
        };
        Ok(Turn {
            per_second: after("Requests/sec:")
                .parse()
                .during(|| format!("reading what wrk said:\n{said}"))?,
            p99: after("99%"),
        })
    }
}

/// What one turn measured.
#[derive(Default)]
struct Turn {
    per_second: f64,
    p99: String,
}

impl Turn {
    fn keep_best(&mut self, other: Self) {
        if other.per_second > self.per_second {
            *self = other;
        }
    }
}
