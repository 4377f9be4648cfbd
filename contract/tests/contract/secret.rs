use latchkey_contract::credential::RevealedSecret;
use latchkey_contract::password::ChangePassword;
use latchkey_contract::session::SignIn;
use latchkey_contract::{Password, PlainSecret};

const CANARY: &str = "lks_canary0canary0canary0canary0canary0canary0";

#[test]
fn debug_of_everything_that_holds_a_secret_is_redacted() {
    let revealed = RevealedSecret { secret_key: PlainSecret::from(CANARY.to_owned()), secret_version: 1 };
    let sign_in = SignIn { email: "a@b.example".into(), password: Password::from(CANARY.to_owned()) };
    let change = ChangePassword {
        old_password: Password::from(CANARY.to_owned()),
        new_password: Password::from(CANARY.to_owned()),
    };
    for shown in [format!("{revealed:?}"), format!("{sign_in:#?}"), format!("{change:?}")] {
        assert!(!shown.contains("canary"), "{shown}");
        assert!(shown.contains("[redacted]"), "{shown}");
    }
}

#[test]
fn only_the_answer_that_carries_the_secret_writes_it() {
    let revealed = RevealedSecret { secret_key: PlainSecret::from(CANARY.to_owned()), secret_version: 3 };
    let json = serde_json::to_value(&revealed).unwrap();
    assert_eq!(json, serde_json::json!({ "secret_key": CANARY, "secret_version": 3 }));
    let back: RevealedSecret = serde_json::from_value(json).unwrap();
    assert_eq!(back.secret_key.expose(), CANARY);
}
