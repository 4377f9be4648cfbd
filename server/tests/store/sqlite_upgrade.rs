//! What an earlier version wrote is there after an upgrade.

use std::path::Path;

use latchkey_contract::credential::RevealPurpose;
use latchkey_server::cloud::{Filter, InstanceState};
use latchkey_server::secrets::{Issuer, OpenError, SealingKey, SecretDigest};
use latchkey_server::store::StoreError;
use latchkey_server::store::accounts::Accounts;
use latchkey_server::store::authority::StepUpAuthority;
use latchkey_server::store::credentials::Credentials;
use latchkey_server::store::inventory::Inventory;
use latchkey_server::store::sessions::Sessions;
use latchkey_server::store::sqlite::SqliteStore;
use sqlx::migrate::Migrator;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};
use tempfile::TempDir;
use uuid::Uuid;

use crate::house::{MORNING, TestResult, TickingClock, key_owner, sign_in};

static ALL: Migrator = sqlx::migrate!("migrations/sqlite");

/// As the demo data was before there was an embedded cloud.
const ROWS: &str = "
    INSERT INTO company (id, name, name_key) VALUES (x'0C', 'Demo Ltd', 'demo ltd');
    INSERT INTO zone (id, name, is_active) VALUES (x'00000000000000000000000000000001', 'London 1', 1);
    INSERT INTO network (id, company_id, zone_id, name, cidr, gateway, kind, domain, status)
    VALUES (x'0000000000000000000000000000000A', x'0C', x'00000000000000000000000000000001', 'front', '10.0.0.0/24',
            '10.0.0.1', 'Isolated', 'front.internal', 'IMPLEMENTED');
    INSERT INTO instance (id, company_id, zone_id, network_id, name, display_name, owner_name, network_name,
                          template_name, cpu_cores, memory_mb, disk_gb, state, private_ip)
    VALUES (x'00000000000000000000000000000014', x'0C', x'00000000000000000000000000000001',
            x'0000000000000000000000000000000A', 'web-1', 'Web 1', 'Dana Demo', 'front', 'Debian 12', 2, 4096, 40,
            'STOPPED', '10.0.0.11');
    INSERT INTO volume (id, company_id, zone_id, name, kind, storage_offering_name, size_gb, instance_name, status,
                        created_at)
    VALUES (x'0000000000000000000000000000001E', x'0C', x'00000000000000000000000000000001', 'root', 'ROOT', 'SSD', 40,
            'web-1', 'READY', 7),
           (x'0000000000000000000000000000001F', x'0C', x'00000000000000000000000000000001', 'spare', 'DATADISK', 'SSD',
            10, NULL, 'READY', 8);
";

#[tokio::test]
async fn resources_of_before_the_embedded_cloud_are_carried_over() -> TestResult {
    let dir = TempDir::new()?;
    let file = dir.path().join("latchkey.db");
    let company = Uuid::from_u128(12);
    write_earlier(&file, 6, &ROWS.replace("x'0C'", "x'0000000000000000000000000000000C'")).await?;

    let store = SqliteStore::open(&file, &SealingKey::generate()?.0, TickingClock::at(MORNING)).await?;
    let all = Filter::default();
    let networks = store.networks(company, all).await?;
    assert_eq!((networks.len(), networks[0].offering_id), (1, None));
    let instances = store.instances(company, all).await?;
    assert_eq!(
        (instances[0].network_id, instances[0].private_ip.as_deref()),
        (Some(networks[0].id), Some("10.0.0.11"))
    );
    assert_eq!(
        (instances[0].network_name.as_deref(), instances[0].state),
        (Some("front"), InstanceState::Stopped)
    );
    let volumes = store.volumes(company, all).await?;
    let attached: Vec<_> = volumes.iter().map(|volume| volume.instance_name.as_deref()).collect();
    assert_eq!(attached, [Some("web-1"), None]);
    assert_eq!(volumes[0].instance_id, Some(instances[0].id));
    Ok(())
}

/// A database of version 9 with a user's key and session.
const KEYS: &str = "
    INSERT INTO company (id, name, name_key) VALUES (x'0000000000000000000000000000000C', 'Demo Ltd', 'demo ltd');
    INSERT INTO account (id, email, email_key, password_hash, first_name, last_name, role_name, company_id, created_at,
                         search_text)
    VALUES (x'0000000000000000000000000000000D', 'dana@demo.example', 'dana@demo.example', 'hash', 'Dana', 'Demo', 'User',
            x'0000000000000000000000000000000C', 1, 'dana');
    INSERT INTO api_access (user_id, state, decided_by, decided_at)
    VALUES (x'0000000000000000000000000000000D', 'approved', 'Ada', 1);
    INSERT INTO credential (id, user_id, company_id, api_key, created_at, secret_created_at)
    VALUES (x'0000000000000000000000000000000E', x'0000000000000000000000000000000D',
            x'0000000000000000000000000000000C', 'lkp_7Hq2mXc9TzR4vKb1WnLs6JdY', 1, 1);
    INSERT INTO secret (credential_id, version, digest, sealed, created_at)
    VALUES (x'0000000000000000000000000000000E', 1, x'00',
            x'017C5858026B661929E6BFF1D494A584F361ADF2B55CA910CBC995016F5D033630C9AE29D30C635A8A69F1F121EA29C96FF1604547C7F721F9086A972C0A8B85F8B4B36B0B9809A3E092C253F8A38078D9638A71103A5F7524156CF726E773480D1C10', 1);
    INSERT INTO session (digest, user_id, created_at, last_seen_at, stepped_up_at)
    VALUES (x'01', x'0000000000000000000000000000000D', 1, 1, 1);
