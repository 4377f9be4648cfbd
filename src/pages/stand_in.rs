use leptos::prelude::*;

use crate::components::Crumb;
use crate::place::Place;
use crate::shell::Page;

/// What is shown instead of a page, under the page's name.
pub(crate) fn stand_in(place: Place, shown: AnyView) -> AnyView {
    let name = place.name();
    view! { <Page title=name crumbs=vec![Crumb::here(name)]>{shown}</Page> }.into_any()
}
