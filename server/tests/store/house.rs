use std::collections::HashMap;
use std::error::Error;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use latchkey_contract::activity::Act;
use latchkey_contract::api_access::AccessState;
use latchkey_contract::credential::{Credential, RevealPurpose};
use latchkey_contract::event::LiveEvent;
use latchkey_contract::session::Account;
use latchkey_server::clock::Clock;
use latchkey_server::cloud::{Requester, Tenant};
use latchkey_server::secrets::{Issuer, KeyOwner, SealingKey, SealingKeyId, SecretDigest};
use latchkey_server::store::access::Verdict;
use latchkey_server::store::accounts::NewUser;
use latchkey_server::store::authority::{
    AdministratorAuthority, AuthorityError, KeyAuthority, OperatorAuthority, PasswordAuthority,
    SessionAuthority, StepUpAuthority,
};
use latchkey_server::store::credentials::NewCredential;
use latchkey_server::store::events::{Audience, Replay};
use latchkey_server::store::sessions::{NewSession, SessionDigest};
use latchkey_server::store::sqlite::SqliteStore;
use latchkey_server::store::{PageRequest, Store};
use tempfile::TempDir;
use uuid::Uuid;

pub(crate) type TestResult<T = ()> = Result<T, Box<dyn Error>>;

/// 2026-03-01T09:30:00Z.
pub(crate) const MORNING: i64 = 1_772_357_400_000;

/// Of everybody's password.
pub(crate) const HASH: &str = "$argon2id$ of another test";

/// The address of every request.
pub(crate) const ADDRESS: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));

/// A clock that goes on by a millisecond whenever somebody looks at it.
pub(crate) struct TickingClock(AtomicI64);

impl TickingClock {
    pub(crate) fn at(instant: i64) -> Arc<Self> {
        Arc::new(Self(AtomicI64::new(instant)))
    }

    /// The next look at it sees this instant.
    pub(crate) fn set(&self, instant: i64) {
        self.0.store(instant - 1, Ordering::Relaxed);
    }
}

impl Clock for TickingClock {
    fn now(&self) -> i64 {
        self.0.fetch_add(1, Ordering::Relaxed) + 1
    }

    fn elapsed(&self) -> i64 {
        self.now()
    }
}

/// A session with its present token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TestSession {
    pub(crate) authority: SessionAuthority,
    pub(crate) token: SessionDigest,
}

impl TestSession {
    /// The right to one act for the password with this hash. The session's next token is `next`.
    pub(crate) fn password<'a>(&self, password_hash: &'a str, next: SessionDigest) -> PasswordAuthority<'a> {
        PasswordAuthority { session: self.authority, password_hash, present: self.token, next }
    }
}

/// A fresh database with two users of one company, one of another, and two administrators, all of them signed in.
pub(crate) struct House {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) clock: Arc<TickingClock>,
    pub(crate) issuer: Issuer,
    pub(crate) key_id: SealingKeyId,
    pub(crate) dana: Account,
    pub(crate) colin: Account,
    pub(crate) otto: Account,
    pub(crate) ada: Account,
    pub(crate) bert: Account,
    sessions: Mutex<HashMap<Uuid, SessionAuthority>>,
    scripts: Mutex<HashMap<Uuid, Requester>>,
    _dir: TempDir,
}

impl House {
    pub(crate) async fn on_sqlite() -> TestResult<Self> {
        let dir = TempDir::new()?;
        let (key, _) = SealingKey::generate()?;
        let clock = TickingClock::at(MORNING);
        let store = SqliteStore::open(&dir.path().join("latchkey.db"), &key, clock.clone()).await?;
        Self::furnish(Arc::new(store), clock, key, dir).await
    }

