use leptos::prelude::*;

use crate::place::Place;
use crate::rich;

/// "Click to view the API documentation." It stands there in every state.
#[component]
pub(super) fn DocumentationSentence() -> impl IntoView {
    let link = |words: ChildrenFn| view! { <a href=Place::Docs.path()>{words()}</a> }.into_any();
    view! { <p class="access-documentation">{rich!(api_access.documentation, <link> = link)}</p> }.into_any()
}
