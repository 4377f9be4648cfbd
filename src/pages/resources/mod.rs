//! What "Compute" and "Network" have in common: lists of what a company has, kept true by live events. They read only;
//! acting is what keys are for.

pub mod first_command;
#[cfg(feature = "stories")]
pub mod fixtures;
mod kind;
pub mod last_change;
mod line;
pub mod resource_list;
pub mod resource_row;
pub mod section_tabs;
mod sorting;
pub mod state_badge;

use leptos::prelude::*;

use crate::components::{Crumb, EmptyState, IconName, SectionCard};
use crate::place::Place;
use crate::session::use_session;
use crate::shell::Page;
use crate::text;
use resource_list::ResourceList;
use section_tabs::SectionTabs;

pub use kind::Kind;
pub use line::{Fact, Line, Lines};

/// A page with a tab for each of its lists.
#[component]
pub fn ResourcePage(title: &'static str, kinds: &'static [Kind], place: Place) -> impl IntoView {
    let kind = kinds.iter().copied().find(|kind| kind.place() == place).unwrap_or(kinds[0]);
    let is_administrator = untrack(|| use_session().is_administrator());
    let list = if is_administrator {
        view! {
            <EmptyState title=text!(resources.of_companies) icon=IconName::COMPANY>
                <p>{text!(resources.of_companies_what)}</p>
            </EmptyState>
        }
        .into_any()
    } else {
        view! { <ResourceList kind /> }.into_any()
    };
    let crumbs = vec![Crumb::link(title, kinds[0].place().path()), Crumb::here(kind.name())];
    view! {
        <Page title crumbs tab_title=format!("{} · {title}", kind.name())>
            <SectionTabs label=title kinds here=kind />
            <SectionCard title=kind.name()>{list}</SectionCard>
        </Page>
    }
    .into_any()
}
