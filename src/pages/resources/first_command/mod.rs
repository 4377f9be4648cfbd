//! What would put the first line into an empty list.

mod command;
#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::api_access::ApiAccess;
use latchkey_contract::credential::CredentialState;
use latchkey_contract::resource::SampleIds;
use leptos::prelude::*;

use super::Kind;
use crate::access::use_access;
use crate::api::use_api;
use crate::components::{CopyableCode, Load, Skeleton, changing};
use crate::place::Place;
use crate::portal_config::use_config;
use crate::reading::read;
use crate::text;

pub use command::{Missing, Order};

/// The `curl` line that creates the first resource of a kind, or lists those that scripts cannot create.
#[component]
pub fn FirstCommand(kind: Kind) -> impl IntoView {
    let api = use_api();
    let config = use_config();
    let access = use_access().load();
    let samples = read(move || api.sample_ids());
    let ids = move || samples.value().unwrap_or_default();
    let api_key = Memo::new(move |_| access.with(|access| access.ready().and_then(active_key)));
    let command = Memo::new(move |_| {
        let order = Order::of(kind, &ids());
        api_key.with(|api_key| order.command(&config.restapi_url(), api_key.as_deref()))
    });
    let creates = Order::of(kind, &SampleIds::default()).creates();
    let what = if creates { text!(resources.empty.creates) } else { text!(resources.empty.lists) };
    let key = changing(move || {
        match api_key.with(Option::is_some) {
        true => view! { <p>{text!(resources.empty.secret)}</p> }.into_any(),
        false => view! {
            <p>{text!(resources.empty.secret)}</p>
            <Needed what=text!(resources.empty.no_key) place=Place::ApiAccess way=text!(resources.empty.to_keys) />
        }
        .into_any(),
    }
    });
    let missing = changing(move || {
        let is_read = samples.state().with(|state| state.ready().is_some());
        is_read.then(|| Order::of(kind, &ids()).missing()).flatten().map(missing_view)
    });
    // A command with words in the place of ids is for those only who get no ids.
    let is_waiting = Memo::new(move |_| {
        samples.state().with(|state| *state == Load::Loading) || access.with(|state| *state == Load::Loading)
    });
    let command = changing(move || match is_waiting.get() {
        true => view! { <Skeleton lines=6 /> }.into_any(),
        false => view! {
            <CopyableCode code=command label=text!(resources.empty.label) copy=text!(resources.empty.copy) />
        }
        .into_any(),
    });
    view! {
        <div class="first-command">
            <p>{what}</p>
            {command}
            {missing}
            {key}
        </div>
    }
    .into_any()
}

fn missing_view(missing: Missing) -> AnyView {
    let (what, place, way) = match missing {
        Missing::Network => {
            (text!(resources.empty.needs_network), Place::Networks, text!(resources.empty.to_networks))
        }
        Missing::Instance => {
            (text!(resources.empty.needs_instance), Place::Instances, text!(resources.empty.to_instances))
        }
    };
    view! { <Needed what place way /> }.into_any()
}

#[component]
fn Needed(what: &'static str, place: Place, way: &'static str) -> impl IntoView {
    view! { <p>{what} " " <a href=place.path()>{way}</a> "."</p> }.into_any()
}

fn active_key(access: &ApiAccess) -> Option<String> {
    let active = access.credentials.iter().find(|it| it.state == CredentialState::Active)?;
    Some(active.api_key.clone())
}
