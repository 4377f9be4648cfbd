use leptos::prelude::*;
use leptos_router::components::Router;

use super::LeaveDialog;
use crate::app::Navigation;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Leave dialog", "Asks", || view! { <Router>{asks()}</Router> }.into_any())]
}

fn asks() -> AnyView {
    let navigation = Navigation::follow_router();
    navigation.asking.set(true);
    view! { <LeaveDialog navigation /> }.into_any()
}
