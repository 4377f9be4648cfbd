use std::net::IpAddr;

use super::Tenant;

/// Who asks the cloud to change something: a script that presented a right pair of keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requester {
    pub tenant: Tenant,
    /// The key that the script presented.
    pub api_key: String,
    /// Name of the key's owner.
    pub owner_name: String,
    /// Where the script is, if that is known.
    pub address: Option<IpAddr>,
}
