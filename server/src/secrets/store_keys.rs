use super::{AuditKey, MacKey};

/// The keys of the HMACs that the database holds. Whoever can write to the database but lacks them can neither make up a
/// session nor a pair of keys, nor rewrite the audit log unseen.
#[derive(Clone, Debug)]
pub struct StoreKeys {
    pub audit: AuditKey,
    pub sessions: MacKey,
    pub pairs: MacKey,
}
