use std::ffi::OsStr;
use std::fs::{self, Permissions};
use std::io::{self, BufRead, BufReader, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use latchkey_server::clock::SystemClock;
use latchkey_server::data_dir::DataDir;
use latchkey_server::store::accounts::Accounts;
use latchkey_server::store::authority::OperatorAuthority;
use latchkey_server::store::events::Events;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};
use tempfile::TempDir;

use crate::TestResult;

const GOOD: &str = "a long enough password";
/// The account without rights.
const NOBODY: u32 = 65534;
const PATIENCE: Duration = Duration::from_secs(30);

fn run(data: &Path, words: &[&str], piped: &str) -> TestResult<Output> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_latchkey-server"))
        .args(words)
        .env_clear()
        .env("LATCHKEY_DATA", data)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    // A program that refuses at once does not read.
    program.stdin.take().ok_or("no stdin")?.write_all(piped.as_bytes()).ok();
    Ok(program.wait_with_output()?)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[tokio::test]
async fn it_works_on_the_database_of_a_running_server() -> TestResult {
    let dir = TempDir::new()?;
    let data = dir.path().join("data");
    let server = DataDir::new(&data, None).open(None, Arc::new(SystemClock)).await?;
    let since = server.store.newest_event().await?;
    let words = ["user", "create", "--email", "dana@demo.example", "--company", "Demo Ltd"];
    let words = [&words[..], &["--first-name", "Dana", "--last-name", "Demo"]].concat();
    let output = run(&data, &words, &format!("{GOOD}\n"))?;
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout), "Created dana@demo.example as a user of Demo Ltd.\n");
    assert!(server.store.user_by_email("dana@demo.example").await?.is_some());
    assert!(server.store.newest_event().await? > since);
    Ok(())
}

#[test]
fn a_refusal_is_one_sentence_and_a_failure() -> TestResult {
    let dir = TempDir::new()?;
    let output =
        run(&dir.path().join("data"), &["admin", "create", "--email", "ada@portal.example"], "short\n")?;
    assert!(!output.status.success());
    assert_eq!(text(&output.stderr), "latchkey-server: password: Choose one of 12 to 256 characters.\n");
    assert_eq!(text(&output.stdout), "");
    Ok(())
}

#[test]
fn a_sealing_key_that_is_no_text_is_refused() -> TestResult {
    let dir = TempDir::new()?;
    let output = Command::new(env!("CARGO_BIN_EXE_latchkey-server"))
        .args([
            "admin",
            "create",
            "--email",
            "ada@portal.example",
            "--first-name",
            "Ada",
            "--last-name",
            "Byron",
        ])
        .env_clear()
        .env("LATCHKEY_DATA", dir.path().join("data"))
        .env("LATCHKEY_SEALING_KEY", OsStr::from_bytes(b"\xff"))
        .stdin(Stdio::null())
        .output()?;
    assert!(!output.status.success());
    assert!(text(&output.stderr).contains("sealing key"), "{}", text(&output.stderr));
    assert!(!dir.path().join("data.sealing.key").exists());
    Ok(())
}

#[test]
fn a_database_that_is_not_there_is_not_made() -> TestResult {
    let dir = TempDir::new()?;
    let data = dir.path().join("mistyped");
    let on_nobody = ["--email", "dana@demo.example"];
    for words in [
        [&["user", "disable"][..], &on_nobody].concat(),
        [&["user", "enable"][..], &on_nobody].concat(),
        [&["user", "reset"][..], &on_nobody].concat(),
        vec!["audit", "verify"],
    ] {
        let output = run(&data, &words, GOOD)?;
        assert!(!output.status.success(), "{words:?}");
        let sentence = format!(
            "latchkey-server: there is no database {}; check --data\n",
            data.join("latchkey.db").display()
        );
        assert_eq!(text(&output.stderr), sentence, "{words:?}");
        assert_eq!(dir.path().read_dir()?.count(), 0, "{words:?} leaves nothing behind");
    }
    Ok(())
}

