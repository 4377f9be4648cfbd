#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// A table that becomes a stack of cards on a phone. The children are [`Row`]s of [`Cell`]s.
///
/// The roles are spelled out because a table whose cells are laid out as blocks is no table to a screen reader.
#[component]
pub fn DataTable(
    /// What the table lists; heard, not seen.
    #[prop(into)]
    caption: TextProp,
    columns: Vec<&'static str>,
    children: Children,
) -> impl IntoView {
    let heads = columns
        .into_iter()
        .map(|name| view! { <th role="columnheader" scope="col">{name}</th> })
        .collect_view();
    view! {
        <table class="data-table" role="table">
            <caption class="visually-hidden">{move || caption.get()}</caption>
            <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
            <tbody role="rowgroup">{children()}</tbody>
        </table>
    }
    .into_any()
}

#[component]
pub fn Row(children: Children) -> impl IntoView {
    view! { <tr role="row">{children()}</tr> }.into_any()
}

/// A cell. `column` repeats the head of its column, which a phone shows beside it.
#[component]
pub fn Cell(#[prop(into)] column: String, children: Children) -> impl IntoView {
    view! {
        <td role="cell">
            <span class="data-table-column" aria-hidden="true">{column}</span>
            <div class="data-table-value">{children()}</div>
        </td>
    }
    .into_any()
}
