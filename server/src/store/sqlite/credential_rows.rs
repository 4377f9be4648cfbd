//! Rows of credentials and secrets, and the statements that read them.

use latchkey_contract::credential::{Credential, CredentialState, LastUse};
use sqlx::{FromRow, SqliteConnection};
use uuid::Uuid;

use super::access_rows::full_name;
use crate::clock::timestamp;
use crate::secrets::{KeyOwner, MacKey, Pair, SealedSecret, SecretDigest};
use crate::store::StoreError;
use crate::store::credentials::{CredentialError, KeyHolder};

/// Credentials that are listed at most: the active one and the newest revoked ones.
const LISTED: u32 = 200;

#[derive(FromRow)]
struct CredentialRow {
    id: Uuid,
    company_id: Uuid,
    api_key: String,
    created_at: i64,
    secret_version: u32,
    secret_created_at: i64,
    revoked_at: Option<i64>,
    #[sqlx(flatten)]
    last_used: LastUseRow,
}

/// All absent while the key is unused.
#[derive(FromRow)]
struct LastUseRow {
    used_at: Option<i64>,
    used_address: Option<String>,
    used_route: Option<String>,
}

impl From<LastUseRow> for Option<LastUse> {
    fn from(row: LastUseRow) -> Self {
        Some(LastUse { at: timestamp(row.used_at?), address: row.used_address?, route: row.used_route? })
    }
}

/// `SELECT` of a [`CredentialRow`], followed by what narrows it.
macro_rules! select_credential {
    ($rest:literal) => {
        concat!(
            "SELECT id, company_id, api_key, created_at, secret_version, secret_created_at, revoked_at, ",
            "u.at AS used_at, u.address AS used_address, u.method || ' ' || u.route AS used_route ",
            "FROM credential LEFT JOIN credential_use u ON u.credential_id = id ",
            $rest
        )
    };
}

/// A credential and the company it belongs to.
pub(super) struct Owned {
    pub(super) credential: Credential,
    pub(super) company_id: Uuid,
}

impl Owned {
    pub(super) fn refuse_revoked(&self) -> Result<(), CredentialError> {
        match self.credential.state {
            CredentialState::Active => Ok(()),
            CredentialState::Revoked => Err(CredentialError::Revoked),
        }
    }

    pub(super) fn next_version(&self) -> u32 {
        self.credential.secret_version.saturating_add(1)
    }
}

impl From<CredentialRow> for Owned {
    fn from(row: CredentialRow) -> Self {
        let state = if row.revoked_at.is_some() { CredentialState::Revoked } else { CredentialState::Active };
        let credential = Credential {
            id: row.id,
            api_key: row.api_key,
            state,
            created_at: timestamp(row.created_at),
            secret_created_at: timestamp(row.secret_created_at),
            secret_version: row.secret_version,
            revoked_at: row.revoked_at.map(timestamp),
            last_used: row.last_used.into(),
        };
        Self { credential, company_id: row.company_id }
    }
}

pub(super) async fn credentials_of(
    db: &mut SqliteConnection,
    owner: Uuid,
) -> Result<Vec<Credential>, StoreError> {
    let sql = select_credential!("WHERE user_id = ? ORDER BY created_at DESC, id DESC LIMIT ?");
    let rows: Vec<CredentialRow> = sqlx::query_as(sql).bind(owner).bind(LISTED).fetch_all(db).await?;
    Ok(rows.into_iter().map(|row| Owned::from(row).credential).collect())
}

pub(super) async fn credential_of(
    db: &mut SqliteConnection,
    owner: Uuid,
    id: Uuid,
) -> Result<Option<Owned>, StoreError> {
    let sql = select_credential!("WHERE id = ? AND user_id = ?");
    let row: Option<CredentialRow> = sqlx::query_as(sql).bind(id).bind(owner).fetch_optional(db).await?;
    Ok(row.map(Owned::from))
}

pub(super) async fn active_credential(
    db: &mut SqliteConnection,
    owner: Uuid,
) -> Result<Option<Uuid>, StoreError> {
    let sql = "SELECT id FROM credential WHERE user_id = ? AND revoked_at IS NULL";
    Ok(sqlx::query_scalar(sql).bind(owner).fetch_optional(db).await?)
}

pub(super) async fn is_granted(db: &mut SqliteConnection, user: Uuid) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM api_access x JOIN account a ON a.id = x.user_id \
               WHERE x.user_id = ? AND x.state = 'approved' AND a.disabled_at IS NULL)";
    Ok(sqlx::query_scalar(sql).bind(user).fetch_one(db).await?)
}

pub(super) async fn present_secret(
    db: &mut SqliteConnection,
    credential: Uuid,
) -> Result<(u32, SealedSecret), StoreError> {
    let sql = "SELECT version, sealed FROM secret WHERE credential_id = ? ORDER BY version DESC LIMIT 1";
    let row: Option<(u32, Vec<u8>)> = sqlx::query_as(sql).bind(credential).fetch_optional(db).await?;
    let (version, sealed) =
        row.ok_or_else(|| StoreError::Corrupt(format!("the active credential {credential} has no secret")))?;
    Ok((version, SealedSecret::from_bytes(sealed)))
}

#[derive(FromRow)]
struct HolderRow {
    pair_mac: Vec<u8>,
    version: u32,
    credential_id: Uuid,
    user_id: Uuid,
    company_id: Uuid,
    first_name: String,
    last_name: String,
    access_granted: bool,
}

impl HolderRow {
    fn owner(&self) -> KeyOwner {
        KeyOwner { user_id: self.user_id, company_id: self.company_id }
    }
}

/// The index finds the API key, which is public; the HMACs of its pairs are then compared in constant time.
pub(super) async fn find_holder(
    db: &mut SqliteConnection,
    key: &MacKey,
    api_key: &str,
    secret: SecretDigest,
) -> Result<Option<KeyHolder>, StoreError> {
    let rows: Vec<HolderRow> = sqlx::query_as(
        "SELECT s.pair_mac, s.version, k.id AS credential_id, k.user_id, k.company_id, a.first_name, a.last_name, \
                x.state = 'approved' AND a.disabled_at IS NULL AS access_granted \
         FROM credential k JOIN secret s ON s.credential_id = k.id JOIN account a ON a.id = k.user_id \
              JOIN api_access x ON x.user_id = k.user_id \
         WHERE k.api_key = ? AND k.revoked_at IS NULL",
    )
    .bind(api_key)
    .fetch_all(db)
    .await?;
    let matching = rows.into_iter().find(|row| {
        let HolderRow { credential_id, version, .. } = *row;
        Pair { owner: row.owner(), credential_id, version, api_key, secret }.verify(key, &row.pair_mac)
    });
    Ok(matching.map(|row| KeyHolder {
        credential_id: row.credential_id,
        secret_version: row.version,
        user_id: row.user_id,
        company_id: row.company_id,
        owner_name: full_name(&row.first_name, &row.last_name),
        access_granted: row.access_granted,
    }))
}
