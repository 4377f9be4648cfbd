//! Values that must not be printed or serialised by accident.

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serializer};

/// A secret key in the clear. Its memory is wiped on drop, `Debug` is redacted, and it has no `Serialize`: only
/// [`crate::credential::RevealedSecret`], the one answer that carries it, writes it out.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct PlainSecret(SecretString);

/// A password as typed, on its way to the server. Wiped on drop and redacted in `Debug`; only the request bodies
/// that need it write it out.
#[derive(Clone, Deserialize, Default)]
#[serde(transparent)]
pub struct Password(SecretString);

impl PlainSecret {
    /// The secret itself. Call it where the secret leaves (a clipboard, a sealed row), never to keep it.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl Password {
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    pub fn is_empty(&self) -> bool {
        self.expose().is_empty()
    }
}

impl From<String> for PlainSecret {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<String> for Password {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl std::fmt::Debug for PlainSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PlainSecret([redacted])")
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password([redacted])")
    }
}

pub(crate) fn expose_secret_key<S: Serializer>(secret: &PlainSecret, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(secret.expose())
}

pub(crate) fn expose_password<S: Serializer>(password: &Password, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(password.expose())
}
