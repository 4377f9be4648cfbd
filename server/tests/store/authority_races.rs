//! Acts and the end of their authority at once, in two processes' worth of connections to one database.

use std::sync::Arc;

use latchkey_contract::activity::Act;
use latchkey_contract::credential::RevealPurpose;
use latchkey_contract::session::Account;
use latchkey_server::cloud::Requester;
use latchkey_server::secrets::{Issuer, SealingKey};
use latchkey_server::store::access::ApiAccess;
use latchkey_server::store::accounts::Accounts;
use latchkey_server::store::authority::{
    AdministratorAuthority, OperatorAuthority, SessionAuthority, StepUpAuthority,
};
use latchkey_server::store::credentials::Credentials;
use latchkey_server::store::inventory::Inventory;
use latchkey_server::store::sessions::Sessions;
use latchkey_server::store::sqlite::SqliteStore;
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert, prop_oneof, proptest};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, SqliteConnection};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use uuid::Uuid;

use crate::house::{HASH, MORNING, TestResult, TickingClock, create, key_owner, script_of, sign_in};
use crate::inventory::furniture::{catalogue, new_volume};

/// Ends of an authority.
#[derive(Clone, Copy, Debug)]
enum End {
    SignOut,
    OtherSession,
    ResetPassword,
    DisableUser,
    RevokeKey,
    SuspendAccess,
}

impl End {
    /// The entries by which the log shows it, and whether it ends the session, the key, or both.
    fn entry(self) -> (Act, bool, bool) {
        match self {
            Self::SignOut => (Act::SignedOut, true, false),
            Self::OtherSession => (Act::OtherSessionsEnded, true, false),
            Self::ResetPassword => (Act::PasswordReset, true, false),
            Self::DisableUser => (Act::AccountDisabled, true, true),
            Self::RevokeKey => (Act::CredentialRevoked, false, true),
            Self::SuspendAccess => (Act::AccessDisabled, false, true),
        }
    }
}

fn end() -> impl Strategy<Value = End> {
    prop_oneof![
        Just(End::SignOut),
        Just(End::OtherSession),
        Just(End::ResetPassword),
        Just(End::DisableUser),
        Just(End::RevokeKey),
        Just(End::SuspendAccess),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// `pauses` says how often each side lets others go first before each of its acts.
    #[test]
    fn no_act_commits_after_its_authority_ended(
        end in end(),
        pauses in proptest::collection::vec(0..12_usize, 13),
    ) {
        let runtime = Runtime::new()?;
        let log = runtime.block_on(race(end, pauses)).map_err(|error| {
            proptest::test_runner::TestCaseError::fail(error.to_string())
        })?;
        let (act, session_ends, key_ends) = end.entry();
        let ended = log.iter().position(|entry| entry.act == act);
        prop_assert!(ended.is_some(), "{end:?} is not in the log");
        for entry in log.iter().skip(ended.unwrap_or_default() + 1) {
            prop_assert!(!(session_ends && entry.by_session), "{:?} after {act:?}", entry.act);
            prop_assert!(!(key_ends && entry.by_key), "{:?} after {act:?}", entry.act);
        }
    }
}

/// An entry of the audit log, in the order of the commits.
struct LogEntry {
    act: Act,
    by_session: bool,
    by_key: bool,
}

/// Dana's session and key act on one connection while they end on the other; the log of it.
async fn race(end: End, pauses: Vec<usize>) -> TestResult<Vec<LogEntry>> {
    let dir = TempDir::new()?;
    let file = dir.path().join("latchkey.db");
    let (key, text) = SealingKey::generate()?;
    let issuer = Issuer::new(SealingKey::parse(&text)?);
    let one = Arc::new(SqliteStore::open(&file, &key, TickingClock::at(MORNING)).await?);
    let two = Arc::new(SqliteStore::open(&file, &key, TickingClock::at(MORNING)).await?);
    one.offer(catalogue()).await?;
    let company = Some(one.ensure_company("Demo Ltd", OperatorAuthority).await?.id);
    let dana = create(&*one, "dana@demo.example", "Dana", "Demo", company).await?;
    let ada = create(&*one, "ada@portal.example", "Ada", "Admin", None).await?;
    let session = sign_in(&*one, &dana, HASH).await?.authority;
    one.request_access(&session, None, Some(issuer.new_credential(key_owner(&dana)))).await?;
    let script = script_of(&*one, &dana).await?;
    let elsewhere = sign_in(&*one, &dana, HASH).await?.authority;
    let admin = AdministratorAuthority(sign_in(&*one, &ada, HASH).await?.authority);

    let mut pauses = pauses.into_iter();
    let first_pause = pauses.next().unwrap_or_default();
    let acting = tokio::spawn(keep_acting(one.clone(), session, script.clone(), pauses.collect()));
    let ending = tokio::spawn(async move {
        pause(first_pause * 4).await;
        let owned = Owned { dana: &dana, session, elsewhere, credential: script.authority.credential };
        finish(&two, end, admin, &owned).await.map_err(|error| error.to_string())
    });
    acting.await?;
    ending.await??;
    let mut hand = SqliteConnectOptions::new().filename(&file).connect().await?;
    entries(&mut hand).await
}

/// Reveals by the session and creates by the key, in turn. Refusals are expected.
async fn keep_acting(
    store: Arc<SqliteStore>,
    session: SessionAuthority,
    script: Requester,
    pauses: Vec<usize>,
) {
    for times in pauses {
        pause(times).await;
        let by = StepUpAuthority(session);
        let _ = store.fetch_secret(&by, script.authority.credential, RevealPurpose::Show).await;
        let _ = store.create_volume(&script, new_volume(), MORNING).await;
    }
}

struct Owned<'a> {
    dana: &'a Account,
    session: SessionAuthority,
    elsewhere: SessionAuthority,
    credential: Uuid,
}

async fn finish(
    store: &SqliteStore,
    end: End,
    admin: AdministratorAuthority,
    Owned { dana, session, elsewhere, credential }: &Owned<'_>,
) -> TestResult {
    match end {
        End::SignOut => store.end_session(session).await?,
        End::OtherSession => store.end_other_sessions(&StepUpAuthority(*elsewhere)).await?,
        End::ResetPassword => store.reset_password(dana.id, "new hash", OperatorAuthority).await?,
        End::DisableUser => store.disable_user(dana.id, OperatorAuthority).await?,
        End::RevokeKey => drop(store.revoke_credential(elsewhere, *credential).await?),
        End::SuspendAccess => {
            let version = store.user_access(dana.id).await?.ok_or("no access")?.version;
            store.disable_access(&admin, dana.id, version, "misuse").await?;
        }
    }
    Ok(())
}

async fn pause(times: usize) {
    for _ in 0..times {
        tokio::task::yield_now().await;
    }
}

async fn entries(hand: &mut SqliteConnection) -> TestResult<Vec<LogEntry>> {
    let rows: Vec<String> =
        sqlx::query_scalar("SELECT act FROM audit_entry ORDER BY seq").fetch_all(hand).await?;
    rows.into_iter()
        .map(|act| {
            let act: Act = serde_json::from_value(act.into())?;
            Ok(LogEntry { by_session: act == Act::SecretRevealed, by_key: act == Act::VolumeCreated, act })
        })
        .collect()
}
