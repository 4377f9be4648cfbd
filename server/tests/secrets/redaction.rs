//! What a stray `{:?}` gives away.

use latchkey_contract::Password;
use latchkey_server::secrets::{
    Issuer, KeyOwner, SealBinding, SealingKey, SecretDigest, make_up_password, secret_key,
};
use uuid::Uuid;

use crate::TestResult;

#[test]
fn debug_output_holds_no_secret() -> TestResult {
    let (key, key_text) = SealingKey::generate()?;
    let plain = secret_key::generate();
    let secret = plain.expose().to_owned();
    let digest = SecretDigest::of(&secret);
    let owner = KeyOwner { user_id: Uuid::nil(), company_id: Uuid::nil() };
    let binding = SealBinding { owner, credential_id: Uuid::nil(), version: 1 };
    let sealed = key.seal(&plain, &binding);
    let password = make_up_password();
    let typed = password.expose().to_owned();
    let shown = [
        format!("{plain:?} {digest:?} {sealed:?} {key:?} {:?}", key.store_keys()),
        format!("{password:?} {:?}", Password::from(typed.clone())),
        format!("{:#?}", Issuer::new(SealingKey::parse(&key_text)?)),
    ]
    .join(" ");
    for canary in [&secret, &secret[4..20], &typed, key_text.as_str()] {
        assert!(!shown.contains(canary), "{shown}");
    }
    for bytes in [&digest.as_bytes()[..], sealed.as_bytes()] {
        let listed = format!("{bytes:?}");
        assert!(!shown.contains(listed.trim_matches(['[', ']'])), "{shown}");
    }
    assert!(shown.contains("[redacted]"));
    Ok(())
}
