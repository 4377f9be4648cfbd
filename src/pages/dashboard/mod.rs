//! Where one lands: how things stand, the next step, and what happened lately.

pub mod access_card;
pub mod keys_card;
pub mod latest;
pub mod queue_card;
pub mod resources_card;
#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use crate::components::Crumb;
use crate::session::use_session;
use crate::shell::Page;
use crate::text;
use access_card::AccessCard;
use keys_card::KeysCard;
use latest::LatestActivity;
use queue_card::QueueCard;
use resources_card::ResourcesCard;

#[component]
pub fn Dashboard() -> impl IntoView {
    let is_administrator = untrack(|| use_session().is_administrator());
    let state = if is_administrator {
        view! { <QueueCard /> }.into_any()
    } else {
        view! {
            <AccessCard />
            <ResourcesCard />
            <KeysCard />
        }
        .into_any()
    };
    view! {
        <Page title=text!(dashboard.title) crumbs=vec![Crumb::here(text!(dashboard.title))]>
            <div class="dashboard">
                <div class="dashboard-column">{state}</div>
                <LatestActivity />
            </div>
        </Page>
    }
    .into_any()
}
