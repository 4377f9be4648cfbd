use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use latchkey_contract::activity::Act;
use latchkey_contract::api_access::AccessState;
use latchkey_contract::credential::{Credential, RevealPurpose};
use latchkey_contract::event::LiveEvent;
use latchkey_contract::session::Account;
use latchkey_server::cloud::{Requester, Tenant};
use latchkey_server::secrets::{Issuer, SealingKey, SealingKeyId, SecretDigest};
use latchkey_server::store::access::Verdict;
use latchkey_server::store::accounts::NewUser;
use latchkey_server::store::audit::Actor;
use latchkey_server::store::credentials::NewCredential;
use latchkey_server::store::events::{Audience, Replay};
use latchkey_server::store::sessions::{ConfirmedError, SessionDigest, SessionLimits};
use latchkey_server::store::sqlite::SqliteStore;
use latchkey_server::store::{PageRequest, Store};
use tempfile::TempDir;
use uuid::Uuid;

pub(crate) type TestResult<T = ()> = Result<T, Box<dyn Error>>;

/// 2026-03-01T09:30:00Z.
pub(crate) const MORNING: i64 = 1_772_357_400_000;

/// Of everybody's password.
pub(crate) const HASH: &str = "$argon2id$ of another test";

/// A fresh database with two users of one company, one of another, and two administrators.
pub(crate) struct House {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) issuer: Issuer,
    pub(crate) key_id: SealingKeyId,
    pub(crate) dana: Account,
    pub(crate) colin: Account,
    pub(crate) otto: Account,
    pub(crate) ada: Account,
    pub(crate) bert: Account,
    now: AtomicI64,
    _dir: TempDir,
}

impl House {
    pub(crate) async fn on_sqlite() -> TestResult<Self> {
        let dir = TempDir::new()?;
        let (key, _) = SealingKey::generate()?;
        let store = SqliteStore::open(&dir.path().join("latchkey.db"), key.audit_key()).await?;
        Self::furnish(Arc::new(store), key, dir).await
    }

    async fn furnish(store: Arc<dyn Store>, key: SealingKey, dir: TempDir) -> TestResult<Self> {
        let demo = Some(store.ensure_company("Demo Ltd").await?.id);
        let other = Some(store.ensure_company("Other Ltd").await?.id);
        Ok(Self {
            dana: create(&*store, "dana@demo.example", "Dana", "Demo", demo).await?,
            colin: create(&*store, "colin@demo.example", "Colin", "Colleague", demo).await?,
            otto: create(&*store, "otto@other.example", "Otto", "Other", other).await?,
            ada: create(&*store, "ada@portal.example", "Ada", "Admin", None).await?,
            bert: create(&*store, "bert@portal.example", "Bert", "Boss", None).await?,
            key_id: key.id(),
            issuer: Issuer::new(key),
            now: AtomicI64::new(MORNING),
            store,
            _dir: dir,
        })
    }

    /// The next millisecond.
    pub(crate) fn tick(&self) -> i64 {
        self.now.fetch_add(1, Ordering::Relaxed) + 1
    }

    pub(crate) fn by(&self, account: &Account) -> Actor {
        Actor {
            user_id: Some(account.id),
            name: account.full_name(),
            address: Some("192.0.2.1".to_owned()),
            at: self.tick(),
        }
    }

    /// Begins a session of this account; the instant at which it began.
    pub(crate) async fn sign_in(
        &self,
        account: &Account,
        digest: SessionDigest,
    ) -> Result<i64, ConfirmedError> {
        let now = self.tick();
        self.store.begin_session(digest, account.id, HASH, now, &self.by(account)).await?;
        Ok(now)
    }

    pub(crate) async fn is_alive(&self, digest: SessionDigest) -> TestResult<bool> {
        Ok(self.store.session(digest, self.tick(), SessionLimits::STANDARD).await?.is_some())
    }

    /// One more user of Demo Ltd.
    pub(crate) async fn newcomer(&self) -> TestResult<Account> {
        let email = format!("newcomer{}@demo.example", self.tick());
        create(&*self.store, &email, "Nora", "Newcomer", Some(company_of(&self.dana))).await
    }

    /// A credential as the issuer makes one for this user.
    pub(crate) fn new_credential(&self, owner: &Account) -> NewCredential {
        self.issuer.new_credential(company_of(owner))
    }

    /// Brings a user, whose access is disabled, into this state.
    pub(crate) async fn bring(&self, user: &Account, state: AccessState) -> TestResult {
        if state == AccessState::Disabled {
            return Ok(());
        }
        let request = self.store.request_access(user.id, Some("for Terraform"), None, &self.by(user)).await?;
        let verdict = match state {
            AccessState::Pending => return Ok(()),
            AccessState::Denied => Verdict::Deny { reason: "not yet".to_owned() },
            _ => Verdict::Approve,
        };
        let first = matches!(verdict, Verdict::Approve).then(|| self.new_credential(user));
        self.store.decide_request(request.id, request.version, verdict, first, &self.by(&self.ada)).await?;
        if state == AccessState::Suspended {
            let version = self.access_version(user).await?;
            self.store.disable_access(user.id, version, "misuse", &self.by(&self.ada)).await?;
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
        let stored = self.store.fetch_secret(owner.id, id, RevealPurpose::Show, &self.by(owner)).await?;
        Ok(SecretDigest::of(self.issuer.open(&stored)?.expose()))
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

/// A script of this tenant.
pub(crate) fn by(tenant: Tenant) -> Requester {
    Requester {
        tenant,
        api_key: "lkp_7Hq2mXc9TzR4vKb1WnLs6JdY".to_owned(),
        owner_name: "Dana Demo".to_owned(),
        address: None,
    }
}

/// Fails unless the password was no longer the one that had been checked.
#[track_caller]
pub(crate) fn overtaken<T>(outcome: Result<T, ConfirmedError>) {
    assert!(matches!(outcome, Err(ConfirmedError::Overtaken)));
}

pub(crate) fn company_of(account: &Account) -> Uuid {
    account.company.as_ref().map(|company| company.id).unwrap_or_default()
}

pub(crate) fn first_page(limit: u32) -> PageRequest {
    PageRequest { after: None, limit }
}

async fn create(
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
    Ok(store.create_user(user, &Actor::operator(MORNING)).await?)
}
