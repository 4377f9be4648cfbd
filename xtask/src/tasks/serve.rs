//! `cargo xtask serve` and `cargo xtask preview`: Trunk with live reload.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::web_build::Entry;
use crate::step::say;
use crate::tools::Web;
use crate::{process, project};

const POLL: Duration = Duration::from_millis(200);
/// Longer than anybody works in one go: only Ctrl-C ends it.
const NO_LIMIT: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// Builds, serves and rebuilds on every change, until Ctrl-C.
pub(crate) fn run(entry: Entry, port: u16) -> Result<()> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    drop(
        TcpListener::bind(address)
            .with_context(|| format!("port {port} is taken; choose another with --port"))?,
    );
    let mut trunk = Web::set_up()?.trunk(None)?;
    trunk.args(["serve", entry.page(), "--address", "127.0.0.1", "--port", &port.to_string()]);
    trunk.args(["--disable-address-lookup", "--dist"]).arg(project::root().join(entry.served_from()));
    say(&format!("Building {} (about 3 min at first, then seconds)", entry.name()));
    let mut running = process::start(&mut trunk)?;
    while TcpStream::connect(address).is_err() {
        if let Some(status) = running.ended()? {
            bail!("Trunk ended before it served anything ({status})");
        }
        thread::sleep(POLL);
    }
    println!("\n{} is ready at http://{address}", entry.title());
    let status = running.wait(NO_LIMIT)?;
    bail!("Trunk ended ({status})")
}
