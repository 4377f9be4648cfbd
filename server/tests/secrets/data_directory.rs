use std::fs;
use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;

use latchkey_server::clock::{Clock, SystemClock};
use latchkey_server::data_dir::{DataDir, OpenData, OpenDataError};
use latchkey_server::secrets::{Issuer, KeyOwner, SealingKey};
use latchkey_server::store::access::ApiAccess;
use latchkey_server::store::accounts::{Accounts, NewUser};
use latchkey_server::store::authority::{OperatorAuthority, SessionAuthority};
use latchkey_server::store::sessions::{NewSession, SessionDigest, Sessions};
use tempfile::TempDir;
use uuid::Uuid;

use crate::TestResult;

fn place() -> TestResult<(TempDir, DataDir)> {
    let dir = TempDir::new()?;
    let data = DataDir::new(dir.path().join("data"), None);
    Ok((dir, data))
}

#[tokio::test]
async fn the_first_start_makes_everything() -> TestResult {
    let (dir, data) = place()?;
    let OpenData { store, sealing_key } = data.open(None, clock()).await?;
    store.close().await;
    assert!(data.database_file().exists());
    assert_eq!(data.sealing_key_file(), dir.path().join("data.sealing.key"));
    assert_eq!(data.open(None, clock()).await?.sealing_key.id(), sealing_key.id());
    Ok(())
}

#[cfg(unix)]
#[tokio::test]
async fn only_its_owner_enters_the_directory() -> TestResult {
    use std::os::unix::fs::PermissionsExt;

    let (_dir, data) = place()?;
    data.open(None, clock()).await?;
    assert_eq!(data.path().metadata()?.permissions().mode() & 0o777, 0o700);
    assert_eq!(data.sealing_key_file().metadata()?.permissions().mode() & 0o777, 0o600);
    Ok(())
}

#[tokio::test]
async fn a_missing_key_is_not_made_anew_over_sealed_secrets() -> TestResult {
    let (_dir, data) = place()?;
    seal_something(data.open(None, clock()).await?).await?;
    fs::remove_file(data.sealing_key_file())?;
    let refused = data.open(None, clock()).await.err().ok_or("opened")?;
    assert!(matches!(refused, OpenDataError::KeyMissing { .. }));
    let sentence = refused.to_string();
    assert!(sentence.contains("data.sealing.key") && sentence.contains("--sealing-key"), "{sentence}");
    assert!(!data.sealing_key_file().exists());
    Ok(())
}

#[tokio::test]
async fn a_missing_key_of_an_empty_database_is_made_anew() -> TestResult {
    let (_dir, data) = place()?;
    data.open(None, clock()).await?.store.close().await;
    fs::remove_file(data.sealing_key_file())?;
    data.open(None, clock()).await?;
    assert!(data.sealing_key_file().exists());
    Ok(())
}

#[tokio::test]
async fn another_key_is_refused_by_name() -> TestResult {
    let (_dir, data) = place()?;
    let open = data.open(None, clock()).await?;
    let stored = open.sealing_key.id();
    seal_something(open).await?;
    let (other, text) = SealingKey::generate()?;
    let refused = data.open(Some(&text), clock()).await.err().ok_or("opened")?;
    let sentence = refused.to_string();
    assert!(
        sentence.contains(&stored.to_string()) && sentence.contains(&other.id().to_string()),
        "{sentence}"
    );
    Ok(())
}

#[tokio::test]
async fn a_key_from_the_environment_needs_no_file() -> TestResult {
    let (_dir, data) = place()?;
    let (key, text) = SealingKey::generate()?;
    assert_eq!(data.open(Some(&text), clock()).await?.sealing_key.id(), key.id());
    assert!(!data.sealing_key_file().exists());
    let refused = data.open(Some("not a key"), clock()).await.err().ok_or("opened")?.to_string();
    assert!(refused.starts_with("LATCHKEY_SEALING_KEY:") && !refused.contains("not a key"), "{refused}");
    Ok(())
}

#[tokio::test]
async fn a_directory_that_cannot_be_made_is_named() -> TestResult {
    let (dir, _) = place()?;
    fs::write(dir.path().join("file"), "")?;
    let data = DataDir::new(dir.path().join("file").join("data"), None);
    let refused = data.open(None, clock()).await.err().ok_or("opened")?;
    let OpenDataError::Directory { path, .. } = refused else { return Err("another refusal".into()) };
    assert_eq!(path, Path::new(&dir.path().join("file").join("data")));
    Ok(())
}

async fn seal_something(open: OpenData) -> TestResult {
    let company = open.store.ensure_company("Demo Ltd", OperatorAuthority).await?;
    let user = NewUser {
        email: "dana@demo.example".to_owned(),
        password_hash: String::new(),
        first_name: "Dana".to_owned(),
        last_name: "Demo".to_owned(),
        role_name: "User".to_owned(),
        company_id: Some(company.id),
    };
    let dana = open.store.create_user(user, OperatorAuthority).await?;
    let owner = KeyOwner { user_id: dana.id, company_id: company.id };
    let first = Issuer::new(open.sealing_key).new_credential(owner);
    let (id, address) = (Uuid::now_v7(), IpAddr::from([192, 0, 2, 1]));
    let session = NewSession {
        id,
        token: SessionDigest([7; 32]),
        user: dana.id,
        password_hash: "",
        address,
        user_agent: "",
    };
    open.store.begin_session(session).await?;
    let by = SessionAuthority { session: id, user: dana.id, address };
    open.store.request_access(&by, None, Some(first)).await?;
    open.store.close().await;
    Ok(())
}

fn clock() -> Arc<dyn Clock> {
    Arc::new(SystemClock)
}
