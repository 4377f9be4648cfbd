use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

use async_trait::async_trait;
use data_encoding::{HEXLOWER, HEXLOWER_PERMISSIVE};
use latchkey_contract::Page;
use latchkey_contract::activity::Activity;
use latchkey_contract::resource::LastChange;
use uuid::Uuid;

use super::{PageRequest, StoreError};

/// A state of the audit log, by which a later one can be recognised as its continuation. As text it is `COUNT:MAC`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditMark {
    /// The number of entries.
    pub entries: u64,
    /// The mac of the newest; zeros where there is none.
    pub mac: [u8; 32],
}

#[derive(Debug, thiserror::Error)]
#[error("write it as it was printed, COUNT:MAC, the mac as 64 hexadecimal digits")]
pub struct AuditMarkError;

impl fmt::Display for AuditMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.entries, HEXLOWER.encode(&self.mac))
    }
}

impl FromStr for AuditMark {
    type Err = AuditMarkError;

    fn from_str(text: &str) -> Result<Self, AuditMarkError> {
        let (entries, mac) = text.trim().split_once(':').ok_or(AuditMarkError)?;
        let mac = HEXLOWER_PERMISSIVE.decode(mac.as_bytes()).map_err(|_| AuditMarkError)?;
        Ok(Self {
            entries: entries.parse().map_err(|_| AuditMarkError)?,
            mac: mac.try_into().map_err(|_| AuditMarkError)?,
        })
    }
}

/// Outcome of a check of the audit log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuditCheck {
    /// Nothing was changed or removed.
    Whole(AuditMark),
    /// This is the first entry that was changed, or whose predecessor was removed; where the newest were removed, the newest
    /// that should be there.
    Broken(Uuid),
    /// The chain is whole, and does not go on from where it is known to have been.
    Missing(AuditMark),
}

#[async_trait]
pub trait AuditLog {
    /// What was done by or to an account, newest first.
    async fn activity(&self, user: Uuid, page: PageRequest) -> Result<Page<Activity>, StoreError>;
    /// What was done last to each of these resources, by their ids. One that no key ever changed is left out.
    async fn last_changes(&self, resources: &[Uuid]) -> Result<HashMap<Uuid, LastChange>, StoreError>;
    /// The mark of the log as it is now. Nothing is checked.
    async fn audit_mark(&self) -> Result<AuditMark, StoreError>;
    /// Checks the chain of entries from the first on. Returns the id of the first entry that was changed, or whose
    /// predecessor was removed; where the newest entries were removed, the id of the newest that should be there.
    async fn first_broken_audit_entry(&self) -> Result<Option<Uuid>, StoreError>;
}
