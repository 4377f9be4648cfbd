#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::event::LiveEvent;
use latchkey_contract::resource::ResourceCounts;
use leptos::prelude::*;

use crate::api::use_api;
use crate::components::{Loaded, SectionCard, Skeleton};
use crate::live::use_live;
use crate::place::Place;
use crate::reading::read;
use crate::text;

/// How many of each kind of resource the company has.
#[component]
pub fn ResourcesCard() -> impl IntoView {
    let api = use_api();
    let reading = read(move || api.resource_counts());
    use_live().on_event(move |event| {
        if matches!(event, LiveEvent::ResourcesChanged { .. } | LiveEvent::Reset) {
            reading.again();
        }
    });
    let ready = |counts: Signal<ResourceCounts>| view! { <Counts counts /> }.into_any();
    view! {
        <SectionCard title=text!(dashboard.resources.title)>
            <Loaded
                state=reading.state()
                loading=|| view! { <Skeleton lines=4 /> }
                is_empty=|_| false
                empty=|| ()
                on_retry=move |()| reading.again()
                ready
            />
        </SectionCard>
    }
    .into_any()
}

#[component]
fn Counts(counts: Signal<ResourceCounts>) -> impl IntoView {
    let count = |place: Place, name: &'static str, of: fn(&ResourceCounts) -> u32| {
        view! {
            <li class="dashboard-resource">
                <a href=place.path()>{name}</a>
                <strong>{move || counts.with(of)}</strong>
            </li>
        }
        .into_any()
    };
    let running = move || text!(dashboard.resources.running, count = counts.with(|it| it.running_instances));
    view! {
        <ul class="dashboard-resources">
            <li class="dashboard-resource">
                <a href=Place::Instances.path()>{text!(resources.instances)}</a>
                <strong>{move || counts.with(|it| it.instances)}</strong>
                <span class="dashboard-resource-note">{running}</span>
            </li>
            {count(Place::Volumes, text!(resources.volumes), |it| it.volumes)}
            {count(Place::VmSnapshots, text!(resources.vm_snapshots), |it| it.vm_snapshots)}
            {count(Place::SshKeys, text!(resources.ssh_keys), |it| it.ssh_keys)}
            {count(Place::Networks, text!(resources.networks), |it| it.networks)}
            {count(Place::SecurityGroups, text!(resources.security_groups), |it| it.security_groups)}
        </ul>
    }
    .into_any()
}
