use latchkey_contract::credential::{Credential, RevealPurpose, RevealSecret, RevealedSecret};
use latchkey_contract::key_test::KeyTest;
use uuid::Uuid;

use super::client::{nothing, written};
use super::{Api, ApiError, IdempotencyKey, Method};

const CREDENTIALS: &str = "/api/v1/credentials";

impl Api {
    /// A new pair, once the old one is revoked.
    pub async fn create_credential(self, key: &IdempotencyKey) -> Result<Credential, ApiError> {
        self.create(CREDENTIALS.into(), nothing(), key).await
    }

    /// Fetches the secret key for one act. Keep no reference to it after that.
    pub async fn reveal_secret(self, id: Uuid, purpose: RevealPurpose) -> Result<RevealedSecret, ApiError> {
        self.call(
            Method::Post,
            format!("{CREDENTIALS}/{id}/secret/reveal"),
            written(&RevealSecret { purpose }),
        )
        .await
    }

    /// The old secret key stops at once.
    pub async fn replace_secret(self, id: Uuid) -> Result<Credential, ApiError> {
        self.call(Method::Post, format!("{CREDENTIALS}/{id}/secret/replace"), nothing()).await
    }

    /// Has the backend make a call with the key, and tells what came back.
    pub async fn test_credential(self, id: Uuid) -> Result<KeyTest, ApiError> {
        self.call(Method::Post, format!("{CREDENTIALS}/{id}/test"), nothing()).await
    }

    pub async fn revoke_credential(self, id: Uuid) -> Result<Credential, ApiError> {
        self.call(Method::Post, format!("{CREDENTIALS}/{id}/revoke"), nothing()).await
    }
}
