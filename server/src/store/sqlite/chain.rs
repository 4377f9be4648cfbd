//! The chain of audit entries: each one's mac is the HMAC of its predecessor's mac and of its own content, and the head
//! names the newest one under a seal of its own. It shows every change and removal to whoever holds the key; what it
//! cannot show by itself is a log that was emptied, head and all, or put back to an older state: a mark of it, kept elsewhere,
//! shows that.

use latchkey_contract::activity::Act;
use serde::Serialize;
use sqlx::{FromRow, SqliteConnection};
use uuid::Uuid;

use super::SqliteStore;
use super::words::word;
use super::writing::{Entry, Writing};
use crate::secrets::AuditKey;
use crate::store::StoreError;
use crate::store::audit::{AuditCheck, AuditMark};

/// What the first entry follows.
const START: [u8; 32] = [0; 32];
/// What an entry follows if the head was tampered with: the chain then shows a break here for good.
const BROKEN: [u8; 32] = [0xff; 32];
/// Entries read at once when the chain is checked.
const STEP: i64 = 1000;

/// An entry's content in the order in which the mac covers it. As JSON no two contents share their bytes.
#[derive(FromRow, Serialize)]
struct Content {
    id: Uuid,
    at: i64,
    act: String,
    subject_id: Uuid,
    actor_id: Option<Uuid>,
    actor_name: String,
    address: Option<String>,
    api_key: Option<String>,
    reason: Option<String>,
    // Not even as null where there is none: entries of before there were resources have their macs already.
    #[serde(skip_serializing_if = "Option::is_none")]
    resource_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resource_name: Option<String>,
}

#[derive(FromRow)]
struct Link {
    seq: i64,
    #[sqlx(flatten)]
    content: Content,
    mac: Vec<u8>,
}

#[derive(FromRow)]
struct Head {
    entry_id: Uuid,
    mac: Vec<u8>,
    seal: Vec<u8>,
}

impl Content {
    fn mac(&self, key: &AuditKey, predecessor: &[u8]) -> Result<[u8; 32], StoreError> {
        let content = serde_json::to_vec(self).map_err(|error| StoreError::Corrupt(error.to_string()))?;
        Ok(key.mac(&[b"entry", predecessor, &content]))
    }
}

impl Head {
    fn seal(key: &AuditKey, entry: Uuid, mac: &[u8]) -> [u8; 32] {
        key.mac(&[b"head ", entry.as_bytes(), mac])
    }

    fn is_genuine(&self, key: &AuditKey) -> bool {
        Self::seal(key, self.entry_id, &self.mac)[..] == self.seal
    }
}

impl Writing<'_> {
    pub(super) async fn append_to_chain(&mut self, entry: &Entry<'_>) -> Result<(), StoreError> {
        let key = self.store.keys.audit.clone();
        let by = entry.by.unwrap_or(&self.by);
        let content = Content {
            id: self.store.new_id(by.at),
            at: by.at,
            act: word::<Act>(entry.act)?,
            subject_id: entry.subject,
            actor_id: by.user_id,
            actor_name: by.name.clone(),
            address: by.address.clone(),
            api_key: entry.api_key.map(str::to_owned).or_else(|| by.api_key.clone()),
            reason: entry.reason.map(str::to_owned),
            resource_id: entry.resource.map(|(id, _)| id),
            resource_name: entry.resource.map(|(_, name)| name.to_owned()),
        };
        let predecessor = match head(self.db()).await? {
            Some(head) if head.is_genuine(&key) => head.mac,
            Some(_) => BROKEN.to_vec(),
            None => START.to_vec(),
        };
        let mac = content.mac(&key, &predecessor)?;
        insert_entry(self.db(), &content, &mac).await?;
        set_head(self.db(), &key, content.id, &mac).await
    }
}