#[tokio::test]
async fn a_whole_audit_log_is_a_success_and_a_changed_one_is_none() -> TestResult {
    let dir = TempDir::new()?;
    let data = dir.path().join("data");
    let words = ["admin", "create", "--email", "ada@portal.example"];
    assert!(run(&data, &words, &format!("{GOOD}\n"))?.status.success());
    let whole = run(&data, &["audit", "verify"], "")?;
    assert!(whole.status.success(), "{}", text(&whole.stderr));
    assert!(text(&whole.stdout).contains(" is whole: 1 entry.\n1:"), "{}", text(&whole.stdout));
    let mut hand = SqliteConnectOptions::new().filename(data.join("latchkey.db")).connect().await?;
    sqlx::raw_sql("DELETE FROM audit_entry").execute(&mut hand).await?;
    hand.close().await?;
    let broken = run(&data, &["audit", "verify"], "")?;
    assert!(!broken.status.success());
    assert!(text(&broken.stderr).contains(" is broken at the entry "), "{}", text(&broken.stderr));
    Ok(())
}

/// A copy of the database that nobody may write, neither the files nor their directory.
struct Backup {
    dir: PathBuf,
    program: PathBuf,
    key: String,
}

impl Backup {
    fn of(dir: &Path, files: &[&str]) -> TestResult<Self> {
        let backup = dir.join("backup");
        fs::create_dir(&backup)?;
        for file in files {
            fs::copy(dir.join("data").join(file), backup.join(file))?;
            fs::set_permissions(backup.join(file), Permissions::from_mode(0o444))?;
        }
        let program = dir.join("latchkey-server");
        fs::copy(env!("CARGO_BIN_EXE_latchkey-server"), &program)?;
        fs::set_permissions(&backup, Permissions::from_mode(0o555))?;
        fs::set_permissions(dir, Permissions::from_mode(0o755))?;
        Ok(Self { dir: backup, program, key: fs::read_to_string(dir.join("data.sealing.key"))? })
    }

    /// Verifies its audit log under an account that modes hold for.
    fn verify(&self) -> TestResult<Output> {
        let mut verify = Command::new(&self.program);
        verify.args(["audit", "verify"]).env_clear();
        verify.env("LATCHKEY_DATA", &self.dir).env("LATCHKEY_SEALING_KEY", &self.key);
        if fs::metadata("/proc/self")?.uid() == 0 {
            verify.uid(NOBODY).gid(NOBODY);
        }
        Ok(verify.output()?)
    }
}

impl Drop for Backup {
    fn drop(&mut self) {
        // Or it could not be removed.
        let _ = fs::set_permissions(&self.dir, Permissions::from_mode(0o755));
    }
}

#[test]
fn the_audit_log_of_a_read_only_backup_is_verified() -> TestResult {
    let dir = TempDir::new()?;
    let data = dir.path().join("data");
    assert!(
        run(&data, &["admin", "create", "--email", "ada@portal.example"], &format!("{GOOD}\n"))?
            .status
            .success()
    );
    let backup = Backup::of(dir.path(), &["latchkey.db"])?;
    let whole = backup.verify()?;
    assert!(whole.status.success(), "{}", text(&whole.stderr));
    assert!(text(&whole.stdout).contains(" is whole: 1 entry.\n1:"), "{}", text(&whole.stdout));
    assert_eq!(files(&backup.dir)?, ["latchkey.db"]);
    Ok(())
}

#[tokio::test]
async fn a_backup_with_a_log_that_cannot_be_read_is_refused() -> TestResult {
    let dir = TempDir::new()?;
    let data = dir.path().join("data");
    let server = DataDir::new(&data, None).open(None, Arc::new(SystemClock)).await?;
    server.store.ensure_company("Demo Ltd", OperatorAuthority).await?;
    let backup = Backup::of(dir.path(), &["latchkey.db", "latchkey.db-wal"])?;
    server.store.close().await;
    let refused = backup.verify()?;
    assert!(!refused.status.success());
    assert!(text(&refused.stderr).contains("copy it and the database"), "{}", text(&refused.stderr));
    Ok(())
}

#[tokio::test]
async fn verifying_the_audit_log_makes_no_file_and_changes_none() -> TestResult {
    let dir = TempDir::new()?;
    let data = dir.path().join("data");
    assert!(
        run(&data, &["admin", "create", "--email", "ada@portal.example"], &format!("{GOOD}\n"))?
            .status
            .success()
    );
    let file = data.join("latchkey.db");
    let before = (files(&data)?, fs::read(&file)?);
    assert!(run(&data, &["audit", "verify"], "")?.status.success());
    assert_eq!((files(&data)?, fs::read(&file)?), before);
    fs::remove_file(dir.path().join("data.sealing.key"))?;
    let keyless = run(&data, &["audit", "verify"], "")?;
    assert!(text(&keyless.stderr).contains("the sealing key"), "{}", text(&keyless.stderr));
    assert_eq!(files(dir.path())?, ["data"], "no other key is made");
    Ok(())
}

