#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use crate::components::{ButtonLink, Crumb, EmptyState, IconName};
use crate::place::Place;
use crate::shell::Page;
use crate::text;

/// For an address that leads nowhere, or nowhere for this account.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <Page title=text!(shell.not_found.title) crumbs=vec![Crumb::here(text!(shell.not_found.title))]>
            <EmptyState title=text!(shell.not_found.what) icon=IconName::NOT_FOUND>
                <ButtonLink href=Place::Dashboard.path()>{text!(shell.not_found.home)}</ButtonLink>
            </EmptyState>
        </Page>
    }
    .into_any()
}
