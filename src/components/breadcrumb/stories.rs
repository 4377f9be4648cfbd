use leptos::prelude::*;

use super::{Breadcrumb, Crumb};
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Breadcrumb", "Two steps", || {
        view! { <Breadcrumb crumbs=vec![Crumb::link("Home", "#"), Crumb::here("Profile")] /> }.into_any()
    })]
}
