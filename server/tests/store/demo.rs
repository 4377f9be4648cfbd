use std::sync::Arc;

use latchkey_contract::Password;
use latchkey_server::cloud::{Act, Catalogue, Filter, VolumeAct};
use latchkey_server::demo::{ACCOUNTS, DemoError, DemoPassword, seed_demo};
use latchkey_server::passwords::Passwords;
use latchkey_server::secrets::{Issuer, SealingKey};
use latchkey_server::store::Store;
use latchkey_server::store::authority::{OperatorAuthority, SessionAuthority};
use latchkey_server::store::inventory::Moment;
use latchkey_server::store::sqlite::SqliteStore;
use tempfile::TempDir;

use crate::house::{
    House, MORNING, TestResult, TickingClock, company_of, first_page, key_owner, script_of, sign_in,
};

on_every_database!(real_accounts_get_no_demo_neighbours);

/// A database that is still empty, and where its password file goes.
struct Empty {
    store: Arc<dyn Store>,
    issuer: Issuer,
    passwords: Passwords,
    dir: TempDir,
}

impl Empty {
    async fn new() -> TestResult<Self> {
        let dir = TempDir::new()?;
        let (key, _) = SealingKey::generate()?;
        let file = dir.path().join("latchkey.db");
        let store = Arc::new(SqliteStore::open(&file, &key, TickingClock::at(MORNING)).await?);
        Ok(Self { store, issuer: Issuer::new(key), passwords: Passwords::cheap_for_tests(1), dir })
    }

    async fn sign_in(&self, email: &str) -> TestResult<SessionAuthority> {
        let user = self.store.user_by_email(email).await?.ok_or("missing")?;
        Ok(sign_in(&*self.store, &user.account, &user.password_hash).await?.authority)
    }

    async fn start(&self, given: Option<&str>) -> TestResult<Password> {
        let given = given.map(|text| Password::from(text.to_owned()));
        let password = DemoPassword::load(self.dir.path(), given)?;
        seed_demo(&*self.store, &self.passwords, &password, MORNING).await?;
        Ok(password.present)
    }

    async fn opens(&self, email: &str, password: &str) -> TestResult<bool> {
        let user = self.store.user_by_email(email).await?.ok_or("no such account")?;
        let password = Password::from(password.to_owned());
        Ok(self.passwords.verify(Some(&user.password_hash), &password).await?)
    }
}

#[tokio::test]
async fn the_demo_has_its_accounts_and_resources() -> TestResult {
    let empty = Empty::new().await?;
    let password = empty.start(None).await?;
    let mut found = Vec::new();
    for account in ACCOUNTS {
        let user = empty.store.user_by_email(account.email).await?.ok_or("missing")?;
        assert!(empty.opens(account.email, password.expose()).await?);
        let profile = empty.store.profile(user.account.id).await?.ok_or("no profile")?;
        assert_eq!(profile.fields.check(), []);
        let company = user.account.company.as_ref().map(|company| company.name.clone());
        found.push((account.email, user.account.full_name(), user.account.role_name.clone(), company));
    }
    let text = |text: &str| text.to_owned();
    assert_eq!(
        found,
        [
            ("user@demo.example", text("Dana Demo"), text("Billing Admin"), Some(text("Demo Ltd"))),
            ("colleague@demo.example", text("Colin Colleague"), text("Developer"), Some(text("Demo Ltd"))),
            ("admin@demo.example", text("Ada Admin"), text("Portal Administrator"), None),
            ("user@other.example", text("Otto Other"), text("Billing Admin"), Some(text("Other Ltd"))),
        ]
    );
    assert_eq!(empty.store.zones(None).await?.len(), 2);
    for (company, expected) in [("Demo Ltd", (4, 4, 6)), ("Other Ltd", (1, 1, 2))] {
        let id = empty.store.ensure_company(company, OperatorAuthority).await?.id;
        let all = Filter::default();
        let networks = empty.store.networks(id, all).await?.len();
        let instances = empty.store.instances(id, all).await?.len();
        assert_eq!((networks, instances, empty.store.volumes(id, all).await?.len()), expected);
        assert!(!empty.store.vm_snapshots(id, all).await?.is_empty());
        assert!(!empty.store.ssh_keys(id).await?.is_empty());
        assert!(!empty.store.security_groups(id, None).await?.is_empty());
    }
    Ok(())
}

