use std::cell::RefCell;
use std::io::{self, Cursor, Write};
use std::net::IpAddr;
use std::rc::Rc;
use std::sync::Arc;

use clap::Parser;
use latchkey_contract::Password;
use latchkey_contract::activity::Act;
use latchkey_contract::session::{Account, Role};
use latchkey_server::cli::{AdminCommand, AuditCommand, CliError, Console, Operator, UserCommand};
use latchkey_server::clock::SystemClock;
use latchkey_server::passwords::Passwords;
use latchkey_server::secrets::{AuditKey, SealingKey};
use latchkey_server::settings::{Cli, Command};
use latchkey_server::store::PageRequest;
use latchkey_server::store::accounts::Accounts;
use latchkey_server::store::audit::AuditLog;
use latchkey_server::store::authority::SessionAuthority;
use latchkey_server::store::sessions::{NewSession, SessionDigest, Sessions};
use latchkey_server::store::sqlite::{AuditFile, SqliteStore};
use sqlx::ConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use tempfile::TempDir;
use uuid::Uuid;

use crate::TestResult;

const GOOD: &str = "a long enough password";

const CREATE_ADMIN: [&str; 4] = ["admin", "create", "--email", "ada@portal.example"];
const CREATE_USER: [&str; 10] = [
    "user",
    "create",
    "--email",
    "dana@demo.example",
    "--company",
    "Demo Ltd",
    "--first-name",
    "Dana",
    "--last-name",
    "Demo",
];

struct Desk {
    store: SqliteStore,
    passwords: Passwords,
    key: AuditKey,
    dir: TempDir,
}

impl Desk {
    async fn new() -> TestResult<Self> {
        let dir = TempDir::new()?;
        let (key, _) = SealingKey::generate()?;
        let file = dir.path().join("latchkey.db");
        let store = SqliteStore::open(&file, &key, Arc::new(SystemClock)).await?;
        let key = key.store_keys().audit;
        Ok(Self { store, passwords: Passwords::cheap_for_tests(1), key, dir })
    }

    /// Runs a command with this text piped in, and returns what it printed.
    async fn run(&self, words: &[&str], piped: &str) -> Result<String, CliError> {
        let printed = Printed::default();
        let mut console = Console::piped(Cursor::new(piped.to_owned()), printed.clone());
        let mut operator = Operator {
            store: &self.store,
            passwords: self.passwords.clone(),
            console: &mut console,
            database: "latchkey.db".to_owned(),
        };
        match parse(words) {
            Parsed::Admin(command) => command.carry_out(&mut operator).await?,
            Parsed::Audit(command) => {
                let file = self.dir.path().join("latchkey.db");
                let mut log = AuditFile::open(&file, self.key.clone()).await?;
                command.carry_out(&mut log, "latchkey.db", operator.console).await?;
            }
            Parsed::User(command) => command.carry_out(&mut operator).await?,
        }
        Ok(printed.text())
    }

    async fn account(&self, email: &str) -> TestResult<Account> {
        Ok(self.store.user_by_email(email).await?.ok_or("no such account")?.account)
    }

    async fn opens(&self, email: &str, password: &str) -> TestResult<bool> {
        let user = self.store.user_by_email(email).await?.ok_or("no such account")?;
        let password = Password::from(password.to_owned());
        Ok(self.passwords.verify(Some(&user.password_hash), &password).await?)
    }
}

enum Parsed {
    Admin(AdminCommand),
    Audit(AuditCommand),
    User(UserCommand),
}

fn parse(words: &[&str]) -> Parsed {
    match Cli::parse_from([&["latchkey-server"], words].concat()).command {
        Command::Admin(command) => Parsed::Admin(command),
        Command::Audit(command) => Parsed::Audit(command),
        Command::User(command) => Parsed::User(command),
        other => panic!("{other:?} is not tested here"),
    }
}

#[derive(Clone, Default)]
struct Printed(Rc<RefCell<Vec<u8>>>);

impl Printed {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.borrow()).into_owned()
    }
}

impl Write for Printed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn an_administrator_is_created() -> TestResult {
    let desk = Desk::new().await?;
    let printed = desk.run(&CREATE_ADMIN, &format!("{GOOD}\n")).await?;
    assert_eq!(printed, "Created ada@portal.example as a portal administrator.\n");
    let ada = desk.account("ada@portal.example").await?;
    assert_eq!((ada.role, ada.full_name().as_str()), (Role::Administrator, "Portal Administrator"));
    assert!(desk.opens("ada@portal.example", GOOD).await?);
    let entry = desk.store.activity(ada.id, PageRequest { after: None, limit: 1 }).await?.items.remove(0);
    assert_eq!((entry.act, entry.actor.as_str()), (Act::AccountCreated, "Operator"));
    Ok(())
}

