use latchkey_contract::Password;
use latchkey_contract::password::{ChangePassword, refusal_of_new_password};
use latchkey_contract::problem::FieldErrorCode;
use latchkey_contract::validation::{Check, REASON_MAX, is_country, is_email, is_phone_number};

#[test]
fn email_addresses() {
    for good in ["a@b.example", "first.last+tag@mail.company.example", "jürgen@müller.example"] {
        assert!(is_email(good), "{good}");
    }
    for bad in
        ["", "a", "@b.example", "a@", "a@b", "a@b..example", "a@@b.example", "a b@c.example", "a@-b.example"]
    {
        assert!(!is_email(bad), "{bad}");
    }
}

#[test]
fn phone_numbers() {
    for good in ["+49 30 1234567", "030/123 45-67", "(555) 010.0199", "1234"] {
        assert!(is_phone_number(good), "{good}");
    }
    for bad in ["", "123", "+", "12+34", "call me", "1234567890123456"] {
        assert!(!is_phone_number(bad), "{bad}");
    }
}

#[test]
fn countries_are_iso_3166_codes_in_capitals() {
    assert!(is_country("DE") && is_country("US") && is_country("ZW"));
    assert!(!is_country("de") && !is_country("XX") && !is_country("DE US") && !is_country(""));
}

#[test]
fn a_new_password_is_judged_by_its_length_in_characters() {
    let refusal = |text: &str| refusal_of_new_password(&Password::from(text.to_owned()));
    assert_eq!(refusal(""), Some(FieldErrorCode::Required));
    assert_eq!(refusal("elevenchars"), Some(FieldErrorCode::TooShort));
    assert_eq!(refusal("twelve chars"), None);
    assert_eq!(refusal(&"ü".repeat(256)), None);
    assert_eq!(refusal(&"ü".repeat(257)), Some(FieldErrorCode::TooLong));
}

#[test]
fn the_same_password_again_is_no_change() {
    let same = || Password::from("the same twelve".to_owned());
    let errors = ChangePassword { old_password: same(), new_password: same() }.check();
    assert_eq!(errors.len(), 1);
    assert_eq!((errors[0].field.as_str(), errors[0].code), ("new_password", FieldErrorCode::Unchanged));
}

#[test]
fn a_reason_has_lines_and_emoji_but_no_controls() {
    let refusal = |text: &str| {
        let mut check = Check::default();
        check.required("reason", text, REASON_MAX);
        check.errors.first().map(|error| error.code)
    };
    for good in
        ["First.\r\n\tSecond.", "\u{1F469}\u{200D}\u{1F4BB}", "\u{2764}\u{FE0F}\u{200D}\u{1F525}", "\u{6DD}1"]
    {
        assert_eq!(refusal(good), None, "{good:?}");
    }
    assert_eq!(refusal("\u{200B}"), Some(FieldErrorCode::Required));
    for bad in [
        "a\u{2067}b",
        "a\u{2066}b\u{2069}",
        "a\u{7}b",
        "a\u{200D}",
        "\u{200C}\u{645}",
        "\u{645}\u{200C}\u{200C}\u{645}",
    ] {
        assert_eq!(refusal(bad), Some(FieldErrorCode::NotText), "{bad:?}");
    }
}
