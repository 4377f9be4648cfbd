use async_trait::async_trait;
use latchkey_contract::Timestamp;
use latchkey_contract::credential::{Credential, RevealPurpose};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::StoreError;
use super::authority::{AuthorityError, SessionAuthority, StepUpAuthority};
use crate::secrets::{ApiKey, KeyOwner, SealedSecret, SealingKeyId, SecretDigest};

/// A credential made outside the database, its secret already sealed and digested.
pub struct NewCredential {
    pub id: Uuid,
    pub owner: KeyOwner,
    pub api_key: ApiKey,
    pub secret: NewSecret,
}

/// A secret key on its way into the database: nothing in it gives the secret away.
pub struct NewSecret {
    pub digest: SecretDigest,
    pub sealed: SealedSecret,
}

/// The owner of a presented pair of API key and secret key, and whether it opens anything now.
#[derive(Clone, Debug)]
pub struct KeyHolder {
    pub credential_id: Uuid,
    pub secret_version: u32,
    pub user_id: Uuid,
    pub company_id: Uuid,
    pub owner_name: String,
    /// Whether the owner's API access is granted and the account is not disabled.
    pub access_granted: bool,
}

/// The end of a pair of API key and secret key that worked once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndedPair {
    pub reason: EndReason,
    pub at: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndReason {
    /// The API key has a newer secret key.
    Replaced,
    /// The API key works no more, whatever the secret key.
    Revoked,
}

#[derive(Debug, thiserror::Error)]
pub enum CredentialError {
    /// No such credential, or it is somebody else's.
    #[error("no such credential")]
    NotFound,
    #[error("the credential is revoked")]
    Revoked,
    /// The owner's API access is not granted now.
    #[error("API access is not granted")]
    AccessDisabled,
    #[error("the user has an active credential already")]
    AlreadyActive,
    #[error("the secret was replaced meanwhile")]
    VersionConflict,
    #[error(transparent)]
    Authority(#[from] AuthorityError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A sealed secret and its version. Its owner and credential are the caller's to name when it is opened.
pub struct StoredSecret {
    pub version: u32,
    pub sealed: SealedSecret,
}

/// An owner's key with its sealed secret.
pub struct OwnPair {
    pub api_key: String,
    pub secret: StoredSecret,
}

#[async_trait]
pub trait Credentials {
    /// Newest first, revoked ones included.
    async fn credentials(&self, owner: Uuid) -> Result<Vec<Credential>, StoreError>;
    /// Creates the user's credential; refused while another one is active.
    async fn create_credential(
        &self,
        by: &StepUpAuthority,
        credential: NewCredential,
    ) -> Result<Credential, CredentialError>;
    /// The version that the next secret of this credential must be sealed for.
    async fn next_secret_version(&self, owner: Uuid, id: Uuid) -> Result<u32, CredentialError>;
    /// Puts a new secret in the place of the present one, which stops working at once. `version` is what the new one
    /// was sealed for; [`CredentialError::VersionConflict`] says that another replacement came first.
    async fn replace_secret(
        &self,
        by: &StepUpAuthority,
        id: Uuid,
        version: u32,
        secret: NewSecret,
    ) -> Result<Credential, CredentialError>;
    async fn revoke_credential(&self, by: &SessionAuthority, id: Uuid)
    -> Result<Credential, CredentialError>;
    /// The present sealed secret, for its owner alone; that it was fetched is recorded.
    async fn fetch_secret(
        &self,
        by: &StepUpAuthority,
        id: Uuid,
        purpose: RevealPurpose,
    ) -> Result<StoredSecret, CredentialError>;
    /// The present pair, for a call that this server makes for the owner: nobody gets to see the secret, so nothing is
    /// recorded. Whether the owner's access is granted is for that call to find out.
    async fn own_pair(&self, by: &SessionAuthority, id: Uuid) -> Result<OwnPair, CredentialError>;
    /// Who holds this pair. `None` if there is no such pair, or either half is revoked or replaced.
    async fn key_holder(&self, api_key: &str, secret: SecretDigest) -> Result<Option<KeyHolder>, StoreError>;
    /// The end of this pair, for whoever presents both halves of one that worked once.
    async fn ended_pair(&self, api_key: &str, secret: SecretDigest) -> Result<Option<EndedPair>, StoreError>;
    /// Every sealing key that a stored secret or the audit log depends on.
    async fn sealing_keys_in_use(&self) -> Result<Vec<SealingKeyId>, StoreError>;
}
