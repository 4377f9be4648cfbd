//! Password hashes: argon2id with OWASP's parameters, worked out off the async threads and a few at a time, since each
//! takes 19 MiB and a core.

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use latchkey_contract::Password;
use tokio::sync::Semaphore;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane.
const STANDARD: Cost = Cost {
    memory_kib: 19 * 1024,
    passes: 2,
    nobodys_hash: "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5J3Mgc2FsdA$\
                   bm9ib2R5J3MgaGFzaCwgd2hpY2ggbm8gcGFzc3dvcmQ",
};

const CHEAP: Cost = Cost {
    memory_kib: 8,
    passes: 1,
    nobodys_hash: "$argon2id$v=19$m=8,t=1,p=1$bm9ib2R5J3Mgc2FsdA$\
                   bm9ib2R5J3MgaGFzaCwgd2hpY2ggbm8gcGFzc3dvcmQ",
};

#[derive(Clone, Copy)]
struct Cost {
    memory_kib: u32,
    passes: u32,
    /// A hash of the same cost that is checked where there is no account, so that it takes as long as where there is.
    nobodys_hash: &'static str,
}

/// Hashes and verifies passwords.
#[derive(Clone)]
pub struct Passwords {
    cost: Cost,
    permits: Arc<Semaphore>,
}

