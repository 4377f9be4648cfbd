use leptos::prelude::*;

use crate::components::{Icon, IconName};
use crate::place::Place;
use crate::text;

/// The product's name, which leads home.
#[component]
pub(super) fn Brand() -> impl IntoView {
    view! {
        <a class="brand" href=Place::Dashboard.path()>
            <Icon name=IconName::KEY />
            <span>{text!(common.product)}</span>
        </a>
    }
    .into_any()
}
