use latchkey_contract::profile::Profile;
use leptos::prelude::*;

use super::Conflict;
use crate::pages::my_profile::field::Field;
use crate::pages::my_profile::form::{Difference, Form};
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Profile: changed elsewhere";
    vec![
        Story::new(group, "Both typed something", || with(Some("Munich"))),
        Story::new(group, "Taken over", || with(None)),
    ]
}

fn with(typed: Option<&str>) -> AnyView {
    let city =
        Difference { field: Field::City, theirs: "Hamburg".to_owned(), typed: typed.map(str::to_owned) };
    let zone = Difference { field: Field::TimeZone, theirs: String::new(), typed: None };
    let differences = RwSignal::new(vec![city, zone]);
    view! { <Conflict form=Form::new(Profile::default()) differences /> }.into_any()
}
