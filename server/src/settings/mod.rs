//! The command line: flags over `LATCHKEY_*` environment over defaults, all of them in `--help`.

mod data;
mod listen;
mod serve;
mod trusted_proxy;

use clap::{Parser, Subcommand};

use crate::cli::{AdminCommand, AuditCommand, UserCommand};

pub use data::DataSettings;
pub use listen::{Refusal, Site};
pub use serve::{Approval, LogFormat, LogSettings, ServeSettings};
pub use trusted_proxy::{TrustedProxyError, parse_trusted_proxy, trusts_everybody};

/// The backend of Latchkey, the API-access portal of a cloud.
#[derive(Debug, Parser)]
#[command(name = "latchkey-server", version, propagate_version = true)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serves the portal until it is told to stop (Ctrl-C or SIGTERM).
    Serve(Box<ServeSettings>),
    /// Manages portal administrators.
    #[command(subcommand)]
    Admin(AdminCommand),
    /// Manages users of companies.
    #[command(subcommand)]
    User(UserCommand),
    /// Looks after the audit log.
    #[command(subcommand)]
    Audit(AuditCommand),
    /// Prints the OpenAPI 3.1 document of the REST API.
    Openapi,
}