    async fn furnish(
        store: Arc<dyn Store>,
        clock: Arc<TickingClock>,
        key: SealingKey,
        dir: TempDir,
    ) -> TestResult<Self> {
        let demo = Some(store.ensure_company("Demo Ltd", OperatorAuthority).await?.id);
        let other = Some(store.ensure_company("Other Ltd", OperatorAuthority).await?.id);
        let house = Self {
            dana: create(&*store, "dana@demo.example", "Dana", "Demo", demo).await?,
            colin: create(&*store, "colin@demo.example", "Colin", "Colleague", demo).await?,
            otto: create(&*store, "otto@other.example", "Otto", "Other", other).await?,
            ada: create(&*store, "ada@portal.example", "Ada", "Admin", None).await?,
            bert: create(&*store, "bert@portal.example", "Bert", "Boss", None).await?,
            key_id: key.id(),
            issuer: Issuer::new(key),
            clock,
            sessions: Mutex::default(),
            scripts: Mutex::default(),
            store,
            _dir: dir,
        };
        for account in [&house.dana, &house.colin, &house.otto, &house.ada, &house.bert] {
            house.let_in(account).await?;
        }
        Ok(house)
    }

    /// The next millisecond.
    pub(crate) fn tick(&self) -> i64 {
        self.clock.now()
    }

    /// Begins the session that [`Self::by`] returns.
    async fn let_in(&self, account: &Account) -> TestResult {
        let session = self.sign_in(account).await?;
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner).insert(account.id, session.authority);
        Ok(())
    }

    /// The session in which an account acts here.
    pub(crate) fn by(&self, account: &Account) -> SessionAuthority {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)[&account.id]
    }

    pub(crate) fn stepped_up(&self, account: &Account) -> StepUpAuthority {
        StepUpAuthority(self.by(account))
    }

    pub(crate) fn admin(&self, account: &Account) -> AdministratorAuthority {
        AdministratorAuthority(self.by(account))
    }

    /// Begins another session of this account.
    pub(crate) async fn sign_in(&self, account: &Account) -> Result<TestSession, AuthorityError> {
        sign_in(&*self.store, account, HASH).await
    }

    pub(crate) async fn is_alive(&self, session: &TestSession) -> TestResult<bool> {
        Ok(self.store.living_session(&session.authority).await?.is_some())
    }

    /// One more user of Demo Ltd.
    pub(crate) async fn newcomer(&self) -> TestResult<Account> {
        let email = format!("newcomer{}@demo.example", self.tick());
        let account = create(&*self.store, &email, "Nora", "Newcomer", Some(company_of(&self.dana))).await?;
        self.let_in(&account).await?;
        Ok(account)
    }

    /// A credential as the issuer makes one for this user.
    pub(crate) fn new_credential(&self, owner: &Account) -> NewCredential {
        self.issuer.new_credential(key_owner(owner))
    }

    /// Has a script of this user presented its pair of keys. Access is granted first where it is not.
    pub(crate) async fn start_script(&self, owner: &Account) -> TestResult {
        if self.state(owner).await? == AccessState::Disabled {
            self.bring(owner, AccessState::Approved).await?;
        }
        let script = script_of(&*self.store, owner).await?;
        self.scripts.lock().unwrap_or_else(PoisonError::into_inner).insert(owner.id, script);
        Ok(())
    }

    /// The script of this tenant's user.
    pub(crate) fn script(&self, tenant: Tenant) -> Requester {
        self.scripts.lock().unwrap_or_else(PoisonError::into_inner)[&tenant.user].clone()
    }

    /// Brings a user, whose access is disabled, into this state.
    pub(crate) async fn bring(&self, user: &Account, state: AccessState) -> TestResult {
        if state == AccessState::Disabled {
            return Ok(());
        }
        let request = self.store.request_access(&self.by(user), Some("for Terraform"), None).await?;
        let verdict = match state {
            AccessState::Pending => return Ok(()),
            AccessState::Denied => Verdict::Deny { reason: "not yet".to_owned() },
            _ => Verdict::Approve,
        };
        let first = matches!(verdict, Verdict::Approve).then(|| self.new_credential(user));
        let ada = self.admin(&self.ada);
        self.store.decide_request(&ada, request.id, request.version, verdict, first).await?;
        if state == AccessState::Suspended {
            let version = self.access_version(user).await?;
            self.store.disable_access(&ada, user.id, version, "misuse").await?;
        }
        Ok(())
    }

    pub(crate) async fn access_version(&self, user: &Account) -> TestResult<u32> {
        Ok(self.store.user_access(user.id).await?.ok_or("no access row")?.version)
    }

    pub(crate) async fn state(&self, user: &Account) -> TestResult<AccessState> {
        Ok(self.store.access_status(user.id).await?.state())
    }

    /// The user's newest credential.
    pub(crate) async fn credential(&self, owner: &Account) -> TestResult<Credential> {
        Ok(self.store.credentials(owner.id).await?.into_iter().next().ok_or("no credential")?)
    }

    /// What the present secret of this credential is looked up by.
    pub(crate) async fn digest(&self, owner: &Account, id: Uuid) -> TestResult<SecretDigest> {
        let stored = self.store.fetch_secret(&self.stepped_up(owner), id, RevealPurpose::Show).await?;
        Ok(SecretDigest::of(self.issuer.open(&stored, key_owner(owner), id)?.expose()))
    }

    /// What is newest in the user's activity, newest first.
    pub(crate) async fn newest_acts(&self, user: &Account, most: u32) -> TestResult<Vec<Act>> {
        let entries = self.store.activity(user.id, first_page(most)).await?.items;
        Ok(entries.into_iter().map(|entry| entry.act).collect())
    }

    /// What an act told this audience, in order.
    pub(crate) async fn told(&self, since: i64, audience: Audience) -> TestResult<Vec<LiveEvent>> {
        match self.store.events_after(since, &[audience]).await? {
            Replay::Events(events) => Ok(events.into_iter().map(|stored| stored.event).collect()),
            Replay::TooOld => Err("too old".into()),
        }
    }
}

