use std::collections::HashSet;

use latchkey_server::secrets::{ApiKey, make_up_password, secret_key};
use proptest::prelude::{any, prop_assert, prop_assume, proptest};
use proptest::sample::Index;

/// Worked out with another implementation of CRC-32 (zlib's); the second one needs zeros in front.
const KNOWN: [&str; 2] = [
    "lks_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcd0GwXOw",
    "lks_WOdaRwg05vaQ24zmyuBbX43dWoSBKmGNGnzzoDno000Ery",
];

#[test]
fn a_secret_key_has_its_form() {
    for _ in 0..100 {
        let secret = secret_key::generate();
        let text = secret.expose();
        assert_eq!(text.len(), secret_key::LENGTH);
        assert!(text.starts_with("lks_"));
        assert!(text[4..].bytes().all(|byte| byte.is_ascii_alphanumeric()));
        assert!(secret_key::is_well_formed(text));
    }
}

#[test]
fn the_checksum_is_the_one_that_is_documented() {
    for known in KNOWN {
        assert!(secret_key::is_well_formed(known));
    }
}

#[test]
fn what_only_looks_like_a_secret_key_is_recognised() {
    let [known, _] = KNOWN;
    for other in [
        String::new(),
        known[..49].to_owned(),
        format!("{known}0"),
        format!(" {known}"),
        known.replace("lks_", "lkp_"),
        known.to_uppercase(),
        "é".repeat(25),
    ] {
        assert!(!secret_key::is_well_formed(&other), "{other}");
    }
}

#[test]
fn an_api_key_has_its_form() {
    let key = ApiKey::generate();
    assert_eq!(key.as_str().len(), 28);
    assert_eq!(key.as_str().parse::<ApiKey>().ok(), Some(key.clone()));
    for other in ["", "lkp_", &key.as_str()[..27], &format!("{key}0"), &key.as_str().replace("lkp_", "lks_")]
    {
        assert!(other.parse::<ApiKey>().is_err(), "{other}");
    }
    let odd = format!("lkp_{}", "-".repeat(24));
    assert!(odd.parse::<ApiKey>().is_err());
}

#[test]
fn nothing_is_made_twice() {
    let api_keys: HashSet<_> = (0..1000).map(|_| ApiKey::generate()).collect();
    let secrets: HashSet<_> = (0..1000).map(|_| secret_key::generate().expose().to_owned()).collect();
    let passwords: HashSet<_> = (0..1000).map(|_| make_up_password().expose().to_owned()).collect();
    assert_eq!([api_keys.len(), secrets.len(), passwords.len()], [1000; 3]);
}

#[test]
fn every_character_turns_up_as_often_as_any_other() {
    let mut counts = [0_u32; 128];
    for _ in 0..2000 {
        for byte in secret_key::generate().expose()[4..44].bytes() {
            counts[usize::from(byte)] += 1;
        }
    }
    let used: Vec<u32> = counts.into_iter().filter(|count| *count > 0).collect();
    assert_eq!(used.len(), 62);
    // 80,000 characters: 1290 each, with a standard deviation of 36. Nine of those is no accident.
    assert!(used.iter().all(|count| (970..1610).contains(count)), "{used:?}");
}

#[test]
fn a_made_up_password_is_accepted_as_a_new_one() {
    let password = make_up_password();
    assert_eq!(password.expose().len(), 23);
    assert_eq!(latchkey_contract::password::refusal_of_new_password(&password), None);
}

proptest! {
    #[test]
    fn a_slip_of_one_character_is_noticed(at in any::<Index>(), slip in "[0-9A-Za-z]") {
        let text = secret_key::generate().expose().to_owned();
        let at = at.index(text.len());
        prop_assume!(text[at..=at] != slip);
        let slipped = format!("{}{slip}{}", &text[..at], &text[at + 1..]);
        prop_assert!(!secret_key::is_well_formed(&slipped));
    }

    #[test]
    fn two_exchanged_neighbours_are_noticed(at in 4..43_usize) {
        let text = secret_key::generate().expose().to_owned();
        let mut bytes = text.clone().into_bytes();
        bytes.swap(at, at + 1);
        let swapped = String::from_utf8(bytes).unwrap_or_default();
        prop_assume!(swapped != text);
        prop_assert!(!secret_key::is_well_formed(&swapped));
    }

    #[test]
    fn any_text_is_judged_without_a_panic(text in any::<String>()) {
        prop_assert!(!secret_key::is_well_formed(&text));
        prop_assert!(text.parse::<ApiKey>().is_err());
    }
}
