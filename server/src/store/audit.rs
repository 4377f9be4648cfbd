use std::collections::HashMap;

use async_trait::async_trait;
use latchkey_contract::Page;
use latchkey_contract::activity::Activity;
use latchkey_contract::resource::LastChange;
use uuid::Uuid;

use super::{PageRequest, StoreError};

/// Who does something, as the audit log records it.
#[derive(Clone, Debug)]
pub struct Actor {
    /// `None` for the server itself and for the operator at the command line.
    pub user_id: Option<Uuid>,
    /// As shown to people, e.g. `Ada Admin` or `Operator`.
    pub name: String,
    /// The client's address, where there is one.
    pub address: Option<String>,
    /// UTC milliseconds.
    pub at: i64,
}

impl Actor {
    /// Whoever runs the server, at the command line or by its settings.
    pub fn operator(at: i64) -> Self {
        Self { user_id: None, name: "Operator".to_owned(), address: None, at }
    }
}

#[async_trait]
pub trait AuditLog {
    /// What was done by or to an account, newest first.
    async fn activity(&self, user: Uuid, page: PageRequest) -> Result<Page<Activity>, StoreError>;
    /// What was done last to each of these resources, by their ids. One that no key ever changed is left out.
    async fn last_changes(&self, resources: &[Uuid]) -> Result<HashMap<Uuid, LastChange>, StoreError>;
    /// How many entries there are.
    async fn audit_entries(&self) -> Result<u64, StoreError>;
    /// Checks the chain of entries from the first on. Returns the id of the first entry that was changed, or whose
    /// predecessor was removed; where the newest entries were removed, the id of the newest that should be there.
    async fn first_broken_audit_entry(&self) -> Result<Option<Uuid>, StoreError>;
}
