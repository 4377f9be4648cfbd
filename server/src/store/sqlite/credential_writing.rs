//! The steps that acts on credentials are made of.

use latchkey_contract::activity::Act;
use latchkey_contract::event::LiveEvent;
use uuid::Uuid;

use super::accounts::find_user;
use super::credential_rows::{Owned, active_credential, credential_of, is_granted};
use super::writing::{Entry, Writing};
use crate::store::StoreError;
use crate::store::audit::Actor;
use crate::store::credentials::{CredentialError, NewCredential, NewSecret};
use crate::store::events::Audience;

impl Writing<'_> {
    /// The owner's credential, if it is active and the owner's access is granted.
    pub(super) async fn usable_credential(
        &mut self,
        owner: Uuid,
        id: Uuid,
    ) -> Result<Owned, CredentialError> {
        let owned = credential_of(self.db(), owner, id).await?.ok_or(CredentialError::NotFound)?;
        owned.refuse_revoked()?;
        if is_granted(self.db(), owner).await? { Ok(owned) } else { Err(CredentialError::AccessDisabled) }
    }

    /// Stores the credential unless the user has an active one.
    pub(super) async fn ensure_credential(
        &mut self,
        owner: Uuid,
        credential: NewCredential,
        by: &Actor,
    ) -> Result<(), StoreError> {
        match active_credential(self.db(), owner).await? {
            Some(_) => Ok(()),
            None => self.insert_credential(owner, &credential, by).await,
        }
    }

    pub(super) async fn insert_credential(
        &mut self,
        owner: Uuid,
        credential: &NewCredential,
        by: &Actor,
    ) -> Result<(), StoreError> {
        let user = find_user(self.db(), owner).await?;
        let company = user.and_then(|user| user.account.company).ok_or(sqlx::Error::RowNotFound)?;
        sqlx::query(
            "INSERT INTO credential (id, user_id, company_id, api_key, created_at, secret_created_at) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
        )
        .bind(credential.id)
        .bind(owner)
        .bind(company.id)
        .bind(credential.api_key.as_str())
        .bind(by.at)
        .execute(self.db())
        .await?;
        self.insert_secret(credential.id, 1, &credential.secret, by.at).await?;
        let api_key = credential.api_key.as_str();
        self.record(Entry::new(Act::CredentialCreated, owner, by).api_key(api_key)).await?;
        self.tell_of_credentials(owner, by.at).await?;
        self.tell_administrators_of(owner, by.at).await
    }

    pub(super) async fn insert_secret(
        &mut self,
        credential: Uuid,
        version: u32,
        secret: &NewSecret,
        at: i64,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO secret (credential_id, version, digest, sealed, created_at) VALUES (?, ?, ?, ?, ?)",
        )
        .bind(credential)
        .bind(version)
        .bind(&secret.digest.as_bytes()[..])
        .bind(secret.sealed.as_bytes())
        .bind(at)
        .execute(self.db())
        .await?;
        Ok(())
    }

    pub(super) async fn delete_secrets(&mut self, credential: Uuid) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM secret WHERE credential_id = ?").bind(credential).execute(self.db()).await?;
        Ok(())
    }

    pub(super) async fn tell_of_credentials(&mut self, owner: Uuid, at: i64) -> Result<(), StoreError> {
        self.tell(Audience::User(owner), &LiveEvent::CredentialsChanged, at).await
    }
}
