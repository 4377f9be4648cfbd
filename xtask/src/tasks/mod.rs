//! What `cargo xtask` can be asked for, one module a command.

pub(crate) mod bundle_css;
mod compress;
pub(crate) mod release;
pub(crate) mod screenshots;
pub(crate) mod serve;
mod server;
pub(crate) mod setup;
pub(crate) mod size;
pub(crate) mod start;
pub(crate) mod test;
pub(crate) mod web_build;
pub(crate) mod web_runner;
