//! Somebody copies the database with its write-ahead log, or writes to it, without having the sealing key.

use std::fs;
use std::net::IpAddr;
use std::sync::Arc;

use data_encoding::{BASE64, BASE64URL_NOPAD, HEXLOWER, HEXUPPER};
use latchkey_contract::Password;
use latchkey_contract::credential::{Credential, RevealPurpose};
use latchkey_contract::session::Account;
use latchkey_server::clock::SystemClock;
use latchkey_server::passwords::Passwords;
use latchkey_server::secrets::{Issuer, KeyOwner, OpenError, SealingKey, SecretDigest};
use latchkey_server::store::access::ApiAccess;
use latchkey_server::store::accounts::{Accounts, NewUser};
use latchkey_server::store::authority::{OperatorAuthority, SessionAuthority, StepUpAuthority};
use latchkey_server::store::credentials::{Credentials, StoredSecret};
use latchkey_server::store::idempotency::{Idempotency, RequestKey};
use latchkey_server::store::sessions::{NewSession, SessionDigest, Sessions};
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
    dana: Member,
    colin: Member,
}

/// A user with a session.
#[derive(Clone)]
struct Member {
    account: Account,
    by: StepUpAuthority,
}

impl Member {
    fn owner(&self) -> KeyOwner {
        let company_id = self.account.company.as_ref().map(|company| company.id).unwrap_or_default();
        KeyOwner { user_id: self.account.id, company_id }
    }
}

impl Portal {
    async fn new() -> TestResult<Self> {
        let dir = TempDir::new()?;
        let (key, _) = SealingKey::generate()?;
        let file = dir.path().join("latchkey.db");
        let store = SqliteStore::open(&file, &key, Arc::new(SystemClock)).await?;
        let issuer = Issuer::new(key);
        let dana = enroll(&store, &issuer, "dana@demo.example", "a password to look for").await?;
        let colin = enroll(&store, &issuer, "colin@demo.example", "another password").await?;
        Ok(Self { dir, store, issuer, dana, colin })
    }

    async fn key_of(&self, owner: &Member) -> TestResult<Credential> {
        let keys = self.store.credentials(owner.account.id).await?;
        Ok(keys.into_iter().next().ok_or("no key")?)
    }

    /// The plain text of the member's newest key, as the member would have it revealed.
    async fn open(&self, member: &Member) -> TestResult<Result<String, OpenError>> {
        let id = self.key_of(member).await?.id;
        let stored = self.store.fetch_secret(&member.by, id, RevealPurpose::Show).await?;
        let opened = self.issuer.open(&stored, member.owner(), id);
        Ok(opened.map(|plain| plain.expose().to_owned()))
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
    let digest = SessionDigest(Sha256::digest(token).into());
    let hash = portal.store.user(portal.dana.account.id).await?.ok_or("no account")?.password_hash;
    begin_session(&portal.store, &portal.dana.account, &hash, digest).await?;
    let first = portal.open(&portal.dana).await??;
    // A replaced and a revoked secret must not linger either.
    let id = portal.key_of(&portal.dana).await?.id;
    let version = portal.store.next_secret_version(portal.dana.account.id, id).await?;
    let secret = portal.issuer.new_secret(portal.dana.owner(), id, version);
    let created = portal.store.replace_secret(&portal.dana.by, id, version, secret).await?;
    let second = portal.open(&portal.dana).await??;
    let colins = portal.open(&portal.colin).await??;
    portal.store.revoke_credential(&portal.colin.by.0, portal.key_of(&portal.colin).await?.id).await?;
    let request =
        RequestKey { principal: portal.dana.account.id, route: "POST /api/v1/credentials", key: "k" };
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
        for form in [token.to_vec(), BASE64URL_NOPAD.encode(&token).into_bytes(), digest.0.to_vec()] {
            assert!(!holds(&copy, &form));
        }
        for secret in [&first, &second, &colins] {
            assert!(
                !holds(&copy, SecretDigest::of(secret).as_bytes()),
                "nor what a secret could be tried against"
            );
        }
        assert!(!holds(&copy, b"a password to look for"));
        assert!(!contains(&copy, b"lks_"));
    }
    Ok(())
}

