//! Bodies that take their time: judged when they are there, and not waited for without end.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::*;
use builders::World;

/// A request whose body has begun to arrive.
pub struct SlowRequest {
    stream: TcpStream,
    rest: Vec<u8>,
}

impl SlowRequest {
    /// Sends the headers and half of the body.
    pub async fn begin(server: &Server, line: &str, headers: &[String], body: &str) -> Self {
        let address = server.base.trim_start_matches("http://");
        let mut stream = TcpStream::connect(address).await.unwrap();
        let (half, rest) = body.split_at(body.len() / 2);
        let length = body.len();
        let mut head = format!(
            "{line} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {length}\r\n"
        );
        for header in headers {
            head += header;
            head += "\r\n";
        }
        let begun = format!("{head}\r\n{half}");
        stream.write_all(begun.as_bytes()).await.unwrap();
        Self {
            stream,
            rest: rest.as_bytes().to_vec(),
        }
    }

    /// Sends the rest; the answer as text.
    async fn finish(mut self) -> String {
        self.stream.write_all(&self.rest).await.unwrap();
        self.answer().await
    }

    /// The answer, without sending more.
    pub async fn answer(mut self) -> String {
        let mut answer = Vec::new();
        self.stream.read_to_end(&mut answer).await.unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }
}

on_both!(
    /// A write begun before its account was suspended is not stored after it.
    a_suspension_holds_for_a_body_on_its_way,
    |server: Server| async move {
        let world = World::new(&server).await;
        let notice = conoceles_shared::questionnaire::NOTICE_VERSION;
        let body = format!(r#"{{"kind":"treatment","granted":true,"notice_version":"{notice}"}}"#);
        let line = format!("POST {}", world.capture("/consents"));
        let token = format!("Authorization: Bearer {}", world.operator.token().unwrap());
        let begun = SlowRequest::begin(&server, &line, &[token], &body).await;
        builders::suspend(&world.admin, "captura.raiz", true).await;
        let answer = begun.finish().await;
        assert!(answer.starts_with("HTTP/1.1 401"), "{answer}");
        assert_eq!(server.rows("consents").await, 0);
    }
);

on_both!(
    /// Nobody's unfinished body stays open: it is answered, and the connection closed.
    an_unfinished_body_is_answered,
    |server: Server| async move {
        let body = r#"{"login":"nadie","password":"no es esta"}"#;
        let line = "POST /api/v1/auth/sign-in";
        let begun = SlowRequest::begin(&server, line, &[], body).await;
        let answer = begun.answer().await;
        assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
        assert!(answer.contains("body_timeout"), "{answer}");
    }
);
