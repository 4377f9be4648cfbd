//! "Request API Access", which becomes "API Info" once access is granted: one page, one address.

pub mod api_info;
pub mod api_key;
mod asked;
mod documentation;
mod ending_dialog;
#[cfg(feature = "stories")]
pub mod fixtures;
pub mod key_tools;
pub mod keys_refused;
mod news;
pub mod no_key;
mod outdated;
mod own_credential;
pub(super) mod panel;
pub mod quick_start;
pub mod replace_secret;
pub mod request_panel;
pub mod revoke_key;
pub mod secret_key;
#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::company_profile::ProfilePage;
use crate::access::use_access;
use crate::place::Place;
use crate::text;
pub(crate) use asked::Asked;
use news::announce_news;
use panel::AccessPanel;

#[component]
pub fn ApiAccessPage() -> impl IntoView {
    let access = use_access();
    let was_granted = access.was_granted();
    let title = move || {
        if was_granted.get() {
            text!(shell.profile_menu.api_info)
        } else {
            text!(shell.profile_menu.request_api_access)
        }
    };
    announce_news(access);
    view! {
        <ProfilePage section=Place::ApiAccess title>
            <AccessPanel />
        </ProfilePage>
    }
    .into_any()
}
