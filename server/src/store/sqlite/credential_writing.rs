//! The steps that acts on credentials are made of.

use latchkey_contract::activity::Act;
use latchkey_contract::event::LiveEvent;
use uuid::Uuid;

use super::accounts::find_user;
use super::authorize::Actor;
use super::credential_rows::{Owned, active_credential, credential_of, is_granted};
use super::writing::{Entry, Writing};
use crate::secrets::{KeyOwner, Pair};
use crate::store::StoreError;
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
        let key_owner = self.key_owner(owner).await?;
        if credential.owner != key_owner {
            return Err(StoreError::Corrupt(format!("the new credential {} is another's", credential.id)));
        }
        sqlx::query(
            "INSERT INTO credential (id, user_id, company_id, api_key, created_at, secret_created_at) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
        )
        .bind(credential.id)
        .bind(owner)
        .bind(key_owner.company_id)
        .bind(credential.api_key.as_str())
        .bind(by.at)
        .execute(self.db())
        .await?;
        let api_key = credential.api_key.as_str();
        self.insert_secret((key_owner, credential.id, api_key), 1, &credential.secret).await?;
        self.record(Entry::new(Act::CredentialCreated, owner).by(by).api_key(api_key)).await?;
        self.tell_of_credentials(owner).await?;
        self.tell_administrators_of(owner).await
    }

    /// The user and the company of their account.
    pub(super) async fn key_owner(&mut self, user: Uuid) -> Result<KeyOwner, StoreError> {
        let account = find_user(self.db(), user).await?.map(|user| user.account);
        let company = account.and_then(|account| account.company).ok_or(sqlx::Error::RowNotFound)?;
        Ok(KeyOwner { user_id: user, company_id: company.id })
    }

    pub(super) async fn insert_secret(
        &mut self,
        (owner, credential_id, api_key): (KeyOwner, Uuid, &str),
        version: u32,
        secret: &NewSecret,
    ) -> Result<(), StoreError> {
        let pair = Pair { owner, credential_id, version, api_key, secret: secret.digest };
        let mac = pair.mac(&self.store.keys.pairs);
        let at = self.at();
        sqlx::query(
            "INSERT INTO secret (credential_id, version, pair_mac, sealed, created_at) VALUES (?, ?, ?, ?, ?)",
        )
        .bind(credential_id)
        .bind(version)
        .bind(&mac[..])
        .bind(secret.sealed.as_bytes())
        .bind(at)
        .execute(self.db())
        .await?;
        Ok(())
    }

    pub(super) async fn tell_of_credentials(&mut self, owner: Uuid) -> Result<(), StoreError> {
        self.tell(Audience::User(owner), &LiveEvent::CredentialsChanged).await
    }
}