impl SqliteStore {
    pub(super) async fn first_broken_link(&self) -> Result<Option<Uuid>, StoreError> {
        match check(&mut *self.reader.begin().await?, &self.keys.audit, None).await? {
            AuditCheck::Broken(entry) => Ok(Some(entry)),
            AuditCheck::Whole(_) | AuditCheck::Missing(_) => Ok(None),
        }
    }
}

/// Checks all entries, in a transaction of the caller's, and that those of `expected` are among them.
pub(super) async fn check(
    db: &mut SqliteConnection,
    key: &AuditKey,
    expected: Option<&AuditMark>,
) -> Result<AuditCheck, StoreError> {
    let (mut predecessor, mut entries) = (START.to_vec(), 0);
    let (mut seq, mut newest) = (0, None);
    let mut is_continued = expected.is_none_or(|mark| mark.entries == 0);
    loop {
        let links = links_after(db, seq).await?;
        let Some(last) = links.last() else { break };
        seq = last.seq;
        for link in links {
            if link.content.mac(key, &predecessor)?[..] != link.mac {
                return Ok(AuditCheck::Broken(link.content.id));
            }
            entries += 1;
            is_continued |= expected.is_some_and(|mark| mark.entries == entries && mark.mac[..] == link.mac);
            predecessor = link.mac;
            newest = Some(link.content.id);
        }
    }
    let broken = match head(db).await? {
        Some(head) if head.is_genuine(key) && Some(head.entry_id) == newest => None,
        Some(head) if Some(head.entry_id) != newest => Some(head.entry_id),
        _ => newest,
    };
    if let Some(entry) = broken {
        return Ok(AuditCheck::Broken(entry));
    }
    let mark = mark(entries, Some(predecessor))?;
    Ok(if is_continued { AuditCheck::Whole(mark) } else { AuditCheck::Missing(mark) })
}

/// The mark of a log with so many entries, of which the newest has this mac.
pub(super) fn mark(entries: u64, mac: Option<Vec<u8>>) -> Result<AuditMark, StoreError> {
    let mac = mac.map_or(Ok(START), TryInto::try_into);
    let mac = mac.map_err(|mac| StoreError::Corrupt(format!("a mac of {} bytes", mac.len())))?;
    Ok(AuditMark { entries, mac })
}

async fn head(db: &mut SqliteConnection) -> Result<Option<Head>, StoreError> {
    Ok(sqlx::query_as("SELECT entry_id, mac, seal FROM audit_head").fetch_optional(db).await?)
}

async fn set_head(
    db: &mut SqliteConnection,
    key: &AuditKey,
    entry: Uuid,
    mac: &[u8],
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT OR REPLACE INTO audit_head (one, entry_id, mac, seal, sealing_key) VALUES (1, ?, ?, ?, ?)",
    )
    .bind(entry)
    .bind(mac)
    .bind(&Head::seal(key, entry, mac)[..])
    .bind(&key.derived_from().0[..])
    .execute(db)
    .await?;
    Ok(())
}

async fn insert_entry(db: &mut SqliteConnection, content: &Content, mac: &[u8]) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO audit_entry (id, at, act, subject_id, actor_id, actor_name, address, api_key, reason, \
                                  resource_id, resource_name, mac) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(content.id)
    .bind(content.at)
    .bind(&content.act)
    .bind(content.subject_id)
    .bind(content.actor_id)
    .bind(&content.actor_name)
    .bind(&content.address)
    .bind(&content.api_key)
    .bind(&content.reason)
    .bind(content.resource_id)
    .bind(&content.resource_name)
    .bind(mac)
    .execute(db)
    .await?;
    Ok(())
}

async fn links_after(db: &mut SqliteConnection, seq: i64) -> Result<Vec<Link>, StoreError> {
    let sql = "SELECT seq, id, at, act, subject_id, actor_id, actor_name, address, api_key, reason, \
                      resource_id, resource_name, mac \
               FROM audit_entry WHERE seq > ? ORDER BY seq LIMIT ?";
    Ok(sqlx::query_as(sql).bind(seq).bind(STEP).fetch_all(db).await?)
}
