//! Debian's package manager, used only as root.

use std::process::Command;
use std::sync::OnceLock;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::environment::is_there;
use crate::process;
use crate::step::say;

const LIMIT: Duration = Duration::from_secs(30 * 60);

/// Installs packages, or fails with the command that a person can run to install them.
pub(crate) fn install(what: &str, packages: &[&str]) -> Result<()> {
    let by_hand = format!("apt-get update && apt-get install --no-install-recommends {}", packages.join(" "));
    if !is_there("apt-get") {
        bail!("{what}: please install it with your system's package manager, then run this again");
    }
    if !nix::unistd::geteuid().is_root() {
        bail!("{what}: please run `sudo sh -c '{by_hand}'`, then run this again");
    }
    say(&format!("Installing {what}"));
    update()?;
    let mut command = apt_get(&["install", "-y", "--no-install-recommends"]);
    process::run(command.args(packages), LIMIT).with_context(|| format!("please try `{by_hand}` by hand"))
}

/// Asks for the list of packages, once.
fn update() -> Result<()> {
    static DONE: OnceLock<()> = OnceLock::new();
    if DONE.get().is_none() {
        process::run(&mut apt_get(&["update"]), LIMIT)?;
        let _ = DONE.set(());
    }
    Ok(())
}

fn apt_get(arguments: &[&str]) -> Command {
    let mut command = Command::new("apt-get");
    // A terminal of dpkg's own would stop it: it does not run in the foreground.
    command.args(["-q", "-o", "Dpkg::Use-Pty=0"]).args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    command
}
