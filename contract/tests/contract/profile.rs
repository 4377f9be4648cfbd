use latchkey_contract::problem::FieldErrorCode::{
    self, NotACountry, NotAPhoneNumber, NotAnEmail, NotText, Required, Reserved, TooLong,
};
use latchkey_contract::profile::ProfileFields;

fn complete() -> ProfileFields {
    ProfileFields {
        first_name: "Dana".into(),
        last_name: "Demo".into(),
        mobile_number: "+49 30 1234567".into(),
        primary_email: "dana@demo.example".into(),
        address: "1 Key Street".into(),
        country_code: "DE".into(),
        city: "Berlin".into(),
        postal_code: "10115".into(),
        ..ProfileFields::default()
    }
}

fn refusals(fields: &ProfileFields) -> Vec<(String, FieldErrorCode)> {
    fields.check().into_iter().map(|error| (error.field, error.code)).collect()
}

#[test]
fn a_complete_profile_passes() {
    assert_eq!(refusals(&complete()), []);
}

#[test]
fn an_empty_profile_names_every_required_field_in_the_forms_order() {
    let fields: Vec<_> = refusals(&ProfileFields::default()).into_iter().map(|(field, _)| field).collect();
    let required = [
        "first_name",
        "last_name",
        "mobile_number",
        "primary_email",
        "address",
        "country_code",
        "city",
        "postal_code",
    ];
    assert_eq!(fields, required);
}

#[test]
fn each_rule_refuses_its_own_field() {
    let changed = |change: fn(&mut ProfileFields)| {
        let mut fields = complete();
        change(&mut fields);
        refusals(&fields)
    };
    assert_eq!(changed(|f| f.first_name = "  ".into()), [("first_name".into(), Required)]);
    assert_eq!(changed(|f| f.last_name = "x".repeat(101)), [("last_name".into(), TooLong)]);
    assert_eq!(changed(|f| f.city = "Ber\u{0}lin".into()), [("city".into(), NotText)]);
    assert_eq!(changed(|f| f.secondary_phone = "none".into()), [("secondary_phone".into(), NotAPhoneNumber)]);
    assert_eq!(changed(|f| f.secondary_email = "dana@demo".into()), [("secondary_email".into(), NotAnEmail)]);
    assert_eq!(changed(|f| f.country_code = "XX".into()), [("country_code".into(), NotACountry)]);
}

#[test]
fn white_space_at_the_ends_is_not_kept() {
    let mut fields = complete();
    fields.city = " Berlin\n".into();
    assert_eq!(fields.trimmed(), complete());
}

#[test]
fn refuses_names_that_nobody_sees_or_that_have_two_lines() {
    let named = |name: &str| refusals(&ProfileFields { first_name: name.into(), ..complete() });
    for invisible in ["\u{200B}", "\u{3164}", "\u{2800} \u{115F}", "\u{FE0F}", "\u{202E}"] {
        assert_eq!(named(invisible), [("first_name".into(), Required)], "{invisible:?}");
    }
    for name in [
        "Da\nna",
        "Da\tna",
        "Da\u{2028}na",
        "Da\u{85}na",
        "\u{202E}anaD",
        "Da\u{AD}na",
        "Da\u{200D}na",
        "Dana\u{200B}",
    ] {
        assert_eq!(named(name), [("first_name".into(), NotText)], "{name:?}");
    }
    for name in [
        "\u{645}\u{6CC}\u{200C}\u{62E}\u{648}\u{627}\u{647}\u{645}",
        "\u{8FBB}\u{E0101}",
        "Mar\u{ed}a Jos\u{e9}",
        "O'Neil",
    ] {
        assert_eq!(named(name), [], "{name:?}");
    }
}

#[test]
fn an_address_may_have_several_lines() {
    assert_eq!(refusals(&ProfileFields { address: "1 Key Street\n2nd floor".into(), ..complete() }), []);
}

#[test]
fn refuses_full_names_that_the_audit_log_uses() {
    for (first, last) in [("Oper", "ator"), ("OPERATOR", "."), ("-", "latchKey"), ("Latch", "Key")] {
        let fields = ProfileFields { first_name: first.into(), last_name: last.into(), ..complete() };
        assert_eq!(refusals(&fields), [("first_name".into(), Reserved)], "{first} {last}");
    }
    let fields = ProfileFields { first_name: "Operator".into(), last_name: "Jones".into(), ..complete() };
    assert_eq!(refusals(&fields), []);
}

#[test]
fn an_optional_field_is_empty_or_visible() {
    let of = |state: &str| refusals(&ProfileFields { state: state.into(), ..complete() });
    assert_eq!((of(""), of("  ")), (vec![], vec![]));
    for invisible in ["\u{200B}", "\u{FE0F}"] {
        assert_eq!(of(invisible), [("state".into(), NotText)], "{invisible:?}");
    }
}
