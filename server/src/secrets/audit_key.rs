use super::{MacKey, SealingKeyId};

/// The key of the audit log's HMAC chain, derived from the sealing key.
#[derive(Clone, Debug)]
pub struct AuditKey {
    key: MacKey,
    derived_from: SealingKeyId,
}

impl AuditKey {
    pub(super) fn new(key: MacKey, derived_from: SealingKeyId) -> Self {
        Self { key, derived_from }
    }

    pub fn derived_from(&self) -> SealingKeyId {
        self.derived_from
    }

    /// See [`MacKey::mac`].
    pub fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        self.key.mac(parts)
    }
}
