#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::changing;

use crate::text;

/// One step of a breadcrumb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    pub label: String,
    /// Absent for the page itself.
    pub href: Option<String>,
}

impl Crumb {
    pub fn link(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: Some(href.into()) }
    }

    /// The page itself.
    pub fn here(label: impl Into<String>) -> Self {
        Self { label: label.into(), href: None }
    }
}

/// Where the page is, from the top down.
#[component]
pub fn Breadcrumb(#[prop(into)] crumbs: Signal<Vec<Crumb>>) -> impl IntoView {
    let steps = changing(move || {
        let step = |crumb: Crumb| match crumb.href {
            Some(href) => view! { <li><a href=href>{crumb.label}</a></li> }.into_any(),
            None => view! { <li><span aria-current="page">{crumb.label}</span></li> }.into_any(),
        };
        crumbs.get().into_iter().map(step).collect_view()
    });
    view! {
        <nav class="breadcrumb" aria-label=text!(common.breadcrumb)>
            <ol>{steps}</ol>
        </nav>
    }
    .into_any()
}