";
/// The key that [`KEYS`] was sealed with, and the secret that is in the seal.
const SEALING_KEY: &str = "0707070707070707070707070707070707070707070707070707070707070707";
const SECRET: &str = "lks_5pD9YCMgFVL0wHMW8YPDJ5Bs1ljbqAHYHhNCcTam17xYNC";
const DANA: Uuid = Uuid::from_u128(13);

#[tokio::test]
async fn keys_of_before_they_had_hmacs_go_on_working_and_can_be_revealed() -> TestResult {
    let dir = TempDir::new()?;
    let file = dir.path().join("latchkey.db");
    write_earlier(&file, 9, KEYS).await?;
    let key = SealingKey::parse(SEALING_KEY)?;
    let store = SqliteStore::open(&file, &key, TickingClock::at(MORNING)).await?;
    let holder = store.key_holder("lkp_7Hq2mXc9TzR4vKb1WnLs6JdY", SecretDigest::of(SECRET)).await?;
    let holder = holder.ok_or("refused")?;
    assert_eq!((holder.user_id, holder.company_id), (DANA, Uuid::from_u128(12)));
    let dana = store.user(DANA).await?.ok_or("gone")?.account;
    let session = sign_in(&store, &dana, "hash").await?;
    let by = StepUpAuthority(session.authority);
    let stored = store.fetch_secret(&by, holder.credential_id, RevealPurpose::Show).await?;
    let issuer = Issuer::new(key);
    let opened = issuer.open(&stored, key_owner(&dana), holder.credential_id)?;
    assert_eq!(opened.expose(), SECRET);
    let sessions = store.own_sessions(&session.authority).await?;
    assert_eq!(sessions.len(), 1, "sessions without an HMAC have ended");
    Ok(())
}

#[tokio::test]
async fn an_upgrade_with_another_sealing_key_changes_nothing() -> TestResult {
    let dir = TempDir::new()?;
    let file = dir.path().join("latchkey.db");
    write_earlier(&file, 9, KEYS).await?;
    let (other, _) = SealingKey::generate()?;
    let refused = SqliteStore::open(&file, &other, TickingClock::at(MORNING)).await;
    assert!(matches!(refused, Err(StoreError::Seal(OpenError::OtherSealingKey(_)))));
    SqliteStore::open(&file, &SealingKey::parse(SEALING_KEY)?, TickingClock::at(MORNING)).await?;
    Ok(())
}

#[tokio::test]
async fn accounts_of_before_are_found_by_every_form_of_their_address() -> TestResult {
    let (_dir, store) =
        upgraded_accounts(&[(1, "x@b\u{fc}cher.example"), (2, "Jose\u{301}@demo.example")]).await?;
    for (address, id) in [
        ("x@b\u{fc}cher.example", 1),
        ("X@xn--bcher-kva.example", 1),
        ("jos\u{e9}@demo.example", 2),
        ("jose\u{301}@demo.example", 2),
    ] {
        assert_eq!(found(&store, address).await?, Some(Uuid::from_u128(id)), "{address}");
    }
    Ok(())
}

#[tokio::test]
async fn the_older_of_two_accounts_with_one_address_is_found_by_it() -> TestResult {
    for accounts in [
        [(1, "x@b\u{fc}cher.example"), (2, "x@xn--bcher-kva.example"), (3, "x@bu\u{308}cher.example")],
        [(3, "x@xn--bcher-kva.example"), (1, "x@bu\u{308}cher.example"), (2, "x@b\u{fc}cher.example")],
        [(2, "x@b\u{fc}cher.example"), (3, "x@bu\u{308}cher.example"), (1, "x@xn--bcher-kva.example")],
    ] {
        let (_dir, store) = upgraded_accounts(&accounts).await?;
        for (_, address) in accounts {
            assert_eq!(found(&store, address).await?, Some(Uuid::from_u128(1)), "{address}");
        }
        for (id, address) in accounts {
            let user = store.user(Uuid::from_u128(id)).await?.ok_or("gone")?;
            assert_eq!(user.account.email, address);
        }
    }
    Ok(())
}

/// A database of version 11 with these accounts, which are as old as their numbers are small, opened by this version.
async fn upgraded_accounts(accounts: &[(u128, &str)]) -> TestResult<(TempDir, SqliteStore)> {
    let dir = TempDir::new()?;
    let file = dir.path().join("latchkey.db");
    let rows: String = accounts
        .iter()
        .map(|(id, email)| {
            let key = email.to_lowercase();
            format!(
                "INSERT INTO account (id, email, email_key, password_hash, first_name, last_name, role_name, created_at, \
                                      search_text) \
                 VALUES (x'{id:032x}', '{email}', '{key}', 'hash', 'First', 'Last', 'Role', {id}, '');"
            )
        })
        .collect();
    write_earlier(&file, 11, &rows).await?;
    let store = SqliteStore::open(&file, &SealingKey::generate()?.0, TickingClock::at(MORNING)).await?;
    Ok((dir, store))
}

async fn found(store: &SqliteStore, email: &str) -> TestResult<Option<Uuid>> {
    Ok(store.user_by_email(email).await?.map(|user| user.account.id))
}

/// Writes a database as that version of the schema had it.
async fn write_earlier(file: &Path, version: i64, rows: &str) -> TestResult {
    let mut db = SqliteConnectOptions::new().filename(file).create_if_missing(true).connect().await?;
    let earlier = ALL.iter().filter(|migration| migration.version <= version).cloned().collect();
    Migrator::with_migrations(earlier).run(&mut db).await?;
    sqlx::raw_sql(sqlx::AssertSqlSafe(rows.to_owned())).execute(&mut db).await?;
    db.close().await?;
    Ok(())
}
