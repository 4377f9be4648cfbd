use super::Tenant;
use crate::store::authority::KeyAuthority;

/// A script that asks the cloud to change something, with a right pair of keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requester {
    /// The pair's right, which the embedded cloud checks once more when it acts.
    pub authority: KeyAuthority,
    pub api_key: String,
    /// Name of the key's owner.
    pub owner_name: String,
}

impl Requester {
    pub fn tenant(&self) -> Tenant {
        Tenant { company: self.authority.company, user: self.authority.user }
    }
}
