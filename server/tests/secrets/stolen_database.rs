//! Somebody copies the database with its write-ahead log, or writes to it, without having the sealing key.

use std::fs;

use data_encoding::{BASE64, BASE64URL_NOPAD, HEXLOWER, HEXUPPER};
use latchkey_contract::Password;
use latchkey_contract::credential::RevealPurpose;
use latchkey_contract::session::Account;
use latchkey_server::passwords::Passwords;
use latchkey_server::secrets::{Issuer, OpenError, SealingKey};
use latchkey_server::store::access::ApiAccess;
use latchkey_server::store::accounts::{Accounts, NewUser};
use latchkey_server::store::audit::Actor;
use latchkey_server::store::credentials::Credentials;
use latchkey_server::store::idempotency::{Idempotency, RequestKey};
use latchkey_server::store::sessions::{SessionDigest, Sessions};
use latchkey_server::store::sqlite::SqliteStore;
use sha2::{Digest, Sha256};
use sqlx::ConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use tempfile::TempDir;
use uuid::Uuid;

use crate::TestResult;

const NOW: i64 = 1_772_357_400_000;

/// A portal with two users, each with a key.
struct Portal {
    dir: TempDir,
    store: SqliteStore,
    issuer: Issuer,
    dana: Account,
    colin: Account,
}

impl Portal {
    async fn new() -> TestResult<Self> {
        let dir = TempDir::new()?;
        let (key, _) = SealingKey::generate()?;
        let store = SqliteStore::open(&dir.path().join("latchkey.db"), key.audit_key()).await?;
        let issuer = Issuer::new(key);
        let dana = enroll(&store, &issuer, "dana@demo.example", "a password to look for").await?;
        let colin = enroll(&store, &issuer, "colin@demo.example", "another password").await?;
        Ok(Self { dir, store, issuer, dana, colin })
    }

    async fn key_of(&self, owner: &Account) -> TestResult<Uuid> {
        Ok(self.store.credentials(owner.id).await?.first().ok_or("no key")?.id)
    }

    async fn open(&self, owner: &Account) -> TestResult<Result<String, OpenError>> {
        let id = self.key_of(owner).await?;
        let stored =
            self.store.fetch_secret(owner.id, id, RevealPurpose::Show, &Actor::operator(NOW)).await?;
        Ok(self.issuer.open(&stored).map(|plain| plain.expose().to_owned()))
    }

    /// Every byte of every file beside the database, the write-ahead log included.
    fn copy(&self) -> TestResult<Vec<u8>> {
        let mut bytes = Vec::new();
        for entry in self.dir.path().read_dir()? {
            bytes.extend(fs::read(entry?.path())?);
        }
        Ok(bytes)
    }

    async fn tamper(&self, sql: &'static str) -> TestResult {
        let file = self.dir.path().join("latchkey.db");
        let mut hand = SqliteConnectOptions::new().filename(file).connect().await?;
        sqlx::raw_sql(sql).execute(&mut hand).await?;
        Ok(())
    }
}

#[tokio::test]
async fn a_copy_holds_no_secret_no_session_and_no_password() -> TestResult {
    let portal = Portal::new().await?;
    let token = [0xA7_u8; 32];
    let digest = SessionDigest(Sha256::digest(BASE64URL_NOPAD.encode(&token)).into());
    let by = Actor::operator(NOW);
    let hash = portal.store.user(portal.dana.id).await?.ok_or("no account")?.password_hash;
    portal.store.begin_session(digest, portal.dana.id, &hash, NOW, &by).await?;
    let first = portal.open(&portal.dana).await??;
    // A replaced and a revoked secret must not linger either.
    let id = portal.key_of(&portal.dana).await?;
    let (company, version) = portal.store.next_secret_version(portal.dana.id, id).await?;
    let secret = portal.issuer.new_secret(company, id, version);
    let created = portal.store.replace_secret(portal.dana.id, id, version, secret, &by).await?;
    let second = portal.open(&portal.dana).await??;
    let colins = portal.open(&portal.colin).await??;
    portal.store.revoke_credential(portal.colin.id, portal.key_of(&portal.colin).await?, &by).await?;
    let request = RequestKey { principal: portal.dana.id, route: "POST /api/v1/credentials", key: "k" };
    portal.store.begin_request(request, [0; 32], NOW).await?;
    portal.store.finish_request(request, 201, &serde_json::to_string(&created)?).await?;

    for closed in [false, true] {
        if closed {
            portal.store.close().await;
        }
        let copy = portal.copy()?;
        assert!(contains(&copy, created.api_key.as_bytes()), "the copy is one of the whole database");
        assert!(contains(&copy, b"dana@demo.example"));
        for secret in [&first, &second, &colins] {
            for trace in [secret.as_bytes(), &secret.as_bytes()[4..44], &secret.as_bytes()[4..20]] {
                assert!(!holds(&copy, trace));
            }
        }
        for form in [token.to_vec(), BASE64URL_NOPAD.encode(&token).into_bytes()] {
            assert!(!holds(&copy, &form));
        }
        assert!(!holds(&copy, b"a password to look for"));
        assert!(!contains(&copy, b"lks_"));
    }
    Ok(())
}

