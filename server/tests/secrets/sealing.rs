//! A seal opens in its own place, with its own key, unchanged, and nowhere else.

use latchkey_server::secrets::{
    Issuer, KeyOwner, OpenError, SealBinding, SealedSecret, SealingKey, SecretDigest, secret_key,
};
use latchkey_server::store::credentials::StoredSecret;
use proptest::prelude::{any, prop_assert_eq, prop_assume, proptest};
use uuid::Uuid;

use crate::TestResult;

const OWNER: KeyOwner = KeyOwner { user_id: Uuid::from_u128(4), company_id: Uuid::from_u128(1) };
const PLACE: SealBinding = SealBinding { owner: OWNER, credential_id: Uuid::from_u128(2), version: 3 };

#[test]
fn a_seal_opens_in_its_own_place() -> TestResult {
    let (key, _) = SealingKey::generate()?;
    let secret = secret_key::generate();
    let sealed = SealedSecret::from_bytes(key.seal(&secret, &PLACE).as_bytes().to_vec());
    assert_eq!(sealed.sealing_key(), Some(key.id()));
    assert_eq!(key.open(&sealed, &PLACE)?.expose(), secret.expose());
    Ok(())
}

#[test]
fn a_seal_opens_in_no_other_place() -> TestResult {
    let (key, _) = SealingKey::generate()?;
    let sealed = key.seal(&secret_key::generate(), &PLACE);
    for other in [
        SealBinding { owner: KeyOwner { company_id: Uuid::from_u128(9), ..OWNER }, ..PLACE },
        SealBinding { owner: KeyOwner { user_id: Uuid::from_u128(9), ..OWNER }, ..PLACE },
        SealBinding { owner: KeyOwner { user_id: OWNER.company_id, company_id: OWNER.user_id }, ..PLACE },
        SealBinding { credential_id: Uuid::from_u128(9), ..PLACE },
        SealBinding { version: 4, ..PLACE },
        SealBinding {
            owner: KeyOwner { company_id: PLACE.credential_id, ..OWNER },
            credential_id: OWNER.company_id,
            ..PLACE
        },
    ] {
        assert_eq!(key.open(&sealed, &other).err(), Some(OpenError::Broken), "{other:?}");
    }
    Ok(())
}

#[test]
fn another_sealing_key_is_named_and_opens_nothing() -> TestResult {
    let ((key, _), (other, _)) = (SealingKey::generate()?, SealingKey::generate()?);
    let sealed = key.seal(&secret_key::generate(), &PLACE);
    assert_eq!(other.open(&sealed, &PLACE).err(), Some(OpenError::OtherSealingKey(key.id())));
    // Passing it off as a seal of the other key does not help.
    let mut forged = sealed.as_bytes().to_vec();
    forged[1..9].copy_from_slice(&other.id().0);
    assert_eq!(other.open(&SealedSecret::from_bytes(forged), &PLACE).err(), Some(OpenError::Broken));
    Ok(())
}

#[test]
fn the_same_secret_is_never_sealed_alike() -> TestResult {
    let (key, _) = SealingKey::generate()?;
    let secret = secret_key::generate();
    assert_ne!(key.seal(&secret, &PLACE), key.seal(&secret, &PLACE));
    Ok(())
}

#[test]
fn an_issued_secret_is_well_formed_and_matches_its_digest() -> TestResult {
    let issuer = Issuer::new(SealingKey::generate()?.0);
    let new = issuer.new_credential(OWNER);
    let stored = StoredSecret { version: 1, sealed: new.secret.sealed };
    let opened = issuer.open(&stored, OWNER, new.id)?;
    assert!(secret_key::is_well_formed(opened.expose()));
    assert_eq!(SecretDigest::of(opened.expose()).as_bytes(), new.secret.digest.as_bytes());
    assert_ne!(SecretDigest::of("lks_").as_bytes(), new.secret.digest.as_bytes());
    let elsewhere = StoredSecret { version: 2, ..stored };
    assert_eq!(issuer.open(&elsewhere, OWNER, new.id).err(), Some(OpenError::Broken));
    Ok(())
}

proptest! {
    #[test]
    fn a_changed_seal_does_not_open(at in any::<proptest::sample::Index>(), flip in 1..=255_u8) {
        let (key, _) = SealingKey::generate()?;
        let mut bytes = key.seal(&secret_key::generate(), &PLACE).as_bytes().to_vec();
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        let expected = match at {
            0 => OpenError::Malformed,
            1..9 => OpenError::OtherSealingKey(SealedSecret::from_bytes(bytes.clone()).sealing_key().unwrap_or(key.id())),
            _ => OpenError::Broken,
        };
        prop_assert_eq!(key.open(&SealedSecret::from_bytes(bytes), &PLACE).err(), Some(expected));
    }

    #[test]
    fn any_bytes_are_refused_without_a_panic(bytes in any::<Vec<u8>>()) {
        let (key, _) = SealingKey::generate()?;
        prop_assume!(bytes.len() < 300);
        assert!(key.open(&SealedSecret::from_bytes(bytes), &PLACE).is_err());
    }

    #[test]
    fn a_shortened_seal_does_not_open(keep in any::<proptest::sample::Index>()) {
        let (key, _) = SealingKey::generate()?;
        let sealed = key.seal(&secret_key::generate(), &PLACE);
        let kept = &sealed.as_bytes()[..keep.index(sealed.as_bytes().len())];
        assert!(key.open(&SealedSecret::from_bytes(kept.to_vec()), &PLACE).is_err());
    }
}
