//! A mail server that speaks SMTP: it can refuse for a while, or take a message and say nothing.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::Engine as _;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};

use crate::eventually;

/// A running mail server.
pub struct MailServer {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    refusals: u32,
    silent: bool,
    attempts: usize,
    swallowed: usize,
    mails: Vec<Mail>,
}

/// A message that was accepted.
#[derive(Debug, Clone)]
pub struct Mail {
    /// The envelope's sender.
    pub from: String,
    /// The envelope's recipient.
    pub to: String,
    /// Everything between DATA and the dot, dots unstuffed.
    pub data: String,
}

impl Mail {
    /// A header as it stands; empty where it is missing.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        let (head, _) = self.data.split_once("\r\n\r\n").unwrap_or_default();
        head.split("\r\n")
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
            .unwrap_or_default()
    }

    /// The text, decoded.
    ///
    /// # Panics
    /// Where its encoding is none that mail knows.
    #[must_use]
    pub fn text(&self) -> String {
        let (_, body) = self.data.split_once("\r\n\r\n").unwrap_or_default();
        let bytes = match self.header("Content-Transfer-Encoding") {
            "base64" => {
                let joined: String = body.split_whitespace().collect();
                base64::prelude::BASE64_STANDARD.decode(joined).unwrap()
            }
            "quoted-printable" => quoted_printable(body),
            "" | "7bit" | "8bit" => body.as_bytes().to_vec(),
            other => panic!("unknown encoding {other}"),
        };
        String::from_utf8(bytes).unwrap().replace("\r\n", "\n")
    }
}

fn quoted_printable(body: &str) -> Vec<u8> {
    let body = body.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = body.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        if *first == b'=' {
            let code = std::str::from_utf8(&tail[..2]).unwrap();
            bytes.push(u8::from_str_radix(code, 16).unwrap());
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    bytes
}

impl MailServer {
    /// Starts one on a free port.
    ///
    /// # Panics
    /// Where there is none.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = Self {
            address: listener.local_addr().unwrap(),
            state: Arc::default(),
        };
        let state = Arc::clone(&server.state);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // A client that is killed breaks its connection off; that is no failure here.
                tokio::spawn(converse(stream, Arc::clone(&state)));
            }
        });
        server
    }

    /// Its address, as the server's setting wants it.
    #[must_use]
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// Refuses the next `times` recipients with 451, repeating the address as real servers do.
    ///
    /// # Panics
    /// Never in practice.
    pub fn refuse(&self, times: u32) {
        self.state.lock().unwrap().refusals = times;
    }

    /// From now on takes whole messages without a word, as if it had died, or stops doing so.
    ///
    /// # Panics
    /// Never in practice.
    pub fn say_nothing(&self, on: bool) {
        self.state.lock().unwrap().silent = on;
    }

    /// How many recipients were named so far.
    ///
    /// # Panics
    /// Never in practice.
    #[must_use]
    pub fn attempts(&self) -> usize {
        self.state.lock().unwrap().attempts
    }

    /// How many messages were taken without a word so far.
    ///
    /// # Panics
    /// Never in practice.
    #[must_use]
    pub fn swallowed(&self) -> usize {
        self.state.lock().unwrap().swallowed
    }

    /// What was accepted so far.
    ///
    /// # Panics
    /// Never in practice.
    #[must_use]
    pub fn mails(&self) -> Vec<Mail> {
        self.state.lock().unwrap().mails.clone()
    }

    /// Waits until this is so.
    ///
    /// # Panics
    /// Where it is not in time.
    pub async fn until(&self, what: &str, wanted: impl Fn(&Self) -> bool) {
        eventually(what, async || {
            let (attempts, mails) = (self.attempts(), self.mails().len());
            let seen = format!("{attempts} attempts, {mails} mails");
            if wanted(self) { Ok(()) } else { Err(seen) }
        })
        .await;
    }
}

/// One connection, until it is closed.
async fn converse(stream: TcpStream, state: Arc<Mutex<State>>) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read);
    say(&mut write, "220 correo.example ESMTP").await?;
    let (mut from, mut to) = (String::new(), String::new());
    loop {
        let line = line(&mut lines).await?;
        let verb = line.split([' ', ':']).next().unwrap_or_default();
        match verb.to_uppercase().as_str() {
            "" => return Ok(()),
            "EHLO" => say(&mut write, "250-correo.example\r\n250 8BITMIME").await?,
            "HELO" | "NOOP" | "RSET" => say(&mut write, "250 OK").await?,
            "MAIL" => {
                from = address(&line);
                say(&mut write, "250 OK").await?;
            }
            "RCPT" => {
                to = address(&line);
                if refused(&state) {
                    say(&mut write, &format!("451 4.2.1 <{to}> try again later")).await?;
                } else {
                    say(&mut write, "250 OK").await?;
                }
            }
            "DATA" => {
                say(&mut write, "354 go ahead").await?;
                let data = data(&mut lines).await?;
                if swallows(&state) {
                    // Nothing is kept and nothing is said, for longer than any test.
                    tokio::time::sleep(Duration::from_secs(600)).await;
                    return Ok(());
                }
                let (from, to) = (from.clone(), to.clone());
                let mail = Mail { from, to, data };
                state.lock().unwrap().mails.push(mail);
                say(&mut write, "250 OK").await?;
            }
            "QUIT" => return say(&mut write, "221 bye").await,
            _ => say(&mut write, "502 not here").await?,
        }
    }
}

/// Counts an attempt; whether it is refused.
fn refused(state: &Mutex<State>) -> bool {
    let mut state = state.lock().unwrap();
    state.attempts += 1;
    let refused = state.refusals > 0;
    state.refusals = state.refusals.saturating_sub(1);
    refused
}

/// Whether a message is taken without a word; counts it.
fn swallows(state: &Mutex<State>) -> bool {
    let mut state = state.lock().unwrap();
    state.swallowed += usize::from(state.silent);
    state.silent
}

async fn say(write: &mut OwnedWriteHalf, text: &str) -> std::io::Result<()> {
    write.write_all(format!("{text}\r\n").as_bytes()).await
}

/// A line without its end; empty at the end of the stream.
async fn line(lines: &mut BufReader<OwnedReadHalf>) -> std::io::Result<String> {
    let mut line = String::new();
    lines.read_line(&mut line).await?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

async fn data(lines: &mut BufReader<OwnedReadHalf>) -> std::io::Result<String> {
    let mut data = String::new();
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        if line == ".\r\n" {
            return Ok(data);
        }
        data.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}

/// What stands between the angle brackets.
fn address(line: &str) -> String {
    let inner = line.split_once('<').and_then(|(_, it)| it.split_once('>'));
    inner.map_or_else(String::new, |(it, _)| it.to_owned())
}
