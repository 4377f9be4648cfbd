use std::fs;
use std::path::Path;

use latchkey_server::data_dir::{DataDir, OpenData, OpenDataError};
use latchkey_server::secrets::{Issuer, SealingKey};
use latchkey_server::store::access::ApiAccess;
use latchkey_server::store::accounts::{Accounts, NewUser};
use latchkey_server::store::audit::Actor;
use tempfile::TempDir;

use crate::TestResult;

fn place() -> TestResult<(TempDir, DataDir)> {
    let dir = TempDir::new()?;
    let data = DataDir::new(dir.path().join("data"), None);
    Ok((dir, data))
}

#[tokio::test]
async fn the_first_start_makes_everything() -> TestResult {
    let (dir, data) = place()?;
    let OpenData { store, sealing_key } = data.open(None).await?;
    store.close().await;
    assert!(data.database_file().exists());
    assert_eq!(data.sealing_key_file(), dir.path().join("data.sealing.key"));
    assert_eq!(data.open(None).await?.sealing_key.id(), sealing_key.id());
    Ok(())
}

#[cfg(unix)]
#[tokio::test]
async fn only_its_owner_enters_the_directory() -> TestResult {
    use std::os::unix::fs::PermissionsExt;

    let (_dir, data) = place()?;
    data.open(None).await?;
    assert_eq!(data.path().metadata()?.permissions().mode() & 0o777, 0o700);
    assert_eq!(data.sealing_key_file().metadata()?.permissions().mode() & 0o777, 0o600);
    Ok(())
}

#[tokio::test]
async fn a_missing_key_is_not_made_anew_over_sealed_secrets() -> TestResult {
    let (_dir, data) = place()?;
    seal_something(data.open(None).await?).await?;
    fs::remove_file(data.sealing_key_file())?;
    let refused = data.open(None).await.err().ok_or("opened")?;
    assert!(matches!(refused, OpenDataError::KeyMissing { .. }));
    let sentence = refused.to_string();
    assert!(sentence.contains("data.sealing.key") && sentence.contains("--sealing-key"), "{sentence}");
    assert!(!data.sealing_key_file().exists());
    Ok(())
}

#[tokio::test]
async fn a_missing_key_of_an_empty_database_is_made_anew() -> TestResult {
    let (_dir, data) = place()?;
    data.open(None).await?.store.close().await;
    fs::remove_file(data.sealing_key_file())?;
    data.open(None).await?;
    assert!(data.sealing_key_file().exists());
    Ok(())
}

#[tokio::test]
async fn another_key_is_refused_by_name() -> TestResult {
    let (_dir, data) = place()?;
    let open = data.open(None).await?;
    let stored = open.sealing_key.id();
    seal_something(open).await?;
    let (other, text) = SealingKey::generate()?;
    let refused = data.open(Some(&text)).await.err().ok_or("opened")?;
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
    assert_eq!(data.open(Some(&text)).await?.sealing_key.id(), key.id());
    assert!(!data.sealing_key_file().exists());
    let refused = data.open(Some("not a key")).await.err().ok_or("opened")?.to_string();
    assert!(refused.starts_with("LATCHKEY_SEALING_KEY:") && !refused.contains("not a key"), "{refused}");
    Ok(())
}

#[tokio::test]
async fn a_directory_that_cannot_be_made_is_named() -> TestResult {
    let (dir, _) = place()?;
    fs::write(dir.path().join("file"), "")?;
    let data = DataDir::new(dir.path().join("file").join("data"), None);
    let refused = data.open(None).await.err().ok_or("opened")?;
    let OpenDataError::Directory { path, .. } = refused else { return Err("another refusal".into()) };
    assert_eq!(path, Path::new(&dir.path().join("file").join("data")));
    Ok(())
}

async fn seal_something(open: OpenData) -> TestResult {
    let company = open.store.ensure_company("Demo Ltd").await?;
    let user = NewUser {
        email: "dana@demo.example".to_owned(),
        password_hash: String::new(),
        first_name: "Dana".to_owned(),
        last_name: "Demo".to_owned(),
        role_name: "User".to_owned(),
        company_id: Some(company.id),
    };
    let by = Actor::operator(0);
    let dana = open.store.create_user(user, &by).await?;
    let first = Issuer::new(open.sealing_key).new_credential(company.id);
    open.store.request_access(dana.id, None, Some(first), &by).await?;
    open.store.close().await;
    Ok(())
}
