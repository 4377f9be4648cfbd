#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::last_change::LastChangeView;
use super::state_badge::StateBadge;
use super::{Fact, Kind, Line};
use crate::components::{Cell, Moment, Row};
use crate::session::use_session;
use crate::text;

/// A resource in its list.
#[component]
pub fn ResourceRow(kind: Kind, #[prop(into)] line: Signal<Line>) -> impl IntoView {
    let state = Memo::new(move |_| line.with(|line| line.state));
    let last_change = Memo::new(move |_| line.with(|line| line.last_change.clone()));
    let fact = move |(at, column): (usize, &'static str)| {
        let fact = Memo::new(move |_| line.with(|line| line.facts.get(at).cloned()));
        view! { <Cell column>{move || fact.get().map(fact_view)}</Cell> }.into_any()
    };
    let facts = kind.columns().into_iter().enumerate().map(fact).collect_view();
    view! {
        <Row>
            <Cell column=text!(resources.column.name)>
                <span class="resource-name">{move || line.with(|line| line.name.clone())}</span>
                <code class="resource-id" translate="no">{move || line.with(|line| line.id.to_string())}</code>
            </Cell>
            <Cell column=text!(resources.column.state)>{move || view! { <StateBadge state=state.get() /> }}</Cell>
            {facts}
            <Cell column=text!(resources.column.last_change)>
                {move || view! { <LastChangeView change=last_change.get() /> }}
            </Cell>
        </Row>
    }
    .into_any()
}

fn fact_view(fact: Fact) -> AnyView {
    match fact {
        Fact::Said(texts) => texts
            .into_iter()
            .map(|text| view! { <span class="resource-fact">{text}</span> })
            .collect_view()
            .into_any(),
        Fact::Prose(text) => view! { <span class="resource-prose">{text}</span> }.into_any(),
        Fact::At(at) => {
            let session = use_session();
            view! { <Moment at zone=Signal::derive(move || session.time_zone()) /> }.into_any()
        }
    }
}
