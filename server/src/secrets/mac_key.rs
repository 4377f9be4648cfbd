use std::fmt;

use hmac::digest::KeyInit;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// A key of HMAC-SHA-256, derived from the sealing key for one purpose. Wiped on drop.
#[derive(Clone)]
pub struct MacKey(Zeroizing<[u8; 64]>);

impl MacKey {
    pub(super) fn new(key: Zeroizing<[u8; 64]>) -> Self {
        Self(key)
    }

    /// The HMAC of `parts`, one after the other. The caller sees to it that the parts are length-prefixed, or of fixed
    /// lengths but for the last.
    pub fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new((&*self.0).into());
        for part in parts {
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// Tells, in constant time, whether `mac` is the HMAC of `parts`.
    pub fn verify(&self, parts: &[&[u8]], mac: &[u8]) -> bool {
        self.mac(parts).ct_eq(mac).into()
    }
}

impl fmt::Debug for MacKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MacKey([redacted])")
    }
}
