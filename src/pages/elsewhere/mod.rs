//! Parts of the cloud portal that Latchkey does not serve: it says so, and leads there if the operator said
//! where.

#[cfg(feature = "stories")]
pub mod stories;
mod words;
use leptos::prelude::*;

use super::company_profile::ProfilePage;
use crate::components::{
    ButtonKind, ButtonLink, CodeBlock, Crumb, Disclosure, Icon, IconName, Loaded, SectionCard, Skeleton,
    changing,
};
use crate::place::{Elsewhere, Place};
use crate::portal_config::use_config;
use crate::shell::Page;
use crate::text;

/// A page of its own.
#[component]
pub fn ElsewherePage(part: Elsewhere) -> impl IntoView {
    let name = part.name();
    let mut crumbs = vec![Crumb::here(name)];
    if Place::Elsewhere(part).is_company() {
        crumbs.insert(0, Crumb { label: text!(shell.menu.my_organization).to_owned(), href: None });
    }
    view! {
        <Page title=name crumbs>
            <SectionCard title=name><ElsewhereNote part /></SectionCard>
        </Page>
    }
    .into_any()
}

/// A section of "Company > Profile".
#[component]
pub fn ElsewhereInProfile(part: Elsewhere) -> impl IntoView {
    view! {
        <ProfilePage section=Place::Elsewhere(part) title=part.name()><ElsewhereNote part /></ProfilePage>
    }
    .into_any()
}

/// "Billing is part of your cloud portal", and how to get there.
#[component]
pub fn ElsewhereNote(part: Elsewhere) -> impl IntoView {
    let config = use_config();
    view! {
        <div class="elsewhere">
            <span class="elsewhere-icon"><Icon name=IconName::EXTERNAL_LINK /></span>
            <p class="elsewhere-title">{words::is_part_of(part)}</p>
            <Loaded
                state=config.state()
                loading=|| view! { <Skeleton lines=2 /> }
                is_empty=|_| false
                empty=|| ()
                on_retry=move |()| config.again()
                ready=move |_| view! { <Way part /> }.into_any()
            />
        </div>
    }
    .into_any()
}

/// The operator's link, or how to set one.
#[component]
fn Way(part: Elsewhere) -> impl IntoView {
    let config = use_config();
    let name = part.name();
    changing(move || {
        match config.link(part) {
        Some(link) => view! {
            <p>{text!(elsewhere.linked)}</p>
            <ButtonLink href=link kind=ButtonKind::Primary external=true>{text!(elsewhere.open, part = name)}</ButtonLink>
        }
        .into_any(),
        None => view! {
            <p>{text!(elsewhere.not_linked)}</p>
            <Disclosure summary=text!(elsewhere.for_operators)>
                <p>{text!(elsewhere.how_to)}</p>
                <CodeBlock code=example(part) />
            </Disclosure>
        }
        .into_any(),
    }
    })
}

fn example(part: Elsewhere) -> String {
    format!(
        "{{\n  \"entries\": {{\n    \"{}\": {{ \"link\": \"https://portal.example/…\" }}\n  }}\n}}",
        part.entry()
    )
}
