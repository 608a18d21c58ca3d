//! A proxy that rewrites pages on their way, as those of carriers, schools and delivery networks do.

use std::net::SocketAddr;

use reqwest::header::{ACCEPT_ENCODING, CONNECTION, CONTENT_TYPE, HOST};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What a proxy does to the text of a page.
pub type Rewrite = fn(&str) -> String;

/// A running proxy. It is stopped when dropped.
pub struct RewritingProxy {
    /// `http://127.0.0.1:port`.
    pub base: String,
    task: tokio::task::JoinHandle<()>,
}

impl RewritingProxy {
    /// Starts one before the server at `upstream`.
    ///
    /// # Panics
    /// Where no port is free.
    pub async fn start(upstream: &str, rewrite: Rewrite) -> Self {
        let listener = TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0)))
            .await
            .unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        let upstream = upstream.to_owned();
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (client, upstream) = (client.clone(), upstream.clone());
                // A browser that hangs up in the middle is none of the test's business.
                tokio::spawn(async move { pass(stream, &client, &upstream, rewrite).await });
            }
        });
        Self { base, task }
    }
}

impl Drop for RewritingProxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Answers one GET of one connection.
async fn pass(
    stream: TcpStream,
    client: &reqwest::Client,
    upstream: &str,
    rewrite: Rewrite,
) -> Option<()> {
    let mut stream = BufReader::new(stream);
    let mut first = String::new();
    stream.read_line(&mut first).await.ok()?;
    let path = first.split(' ').nth(1)?.to_owned();
    let mut request = client.get(format!("{upstream}{path}"));
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).await.ok()?;
        let Some((name, value)) = line.trim_end().split_once(": ") else {
            break;
        };
        let own = [HOST, ACCEPT_ENCODING, CONNECTION];
        if !own.iter().any(|it| name.eq_ignore_ascii_case(it.as_str())) {
            request = request.header(name, value);
        }
    }
    let answer = request.send().await.ok()?;
    let status = answer.status();
    let mut head = format!("HTTP/1.1 {status}\r\nconnection: close\r\n");
    let mut is_page = false;
    for (name, value) in answer.headers() {
        let value = value.to_str().ok()?;
        is_page |= *name == CONTENT_TYPE && value.starts_with("text/html");
        let hop = ["content-length", "transfer-encoding", "connection"];
        if !hop.contains(&name.as_str()) {
            let value = value.replace(upstream, "");
            head.push_str(&format!("{name}: {value}\r\n"));
        }
    }
    let mut body = answer.bytes().await.ok()?.to_vec();
    if is_page {
        body = rewrite(&String::from_utf8(body).ok()?).into_bytes();
    }
    head.push_str(&format!("content-length: {}\r\n\r\n", body.len()));
    stream.write_all(head.as_bytes()).await.ok()?;
    stream.write_all(&body).await.ok()?;
    stream.shutdown().await.ok()
}