#[tokio::test]
async fn a_user_is_created_in_a_company() -> TestResult {
    let desk = Desk::new().await?;
    let words = [&CREATE_USER[..], &["--role-name", "Billing Admin"]].concat();
    let printed = desk.run(&words, &format!("{GOOD}\r\nsecond line\n")).await?;
    assert_eq!(printed, "Created dana@demo.example as a user of Demo Ltd.\n");
    let dana = desk.account("dana@demo.example").await?;
    assert_eq!((dana.role, dana.role_name.as_str()), (Role::User, "Billing Admin"));
    assert_eq!(dana.company.map(|company| company.name).as_deref(), Some("Demo Ltd"));
    assert!(desk.opens("dana@demo.example", GOOD).await?);
    Ok(())
}

#[tokio::test]
async fn a_made_up_password_is_printed_and_works() -> TestResult {
    let desk = Desk::new().await?;
    let printed = desk.run(&[&CREATE_ADMIN[..], &["--generate"]].concat(), "").await?;
    let password = printed.lines().find_map(|line| line.strip_prefix("Password: ")).ok_or("not printed")?;
    assert!(desk.opens("ada@portal.example", password).await?);
    Ok(())
}

#[tokio::test]
async fn a_password_is_refused_with_what_to_do() -> TestResult {
    let desk = Desk::new().await?;
    let too_long = "x".repeat(257);
    for (piped, advice) in [
        ("", "--generate"),
        ("\n", "--generate"),
        ("too short\n", "12 to 256 characters"),
        (too_long.as_str(), "12 to 256 characters"),
    ] {
        let refused = desk.run(&CREATE_ADMIN, piped).await.err().ok_or("accepted")?.to_string();
        assert!(refused.contains(advice), "{refused}");
        assert!(piped.trim().is_empty() || !refused.contains(piped.trim()));
    }
    assert!(!desk.store.has_users().await?);
    Ok(())
}

#[tokio::test]
async fn what_was_typed_wrong_is_named() -> TestResult {
    let desk = Desk::new().await?;
    for (option, at, wrong) in [
        ("--email", 3, "dana"),
        ("--email", 3, ""),
        ("--company", 5, " "),
        ("--first-name", 7, ""),
        ("--last-name", 9, "\u{7}"),
    ] {
        let mut words = CREATE_USER;
        words[at] = wrong;
        let refused = desk.run(&words, GOOD).await.err().ok_or("accepted")?;
        assert!(refused.to_string().starts_with(&format!("{option}: ")), "{refused}");
    }
    assert!(!desk.store.has_users().await?);
    Ok(())
}

#[tokio::test]
async fn an_address_is_given_out_once() -> TestResult {
    let desk = Desk::new().await?;
    desk.run(&CREATE_USER, GOOD).await?;
    let refused = desk.run(&CREATE_USER, GOOD).await;
    assert!(matches!(refused, Err(CliError::EmailTaken(_))));
    let admin = ["admin", "create", "--email", "Dana@Demo.example"];
    assert!(matches!(desk.run(&admin, GOOD).await, Err(CliError::EmailTaken(_))));
    Ok(())
}

#[tokio::test]
async fn a_reset_gives_a_new_password_and_ends_the_sessions() -> TestResult {
    let desk = Desk::new().await?;
    desk.run(&CREATE_USER, GOOD).await?;
    let session = begin_session(&desk).await?;
    let printed = desk.run(&["user", "reset", "--email", "dana@demo.example"], "another password\n").await?;
    assert_eq!(printed, "dana@demo.example has a new password, and its sessions have ended.\n");
    assert!(!desk.opens("dana@demo.example", GOOD).await?);
    assert!(desk.opens("dana@demo.example", "another password").await?);
    assert!(desk.store.living_session(&session).await?.is_none());
    Ok(())
}

#[tokio::test]
async fn names_that_are_invisible_or_reserved_are_refused() -> TestResult {
    let desk = Desk::new().await?;
    for (option, text) in [
        ("--company", "\u{200B}"),
        ("--company", "Demo\nLtd"),
        ("--first-name", "\u{3164}"),
        ("--last-name", "De\u{202E}mo"),
        ("--role-name", "Billing\nAdmin"),
    ] {
        let mut words = [&CREATE_USER[..], &["--role-name", "User"]].concat();
        let at = words.iter().position(|word| *word == option).ok_or("no such option")?;
        words[at + 1] = text;
        let refused = desk.run(&words, GOOD).await.err().ok_or("created")?.to_string();
        assert!(refused.starts_with(option), "{refused}");
    }
    let refused =
        desk.run(&[&CREATE_ADMIN[..], &["--first-name", "LATCH", "--last-name", "key"]].concat(), GOOD).await;
    assert_eq!(
        refused.err().ok_or("created")?.to_string(),
        "--first-name: This name is reserved. Choose a different one."
    );
    Ok(())
}

#[tokio::test]
async fn a_disabled_account_is_locked_out() -> TestResult {
    let desk = Desk::new().await?;
    desk.run(&CREATE_USER, GOOD).await?;
    let session = begin_session(&desk).await?;
    let words = ["user", "disable", "--email", "DANA@demo.example"];
    assert!(desk.run(&words, "").await?.starts_with("Disabled dana@demo.example."));
    assert!(desk.store.living_session(&session).await?.is_none());
    assert_eq!(desk.run(&words, "").await?, "dana@demo.example was disabled already.\n");
    let reset = desk.run(&["user", "reset", "--email", "dana@demo.example"], GOOD).await?;
    assert!(reset.contains("still cannot sign in"), "{reset}");
    Ok(())
}

