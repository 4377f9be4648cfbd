#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::{ErrorState, changing};
use crate::api::ApiError;
use crate::platform::focus;

/// Something that comes from the server.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Load<T> {
    #[default]
    Loading,
    Failed(ApiError),
    Ready(T),
}

impl<T> Load<T> {
    pub fn ready(&self) -> Option<&T> {
        match self {
            Self::Ready(value) => Some(value),
            Self::Loading | Self::Failed(_) => None,
        }
    }
}

impl<T> From<Result<T, ApiError>> for Load<T> {
    fn from(answer: Result<T, ApiError>) -> Self {
        answer.map_or_else(Self::Failed, Self::Ready)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Loading,
    Failed,
    Empty,
    Ready,
}

/// Shows what comes from the server, and cannot be built without saying what is shown while it loads, when there is
/// nothing and when it fails.
///
/// `ready` is called once and gets a signal: a newer value changes what it must and leaves the focus where it is.
///
/// ```ignore
/// <Loaded
///     state=reading.state()
///     loading={|| view! { <Skeleton lines=4 /> }}
///     is_empty={Vec::is_empty}
///     empty={|| view! { <EmptyState title=text!(activity.none) /> }}
///     on_retry={move |()| reading.again()}
///     ready={|entries: Signal<Vec<Entry>>| view! { <Entries entries /> }.into_any()}
/// />
/// ```
#[component]
pub fn Loaded<T>(
    #[prop(into)] state: Signal<Load<T>>,
    /// Usually a `Skeleton` of the shape that will appear.
    #[prop(into)]
    loading: ViewFn,
    /// When there is nothing to show; `|_| false` for what is always something.
    is_empty: fn(&T) -> bool,
    #[prop(into)] empty: ViewFn,
    #[prop(into)] on_retry: Callback<()>,
    #[prop(into)] ready: Callback<Signal<T>, AnyView>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let shown = Memo::new(move |_| {
        state.with(|state| match state {
            Load::Loading => Shown::Loading,
            Load::Failed(_) => Shown::Failed,
            Load::Ready(value) if is_empty(value) => Shown::Empty,
            Load::Ready(_) => Shown::Ready,
        })
    });
    let failure = move || {
        state.with(|state| match state {
            Load::Failed(error) => Some(error.clone()),
            Load::Loading | Load::Ready(_) => None,
        })
    };
    let view = changing(move || {
        // "Try again", or the last row of a list, may take the focus with it.
        focus::rescue();
        match shown.get() {
            Shown::Loading => loading.run(),
            Shown::Empty => empty.run(),
            Shown::Failed => {
                (move || failure().map(|error| view! { <ErrorState error on_retry /> })).into_any()
            }
            Shown::Ready => latest(state).map(|value| ready.run(value)).into_any(),
        }
    });
    view! { <div class="loaded" aria-busy=move || (shown.get() == Shown::Loading).then_some("true")>{view}</div> }.into_any()
}

/// The value as it changes; while another one loads, the last there was. `None` if there never was any.
fn latest<T: Clone + PartialEq + Send + Sync + 'static>(state: Signal<Load<T>>) -> Option<Signal<T>> {
    let first = state.with_untracked(|state| state.ready().cloned())?;
    let value = RwSignal::new(first);
    Effect::new(move || {
        state.with(|state| {
            if let Some(newer) = state.ready() {
                value.maybe_update(|value| {
                    let changed = value != newer;
                    if changed {
                        value.clone_from(newer);
                    }
                    changed
                });
            }
        });
    });
    Some(value.into())
}