/// Begins a session of the account whose password has this hash.
pub(crate) async fn sign_in(
    store: &dyn Store,
    account: &Account,
    password_hash: &str,
) -> Result<TestSession, AuthorityError> {
    let (id, token, user) = (Uuid::now_v7(), SessionDigest([7; 32]), account.id);
    let user_agent = "Mozilla/5.0";
    store.begin_session(NewSession { id, token, user, password_hash, address: ADDRESS, user_agent }).await?;
    Ok(TestSession { authority: SessionAuthority { session: id, user, address: ADDRESS }, token })
}

/// A script that has presented the newest key of this user.
pub(crate) async fn script_of(store: &dyn Store, owner: &Account) -> TestResult<Requester> {
    let key = store.credentials(owner.id).await?.into_iter().next().ok_or("no credential")?;
    let authority = KeyAuthority {
        credential: key.id,
        secret_version: key.secret_version,
        user: owner.id,
        company: company_of(owner),
        address: None,
    };
    Ok(Requester { authority, api_key: key.api_key, owner_name: owner.full_name() })
}

/// Fails unless the password was no longer the one that had been checked.
#[track_caller]
pub(crate) fn overtaken<T>(outcome: Result<T, AuthorityError>) {
    assert!(matches!(outcome, Err(AuthorityError::PasswordChanged)));
}

/// Fails unless the session had ended.
#[track_caller]
pub(crate) fn ended<T>(outcome: Result<T, AuthorityError>) {
    assert!(matches!(outcome, Err(AuthorityError::SessionEnded)));
}

pub(crate) fn key_owner(account: &Account) -> KeyOwner {
    KeyOwner { user_id: account.id, company_id: company_of(account) }
}

pub(crate) fn company_of(account: &Account) -> Uuid {
    account.company.as_ref().map(|company| company.id).unwrap_or_default()
}

pub(crate) fn first_page(limit: u32) -> PageRequest {
    PageRequest { after: None, limit }
}

pub(crate) async fn create(
    store: &dyn Store,
    email: &str,
    first_name: &str,
    last_name: &str,
    company_id: Option<Uuid>,
) -> TestResult<Account> {
    let user = NewUser {
        email: email.to_owned(),
        password_hash: HASH.to_owned(),
        first_name: first_name.to_owned(),
        last_name: last_name.to_owned(),
        role_name: "Billing Admin".to_owned(),
        company_id,
    };
    Ok(store.create_user(user, OperatorAuthority).await?)
}
