use clap::Args;

use super::{CliError, Operator};
use crate::settings::DataSettings;

/// Options of `audit verify`.
#[derive(Debug, Args)]
pub struct AuditVerify {
    #[command(flatten)]
    pub data: DataSettings,
}

impl AuditVerify {
    pub(super) async fn carry_out(&self, operator: &mut Operator<'_>) -> Result<(), CliError> {
        if let Some(entry) = operator.store.first_broken_audit_entry().await? {
            return Err(CliError::BrokenAuditLog { entry, database: operator.database.clone() });
        }
        let count = operator.store.audit_entries().await?;
        let entries = if count == 1 { "entry" } else { "entries" };
        let sentence = format!("The audit log in {} is whole: {count} {entries}.", operator.database);
        operator.console.say(&sentence).map_err(CliError::Output)
    }
}
