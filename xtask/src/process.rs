//! Running commands: with a time limit, without a terminal, and never outliving this program.
//!
//! Each command gets a process group of its own, so that a time-out or a Ctrl-C also ends the browsers and servers that
//! the command started.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use nix::sys::signal::{Signal, killpg};
use nix::unistd::Pid;

use crate::step::readable;

const POLL: Duration = Duration::from_millis(50);
/// How long a command may take to end after it was asked to.
const GRACE: Duration = Duration::from_secs(5);

/// Set once a signal was received: what fails from then on fails because it was ended.
static ENDING: AtomicBool = AtomicBool::new(false);
static GROUPS: Mutex<Vec<Pid>> = Mutex::new(Vec::new());

/// Ends every running command, and then this program, on Ctrl-C or a termination signal.
pub(crate) fn end_children_on_signals() -> Result<()> {
    ctrlc::set_handler(|| {
        ENDING.store(true, Ordering::SeqCst);
        let groups = GROUPS.lock().unwrap_or_else(PoisonError::into_inner).clone();
        for group in &groups {
            let _ = killpg(*group, Signal::SIGTERM);
        }
        thread::sleep(if groups.is_empty() { Duration::ZERO } else { Duration::from_millis(500) });
        for group in &groups {
            let _ = killpg(*group, Signal::SIGKILL);
        }
        std::process::exit(130);
    })
    .context("could not listen for Ctrl-C")
}

/// Runs a command whose output goes to the terminal; fails when it fails or runs longer than `limit`.
pub(crate) fn run(command: &mut Command, limit: Duration) -> Result<()> {
    let mut running = Running::spawn(command)?;
    let status = running.wait(limit)?;
    succeeded(&running.name, status)
}

/// Runs a command whose standard output is shown and also returned line by line, with how it ended.
pub(crate) fn watch(command: &mut Command, limit: Duration) -> Result<(ExitStatus, Vec<String>)> {
    let mut running = Running::spawn(command.stdout(Stdio::piped()))?;
    let output = running.child.stdout.take().context("the command has no output")?;
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut reader = BufReader::new(output);
        let mut line = Vec::new();
        while matches!(reader.read_until(b'\n', &mut line), Ok(length) if length > 0) {
            let _ = std::io::stdout().lock().write_all(&line);
            if sender.send(String::from_utf8_lossy(&line).trim_end().to_owned()).is_err() {
                break;
            }
            line.clear();
        }
    });
    let status = running.wait(limit)?;
    // A leftover child of the command may hold its output open.
    running.end();
    let mut lines = Vec::new();
    loop {
        match receiver.recv_timeout(GRACE) {
            Ok(line) => lines.push(line),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return Ok((status, lines)),
        }
    }
}

/// What a short command prints on its standard output; fails when it fails. Its errors are not shown.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let name = name_of(command);
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("could not start {name}"))?;
    if !output.status.success() {
        let errors = String::from_utf8_lossy(&output.stderr);
        bail!("{name} failed ({}): {}", output.status, errors.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Starts a command and returns at once; it ends with this program.
pub(crate) fn start(command: &mut Command) -> Result<Running> {
    Running::spawn(command)
}

/// Becomes the command: signals reach it directly and its exit code is ours. Returns only if it cannot be started.
pub(crate) fn become_command(command: &mut Command) -> Result<()> {
    let error = command.exec();
    Err(error).with_context(|| format!("could not start {}", name_of(command)))
}

fn succeeded(name: &str, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("{name} failed ({status})");
    }
    Ok(())
}

/// A running command. Dropping it ends the command and all that the command started.
pub(crate) struct Running {
    child: Child,
    group: Pid,
    name: String,
}

impl Running {
    fn spawn(command: &mut Command) -> Result<Self> {
        let name = name_of(command);
        let child = command
            .stdin(Stdio::null())
            .process_group(0)
            .spawn()
            .with_context(|| format!("could not start {name}; is it installed?"))?;
        let group = Pid::from_raw(i32::try_from(child.id()).context("a process id out of range")?);
        GROUPS.lock().unwrap_or_else(PoisonError::into_inner).push(group);
        Ok(Self { child, group, name })
    }

    /// Waits until the command ends, and ends it after `limit`.
    pub(crate) fn wait(&mut self, limit: Duration) -> Result<ExitStatus> {
        let deadline = Instant::now() + limit;
        while Instant::now() < deadline {
            if let Some(status) = self.ended()? {
                return Ok(status);
            }
            thread::sleep(POLL);
        }
        self.end();
        bail!("{} was ended because it ran longer than {}", self.name, readable(limit))
    }

    /// How the command ended, if it has.
    pub(crate) fn ended(&mut self) -> Result<Option<ExitStatus>> {
        let status = self.child.try_wait().with_context(|| format!("could not wait for {}", self.name))?;
        while status.is_some() && ENDING.load(Ordering::SeqCst) {
            thread::park();
        }
        Ok(status)
    }

    fn end(&mut self) {
        let _ = killpg(self.group, Signal::SIGTERM);
        let deadline = Instant::now() + GRACE;
        while matches!(self.child.try_wait(), Ok(None)) && Instant::now() < deadline {
            thread::sleep(POLL);
        }
        let _ = killpg(self.group, Signal::SIGKILL);
        let _ = self.child.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
        GROUPS.lock().unwrap_or_else(PoisonError::into_inner).retain(|group| *group != self.group);
    }
}

fn name_of(command: &Command) -> String {
    let program = command.get_program().to_string_lossy();
    let first = command.get_args().next().map(|argument| format!(" {}", argument.to_string_lossy()));
    format!("`{}{}`", program.rsplit('/').next().unwrap_or(&program), first.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn a_command_that_hangs_is_ended_with_its_children() {
        let started = Instant::now();
        let error =
            run(&mut shell("sleep 30 & sleep 30"), Duration::from_millis(200)).map(|()| String::new());
        assert!(error.is_err_and(|error| error.to_string().contains("ran longer than")));
        assert!(started.elapsed() < Duration::from_secs(10));
    }

    #[test]
    fn output_is_read_even_when_a_leftover_child_holds_it_open() -> Result<()> {
        let (status, lines) =
            watch(&mut shell("echo one; echo two; sleep 30 & exit 3"), Duration::from_secs(10))?;
        assert_eq!(status.code(), Some(3));
        assert_eq!(lines, ["one", "two"]);
        Ok(())
    }

    #[test]
    fn a_failure_names_the_command() {
        let error = run(&mut shell("exit 1"), Duration::from_secs(10)).map_err(|error| error.to_string());
        assert_eq!(error, Err("`sh -c` failed (exit status: 1)".to_owned()));
    }
}
