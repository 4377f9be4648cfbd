use std::fmt;

use uuid::Uuid;

use super::{KeyOwner, MacKey, SecretDigest};

/// Everything that a stored secret answers for: the HMAC over it is what the database holds. A row that is moved to
/// another credential, owner or company, or made up by whoever can write to the database, verifies no secret.
#[derive(Clone, Copy)]
pub struct Pair<'a> {
    pub owner: KeyOwner,
    pub credential_id: Uuid,
    pub version: u32,
    pub api_key: &'a str,
    pub secret: SecretDigest,
}

impl Pair<'_> {
    pub fn mac(&self, key: &MacKey) -> [u8; 32] {
        self.with_parts(|parts| key.mac(parts))
    }

    /// Tells, in constant time, whether `mac` was made of this pair.
    pub fn verify(&self, key: &MacKey, mac: &[u8]) -> bool {
        self.with_parts(|parts| key.verify(parts, mac))
    }

    fn with_parts<T>(&self, of: impl FnOnce(&[&[u8]]) -> T) -> T {
        of(&[
            self.owner.company_id.as_bytes(),
            self.owner.user_id.as_bytes(),
            self.credential_id.as_bytes(),
            &self.version.to_be_bytes(),
            self.secret.as_bytes(),
            self.api_key.as_bytes(),
        ])
    }
}

impl fmt::Debug for Pair<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pair")
            .field("api_key", &self.api_key)
            .field("version", &self.version)
            .finish_non_exhaustive()
    }
}
