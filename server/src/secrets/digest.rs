use std::fmt;

use sha2::{Digest, Sha256};

/// SHA-256 of a secret key. A secret of 238 random bits needs neither salt nor a slow hash. It is never stored: the
/// database holds the HMAC of it, see [`super::Pair`].
#[derive(Clone, Copy)]
pub struct SecretDigest([u8; 32]);

impl SecretDigest {
    pub fn of(secret: &str) -> Self {
        Self(Sha256::digest(secret.as_bytes()).into())
    }

    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for SecretDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretDigest([redacted])")
    }
}
