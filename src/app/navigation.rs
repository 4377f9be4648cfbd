use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::{BrowserUrl, LocationProvider};

use crate::place::Place;
use crate::platform::{focus, page};

type Navigate = Box<dyn Fn(&str)>;

/// Where the reader is. While a page has unsaved changes, it stays until the reader agreed to leave.
#[derive(Clone, Copy)]
pub struct Navigation {
    shown: RwSignal<Place>,
    /// Where the router is on its way to.
    wanted: Memo<Place>,
    /// Of the page that is shown: path, query and fragment.
    address: StoredValue<String>,
    /// Whether the page that is shown is not the first one.
    has_moved: StoredValue<bool>,
    unsaved: RwSignal<Option<Signal<bool>>>,
    /// Whether the reader is asked.
    pub(super) asking: RwSignal<bool>,
    browser: StoredValue<Option<BrowserUrl>>,
    navigate: StoredValue<Navigate, LocalStorage>,
}

/// Where the reader is, as it changes.
pub fn use_place() -> Signal<Place> {
    match use_context::<Navigation>() {
        Some(navigation) => navigation.shown.into(),
        None => Signal::derive(|| Place::at(&page::address())),
    }
}

impl Navigation {
    /// Follows the router. Needs a `Router` above.
    pub(super) fn follow_router() -> Self {
        let path = use_location().pathname;
        let wanted = Memo::new(move |_| path.with(|path| Place::at(path)));
        let navigate = use_navigate();
        let same_place = NavigateOptions { scroll: false, ..NavigateOptions::default() };
        let navigation = Self {
            shown: RwSignal::new(wanted.get_untracked()),
            wanted,
            address: StoredValue::new(page::address()),
            has_moved: StoredValue::new(false),
            unsaved: RwSignal::new(None),
            asking: RwSignal::new(false),
            browser: StoredValue::new(use_context()),
            navigate: StoredValue::new_local(Box::new(move |address| navigate(address, same_place.clone()))),
        };
        Effect::new(move |first: Option<()>| {
            if first.is_some() && wanted.get() != navigation.shown.get_untracked() {
                navigation.leave();
            } else {
                wanted.track();
            }
        });
        navigation
    }

    /// Asks before this page is left, while `dirty` is true and the current owner lives.
    pub fn guard(self, dirty: Signal<bool>) {
        self.unsaved.set(Some(dirty));
        on_cleanup(move || _ = self.unsaved.try_set(None));
    }

    /// Whether leaving now would lose something.
    pub fn is_dirty(self) -> bool {
        untrack(|| self.unsaved.get().is_some_and(|dirty| dirty.get()))
    }

    fn leave(self) {
        if self.is_dirty() {
            self.asking.set(true);
        } else {
            self.go();
        }
    }

    /// Goes where the router wants to go.
    pub(super) fn go(self) {
        self.asking.set(false);
        self.browser.with_value(|browser| {
            if let Some(browser) = browser {
                browser.ready_to_complete();
            }
        });
        self.unsaved.set(None);
        self.has_moved.set_value(true);
        let wanted = self.wanted.get_untracked();
        self.shown.maybe_update(|shown| std::mem::replace(shown, wanted) != wanted);
        request_animation_frame(move || {
            if self.address.try_set_value(page::address()).is_none() {
                focus::on_heading();
            }
        });
    }

    /// Says that what the page waited for is there: whoever went to it is on its heading from now on.
    pub(crate) fn arrived(self) {
        if self.has_moved.get_value() {
            request_animation_frame(focus::on_heading);
        }
    }

    /// Puts the address back to the page that is still shown.
    pub(super) fn stay(self) {
        self.asking.set(false);
        let here = self.address.get_value();
        if page::address() != here {
            // The browser's back button, which has moved already.
            self.navigate.with_value(|navigate| navigate(&here));
            return;
        }
        if let (Some(browser), Ok(url)) = (self.browser.get_value(), BrowserUrl::current()) {
            browser.as_url().set(url);
        }
    }
}
