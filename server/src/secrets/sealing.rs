//! Seals: XChaCha20-Poly1305 whose associated data binds company, owner, credential and secret version, so that a sealed
//! secret opens in its own place only. A blob is: format (1 byte), id of the sealing key (8), nonce (24), ciphertext and
//! tag.

use std::fmt;

use chacha20poly1305::aead::{Aead, Generate, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use latchkey_contract::PlainSecret;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{SealingKey, SealingKeyId};

const FORMAT: u8 = 2;
/// The format of before seals named the owner. The upgrade of the database is all that still opens it.
const FORMAT_WITHOUT_OWNER: u8 = 1;

/// The user whose credential it is, and the user's company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyOwner {
    pub user_id: Uuid,
    pub company_id: Uuid,
}

/// The one place that a sealed secret opens in. When a seal is opened, the owner is the caller's own identity, never read
/// from the row that holds the seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SealBinding {
    pub owner: KeyOwner,
    pub credential_id: Uuid,
    pub version: u32,
}

/// A secret key that only its sealing key opens.
#[derive(Clone, PartialEq, Eq)]
pub struct SealedSecret(Vec<u8>);

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum OpenError {
    #[error("the stored secret is not a seal that this version of Latchkey knows")]
    Malformed,
    #[error(
        "the stored secret was sealed with the sealing key {0}, which is not the present one; start with that key"
    )]
    OtherSealingKey(SealingKeyId),
    /// It was tampered with, or it is a seal of another credential, version or company.
    #[error("the stored secret does not belong where it is stored")]
    Broken,
}

impl SealedSecret {
    /// A seal as it was stored; whether it is one shows when it is opened.
    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The sealing key that made it, if this is a seal at all.
    pub fn sealing_key(&self) -> Option<SealingKeyId> {
        self.parts(FORMAT).map(|parts| parts.key)
    }

    fn parts(&self, format: u8) -> Option<Parts<'_>> {
        let rest = self.0.strip_prefix(&[format])?;
        let (key, rest) = rest.split_first_chunk::<8>()?;
        let (nonce, ciphertext) = rest.split_first_chunk::<24>()?;
        Some(Parts { key: SealingKeyId(*key), nonce, ciphertext })
    }
}

struct Parts<'a> {
    key: SealingKeyId,
    nonce: &'a [u8; 24],
    ciphertext: &'a [u8],
}

impl SealingKey {
    /// Seals a secret key for one place.
    #[expect(clippy::expect_used, reason = "the cipher refuses messages of 256 GB and more only")]
    pub fn seal(&self, secret: &PlainSecret, binding: &SealBinding) -> SealedSecret {
        let nonce = XNonce::generate();
        let payload = Payload { msg: secret.expose().as_bytes(), aad: &associated_data(self.id(), binding) };
        let ciphertext = self.cipher().encrypt(&nonce, payload).expect("a secret key is short");
        SealedSecret([&[FORMAT], &self.id().0[..], &nonce, &ciphertext].concat())
    }

    /// Opens a seal that was made with this key for this place.
    pub fn open(&self, sealed: &SealedSecret, binding: &SealBinding) -> Result<PlainSecret, OpenError> {
        let parts = sealed.parts(FORMAT).ok_or(OpenError::Malformed)?;
        self.open_parts(parts, |key| associated_data(key, binding))
    }

    /// Opens a seal of the format that named no owner.
    pub fn open_without_owner(
        &self,
        sealed: &SealedSecret,
        binding: &SealBinding,
    ) -> Result<PlainSecret, OpenError> {
        let parts = sealed.parts(FORMAT_WITHOUT_OWNER).ok_or(OpenError::Malformed)?;
        self.open_parts(parts, |key| associated_data_without_owner(key, binding))
    }

    fn open_parts(
        &self,
        parts: Parts<'_>,
        associated_data: impl FnOnce(SealingKeyId) -> Vec<u8>,
    ) -> Result<PlainSecret, OpenError> {
        if parts.key != self.id() {
            return Err(OpenError::OtherSealingKey(parts.key));
        }
        let payload = Payload { msg: parts.ciphertext, aad: &associated_data(parts.key) };
        let plain = self.cipher().decrypt(parts.nonce.into(), payload).map_err(|_| OpenError::Broken)?;
        let plain = Zeroizing::new(plain);
        let text = std::str::from_utf8(&plain).map_err(|_| OpenError::Broken)?;
        Ok(PlainSecret::from(text.to_owned()))
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.seal_key().into())
    }
}

/// Every part has a fixed length, so no two bindings share their bytes.
fn associated_data(key: SealingKeyId, binding: &SealBinding) -> Vec<u8> {
    [
        &[FORMAT],
        &key.0[..],
        binding.owner.company_id.as_bytes(),
        binding.owner.user_id.as_bytes(),
        binding.credential_id.as_bytes(),
        &binding.version.to_be_bytes(),
    ]
    .concat()
}

fn associated_data_without_owner(key: SealingKeyId, binding: &SealBinding) -> Vec<u8> {
    [
        &[FORMAT_WITHOUT_OWNER],
        &key.0[..],
        binding.owner.company_id.as_bytes(),
        binding.credential_id.as_bytes(),
        &binding.version.to_be_bytes(),
    ]
    .concat()
}

impl fmt::Debug for SealedSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SealedSecret").field("sealing_key", &self.sealing_key()).finish_non_exhaustive()
    }
}
