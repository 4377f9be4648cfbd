use std::net::IpAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;

use clap::builder::FalseyValueParser;
use clap::{Args, ValueEnum};
use ipnet::IpNet;
use url::Url;

use super::{DataSettings, parse_trusted_proxy};

/// Settings of `latchkey-server serve`.
#[derive(Clone, Debug, Args)]
pub struct ServeSettings {
    #[command(flatten)]
    pub data: DataSettings,
    #[command(flatten)]
    pub log: LogSettings,
    /// Address to listen on. Anything but a loopback address needs an https --public-url
    #[arg(long, env = "LATCHKEY_LISTEN", value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub listen: IpAddr,
    /// Port to listen on; 0 takes a free one
    #[arg(long, env = "LATCHKEY_PORT", default_value_t = 8080)]
    pub port: u16,
    /// The address people open, e.g. https://portal.example. It decides on cookies and on which pages may act; the Host
    /// header never does [default: http://127.0.0.1:PORT]
    #[arg(long, env = "LATCHKEY_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<Url>,
    /// Tell browsers to use https for every subdomain of the public URL's host too (HSTS includeSubDomains). Needs an
    /// https --public-url
    #[arg(long, env = "LATCHKEY_HSTS_INCLUDE_SUBDOMAINS", value_parser = FalseyValueParser::new())]
    pub hsts_include_subdomains: bool,
    /// Network or address of a reverse proxy whose X-Forwarded-For is believed, e.g. 10.0.0.0/8 or 127.0.0.1. Repeatable;
    /// in the environment separated by commas
    #[arg(
        long,
        env = "LATCHKEY_TRUSTED_PROXY",
        value_name = "CIDR",
        value_delimiter = ',',
        value_parser = parse_trusted_proxy
    )]
    pub trusted_proxy: Vec<IpNet>,
    /// Who decides on requests for API access: an administrator, or the backend by itself
    #[arg(long, env = "LATCHKEY_APPROVE", value_enum, default_value_t = Approval::Admin)]
    pub approve: Approval,
    /// Fill an empty database with demo accounts and resources. Listens on a loopback address only. The variable
    /// LATCHKEY_DEMO_PASSWORD may hold the password of the accounts; otherwise the first start makes one up
    #[arg(long, env = "LATCHKEY_DEMO", value_parser = FalseyValueParser::new())]
    pub demo: bool,
    /// What the embedded cloud offers: zones, offerings and templates, in one JSON file. Read at the start
    #[arg(long, env = "LATCHKEY_CATALOGUE", value_name = "FILE")]
    pub catalogue: Option<PathBuf>,
    /// Serve the web app from this directory instead of the one built in
    #[arg(long, env = "LATCHKEY_WEB", value_name = "DIR")]
    pub web: Option<PathBuf>,
    /// What the web app reads as config.json: links of menu entries, hidden entries. Read again whenever it is asked for
    #[arg(long, env = "LATCHKEY_PORTAL_CONFIG", value_name = "FILE")]
    pub portal_config: Option<PathBuf>,
    /// Wrong passwords that one account may have at one client address before delays begin; ten times as many for all
    /// accounts at that address
    #[arg(long, env = "LATCHKEY_SIGN_IN_FAILURES", value_name = "N", default_value = "10")]
    pub sign_in_failures: NonZeroU32,
    /// Wrong pairs of API key and secret key a minute that one client address may present before it is held back
    #[arg(long, env = "LATCHKEY_RESTAPI_FAILURES", value_name = "N", default_value = "60")]
    pub restapi_failures: NonZeroU32,
    /// Calls a minute that one API key may make, all of them at once if need be, before it is held back
    #[arg(long, env = "LATCHKEY_RESTAPI_CALLS", value_name = "N", default_value = "600")]
    pub restapi_calls: NonZeroU32,
    /// How many times as fast the embedded cloud creates, starts, stops and destroys. Builds for tests only
    #[cfg(debug_assertions)]
    #[arg(long, env = "LATCHKEY_TIME_SCALE", value_name = "N", default_value = "1", hide = true)]
    pub time_scale: NonZeroU32,
}

impl ServeSettings {
    /// How many times as fast as it would be the embedded cloud is. Always 1 in what ships.
    pub fn time_scale(&self) -> NonZeroU32 {
        #[cfg(debug_assertions)]
        return self.time_scale;
        #[cfg(not(debug_assertions))]
        NonZeroU32::MIN
    }
}

/// Who decides on requests for API access.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Approval {
    /// An administrator decides.
    Admin,
    /// The backend approves every request in the same act.
    Auto,
}

/// What is logged, and how. The log goes to standard error.
#[derive(Clone, Debug, Args)]
pub struct LogSettings {
    /// Lowest level that is logged (error, warn, info, debug, trace), or a filter such as info,latchkey_server=debug
    #[arg(long, env = "LATCHKEY_LOG", value_name = "FILTER", default_value = "info")]
    pub log: String,
    /// Form of the log
    #[arg(long, env = "LATCHKEY_LOG_FORMAT", value_enum, default_value_t = LogFormat::Text)]
    pub log_format: LogFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// Lines for people.
    Text,
    /// One JSON object a line.
    Json,
}
