//! Upgrades that need what a migration's SQL does not have: keys, and Unicode.

use std::collections::HashMap;

use sqlx::{FromRow, SqliteConnection};
use uuid::Uuid;

use crate::email_key::email_key;
use crate::secrets::{KeyOwner, Pair, SealBinding, SealedSecret, SealingKey, SecretDigest};
use crate::store::StoreError;

/// The migration that makes the database hold HMACs of secrets.
pub(super) const KEYED_PAIRS: i64 = 10;

/// The migration after which e-mail addresses are compared as [`email_key`] does.
pub(super) const EMAIL_KEYS: i64 = 13;

#[derive(FromRow)]
struct SecretRow {
    credential_id: Uuid,
    version: u32,
    sealed: Vec<u8>,
    user_id: Uuid,
    company_id: Uuid,
    api_key: String,
}

/// Seals every secret anew, for its owner, and puts the HMAC of the pair in the place of its digest. The digest is worked
/// out from the seal, which nobody can have made up.
pub(super) async fn key_pairs(db: &mut SqliteConnection, key: &SealingKey) -> Result<(), StoreError> {
    let rows: Vec<SecretRow> = sqlx::query_as(
        "SELECT s.credential_id, s.version, s.sealed, k.user_id, k.company_id, k.api_key \
         FROM secret s JOIN credential k ON k.id = s.credential_id",
    )
    .fetch_all(&mut *db)
    .await?;
    for row in rows {
        let owner = KeyOwner { user_id: row.user_id, company_id: row.company_id };
        let binding = SealBinding { owner, credential_id: row.credential_id, version: row.version };
        let plain = key.open_without_owner(&SealedSecret::from_bytes(row.sealed), &binding)?;
        let pair = Pair {
            owner,
            credential_id: row.credential_id,
            version: row.version,
            api_key: &row.api_key,
            secret: SecretDigest::of(plain.expose()),
        };
        sqlx::query("UPDATE secret SET sealed = ?, pair_mac = ? WHERE credential_id = ? AND version = ?")
            .bind(key.seal(&plain, &binding).as_bytes())
            .bind(&pair.mac(&key.store_keys().pairs)[..])
            .bind(row.credential_id)
            .bind(row.version)
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

#[derive(FromRow)]
struct EmailRow {
    id: Uuid,
    email: String,
    email_key: String,
}

/// Works out the keys of all e-mail addresses anew. Of accounts that become one key, the oldest gets it. The others keep
/// theirs, or take the oldest's former key if theirs is the one that it gets.
pub(super) async fn key_emails(db: &mut SqliteConnection) -> Result<(), StoreError> {
    let rows: Vec<EmailRow> =
        sqlx::query_as("SELECT id, email, email_key FROM account ORDER BY created_at, id")
            .fetch_all(&mut *db)
            .await?;
    let mut holders: HashMap<String, &EmailRow> = HashMap::new();
    for row in &rows {
        holders.entry(email_key(&row.email)).or_insert(row);
    }
    let mut changes = Vec::new();
    for row in &rows {
        let mut key = email_key(&row.email);
        if let Some(holder) = holders.get(&key).filter(|holder| holder.id != row.id) {
            tracing::warn!(
                user_id = %row.id, older_user_id = %holder.id,
                "two accounts have the same e-mail address, and only the older one can sign in with it"
            );
            key.clone_from(&row.email_key);
            // Ends: no two holders had the same key, and this account holds none.
            while let Some(holder) = holders.get(&key) {
                key.clone_from(&holder.email_key);
            }
        }
        if key != row.email_key {
            changes.push((row.id, key));
        }
    }
    // First out of the way: an account may get the key that another one still has.
    for (id, _) in &changes {
        set_email_key(db, *id, &id.to_string()).await?;
    }
    for (id, key) in &changes {
        set_email_key(db, *id, key).await?;
    }
    Ok(())
}

async fn set_email_key(db: &mut SqliteConnection, id: Uuid, key: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE account SET email_key = ? WHERE id = ?").bind(key).bind(id).execute(db).await?;
    Ok(())
}
