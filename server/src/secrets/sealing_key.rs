use std::fmt;

use data_encoding::{BASE64, BASE64_NOPAD, BASE64URL, BASE64URL_NOPAD, HEXLOWER, HEXLOWER_PERMISSIVE};
use hkdf::Hkdf;
use rand::TryRng;
use rand::rngs::SysRng;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{AuditKey, MacKey, StoreKeys};

/// Names the sealing key that made a seal: 8 bytes derived from it, which give nothing of it away.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct SealingKeyId(pub [u8; 8]);

/// The key that secrets are sealed with, and that the keys of the database's HMACs are derived from. Wiped on drop.
pub struct SealingKey {
    id: SealingKeyId,
    seal: Zeroizing<[u8; 32]>,
    derived: StoreKeys,
}

#[derive(Debug, thiserror::Error)]
pub enum SealingKeyError {
    #[error(
        "the sealing key must be 32 random bytes, written as 44 characters of base64 or 64 of hexadecimal; make one \
         with: openssl rand -base64 32"
    )]
    Malformed,
}

impl SealingKey {
    /// Reads a key of 32 bytes from base64 (with either alphabet, padded or not) or hexadecimal. White space at the
    /// ends does not count.
    pub fn parse(text: &str) -> Result<Self, SealingKeyError> {
        let text = text.trim().as_bytes();
        let encodings = [&HEXLOWER_PERMISSIVE, &BASE64, &BASE64_NOPAD, &BASE64URL, &BASE64URL_NOPAD];
        let decoded = encodings.iter().filter_map(|encoding| encoding.decode(text).ok().map(Zeroizing::new));
        let master = decoded.into_iter().find(|bytes| bytes.len() == 32).ok_or(SealingKeyError::Malformed)?;
        Ok(Self::from_master(&master))
    }

    /// A new key and its text in base64, which [`Self::parse`] reads again.
    ///
    /// # Errors
    /// If the operating system has no randomness to give.
    pub fn generate() -> Result<(Self, Zeroizing<String>), rand::rngs::SysError> {
        let mut master = Zeroizing::new([0; 32]);
        SysRng.try_fill_bytes(master.as_mut())?;
        Ok((Self::from_master(master.as_ref()), Zeroizing::new(BASE64.encode(master.as_ref()))))
    }

    pub fn id(&self) -> SealingKeyId {
        self.id
    }

    /// The keys of the database's HMACs.
    pub fn store_keys(&self) -> StoreKeys {
        self.derived.clone()
    }

    pub(super) fn seal_key(&self) -> &[u8; 32] {
        &self.seal
    }

    fn from_master(master: &[u8]) -> Self {
        let hkdf = Hkdf::<Sha256>::new(None, master);
        let id = SealingKeyId(*derive(&hkdf, "latchkey sealing key id v1"));
        let mac_key = |purpose| MacKey::new(derive(&hkdf, purpose));
        let derived = StoreKeys {
            audit: AuditKey::new(mac_key("latchkey audit chain v1"), id),
            sessions: mac_key("latchkey session tokens v1"),
            pairs: mac_key("latchkey key pairs v1"),
        };
        Self { id, seal: derive(&hkdf, "latchkey sealing v1"), derived }
    }
}

#[expect(clippy::expect_used, reason = "HKDF-SHA-256 yields up to 8160 bytes")]
fn derive<const N: usize>(hkdf: &Hkdf<Sha256>, purpose: &str) -> Zeroizing<[u8; N]> {
    let mut key = Zeroizing::new([0; N]);
    hkdf.expand(purpose.as_bytes(), key.as_mut()).expect("a key is far shorter");
    key
}

impl fmt::Debug for SealingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SealingKey").field(&self.id).finish()
    }
}

impl fmt::Display for SealingKeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&HEXLOWER.encode(&self.0))
    }
}

impl fmt::Debug for SealingKeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealingKeyId({self})")
    }
}
