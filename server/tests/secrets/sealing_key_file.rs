use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;

use latchkey_server::secrets::{KeyFileError, SealingKey, create_key_file, read_key_file};
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
use tempfile::TempDir;

use crate::TestResult;

fn place() -> TestResult<(TempDir, PathBuf)> {
    let dir = TempDir::new()?;
    let file = dir.path().join("sealing.key");
    Ok((dir, file))
}

#[test]
fn a_key_is_made_once_and_read_again() -> TestResult {
    let (_dir, file) = place()?;
    assert!(read_key_file(&file)?.is_none());
    let made = create_key_file(&file)?;
    assert_eq!(read_key_file(&file)?.ok_or("gone")?.id(), made.id());
    // Whoever comes second takes the first one's key.
    assert_eq!(create_key_file(&file)?.id(), made.id());
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_key_that_others_can_read_is_refused() -> TestResult {
    use std::os::unix::fs::PermissionsExt;

    let (_dir, file) = place()?;
    create_key_file(&file)?;
    assert_eq!(fs::metadata(&file)?.permissions().mode() & 0o7777, 0o600);
    for mode in [0o640, 0o604, 0o660, 0o644, 0o620, 0o777] {
        fs::set_permissions(&file, fs::Permissions::from_mode(mode))?;
        let refused = read_key_file(&file).err().ok_or("accepted")?;
        let sentence = refused.to_string();
        assert!(sentence.contains("chmod 600"), "{sentence}");
        assert!(matches!(refused, KeyFileError::OpenToOthers { .. }));
    }
    fs::set_permissions(&file, fs::Permissions::from_mode(0o400))?;
    assert!(read_key_file(&file)?.is_some());
    Ok(())
}

#[test]
fn what_is_no_key_is_refused_and_not_repeated() -> TestResult {
    let (_dir, file) = place()?;
    create_key_file(&file)?;
    for text in ["", "too short", &"A".repeat(43_000), "ñ", "QUJD"] {
        fs::write(&file, text)?;
        let refused = read_key_file(&file).err().ok_or("accepted")?.to_string();
        assert!(refused.contains("openssl rand -base64 32"), "{refused}");
        assert!(text.is_empty() || !refused.contains(text));
    }
    Ok(())
}

#[test]
fn the_parts_of_a_key_have_nothing_in_common() -> TestResult {
    let (one, _) = SealingKey::generate()?;
    let (two, _) = SealingKey::generate()?;
    assert_ne!(one.id(), two.id());
    let macs = |key: &SealingKey| {
        let keys = key.store_keys();
        [keys.audit.mac(&[b"entry"]), keys.sessions.mac(&[b"entry"]), keys.pairs.mac(&[b"entry"])]
    };
    let distinct: HashSet<_> = macs(&one).into_iter().chain(macs(&two)).collect();
    assert_eq!(distinct.len(), 6);
    assert_eq!(one.store_keys().audit.derived_from(), one.id());
    Ok(())
}

proptest! {
    #[test]
    fn a_key_is_read_from_every_usual_form(master in any::<[u8; 32]>()) {
        use data_encoding::{BASE64, BASE64_NOPAD, BASE64URL, BASE64URL_NOPAD, HEXLOWER, HEXUPPER};

        let expected = SealingKey::parse(&BASE64.encode(&master))?.id();
        for encoding in [BASE64_NOPAD, BASE64URL, BASE64URL_NOPAD, HEXLOWER, HEXUPPER] {
            prop_assert_eq!(SealingKey::parse(&encoding.encode(&master))?.id(), expected);
        }
        let padded = format!("  {}\r\n", BASE64.encode(&master));
        prop_assert_eq!(SealingKey::parse(&padded)?.id(), expected);
    }

    #[test]
    fn a_key_of_another_length_is_refused(master in any::<Vec<u8>>()) {
        let refused = SealingKey::parse(&data_encoding::BASE64.encode(&master)).is_err();
        prop_assert!(refused || master.len() == 32 || master.len() == 48);
    }
}
