use std::collections::HashSet;

use latchkey::pages::activity::acts::in_words;
use latchkey_contract::activity::Act;
use wasm_bindgen_test::wasm_bindgen_test;

const ALL: [&str; 21] = [
    "signed_in",
    "signed_out",
    "account_created",
    "account_disabled",
    "account_enabled",
    "profile_changed",
    "email_changed",
    "password_changed",
    "password_reset",
    "access_requested",
    "request_withdrawn",
    "access_approved",
    "access_denied",
    "access_disabled",
    "access_enabled",
    "credential_created",
    "secret_revealed",
    "secret_copied",
    "secret_replaced",
    "credential_revoked",
    "of a newer backend",
];

#[wasm_bindgen_test]
fn every_act_has_words_of_its_own() {
    let mut seen = HashSet::new();
    for name in ALL {
        let act: Act = serde_json::from_value(name.into()).unwrap();
        assert!(seen.insert(in_words(act)), "{name}");
    }
}
