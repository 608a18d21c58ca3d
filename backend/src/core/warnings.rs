//! What is unusual about an installation: said in the log when it is noticed, by `/healthz`, and to
//! those who administer.

use std::sync::atomic::{AtomicI64, Ordering};

use conoceles_shared::time::Instant;

/// Seconds between two lines of the log about the same thing.
const TOLD_EVERY_SECONDS: i64 = 3600;

/// Something that whoever runs the installation should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    /// Staff signs in with a password alone.
    SecondFactorOff,
    /// A proxy says whom it speaks for, and the setting says not to believe it.
    ForwardedHeaderIgnored,
    /// Nobody can confirm what one administrator proposes.
    OneAdministrator,
    /// The database may be talked to in plain text.
    PlainDatabase,
    /// Mail may be handed over in plain text.
    PlainMail,
    /// Cookies are not limited to https.
    PlainCookies,
}

impl Warning {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::SecondFactorOff => "second_factor_off",
            Self::ForwardedHeaderIgnored => "forwarded_header_ignored",
            Self::OneAdministrator => "one_administrator",
            Self::PlainDatabase => "plain_database",
            Self::PlainMail => "plain_mail",
            Self::PlainCookies => "plain_cookies",
        }
    }

    /// What it means and what to do.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::SecondFactorOff => {
                "El personal entra solo con contraseña (CONOCELES_SECOND_FACTOR=off): es para \
                 demostraciones y pruebas, no para datos reales."
            }
            Self::ForwardedHeaderIgnored => {
                "Las solicitudes llegan por un intermediario (X-Forwarded-For, Forwarded o X-Real-IP) y \
                 CONOCELES_TRUST_PROXY está apagado: todas las personas comparten un solo contador de \
                 intentos. Si el intermediario es suyo, enciéndalo."
            }
            Self::OneAdministrator => {
                "Solo una persona administra: lo que requiere a dos espera un día a la vista de todo el \
                 personal. Cree otra cuenta desde la consola (conoceles admin create)."
            }
            Self::PlainDatabase => {
                "La conexión con la base de datos puede viajar sin cifrar \
                 (CONOCELES_ALLOW_PLAIN_DATABASE)."
            }
            Self::PlainMail => {
                "El correo puede entregarse sin cifrar (CONOCELES_ALLOW_PLAIN_MAIL)."
            }
            Self::PlainCookies => {
                "Las sesiones pueden viajar sin cifrar (CONOCELES_ALLOW_PLAIN_COOKIES): ponga un \
                 intermediario con https y su dirección en CONOCELES_PUBLIC_URL."
            }
        }
    }
}

/// What was noticed so far.
#[derive(Debug)]
pub struct Warnings {
    configured: Vec<Warning>,
    /// When a forwarded address was last told of, in seconds since 1970; 0 for never.
    forwarded_header: AtomicI64,
}

impl Warnings {
    /// Those that the settings bring.
    #[must_use]
    pub const fn of(configured: Vec<Warning>) -> Self {
        Self {
            configured,
            forwarded_header: AtomicI64::new(0),
        }
    }

    /// Those that the settings bring.
    #[must_use]
    pub fn configured(&self) -> &[Warning] {
        &self.configured
    }

    /// Notes that a forwarded address was not believed; said once an hour in the log.
    pub fn forwarded_header_ignored(&self, now: Instant) {
        let told = self.forwarded_header.load(Ordering::Relaxed);
        let due = now.timestamp() - told >= TOLD_EVERY_SECONDS;
        let swapped = |it: i64| {
            let order = Ordering::Relaxed;
            self.forwarded_header
                .compare_exchange(told, it, order, order)
                .is_ok()
        };
        if due && swapped(now.timestamp()) {
            tracing::warn!(
                "a forwarded address arrives and CONOCELES_TRUST_PROXY is off: everybody behind that proxy \
                 shares one counter of failed sign-ins"
            );
        }
    }

    /// Everything noticed so far.
    #[must_use]
    pub fn present(&self) -> Vec<Warning> {
        let mut all = self.configured.clone();
        if self.forwarded_header.load(Ordering::Relaxed) != 0 {
            all.push(Warning::ForwardedHeaderIgnored);
        }
        all
    }
}
