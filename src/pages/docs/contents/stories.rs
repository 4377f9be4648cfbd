use leptos::prelude::*;

use super::{Contents, ContentsGroup, ContentsLink};
use crate::pages::docs::search::Search;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Documentation: contents", "All", || searched("")),
        Story::new("Documentation: contents", "Narrowed by a search", || searched("zones")),
    ]
}

fn searched(query: &str) -> AnyView {
    let search = Search::new(vec!["authentication".into(), "zones".into(), "volumes".into()]);
    search.query.set(query.to_owned());
    let link = |section, method: &str, label: &str| ContentsLink {
        section,
        id: label.to_lowercase(),
        method: method.to_owned(),
        label: label.to_owned(),
    };
    let groups = vec![
        ContentsGroup {
            title: "Zones and volumes".into(),
            links: vec![link(1, "GET", "Zones"), link(2, "DELETE", "Volumes")],
        },
        ContentsGroup { title: "General".into(), links: vec![link(0, "", "Authentication")] },
    ];
    view! { <Contents groups search /> }.into_any()
}
