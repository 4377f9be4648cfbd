use latchkey_contract::profile::{Profile, ProfileFields};
use leptos::prelude::*;

use super::MyProfile;
use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::pages::fixture::on_fake;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Page: My Profile";
    vec![
        Story::new(group, "Filled", || {
            on(FakeBackend::new().answer(Method::Get, "/api/v1/profile", &filled()))
        }),
        Story::new(group, "Empty", || {
            on(FakeBackend::new().answer(Method::Get, "/api/v1/profile", &Profile::default()))
        }),
        Story::new(group, "Loading", || on(FakeBackend::new().hold())),
        Story::new(group, "Not there", || on(&FakeBackend::new())),
    ]
}

/// A profile that passes every check.
pub fn filled() -> Profile {
    let fields = ProfileFields {
        first_name: "Uma".into(),
        last_name: "Userton".into(),
        mobile_number: "+49 30 901820".into(),
        secondary_phone: String::new(),
        primary_email: "user@demo.example".into(),
        secondary_email: String::new(),
        address: "10, Round Street".into(),
        country_code: "DE".into(),
        state: String::new(),
        city: "Berlin".into(),
        postal_code: "10178".into(),
        time_zone: "Europe/Berlin".into(),
    };
    Profile { version: 3, fields }
}

fn on(backend: &FakeBackend) -> AnyView {
    on_fake(backend);
    view! { <MyProfile /> }.into_any()
}
