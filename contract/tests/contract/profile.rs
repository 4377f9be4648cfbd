use latchkey_contract::problem::FieldErrorCode::{
    self, NotACountry, NotAPhoneNumber, NotAnEmail, NotText, Required, TooLong,
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
