use std::collections::HashMap;

use async_trait::async_trait;
use latchkey_contract::Page;
use latchkey_contract::activity::Activity;
use latchkey_contract::resource::LastChange;
use uuid::Uuid;

use super::{PageRequest, StoreError};

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
