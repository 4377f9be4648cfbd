use async_trait::async_trait;
use latchkey_contract::activity::Act;
use latchkey_contract::credential::{Credential, RevealPurpose};
use uuid::Uuid;

use super::SqliteStore;
use super::authorize::Authorize;
use super::credential_rows::{
    Owned, active_credential, credential_of, credentials_of, find_holder, is_granted, present_secret,
};
use super::ended_pairs::find_ended;
use super::writing::Entry;
use crate::secrets::{SealingKeyId, SecretDigest};
use crate::store::StoreError;
use crate::store::authority::{SessionAuthority, StepUpAuthority};
use crate::store::credentials::{
    CredentialError, Credentials, EndReason, EndedPair, KeyHolder, NewCredential, NewSecret, OwnPair,
    StoredSecret,
};

#[async_trait]
impl Credentials for SqliteStore {
    async fn credentials(&self, owner: Uuid) -> Result<Vec<Credential>, StoreError> {
        credentials_of(&mut *self.reader.acquire().await?, owner).await
    }

    async fn create_credential(
        &self,
        by: &StepUpAuthority,
        credential: NewCredential,
    ) -> Result<Credential, CredentialError> {
        let mut writing = self.begin(by).await?;
        let owner = by.0.user;
        if !is_granted(writing.db(), owner).await? {
            return Err(CredentialError::AccessDisabled);
        }
        if active_credential(writing.db(), owner).await?.is_some() {
            return Err(CredentialError::AlreadyActive);
        }
        let id = credential.id;
        let author = writing.by.clone();
        writing.insert_credential(owner, &credential, &author).await?;
        let created = credential_of(writing.db(), owner, id).await?.ok_or(CredentialError::NotFound)?;
        writing.commit().await?;
        Ok(created.credential)
    }

    async fn next_secret_version(&self, owner: Uuid, id: Uuid) -> Result<u32, CredentialError> {
        let mut db = self.reader.acquire().await.map_err(StoreError::from)?;
        let owned = credential_of(&mut db, owner, id).await?.ok_or(CredentialError::NotFound)?;
        owned.refuse_revoked()?;
        Ok(owned.next_version())
    }

    async fn replace_secret(
        &self,
        by: &StepUpAuthority,
        id: Uuid,
        version: u32,
        secret: NewSecret,
    ) -> Result<Credential, CredentialError> {
        let mut writing = self.begin(by).await?;
        let owner = by.0.user;
        let owned = writing.usable_credential(owner, id).await?;
        if owned.next_version() != version {
            return Err(CredentialError::VersionConflict);
        }
        let api_key = &owned.credential.api_key;
        let key_owner = writing.key_owner(owner).await?;
        if owned.company_id != key_owner.company_id {
            return Err(StoreError::Corrupt(format!("the credential {id} is in another company")).into());
        }
        writing.end_secrets(id, EndReason::Replaced).await?;
        writing.insert_secret((key_owner, id, api_key), version, &secret).await?;
        let at = writing.at();
        sqlx::query("UPDATE credential SET secret_version = ?, secret_created_at = ? WHERE id = ?")
            .bind(version)
            .bind(at)
            .bind(id)
            .execute(writing.db())
            .await?;
        writing.record(Entry::new(Act::SecretReplaced, owner).api_key(api_key)).await?;
        writing.tell_of_credentials(owner).await?;
        let replaced = credential_of(writing.db(), owner, id).await?.ok_or(CredentialError::NotFound)?;
        writing.commit().await?;
        Ok(replaced.credential)
    }

    async fn revoke_credential(
        &self,
        by: &SessionAuthority,
        id: Uuid,
    ) -> Result<Credential, CredentialError> {
        let mut writing = self.begin(by).await?;
        let owner = by.user;
        let owned = credential_of(writing.db(), owner, id).await?.ok_or(CredentialError::NotFound)?;
        owned.refuse_revoked()?;
        writing.end_secrets(id, EndReason::Revoked).await?;
        let at = writing.at();
        sqlx::query("UPDATE credential SET revoked_at = ? WHERE id = ?")
            .bind(at)
            .bind(id)
            .execute(writing.db())
            .await?;
        let api_key = &owned.credential.api_key;
        writing.record(Entry::new(Act::CredentialRevoked, owner).api_key(api_key)).await?;
        writing.tell_of_credentials(owner).await?;
        writing.tell_administrators_of(owner).await?;
        let revoked = credential_of(writing.db(), owner, id).await?.ok_or(CredentialError::NotFound)?;
        writing.commit().await?;
        Ok(revoked.credential)
    }

    async fn fetch_secret(
        &self,
        by: &StepUpAuthority,
        id: Uuid,
        purpose: RevealPurpose,
    ) -> Result<StoredSecret, CredentialError> {
        let mut writing = self.begin(by).await?;
        let owner = by.0.user;
        let Owned { credential, .. } = writing.usable_credential(owner, id).await?;
        let (version, sealed) = present_secret(writing.db(), id).await?;
        let act = match purpose {
            RevealPurpose::Show => Act::SecretRevealed,
            RevealPurpose::Copy => Act::SecretCopied,
        };
        writing.record(Entry::new(act, owner).api_key(&credential.api_key)).await?;
        writing.commit().await?;
        Ok(StoredSecret { version, sealed })
    }

    async fn own_pair(&self, by: &SessionAuthority, id: Uuid) -> Result<OwnPair, CredentialError> {
        // One snapshot, or the secret could be gone in between.
        let mut db = self.reader.begin().await.map_err(StoreError::from)?;
        by.authorize(&mut db, self.clock.now()).await?;
        let owned = credential_of(&mut db, by.user, id).await?.ok_or(CredentialError::NotFound)?;
        owned.refuse_revoked()?;
        let (version, sealed) = present_secret(&mut db, id).await?;
        Ok(OwnPair { api_key: owned.credential.api_key, secret: StoredSecret { version, sealed } })
    }

    async fn key_holder(&self, api_key: &str, secret: SecretDigest) -> Result<Option<KeyHolder>, StoreError> {
        find_holder(&mut *self.reader.acquire().await?, &self.keys.pairs, api_key, secret).await
    }

    async fn ended_pair(&self, api_key: &str, secret: SecretDigest) -> Result<Option<EndedPair>, StoreError> {
        find_ended(&mut *self.reader.acquire().await?, &self.keys.pairs, api_key, secret).await
    }

    async fn sealing_keys_in_use(&self) -> Result<Vec<SealingKeyId>, StoreError> {
        // Bytes 2 to 9 of a sealed secret name its key.
        let ids: Vec<Vec<u8>> = sqlx::query_scalar(
            "SELECT sealing_key FROM audit_head UNION SELECT substr(sealed, 2, 8) FROM secret ORDER BY 1",
        )
        .fetch_all(&self.reader)
        .await?;
        ids.into_iter()
            .map(|id| id.try_into().map(SealingKeyId))
            .collect::<Result<_, _>>()
            .map_err(|id| StoreError::Corrupt(format!("{id:?} names no sealing key")))
    }
}
