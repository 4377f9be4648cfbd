//! Keys and secrets: how they are made, recognised, digested and sealed. Nothing here knows the database.

mod api_key;
mod audit_key;
mod base62;
mod digest;
mod issuer;
mod key_file;
mod mac_key;
mod pair;
mod password;
mod sealing;
mod sealing_key;
pub mod secret_key;
mod store_keys;

pub use api_key::ApiKey;
pub use audit_key::AuditKey;
pub use digest::SecretDigest;
pub use issuer::Issuer;
pub use key_file::{KeyFileError, create_key_file, read_key_file};
pub use mac_key::MacKey;
pub use pair::Pair;
pub use password::make_up_password;
pub use sealing::{KeyOwner, OpenError, SealBinding, SealedSecret};
pub use sealing_key::{SealingKey, SealingKeyError, SealingKeyId};
pub use store_keys::StoreKeys;
