use clap::Args;

use super::{CliError, Console};
use crate::settings::DataSettings;
use crate::store::audit::{AuditCheck, AuditMark};
use crate::store::sqlite::AuditFile;

/// Options of `audit verify`.
#[derive(Debug, Args)]
pub struct AuditVerify {
    #[command(flatten)]
    pub data: DataSettings,
    /// Mark of the audit log at an earlier time, as this command and the server's log give it: the number of entries, a
    /// colon, and the mac of the newest. Fails if one of those entries is missing
    #[arg(long, value_name = "COUNT:MAC")]
    pub expect: Option<AuditMark>,
}

impl AuditVerify {
    pub(super) async fn carry_out(
        &self,
        log: &mut AuditFile,
        database: &str,
        console: &mut Console,
    ) -> Result<(), CliError> {
        let database = database.to_owned();
        match (log.check(self.expect.as_ref()).await?, &self.expect) {
            (AuditCheck::Broken(entry), _) => Err(CliError::BrokenAuditLog { entry, database }),
            (AuditCheck::Missing(found), Some(expected)) => {
                Err(CliError::OutdatedAuditLog { database, found: found.entries, expected: expected.entries })
            }
            (AuditCheck::Whole(mark) | AuditCheck::Missing(mark), _) => {
                let entries = if mark.entries == 1 { "entry" } else { "entries" };
                let sentence = format!("The audit log in {database} is whole: {} {entries}.", mark.entries);
                console.say(&sentence).map_err(CliError::Output)?;
                console.say(&mark.to_string()).map_err(CliError::Output)
            }
        }
    }
}
