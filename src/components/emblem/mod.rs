#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

/// The round emblem of API access: a gear that says "API".
#[component]
pub fn ApiEmblem() -> impl IntoView {
    view! { <svg class="api-emblem" viewBox="0 0 96 96" aria-hidden="true" focusable="false" inner_html=DRAWING></svg> }
        .into_any()
}

const DRAWING: &str = concat!(
    r#"<circle class="api-emblem-orbit" cx="48" cy="48" r="44.5"/>"#,
    r#"<path class="api-emblem-gear" d=""#,
    "M41.8 20.2L42.8 12.9A35.5 35.5 0 0 1 53.2 12.9L54.2 20.2A28.5 28.5 0 0 1 63.3 24L69.1 19.5",
    "A35.5 35.5 0 0 1 76.5 26.9L72 32.7A28.5 28.5 0 0 1 75.8 41.8L83.1 42.8A35.5 35.5 0 0 1 83.",
    "1 53.2L75.8 54.2A28.5 28.5 0 0 1 72 63.3L76.5 69.1A35.5 35.5 0 0 1 69.1 76.5L63.3 72A28.5 ",
    "28.5 0 0 1 54.2 75.8L53.2 83.1A35.5 35.5 0 0 1 42.8 83.1L41.8 75.8A28.5 28.5 0 0 1 32.7 72",
    "L26.9 76.5A35.5 35.5 0 0 1 19.5 69.1L24 63.3A28.5 28.5 0 0 1 20.2 54.2L12.9 53.2A35.5 35.5",
    " 0 0 1 12.9 42.8L20.2 41.8A28.5 28.5 0 0 1 24 32.7L19.5 26.9A35.5 35.5 0 0 1 26.9 19.5L32.",
    "7 24A28.5 28.5 0 0 1 41.8 20.2z",
    r#""/><circle class="api-emblem-gear" cx="48" cy="48" r="21.5"/><text x="48" y="53.5">API</text>"#,
);
