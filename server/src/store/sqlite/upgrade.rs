//! Upgrades that need keys, which a migration's SQL does not have.

use sqlx::{FromRow, SqliteConnection};
use uuid::Uuid;

use crate::secrets::{KeyOwner, Pair, SealBinding, SealedSecret, SealingKey, SecretDigest};
use crate::store::StoreError;

/// The migration that makes the database hold HMACs of secrets.
pub(super) const KEYED_PAIRS: i64 = 10;

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
