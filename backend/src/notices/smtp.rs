//! The mail server: one message, one connection.

use std::time::Duration;

use conoceles_shared::time::Instant;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::extension::ClientId;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};

use crate::core::config::Config;
use crate::core::error::Failure;

/// How long the mail server may take for one message, in seconds. Less than a turn lasts: a message
/// that is still being sent is never taken up by another replica.
pub const PATIENCE_SECONDS: u64 = 60;

/// The way to the mail server.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

/// A message in plain text.
pub struct Letter {
    /// An address; never logged, never part of an error.
    pub to: String,
    /// What inboxes list.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// The same at each attempt, so that a mail server that saw it before can tell.
    pub id: String,
    /// When it is sent.
    pub at: Instant,
}

/// Why a message was not taken: a reply code or a word, never the server's text, which may repeat
/// the address.
#[derive(Debug, PartialEq, Eq)]
pub struct Trouble {
    /// For example `451`, `timeout`, `connection`.
    pub code: String,
    /// Whether the server said that trying again is of no use.
    pub permanent: bool,
    /// Whether the server was not reached or not understood at all.
    pub unreached: bool,
}

impl Trouble {
    /// A message that cannot be sent as it is.
    fn unusable(code: &str) -> Self {
        Self {
            code: code.to_owned(),
            permanent: true,
            unreached: false,
        }
    }

    fn of(error: &lettre::transport::smtp::Error) -> Self {
        let code = match error.status() {
            Some(code) => code.to_string(),
            None if error.is_timeout() => "timeout".to_owned(),
            None if error.is_tls() => "tls".to_owned(),
            None => "connection".to_owned(),
        };
        Self {
            code,
            permanent: error.is_permanent(),
            unreached: error.status().is_none(),
        }
    }
}

impl Smtp {
    /// The mail server that `config` names; `None` where it names none.
    ///
    /// # Errors
    /// The address of the server or of the sender is malformed; neither is repeated.
    pub fn configured(config: &Config) -> Result<Option<Self>, Failure> {
        let Some(url) = &config.smtp_url else {
            return Ok(None);
        };
        let bad_from = || {
            Failure::internal(
                "CONOCELES_MAIL_FROM must name the sender, e.g. Conóceles <avisos@ieem.example>",
            )
        };
        let from: Mailbox = config
            .mail_from
            .as_deref()
            .and_then(|it| it.parse().ok())
            .ok_or_else(bad_from)?;
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.reveal())
            .map_err(|_| Failure::internal("CONOCELES_SMTP_URL is not an smtp: or smtps: address"))?
            .hello_name(ClientId::Domain(from.email.domain().to_owned()))
            .timeout(Some(Duration::from_secs(PATIENCE_SECONDS / 2)))
            .build();
        Ok(Some(Self { transport, from }))
    }

    /// Hands a message over.
    ///
    /// # Errors
    /// The server refused it or was not reached in time.
    pub async fn send(&self, letter: Letter) -> Result<(), Trouble> {
        let message = self.message(letter)?;
        let patience = Duration::from_secs(PATIENCE_SECONDS);
        match tokio::time::timeout(patience, self.transport.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(Trouble::of(&error)),
            Err(_) => Err(Trouble {
                code: "timeout".to_owned(),
                permanent: false,
                unreached: true,
            }),
        }
    }

    fn message(&self, letter: Letter) -> Result<Message, Trouble> {
        let to = letter
            .to
            .parse()
            .map_err(|_| Trouble::unusable("malformed_address"))?;
        let domain = self.from.email.domain();
        let automatic = HeaderName::new_from_ascii("Auto-Submitted".to_owned())
            .map_err(|_| Trouble::unusable("malformed_message"))?;
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(letter.subject)
            .message_id(Some(format!("<{}@{domain}>", letter.id)))
            .date(letter.at.into())
            .raw_header(HeaderValue::new(automatic, "auto-generated".to_owned()))
            .header(ContentType::TEXT_PLAIN)
            .body(letter.body)
            .map_err(|_| Trouble::unusable("malformed_message"))
    }
}
