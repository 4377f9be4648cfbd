use leptos::prelude::*;

use super::Rules;
use crate::pages::change_password::form::Form;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Password rules";
    vec![
        Story::new(group, "Nothing typed", || with("", "")),
        Story::new(group, "Too short", || with("battery", "battery")),
        Story::new(group, "All met", || with("correct horse battery", "correct horse battery")),
    ]
}

fn with(new: &str, again: &str) -> AnyView {
    let form = Form::default();
    form.old.set("something else".to_owned());
    form.new.set(new.to_owned());
    form.again.set(again.to_owned());
    view! { <Rules form /> }.into_any()
}
