use leptos::either::Either;
use leptos::prelude::*;
use leptos::tachys::reactive_graph::OwnedView;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_query_map};
use uuid::Uuid;

use super::navigation::{Navigation, use_navigate};
use super::services::provide_account;
use crate::components::{ErrorState, changing};
use crate::pages;
use crate::pages::chunk::{self, FetchedDialog, Part};
use crate::place::{Address, Place};
use crate::platform::events::on_window;
use crate::session::{SessionState, return_address, sign_in_address, use_session};
use crate::shell::{PublicFrame, Shell};

/// Whose app it is; a change takes down everything that the former account typed or saw.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reader {
    Unknown,
    Unreachable,
    Nobody,
    Account(Uuid),
}

/// Decides between the sign-in page, a public page, and the shell of whoever is signed in.
#[component]
pub(super) fn Content() -> impl IntoView {
    let session = use_session();
    let navigation = Navigation::follow_router();
    provide_context(navigation);
    on_window("beforeunload", move |event| {
        if navigation.is_dirty() {
            event.prevent_default();
        }
    });
    let reader = Memo::new(move |_| {
        session.state().with(|state| match state {
            SessionState::Unknown => Reader::Unknown,
            SessionState::Unreachable(_) => Reader::Unreachable,
            SessionState::SignedOut => Reader::Nobody,
            SessionState::SignedIn(session) => Reader::Account(session.account.id),
        })
    });
    redirect(reader);
    let place = super::use_place();
    let retry = move |()| spawn_local(session.load());
    let former = StoredValue::new(None);
    let view = move |reader: Reader| match reader {
        Reader::Unknown => view! { <pages::Starting place=place.get_untracked() /> }.into_any(),
        Reader::Unreachable => {
            let error = session.state().with_untracked(|state| match state {
                SessionState::Unreachable(error) => Some(error.clone()),
                _ => None,
            });
            let error = error.map(|error| view! { <ErrorState error on_retry=retry /> }.into_any());
            let error = error.map(|error| pages::stand_in(place.get_untracked(), error));
            view! { <PublicFrame>{error}</PublicFrame> }.into_any()
        }
        Reader::Nobody => {
            former.set_value(None);
            each_anew(place, |place| match place {
                Place::Docs => {
                    view! { <PublicFrame here=Place::Docs>{pages::at(place)}</PublicFrame> }.into_any()
                }
                _ => chunk::show(Part::Page(Place::SignIn)),
            })
        }
        Reader::Account(id) => {
            let former = former.try_update_value(|former| former.replace(id)).flatten();
            if former.is_some_and(|former| former != id) {
                navigation.forget_query();
            }
            provide_account();
            view! { <Shell>{each_anew(place, pages::at)}</Shell> }.into_any()
        }
    };
    view! {
        {each_anew(reader, view)}
        <FetchedDialog
            part=Part::Leave(navigation)
            open=navigation.asking
            give_up=move |()| navigation.stay()
        />
    }
    .into_any()
}

/// A view for each value, built from nothing: elements that were used again would keep what was typed into
/// them. What belongs to a view lives until it is off the page.
fn each_anew<T: Copy + Send + Sync + 'static>(
    value: impl Into<Signal<T>>,
    view: impl Fn(T) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let value = value.into();
    anew(move || value.track(), move || view(value.get_untracked()))
}

fn anew(track: impl Fn() + Send + 'static, view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let parent = Owner::current().unwrap_or_default();
    let mut odd = false;
    changing(move || {
        track();
        odd = !odd;
        let owner = parent.child();
        let view = untrack(|| owner.with(&view));
        let view = OwnedView::new_with_owner(view, owner);
        // Another type than the view before: that is what makes it be built from nothing.
        if odd { Either::Left(view) } else { Either::Right(view) }
    })
}

/// Sends nobody to the sign-in page and back, and gives the dashboard its one address.
fn redirect(reader: Memo<Reader>) {
    let location = use_location();
    let query = use_query_map();
    let navigate = use_navigate();
    let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
    Effect::new(move |before: Option<Reader>| {
        let path = location.pathname.get();
        let place = Place::at(&path);
        let reader = reader.get();
        let to = match reader {
            Reader::Nobody if place.is_public() => None,
            // What was chosen on the page is nothing to whoever signs in next.
            Reader::Nobody if matches!(before, Some(Reader::Account(_))) => {
                Some(sign_in_address(&place.into()))
            }
            Reader::Nobody => {
                let (search, hash) = (location.search.get_untracked(), location.hash.get_untracked());
                // The router knows before the address bar does.
                let here = Address::new(place, &search, &hash).unwrap_or(place.into());
                Some(sign_in_address(&here))
            }
            Reader::Account(_) if place == Place::SignIn => {
                Some(return_address(query.with_untracked(|query| query.get("return")).as_deref()))
            }
            Reader::Account(_) if place == Place::Dashboard && path != place.path() => Some(place.into()),
            _ => None,
        };
        if let Some(to) = to {
            navigate(&to, replace.clone());
        }
        reader
    });
}
