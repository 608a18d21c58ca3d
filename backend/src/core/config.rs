//! Settings of the process, read once: environment over `conoceles.toml` over defaults.

use std::path::PathBuf;

use conoceles_shared::permissions::Role;
use serde::Deserialize;

/// An address that holds a password: it is never printed.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct SecretUrl(String);

impl SecretUrl {
    /// The address with its password.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for SecretUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretUrl")
    }
}

/// Settings of the process.
#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
pub struct Config {
    /// `CONOCELES_DATABASE_URL`: `sqlite:…` or `postgres:…`.
    pub database_url: String,
    /// `CONOCELES_DATA_DIR`: photos, secrets, the SQLite file.
    pub data_dir: PathBuf,
    /// `CONOCELES_LISTEN`: address and port; port 0 takes a free one.
    pub listen: String,
    /// `CONOCELES_PUBLIC_URL`: the address citizens use, for canonical links; https means secure
    /// cookies. Without it: `http://` and the listening address.
    pub public_url: Option<String>,
    /// `CONOCELES_DATABASE_CONNECTIONS`: size of the pool.
    pub database_connections: u32,
    /// `CONOCELES_TRUST_PROXY`: take the client's address from `X-Forwarded-For`.
    pub trust_proxy: bool,
    /// `CONOCELES_PROXY_HOPS`: how many proxies of ours a request passes; the address is the one that
    /// the outermost of them saw.
    pub proxy_hops: usize,
    /// `CONOCELES_ALLOW_PLAIN_DATABASE`: the database may be talked to in plain text elsewhere too.
    pub allow_plain_database: bool,
    /// `CONOCELES_ALLOW_PLAIN_MAIL`: mail may be handed over in plain text elsewhere too.
    pub allow_plain_mail: bool,
    /// `CONOCELES_ALLOW_PLAIN_COOKIES`: sessions may travel in plain text from elsewhere.
    pub allow_plain_cookies: bool,
    /// `CONOCELES_SMTP_URL`: the mail server, e.g. `smtp://user:password@mail.example?tls=required`.
    /// Without it notices are in the app only.
    pub smtp_url: Option<SecretUrl>,
    /// `CONOCELES_MAIL_FROM`: the sender, e.g. `Conóceles <avisos@ieem.example>`; needed with a mail
    /// server.
    pub mail_from: Option<String>,
    /// `CONOCELES_AUTHORITY`: the authority that validates, as public records name it.
    pub authority: String,
    /// `CONOCELES_SECOND_FACTOR`: who must have a second factor, `staff` or `off`.
    pub second_factor: SecondFactorRule,
}

/// Who must have a second factor. Whoever has one is asked for it all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecondFactorRule {
    /// The institute's own people (ASVS 5.0.0 6.3.3).
    #[default]
    Staff,
    /// Nobody: for demonstrations and tests only. Said in the log and by `/healthz`.
    Off,
}

impl SecondFactorRule {
    /// Whether an account of this role must have one.
    #[must_use]
    pub const fn requires(self, role: Role) -> bool {
        matches!(self, Self::Staff) && role.is_staff()
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            database_url: "sqlite:data/conoceles.db".into(),
            data_dir: "data".into(),
            listen: "127.0.0.1:8080".into(),
            public_url: None,
            database_connections: 8,
            trust_proxy: false,
            proxy_hops: 1,
            allow_plain_database: false,
            allow_plain_mail: false,
            allow_plain_cookies: false,
            smtp_url: None,
            mail_from: None,
            authority: "IEEM".into(),
            second_factor: SecondFactorRule::Staff,
        }
    }
}

/// Whether an address begins with a scheme, in whatever case.
fn has_scheme(address: &str, scheme: &str) -> bool {
    let start = address.trim_start().get(..scheme.len());
    start.is_some_and(|it| it.eq_ignore_ascii_case(scheme))
}

impl Config {
    /// Reads the settings.
    ///
    /// # Errors
    /// A file that is not TOML, or a value of the wrong type; the message names it.
    pub fn load() -> Result<Self, config::ConfigError> {
        config::Config::builder()
            .add_source(
                config::File::new("conoceles.toml", config::FileFormat::Toml).required(false),
            )
            .add_source(config::Environment::with_prefix("CONOCELES").try_parsing(true))
            .build()?
            .try_deserialize()
    }

    /// The address of the site in canonical links and e-mails.
    #[must_use]
    pub fn base_url(&self) -> String {
        self.public_url
            .clone()
            .unwrap_or_else(|| format!("http://{}", self.listen))
    }

    /// Whether cookies must be `Secure`.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.public_url
            .as_deref()
            .is_some_and(|url| has_scheme(url, "https://"))
    }
}
