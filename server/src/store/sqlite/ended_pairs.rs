//! Pairs that worked once.

use sqlx::{FromRow, SqliteConnection};
use uuid::Uuid;

use super::words::{read_word, word};
use super::writing::Writing;
use crate::clock::timestamp;
use crate::secrets::{KeyOwner, MacKey, Pair, SecretDigest};
use crate::store::StoreError;
use crate::store::credentials::{EndReason, EndedPair};

#[derive(FromRow)]
struct EndedRow {
    pair_mac: Vec<u8>,
    version: u32,
    credential_id: Uuid,
    user_id: Uuid,
    company_id: Uuid,
    reason: String,
    ended_at: i64,
}

/// Compares as [`super::credential_rows::find_holder`] does. A pair that was replaced before its key was revoked counts as
/// revoked, because no other secret of that key works either.
pub(super) async fn find_ended(
    db: &mut SqliteConnection,
    key: &MacKey,
    api_key: &str,
    secret: SecretDigest,
) -> Result<Option<EndedPair>, StoreError> {
    let rows: Vec<EndedRow> = sqlx::query_as(
        "SELECT e.pair_mac, e.version, e.credential_id, k.user_id, k.company_id, \
                CASE WHEN k.revoked_at IS NULL THEN e.reason ELSE 'revoked' END AS reason, \
                COALESCE(k.revoked_at, e.ended_at) AS ended_at \
         FROM credential k JOIN ended_secret e ON e.credential_id = k.id WHERE k.api_key = ?",
    )
    .bind(api_key)
    .fetch_all(db)
    .await?;
    let matching = rows.into_iter().find(|row| {
        let EndedRow { user_id, company_id, credential_id, version, .. } = *row;
        let owner = KeyOwner { user_id, company_id };
        Pair { owner, credential_id, version, api_key, secret }.verify(key, &row.pair_mac)
    });
    let Some(row) = matching else { return Ok(None) };
    Ok(Some(EndedPair { reason: read_word(&row.reason)?, at: timestamp(row.ended_at) }))
}

impl Writing<'_> {
    /// Ends the pairs of the credential: their HMACs are kept, their seals are not.
    pub(super) async fn end_secrets(
        &mut self,
        credential: Uuid,
        reason: EndReason,
    ) -> Result<(), StoreError> {
        let at = self.at();
        sqlx::query(
            "INSERT INTO ended_secret (credential_id, version, pair_mac, ended_at, reason) \
             SELECT credential_id, version, pair_mac, ?, ? FROM secret WHERE credential_id = ?",
        )
        .bind(at)
        .bind(word(reason)?)
        .bind(credential)
        .execute(self.db())
        .await?;
        sqlx::query("DELETE FROM secret WHERE credential_id = ?").bind(credential).execute(self.db()).await?;
        Ok(())
    }
}