#[tokio::test]
async fn the_audit_log_of_a_running_server_is_verified() -> TestResult {
    let dir = TempDir::new()?;
    let data = dir.path().join("data");
    let server = DataDir::new(&data, None).open(None, Arc::new(SystemClock)).await?;
    assert!(
        run(&data, &["admin", "create", "--email", "ada@portal.example"], &format!("{GOOD}\n"))?
            .status
            .success()
    );
    let whole = run(&data, &["audit", "verify"], "")?;
    assert!(text(&whole.stdout).contains(" is whole: 1 entry.\n1:"), "{}", text(&whole.stderr));
    server.store.close().await;
    Ok(())
}

/// Starts the server, stops it once it has logged the mark of its audit log, and returns the lines up to there.
fn log_at_start(data: &Path, options: &[&str]) -> TestResult<Vec<String>> {
    let mut server = Command::new(env!("CARGO_BIN_EXE_latchkey-server"))
        .args(["serve", "--port", "0", "--log", "info", "--log-format", "json"])
        .args(options)
        .env_clear()
        .env("LATCHKEY_DATA", data)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()?;
    let log = BufReader::new(server.stderr.take().ok_or("no stderr")?);
    let (found, lines) = mpsc::channel();
    let reading = thread::spawn(move || {
        log.lines().map_while(Result::ok).for_each(|line| drop(found.send(line)));
    });
    let mut seen = Vec::new();
    let outcome = loop {
        match lines.recv_timeout(PATIENCE) {
            Ok(line) => seen.push(line),
            Err(error) => break Err(error),
        }
        if seen.last().is_some_and(|line| line.contains("audit log")) {
            break Ok(());
        }
    };
    server.kill()?;
    server.wait()?;
    assert!(reading.join().is_ok());
    outcome?;
    Ok(seen)
}

#[test]
fn the_server_logs_the_mark_of_its_audit_log() -> TestResult {
    let dir = TempDir::new()?;
    let data = dir.path().join("data");
    assert!(
        run(&data, &["admin", "create", "--email", "ada@portal.example"], &format!("{GOOD}\n"))?
            .status
            .success()
    );
    let lines = log_at_start(&data, &[])?;
    let line = lines.last().ok_or("no line")?;
    let line: serde_json::Value = serde_json::from_str(line)?;
    let mark = format!("{}:{}", line["fields"]["entries"], line["fields"]["mac"].as_str().ok_or("no mac")?);
    let told = run(&data, &["audit", "verify", "--expect", &mark], "")?;
    assert!(text(&told.stdout).ends_with(&format!("\n{mark}\n")), "{line} {}", text(&told.stderr));
    Ok(())
}

#[test]
fn the_server_warns_of_trusting_every_address() -> TestResult {
    let dir = TempDir::new()?;
    for (network, warned) in
        [("0.0.0.0/0", true), ("::/0", true), ("::ffff:0:0/96", true), ("127.0.0.1", false)]
    {
        let lines = log_at_start(&dir.path().join("data"), &["--trusted-proxy", network])?;
        let warnings = lines.iter().filter(|line| line.contains("--trusted-proxy covers every address"));
        assert_eq!(warnings.count(), usize::from(warned), "{network}: {lines:?}");
    }
    Ok(())
}

fn files(dir: &Path) -> TestResult<Vec<String>> {
    let names = dir.read_dir()?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<io::Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}

#[test]
fn a_password_is_no_argument() -> TestResult {
    let dir = TempDir::new()?;
    for option in ["--password", "-p"] {
        let words = ["admin", "create", "--email", "ada@portal.example", option, GOOD];
        let output = run(&dir.path().join("data"), &words, "")?;
        assert!(!output.status.success());
        assert!(text(&output.stderr).contains(option), "{}", text(&output.stderr));
    }
    assert!(!dir.path().join("data").exists());
    Ok(())
}

#[test]
fn help_tells_where_the_password_comes_from() -> TestResult {
    let dir = TempDir::new()?;
    for words in [["admin", "create"], ["user", "create"], ["user", "reset"]] {
        let output = run(&dir.path().join("data"), &[&words[..], &["--help"]].concat(), "")?;
        let help = text(&output.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(help.contains("--generate") && help.contains("read from standard input"), "{help}");
        assert!(help.contains("--data") && help.contains("LATCHKEY_DATA"), "{help}");
    }
    Ok(())
}
