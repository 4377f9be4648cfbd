#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::admin::RequestState;
use leptos::prelude::*;

use crate::place::Place;
use crate::text;

/// Which requests are listed. It stands in the address, so that it can be linked to and the way back leads to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    #[default]
    Pending,
    Approved,
    Denied,
    Withdrawn,
    All,
}

impl Filter {
    const ALL: [Self; 5] = [Self::Pending, Self::Approved, Self::Denied, Self::Withdrawn, Self::All];

    /// From the address's `state`; pending for what is not known.
    pub fn of(word: Option<&str>) -> Self {
        Self::ALL.into_iter().find(|filter| Some(filter.word()) == word).unwrap_or_default()
    }

    fn word(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Approved => "approved",
            Self::Denied => "denied",
            Self::Withdrawn => "withdrawn",
            Self::All => "all",
        }
    }

    /// `None` for every state.
    pub fn state(self) -> Option<RequestState> {
        match self {
            Self::Pending => Some(RequestState::Pending),
            Self::Approved => Some(RequestState::Approved),
            Self::Denied => Some(RequestState::Denied),
            Self::Withdrawn => Some(RequestState::Withdrawn),
            Self::All => None,
        }
    }

    /// Whether a request in `state` is listed.
    pub fn shows(self, state: RequestState) -> bool {
        self.state().is_none_or(|wanted| wanted == state)
    }

    fn address(self) -> String {
        let path = Place::ApiRequests.path();
        if self == Self::default() { path.to_owned() } else { format!("{path}?state={}", self.word()) }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Pending => text!(admin.requests.filter.pending),
            Self::Approved => text!(admin.requests.filter.approved),
            Self::Denied => text!(admin.requests.filter.denied),
            Self::Withdrawn => text!(admin.requests.filter.withdrawn),
            Self::All => text!(admin.requests.filter.all),
        }
    }
}

#[component]
pub fn FilterLinks(filter: Signal<Filter>) -> impl IntoView {
    let link = move |choice: Filter| {
        let here = move || (filter.get() == choice).then_some("page");
        view! {
            <li>
                <a class="filter-link" href=choice.address() aria-current=here>{choice.label()}</a>
            </li>
        }
        .into_any()
    };
    view! {
        <nav class="filter" aria-label=text!(admin.requests.filter.label)>
            <ul>{Filter::ALL.into_iter().map(link).collect_view()}</ul>
        </nav>
    }
    .into_any()
}
