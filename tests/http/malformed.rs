//! What is no request, from whoever finds the port: refused without an error in the log, told in few
//! lines however much of it comes.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::*;

/// The kinds, as their first bytes.
const KINDS: [&[u8]; 12] = [
    b"nonsense\r\n\r\n",
    b"GET\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nBad Header\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nX: \x00\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: many\r\n\r\n",
    b"POST /api/v1/auth/sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"GET /%ff%zz%c3 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    b"GET /api/v1/candidacies/%ff?q=%ff%zz&%=& HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
];

/// Sends bytes and reads until the server closes, or has nothing to say to half a message.
async fn send(server: &Server, bytes: &[u8]) {
    let address = server.base.trim_start_matches("http://");
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(bytes).await.unwrap();
    stream.shutdown().await.unwrap();
    let mut answer = Vec::new();
    // Closed with a reset is closed as well.
    let _ = stream.read_to_end(&mut answer).await;
}

on_both!(
    /// Of every kind, many.
    what_is_no_request_writes_no_errors,
    |server: Server| async move {
        let before = server.log().lines().count();
        for _ in 0..20 {
            for kind in KINDS {
                send(&server, kind).await;
            }
        }
        let large = [b"GET / HTTP/1.1\r\nHost: a\r\nX: ", vec![b'a'; 200_000].as_slice()].concat();
        send(&server, &large).await;
        let told = conoceles_tests::eventually("a line that tells", async || {
            let log = server.log();
            let told = log.contains("did not speak HTTP");
            if told { Ok(log) } else { Err(log) }
        });
        let log = told.await;
        assert!(!log.contains("\"ERROR\""), "{log}");
        let lines = log.lines().count() - before;
        assert!(lines < 20, "{lines} lines for 241 connections: {log}");
    }
);
