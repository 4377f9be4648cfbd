//! "API users": every user's API access, to be disabled and enabled.

mod changing;
mod conflict;
pub mod disable_dialog;
#[cfg(feature = "stories")]
pub mod stories;
pub mod user_list;
pub mod user_row;

use leptos::prelude::*;

use crate::components::Crumb;
use crate::shell::Page;
use crate::text;
use user_list::UserList;

#[component]
pub fn ApiUsers() -> impl IntoView {
    let title = text!(admin.users.title);
    view! { <Page title crumbs=vec![Crumb::here(title)]><UserList /></Page> }.into_any()
}