#[tokio::test]
async fn an_enabled_account_can_sign_in_again() -> TestResult {
    let desk = Desk::new().await?;
    desk.run(&CREATE_USER, GOOD).await?;
    desk.run(&["user", "disable", "--email", "dana@demo.example"], "").await?;
    let words = ["user", "enable", "--email", "DANA@demo.example"];
    let printed = desk.run(&words, "").await?;
    assert_eq!(printed, "Enabled dana@demo.example. It can sign in again, and its API keys work again.\n");
    let session = begin_session(&desk).await?;
    assert!(desk.store.living_session(&session).await?.is_some());
    assert_eq!(desk.run(&words, "").await?, "dana@demo.example was enabled already.\n");
    Ok(())
}

#[tokio::test]
async fn an_unknown_address_is_not_found() -> TestResult {
    let desk = Desk::new().await?;
    for act in ["disable", "enable", "reset"] {
        let refused = desk.run(&["user", act, "--email", "nobody@demo.example"], GOOD).await;
        let sentence = refused.err().ok_or("found")?.to_string();
        assert!(sentence.contains("nobody@demo.example") && sentence.contains("latchkey.db"), "{sentence}");
    }
    Ok(())
}

#[tokio::test]
async fn an_audit_log_that_was_changed_is_told_by_its_first_broken_entry() -> TestResult {
    let desk = Desk::new().await?;
    let verify = ["audit", "verify"];
    desk.run(&CREATE_ADMIN, GOOD).await?;
    let told = desk.run(&verify, "").await?;
    assert!(told.starts_with("The audit log in latchkey.db is whole: 1 entry.\n1:"), "{told}");
    desk.run(&CREATE_USER, GOOD).await?;
    let told = desk.run(&verify, "").await?;
    assert!(told.starts_with("The audit log in latchkey.db is whole: 2 entries.\n2:"), "{told}");
    let file = desk.dir.path().join("latchkey.db");
    let mut hand = SqliteConnectOptions::new().filename(file).connect().await?;
    sqlx::raw_sql("UPDATE audit_entry SET actor_name = 'Nobody' WHERE seq = 2").execute(&mut hand).await?;
    let changed: Uuid =
        sqlx::query_scalar("SELECT id FROM audit_entry WHERE seq = 2").fetch_one(&mut hand).await?;
    let refused = desk.run(&verify, "").await.err().ok_or("whole")?.to_string();
    let told = format!("the audit log in latchkey.db is broken at the entry {changed}: ");
    assert!(refused.starts_with(&told), "{refused}");
    Ok(())
}

#[tokio::test]
async fn an_audit_log_that_does_not_go_on_from_its_mark_is_told() -> TestResult {
    let desk = Desk::new().await?;
    desk.run(&CREATE_ADMIN, GOOD).await?;
    let told = desk.run(&["audit", "verify"], "").await?;
    let mark = told.lines().nth(1).ok_or("no mark")?.to_owned();
    let verify = ["audit", "verify", "--expect", &mark];
    desk.run(&verify, "").await?;
    desk.run(&CREATE_USER, GOOD).await?;
    assert!(desk.run(&verify, "").await?.contains("is whole: 2 entries"), "it has gone on");
    let file = desk.dir.path().join("latchkey.db");
    let mut hand = SqliteConnectOptions::new().filename(file).connect().await?;
    sqlx::raw_sql("DELETE FROM audit_entry; DELETE FROM audit_head").execute(&mut hand).await?;
    let refused = desk.run(&verify, "").await.err().ok_or("whole")?.to_string();
    assert!(refused.ends_with("it has 0: entries are missing or this is an older copy"), "{refused}");
    Ok(())
}

#[test]
fn a_mark_that_cannot_be_read_is_refused() {
    for mark in ["", "1", "1:", "1:abcd", ":", "one:00"] {
        let refused = Cli::try_parse_from(["latchkey-server", "audit", "verify", "--expect", mark]);
        assert!(refused.is_err_and(|error| error.to_string().contains("COUNT:MAC")), "{mark}");
    }
}

async fn begin_session(desk: &Desk) -> TestResult<SessionAuthority> {
    let dana = desk.store.user_by_email("dana@demo.example").await?.ok_or("no such account")?;
    let (id, user, address) = (Uuid::now_v7(), dana.account.id, IpAddr::from([192, 0, 2, 1]));
    let session = NewSession {
        id,
        token: SessionDigest([1; 32]),
        user,
        password_hash: &dana.password_hash,
        address,
        user_agent: "",
    };
    desk.store.begin_session(session).await?;
    let begun = SessionAuthority { session: id, user, address };
    assert!(desk.store.living_session(&begun).await?.is_some());
    Ok(begun)
}
