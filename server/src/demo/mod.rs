//! Demo data: four accounts of two companies, and a few resources of each. Only `serve --demo` makes them.

mod accounts;
mod catalogue;
mod inventory;
mod password;
mod security;

use latchkey_contract::session::Company;
use uuid::Uuid;

use crate::cloud::CatalogueFault;
use crate::passwords::{PasswordError, Passwords};
use crate::store::accounts::CreateUserError;
use crate::store::authority::OperatorAuthority;
use crate::store::{Store, StoreError};

pub use accounts::{ACCOUNTS, DemoAccount};
pub use password::{DemoPassword, demo_password};

/// Fixed ids (of version 7, as all ids are), so that adding the demo data once more changes nothing.
const fn id(number: u16) -> Uuid {
    Uuid::from_u128(0x0195_4d10_0000_7000_8000_0000_0000_0000 | number as u128)
}

#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    #[error(
        "this database holds real accounts, and --demo would add accounts with a known password; use another --data"
    )]
    NotADemo,
    #[error(transparent)]
    CreateUser(#[from] CreateUserError),
    #[error(transparent)]
    Password(#[from] PasswordError),
    #[error("the demo's catalogue is not right: {0}")]
    Catalogue(#[from] CatalogueFault),
    #[error("the demo accounts' password cannot be kept: {0}")]
    PasswordFile(#[from] std::io::Error),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Fills an empty database with the demo data at `at` (UTC milliseconds). What an earlier start made, and what people did
/// with it since, stays; a start that was cut short is completed.
pub async fn seed_demo(
    store: &dyn Store,
    passwords: &Passwords,
    password: &DemoPassword,
    at: i64,
) -> Result<(), DemoError> {
    let begun = !store.zones(Some(catalogue::FIRST_ZONE)).await?.is_empty();
    if !begun && store.has_users().await? {
        return Err(DemoError::NotADemo);
    }
    store.offer(catalogue::catalogue()?).await?;
    let demo = store.ensure_company(accounts::DEMO, OperatorAuthority).await?;
    let other = store.ensure_company(accounts::OTHER, OperatorAuthority).await?;
    // What is added last tells whether an earlier start came to its end.
    if !is_complete(store, &other).await? {
        store.add_inventory(demo.id, inventory::of_demo(at)).await?;
        let hash = passwords.hash(&password.present).await?;
        for account in &ACCOUNTS {
            accounts::create(store, account, &[&demo, &other], &hash).await?;
        }
        store.add_inventory(other.id, inventory::of_other(at)).await?;
    }
    follow_new_password(store, passwords, password).await?;
    Ok(password.keep()?)
}

async fn is_complete(store: &dyn Store, other: &Company) -> Result<bool, StoreError> {
    let keys = store.ssh_keys(other.id).await?;
    Ok(keys.iter().any(|key| key.id == inventory::LAST))
}

/// Sets the new password where the former one is still in use: whoever changed theirs keeps it.
async fn follow_new_password(
    store: &dyn Store,
    passwords: &Passwords,
    password: &DemoPassword,
) -> Result<(), DemoError> {
    let Some(former) = &password.former else { return Ok(()) };
    let hash = passwords.hash(&password.present).await?;
    for account in &ACCOUNTS {
        let Some(user) = store.user_by_email(account.email).await? else { continue };
        if passwords.verify(Some(&user.password_hash), former).await? {
            store.reset_password(user.account.id, &hash, OperatorAuthority).await?;
        }
    }
    Ok(())
}
