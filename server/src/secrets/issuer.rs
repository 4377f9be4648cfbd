use latchkey_contract::PlainSecret;
use uuid::Uuid;

use super::{ApiKey, KeyOwner, OpenError, SealBinding, SealingKey, SecretDigest, secret_key};
use crate::store::credentials::{NewCredential, NewSecret, StoredSecret};

/// Makes credentials and opens their sealed secrets. A secret that it makes is sealed and digested at once; the plain
/// text is given out by [`Issuer::open`] only.
#[derive(Debug)]
pub struct Issuer {
    sealing_key: SealingKey,
}

impl Issuer {
    pub fn new(sealing_key: SealingKey) -> Self {
        Self { sealing_key }
    }

    /// A new API key with its first secret, for this owner.
    pub fn new_credential(&self, owner: KeyOwner) -> NewCredential {
        let id = Uuid::now_v7();
        NewCredential { id, owner, api_key: ApiKey::generate(), secret: self.new_secret(owner, id, 1) }
    }

    /// A new secret for a credential, sealed for that version.
    pub fn new_secret(&self, owner: KeyOwner, credential_id: Uuid, version: u32) -> NewSecret {
        let plain = secret_key::generate();
        let binding = SealBinding { owner, credential_id, version };
        NewSecret {
            digest: SecretDigest::of(plain.expose()),
            sealed: self.sealing_key.seal(&plain, &binding),
        }
    }

    /// Opens the secret of one of the caller's own credentials: `owner` is the caller.
    pub fn open(
        &self,
        stored: &StoredSecret,
        owner: KeyOwner,
        credential_id: Uuid,
    ) -> Result<PlainSecret, OpenError> {
        let binding = SealBinding { owner, credential_id, version: stored.version };
        self.sealing_key.open(&stored.sealed, &binding)
    }
}
