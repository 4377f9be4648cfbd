use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};

pub(crate) const PASSWORD: &str = "correct horse battery staple";

/// The program, serving the demo. Killed on drop.
pub(crate) struct Program {
    process: Child,
    pub(crate) address: SocketAddr,
}

impl Program {
    /// Starts it on the data in `dir` and waits until it answers.
    pub(crate) fn start(dir: &Path) -> Self {
        Self::start_with(dir, &[])
    }

    /// As [`Self::start`], with these paths in its environment.
    pub(crate) fn start_with(dir: &Path, environment: &[(&str, &Path)]) -> Self {
        let arguments = ["serve", "--demo", "--approve", "auto", "--port", "0", "--restapi-calls", "1000000"];
        let mut process = Command::new(env!("CARGO_BIN_EXE_latchkey-server"))
            .args(arguments)
            .env_clear()
            .env("LATCHKEY_DATA", dir.join("data"))
            .env("LATCHKEY_DEMO_PASSWORD", PASSWORD)
            .env("LATCHKEY_TIME_SCALE", "200")
            .env("LATCHKEY_LOG", "error")
            .envs(environment.iter().copied())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first_line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut first_line).unwrap();
        let address = first_line.trim().rsplit_once("//").and_then(|(_, address)| address.parse().ok());
        let address = address.unwrap_or_else(|| panic!("it said {first_line:?}"));
        Self { process, address }
    }

    /// Ends it as a power cut would.
    pub(crate) fn kill(mut self) {
        self.end();
    }

    fn end(&mut self) {
        // SIGKILL, which leaves it no time for anything.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.end();
    }
}
