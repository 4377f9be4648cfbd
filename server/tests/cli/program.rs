use std::ffi::OsStr;
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

use latchkey_server::clock::SystemClock;
use latchkey_server::data_dir::DataDir;
use latchkey_server::store::accounts::Accounts;
use latchkey_server::store::events::Events;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};
use tempfile::TempDir;

use crate::TestResult;

const GOOD: &str = "a long enough password";

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
    assert!(text(&whole.stdout).ends_with(" is whole: 1 entry.\n"), "{}", text(&whole.stdout));
    let mut hand = SqliteConnectOptions::new().filename(data.join("latchkey.db")).connect().await?;
    sqlx::raw_sql("DELETE FROM audit_entry").execute(&mut hand).await?;
    hand.close().await?;
    let broken = run(&data, &["audit", "verify"], "")?;
    assert!(!broken.status.success());
    assert!(text(&broken.stderr).contains(" is broken at the entry "), "{}", text(&broken.stderr));
    Ok(())
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