#[tokio::test]
async fn a_deleted_seal_leaves_no_trace_in_the_closed_file() -> TestResult {
    let portal = Portal::new().await?;
    let id = portal.key_of(&portal.dana).await?;
    let by = Actor::operator(NOW);
    let stored = portal.store.fetch_secret(portal.dana.id, id, RevealPurpose::Show, &by).await?;
    portal.store.revoke_credential(portal.dana.id, id, &by).await?;
    portal.store.close().await;
    assert!(!contains(&portal.copy()?, stored.sealed.as_bytes()));
    Ok(())
}

#[tokio::test]
async fn exchanged_seals_do_not_open() -> TestResult {
    let portal = Portal::new().await?;
    assert!(portal.open(&portal.dana).await?.is_ok());
    portal
        .tamper(
            "CREATE TEMP TABLE old AS SELECT credential_id, sealed FROM secret; \
             UPDATE secret SET sealed = (SELECT sealed FROM old WHERE old.credential_id <> secret.credential_id)",
        )
        .await?;
    for owner in [&portal.dana, &portal.colin] {
        assert_eq!(portal.open(owner).await?, Err(OpenError::Broken));
    }
    Ok(())
}

#[tokio::test]
async fn a_seal_in_another_company_or_version_does_not_open() -> TestResult {
    for sql in [
        "UPDATE secret SET version = 2",
        "INSERT INTO company (id, name, name_key) VALUES (zeroblob(16), 'Mine', 'mine'); \
         UPDATE credential SET company_id = zeroblob(16)",
    ] {
        let portal = Portal::new().await?;
        portal.tamper(sql).await?;
        assert_eq!(portal.open(&portal.dana).await?, Err(OpenError::Broken), "{sql}");
    }
    Ok(())
}

#[tokio::test]
async fn a_key_given_to_somebody_else_does_not_open_for_them() -> TestResult {
    let portal = Portal::new().await?;
    let danas = portal.open(&portal.dana).await??;
    // Colin's credential gets Dana's seal: he would be the owner in every other respect.
    portal
        .tamper(
            "UPDATE secret SET sealed = (SELECT s.sealed FROM secret s JOIN credential k ON k.id = s.credential_id \
                                         JOIN account a ON a.id = k.user_id WHERE a.email_key = 'dana@demo.example')",
        )
        .await?;
    assert_eq!(portal.open(&portal.colin).await?, Err(OpenError::Broken));
    assert_eq!(portal.open(&portal.dana).await?, Ok(danas));
    Ok(())
}

async fn enroll(store: &SqliteStore, issuer: &Issuer, email: &str, password: &str) -> TestResult<Account> {
    let company = store.ensure_company("Demo Ltd").await?;
    let passwords = Passwords::cheap_for_tests(1);
    let user = NewUser {
        email: email.to_owned(),
        password_hash: passwords.hash(&Password::from(password.to_owned())).await?,
        first_name: "Dana".to_owned(),
        last_name: "Demo".to_owned(),
        role_name: "User".to_owned(),
        company_id: Some(company.id),
    };
    let by = Actor::operator(NOW);
    let account = store.create_user(user, &by).await?;
    store.request_access(account.id, None, Some(issuer.new_credential(company.id)), &by).await?;
    Ok(account)
}

/// In the clear or in a usual encoding.
fn holds(bytes: &[u8], secret: &[u8]) -> bool {
    let encoded = [BASE64, BASE64URL_NOPAD, HEXLOWER, HEXUPPER].map(|encoding| encoding.encode(secret));
    contains(bytes, secret) || encoded.iter().any(|text| contains(bytes, text.as_bytes()))
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