#[tokio::test]
async fn a_deleted_seal_leaves_no_trace_in_the_closed_file() -> TestResult {
    let portal = Portal::new().await?;
    let id = portal.key_of(&portal.dana).await?.id;
    let stored = portal.store.fetch_secret(&portal.dana.by, id, RevealPurpose::Show).await?;
    portal.store.revoke_credential(&portal.dana.by.0, id).await?;
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
    let portal = Portal::new().await?;
    portal.tamper("UPDATE secret SET version = 2").await?;
    assert_eq!(portal.open(&portal.dana).await?, Err(OpenError::Broken));
    let danas = portal.key_of(&portal.dana).await?;
    let stored = portal.store.fetch_secret(&portal.dana.by, danas.id, RevealPurpose::Show).await?;
    let elsewhere = KeyOwner { company_id: Uuid::nil(), ..portal.dana.owner() };
    let opened = portal.issuer.open(&StoredSecret { version: 1, ..stored }, elsewhere, danas.id);
    assert_eq!(opened.err(), Some(OpenError::Broken));
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

#[tokio::test]
async fn a_key_row_given_to_a_colleague_opens_neither_for_them_nor_for_calls() -> TestResult {
    let portal = Portal::new().await?;
    let danas = portal.key_of(&portal.dana).await?;
    let secret = SecretDigest::of(&portal.open(&portal.dana).await??);
    assert!(portal.store.key_holder(&danas.api_key, secret).await?.is_some());
    portal.store.revoke_credential(&portal.colin.by.0, portal.key_of(&portal.colin).await?.id).await?;
    // The whole row: key, seal and HMAC, in the same company.
    portal
        .tamper(
            "UPDATE credential SET user_id = (SELECT id FROM account WHERE email_key = 'colin@demo.example') \
             WHERE revoked_at IS NULL",
        )
        .await?;
    let stored = portal.store.fetch_secret(&portal.colin.by, danas.id, RevealPurpose::Show).await?;
    let opened = portal.issuer.open(&stored, portal.colin.owner(), danas.id);
    assert_eq!(opened.err(), Some(OpenError::Broken));
    assert!(portal.store.key_holder(&danas.api_key, secret).await?.is_none());
    Ok(())
}

#[tokio::test]
async fn a_made_up_secret_opens_nothing() -> TestResult {
    let portal = Portal::new().await?;
    let danas = portal.key_of(&portal.dana).await?;
    let known = SecretDigest::of(&portal.open(&portal.colin).await??);
    for sql in [
        // The bare digest of a secret that the attacker has made up.
        "UPDATE secret SET pair_mac = unhex('a948904f2f0f479b8f8197694b30184b0d2ed1c1cd2a1ec0fb85d299a192a447') \
         WHERE credential_id = (SELECT MIN(credential_id) FROM secret)",
        // The row of a secret that the attacker knows, under another key.
        "CREATE TEMP TABLE old AS SELECT credential_id, pair_mac FROM secret; UPDATE secret SET pair_mac = randomblob(32); \
         UPDATE secret SET pair_mac = (SELECT pair_mac FROM old WHERE old.credential_id <> secret.credential_id)",
    ] {
        portal.tamper(sql).await?;
        for digest in [SecretDigest::of("hello world\n"), known] {
            assert!(portal.store.key_holder(&danas.api_key, digest).await?.is_none(), "{sql}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_made_up_or_exchanged_ended_pair_tells_nothing() -> TestResult {
    let portal = Portal::new().await?;
    let mut pairs = Vec::new();
    for member in [&portal.dana, &portal.colin] {
        let key = portal.key_of(member).await?;
        pairs.push((key.api_key, SecretDigest::of(&portal.open(member).await??)));
        portal.store.revoke_credential(&member.by.0, key.id).await?;
    }
    for (api_key, secret) in &pairs {
        assert!(portal.store.ended_pair(api_key, *secret).await?.is_some());
    }
    portal
        .tamper(
            "CREATE TEMP TABLE old AS SELECT credential_id, pair_mac FROM ended_secret; \
             UPDATE ended_secret SET pair_mac = (SELECT pair_mac FROM old WHERE old.credential_id <> \
                                                 ended_secret.credential_id)",
        )
        .await?;
    for (api_key, _) in &pairs {
        for (_, secret) in &pairs {
            assert!(portal.store.ended_pair(api_key, *secret).await?.is_none());
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_made_up_or_exchanged_session_session_is_none() -> TestResult {
    for sql in [
        // The bare digest of a token that the attacker has made up.
        "UPDATE session SET token_mac = unhex('0707070707070707070707070707070707070707070707070707070707070707')",
        // One's own session, turned into somebody else's.
        "UPDATE session SET user_id = (SELECT MIN(a.id) FROM account a WHERE a.id <> session.user_id)",
    ] {
        let portal = Portal::new().await?;
        let by = portal.dana.by.0;
        assert!(portal.store.session(by.session, TOKEN).await?.is_some());
        portal.tamper(sql).await?;
        assert!(portal.store.session(by.session, TOKEN).await?.is_none(), "{sql}");
    }
    Ok(())
}

const TOKEN: SessionDigest = SessionDigest([7; 32]);

async fn enroll(store: &SqliteStore, issuer: &Issuer, email: &str, password: &str) -> TestResult<Member> {
    let company = store.ensure_company("Demo Ltd", OperatorAuthority).await?;
    let passwords = Passwords::cheap_for_tests(1);
    let password_hash = passwords.hash(&Password::from(password.to_owned())).await?;
    let user = NewUser {
        email: email.to_owned(),
        password_hash: password_hash.clone(),
        first_name: "Dana".to_owned(),
        last_name: "Demo".to_owned(),
        role_name: "User".to_owned(),
        company_id: Some(company.id),
    };
    let account = store.create_user(user, OperatorAuthority).await?;
    let by = begin_session(store, &account, &password_hash, TOKEN).await?;
    let member = Member { account, by: StepUpAuthority(by) };
    store.request_access(&by, None, Some(issuer.new_credential(member.owner()))).await?;
    Ok(member)
}

async fn begin_session(
    store: &SqliteStore,
    account: &Account,
    password_hash: &str,
    token: SessionDigest,
) -> TestResult<SessionAuthority> {
    let (id, user, address) = (Uuid::now_v7(), account.id, IpAddr::from([192, 0, 2, 1]));
    store.begin_session(NewSession { id, token, user, password_hash, address, user_agent: "" }).await?;
    Ok(SessionAuthority { session: id, user, address })
}

/// In the clear or in a usual encoding.
fn holds(bytes: &[u8], secret: &[u8]) -> bool {
    let encoded = [BASE64, BASE64URL_NOPAD, HEXLOWER, HEXUPPER].map(|encoding| encoding.encode(secret));
    contains(bytes, secret) || encoded.iter().any(|text| contains(bytes, text.as_bytes()))
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
