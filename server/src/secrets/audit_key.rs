use std::fmt;

use hmac::digest::KeyInit;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::SealingKeyId;

/// The key of the audit log's HMAC-SHA-256 chain, derived from the sealing key. Wiped on drop.
#[derive(Clone)]
pub struct AuditKey {
    key: Zeroizing<[u8; 64]>,
    derived_from: SealingKeyId,
}

impl AuditKey {
    pub(super) fn new(key: Zeroizing<[u8; 64]>, derived_from: SealingKeyId) -> Self {
        Self { key, derived_from }
    }

    pub fn derived_from(&self) -> SealingKeyId {
        self.derived_from
    }

    /// The HMAC of `parts`, one after the other. The caller sees to it that their borders are unmistakable.
    pub fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new((&*self.key).into());
        for part in parts {
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

impl fmt::Debug for AuditKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuditKey").field("derived_from", &self.derived_from).finish_non_exhaustive()
    }
}
