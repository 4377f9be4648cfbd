//! The one door to the database. [`Store`] is the whole of what the server asks of it; each database has one
//! implementation, and every implementation passes the test-suite in `tests/store/`.
//!
//! A method is an act, not a statement: it takes its [authority](authority), runs in one transaction, and writes in it
//! whatever belongs to the act, its audit entry and its live events included. Methods that page take a [`PageRequest`].

pub mod access;
pub mod accounts;
pub mod api_calls;
pub mod audit;
pub mod authority;
pub mod credentials;
pub mod error;
pub mod events;
pub mod health;
pub mod idempotency;
pub mod inventory;
pub mod page;
pub mod sessions;
pub mod sqlite;

pub use error::StoreError;
pub use page::PageRequest;

/// Everything the server asks of a database.
pub trait Store:
    authority::Authorities
    + accounts::Accounts
    + sessions::Sessions
    + access::ApiAccess
    + credentials::Credentials
    + audit::AuditLog
    + events::Events
    + idempotency::Idempotency
    + inventory::Inventory
    + api_calls::ApiCalls
    + health::Health
    + Send
    + Sync
{
}

impl<T> Store for T where
    T: authority::Authorities
        + accounts::Accounts
        + sessions::Sessions
        + access::ApiAccess
        + credentials::Credentials
        + audit::AuditLog
        + events::Events
        + idempotency::Idempotency
        + inventory::Inventory
        + api_calls::ApiCalls
        + health::Health
        + Send
        + Sync
{
}
