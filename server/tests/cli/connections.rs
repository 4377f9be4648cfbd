//! Connections that somebody opens and never uses.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::timeout;

use crate::TestResult;

const PATIENCE: Duration = Duration::from_secs(20);

/// The program with few descriptors, ended on drop.
struct Program {
    child: Child,
    address: SocketAddr,
    _dir: TempDir,
}

impl Program {
    fn start(descriptors: u32) -> TestResult<Self> {
        let dir = TempDir::new()?;
        let script = format!("ulimit -n {descriptors} && exec \"$0\" serve --port 0");
        let mut child = Command::new("sh")
            .args(["-c", &script, env!("CARGO_BIN_EXE_latchkey-server")])
            .env("LATCHKEY_DATA", dir.path().join("data"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().ok_or("no output")?).read_line(&mut line)?;
        let address = line.trim().rsplit_once("http://").ok_or("not ready")?.1.parse()?;
        Ok(Self { child, address, _dir: dir })
    }

    /// A connection from this host of the loopback network.
    async fn connect(&self, host: u8) -> TestResult<TcpStream> {
        let socket = TcpSocket::new_v4()?;
        socket.bind(SocketAddr::from(([127, 0, 0, host], 0)))?;
        Ok(socket.connect(self.address).await?)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[tokio::test]
async fn silent_connections_of_one_client_leave_room_for_others() -> TestResult {
    let program = Program::start(256)?;
    let mut silent = Vec::new();
    for _ in 0..300 {
        silent.push(program.connect(1).await?);
    }
    let mut other = program.connect(2).await?;
    other.write_all(b"GET /healthz HTTP/1.1\r\nHost: portal\r\nConnection: close\r\n\r\n").await?;
    let mut answer = String::new();
    timeout(PATIENCE, other.read_to_string(&mut answer)).await??;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    Ok(())
}