#[tokio::test]
async fn a_second_start_keeps_what_people_did() -> TestResult {
    let empty = Empty::new().await?;
    let password = empty.start(None).await?;
    let dana = empty.store.user_by_email("user@demo.example").await?.ok_or("missing")?.account;
    empty.store.request_access(&empty.sign_in("user@demo.example").await?, None, None).await?;
    let before = empty.store.activity(dana.id, first_page(50)).await?;
    let again = empty.start(None).await?;
    assert_eq!(again.expose(), password.expose());
    assert_eq!(empty.store.activity(dana.id, first_page(50)).await?, before);
    assert_eq!(empty.store.user_accesses(None, first_page(50)).await?.items.len(), 3);
    Ok(())
}

#[tokio::test]
async fn what_was_deleted_does_not_come_back() -> TestResult {
    let empty = Empty::new().await?;
    empty.start(None).await?;
    let otto = empty.store.user_by_email("user@other.example").await?.ok_or("missing")?.account;
    let company = company_of(&otto);
    let now = Moment { now: MORNING, done_at: MORNING };
    let by = empty.sign_in("user@other.example").await?;
    let first = empty.issuer.new_credential(key_owner(&otto));
    empty.store.request_access(&by, None, Some(first)).await?;
    let script = script_of(&*empty.store, &otto).await?;
    for volume in empty.store.volumes(company, Filter::default()).await? {
        let act = Act::Volume(volume.id, VolumeAct::Detach);
        let _ = empty.store.act(&script, act, now).await;
        let act = Act::Volume(volume.id, VolumeAct::Delete);
        let _ = empty.store.act(&script, act, now).await;
    }
    let left = empty.store.volumes(company, Filter::default()).await?;
    assert_eq!(left.len(), 1);
    empty.start(None).await?;
    assert_eq!(empty.store.volumes(company, Filter::default()).await?, left);
    Ok(())
}

#[tokio::test]
async fn a_start_that_was_cut_short_is_completed() -> TestResult {
    let empty = Empty::new().await?;
    let password = DemoPassword::load(empty.dir.path(), None)?;
    // The zones come first and the accounts later.
    let whole = Empty::new().await?;
    whole.start(None).await?;
    let zones = whole.store.zones(None).await?;
    empty.store.offer(Catalogue { zones, ..Catalogue::default() }).await?;
    seed_demo(&*empty.store, &empty.passwords, &password, MORNING).await?;
    assert!(empty.opens("user@other.example", password.present.expose()).await?);
    Ok(())
}

#[tokio::test]
async fn a_given_password_is_taken_and_kept() -> TestResult {
    let empty = Empty::new().await?;
    assert_eq!(empty.start(Some("first given")).await?.expose(), "first given");
    assert_eq!(empty.start(None).await?.expose(), "first given");
    empty.start(Some("second given")).await?;
    assert!(!empty.opens("user@demo.example", "first given").await?);
    for account in ACCOUNTS {
        assert!(empty.opens(account.email, "second given").await?);
    }
    assert_eq!(empty.start(None).await?.expose(), "second given");
    Ok(())
}

#[tokio::test]
async fn a_password_that_its_owner_changed_stays() -> TestResult {
    let empty = Empty::new().await?;
    empty.start(Some("first given")).await?;
    let dana = empty.store.user_by_email("user@demo.example").await?.ok_or("missing")?.account;
    let own = empty.passwords.hash(&Password::from("Dana's own".to_owned())).await?;
    empty.store.reset_password(dana.id, &own, OperatorAuthority).await?;
    empty.start(Some("second given")).await?;
    assert!(empty.opens("user@demo.example", "Dana's own").await?);
    assert!(empty.opens("admin@demo.example", "second given").await?);
    Ok(())
}

#[cfg(unix)]
#[tokio::test]
async fn the_password_is_kept_for_its_owner_alone() -> TestResult {
    use std::os::unix::fs::PermissionsExt;

    let empty = Empty::new().await?;
    empty.start(None).await?;
    let file = empty.dir.path().join("demo-password");
    assert_eq!(file.metadata()?.permissions().mode() & 0o777, 0o600);
    empty.start(Some("another one")).await?;
    assert_eq!(file.metadata()?.permissions().mode() & 0o777, 0o600);
    Ok(())
}

async fn real_accounts_get_no_demo_neighbours(house: &House) -> TestResult {
    let dir = TempDir::new()?;
    let password = DemoPassword::load(dir.path(), None)?;
    let refused = seed_demo(&*house.store, &Passwords::cheap_for_tests(1), &password, MORNING).await;
    assert!(matches!(refused, Err(DemoError::NotADemo)));
    assert!(house.store.zones(None).await?.is_empty());
    assert!(house.store.user_by_email("admin@demo.example").await?.is_none());
    Ok(())
}