#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    #[error("the password could not be hashed: {0}")]
    Hash(#[from] argon2::password_hash::Error),
    #[error("the password could not be hashed: {0}")]
    Parameters(#[from] argon2::Error),
    #[error("the stored password hash is damaged: {0}")]
    DamagedHash(#[from] argon2::password_hash::phc::Error),
    #[error("password hashing was cut short")]
    Cancelled,
}

impl Passwords {
    /// At most `max_parallel` passwords are worked on at once; the others wait.
    pub fn new(max_parallel: usize) -> Self {
        Self { cost: STANDARD, permits: Arc::new(Semaphore::new(max_parallel.max(1))) }
    }

    /// Hashes that take next to no time and protect nothing: for tests.
    pub fn cheap_for_tests(max_parallel: usize) -> Self {
        Self { cost: CHEAP, ..Self::new(max_parallel) }
    }

    /// The hash of the password's NFC form, in PHC form, with a fresh salt.
    pub async fn hash(&self, password: &Password) -> Result<String, PasswordError> {
        let cost = self.cost;
        let password = in_nfc(password);
        self.off_thread(move || {
            let params = Params::new(cost.memory_kib, cost.passes, 1, None)?;
            let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
            Ok(argon2.hash_password(password.expose().as_bytes())?.to_string())
        })
        .await
    }

    /// Returns whether the password has this hash, in NFC or as typed. Where there is no account there is no hash: the
    /// answer is `false`, after the same time.
    pub async fn verify(&self, hash: Option<&str>, password: &Password) -> Result<bool, PasswordError> {
        let known = hash.is_some();
        let hash = hash.unwrap_or(self.cost.nobodys_hash).to_owned();
        // Hashes of earlier versions are of the text as typed.
        let as_typed = (!is_nfc(password.expose())).then(|| password.clone());
        let forms = [Some(in_nfc(password)), as_typed];
        self.off_thread(move || {
            let hash = PasswordHash::new(&hash)?;
            let mut matched = false;
            // All of them, whichever matches: the time must depend on nothing but what was typed.
            for form in forms.into_iter().flatten() {
                matched |= matches_hash(&form, &hash)?;
            }
            Ok(known && matched)
        })
        .await
    }

    async fn off_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, PasswordError> + Send + 'static,
    ) -> Result<T, PasswordError> {
        let permit = self.permits.clone().acquire_owned().await.map_err(|_| PasswordError::Cancelled)?;
        let task = tokio::task::spawn_blocking(move || {
            // Held until the work is done, even if whoever asked has gone.
            let _permit = permit;
            work()
        });
        task.await.map_err(|_| PasswordError::Cancelled)?
    }
}

/// Returns the password in Unicode's normalization form C, in which passwords are measured and compared. Keyboards differ
/// in the form that they type.
pub fn in_nfc(password: &Password) -> Password {
    let typed = password.expose();
    if is_nfc(typed) {
        return password.clone();
    }
    // Of the exact length: a buffer that grows leaves copies that are never wiped.
    let mut text = String::with_capacity(typed.nfc().map(char::len_utf8).sum());
    text.extend(typed.nfc());
    Password::from(text)
}

fn matches_hash(password: &Password, hash: &PasswordHash) -> Result<bool, PasswordError> {
    match Argon2::default().verify_password(password.expose().as_bytes(), hash) {
        Ok(()) => Ok(true),
        Err(argon2::password_hash::Error::PasswordInvalid) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn password(text: &str) -> Password {
        Password::from(text.to_owned())
    }

    #[tokio::test]
    async fn a_password_verifies_against_its_own_hash_only() -> Result<(), PasswordError> {
        let passwords = Passwords::cheap_for_tests(2);
        let hash = passwords.hash(&password("correct horse battery")).await?;
        assert!(hash.starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
        assert!(passwords.verify(Some(&hash), &password("correct horse battery")).await?);
        assert!(!passwords.verify(Some(&hash), &password("correct horse batterz")).await?);
        assert_ne!(hash, passwords.hash(&password("correct horse battery")).await?);
        Ok(())
    }

    const COMPOSED: &str = "ma\u{f1}ana ma\u{f1}ana";
    const DECOMPOSED: &str = "man\u{303}ana man\u{303}ana";

    #[tokio::test]
    async fn a_password_verifies_however_its_accents_are_encoded() -> Result<(), PasswordError> {
        let passwords = Passwords::cheap_for_tests(1);
        for set in [COMPOSED, DECOMPOSED] {
            let hash = passwords.hash(&password(set)).await?;
            for typed in [COMPOSED, DECOMPOSED] {
                assert!(passwords.verify(Some(&hash), &password(typed)).await?);
            }
            assert!(!passwords.verify(Some(&hash), &password("manana manana")).await?);
        }
        Ok(())
    }

    #[tokio::test]
    async fn full_width_letters_are_other_letters() -> Result<(), PasswordError> {
        let passwords = Passwords::cheap_for_tests(1);
        let hash = passwords.hash(&password("full width letters")).await?;
        assert!(!passwords.verify(Some(&hash), &password("\u{ff46}ull width letters")).await?);
        Ok(())
    }

    #[tokio::test]
    async fn hashes_of_texts_as_typed_go_on_working() -> Result<(), PasswordError> {
        let passwords = Passwords::cheap_for_tests(1);
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8, 1, 1, None)?);
        let earlier = argon2.hash_password(DECOMPOSED.as_bytes())?.to_string();
        assert!(passwords.verify(Some(&earlier), &password(DECOMPOSED)).await?);
        assert!(!passwords.verify(Some(&earlier), &password("man\u{303}ana")).await?);
        assert!(!passwords.verify(None, &password(DECOMPOSED)).await?);
        Ok(())
    }

    #[tokio::test]
    async fn nobody_has_a_password() -> Result<(), PasswordError> {
        for passwords in [Passwords::cheap_for_tests(1), Passwords::new(1)] {
            assert!(!passwords.verify(None, &password("anything at all")).await?);
        }
        Ok(())
    }

    #[test]
    fn nobodys_hash_costs_what_a_real_one_costs() -> Result<(), Box<dyn std::error::Error>> {
        for cost in [STANDARD, CHEAP] {
            let params = Params::try_from(&PasswordHash::new(cost.nobodys_hash)?)?;
            assert_eq!(
                (params.m_cost(), params.t_cost(), params.p_cost()),
                (cost.memory_kib, cost.passes, 1)
            );
            assert_eq!(params.output_len(), Some(Params::DEFAULT_OUTPUT_LEN));
        }
        Ok(())
    }

    #[tokio::test]
    async fn a_damaged_hash_is_an_error_and_not_a_wrong_password() {
        let verdict = Passwords::cheap_for_tests(1).verify(Some("$argon2id$nonsense"), &password("x")).await;
        assert!(verdict.is_err());
    }
}
