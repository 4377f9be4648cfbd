use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{self, use_location};
use leptos_router::location::{BrowserUrl, LocationProvider};

use crate::place::{Address, Place};
use crate::platform::{focus, page, query};

type Navigate = Box<dyn Fn(&Address, NavigateOptions)>;

/// Where the reader is. While a page has unsaved changes, it stays until the reader agreed to leave.
#[derive(Clone, Copy)]
pub struct Navigation {
    shown: RwSignal<Place>,
    /// Where the router is on its way to.
    wanted: Memo<Place>,
    /// What follows the `?` of the address, as the router knows it.
    query: Memo<String>,
    /// Of the page that is shown; none if there is no such page.
    address: StoredValue<Option<Address>>,
    /// Whether the page that is shown is not the first one.
    has_moved: StoredValue<bool>,
    unsaved: RwSignal<Option<Signal<bool>>>,
    /// Whether the reader is asked.
    pub(super) asking: RwSignal<bool>,
    /// What the reader wants to do, if it is not going to another page.
    wanted_act: StoredValue<Option<Callback<()>>>,
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

/// Goes to pages of the app. The router itself would follow a text that names another host.
#[expect(clippy::disallowed_methods, reason = "an address cannot lead out of the app")]
pub(super) fn use_navigate() -> impl Fn(&Address, NavigateOptions) + Clone {
    let navigate = hooks::use_navigate();
    move |to, options| navigate(&to.to_string(), options)
}

impl Navigation {
    /// Follows the router. Needs a `Router` above.
    pub(super) fn follow_router() -> Self {
        let location = use_location();
        let path = location.pathname;
        let wanted = Memo::new(move |_| path.with(|path| Place::at(path)));
        let navigation = Self {
            shown: RwSignal::new(wanted.get_untracked()),
            wanted,
            query: location.search,
            address: StoredValue::new(Address::here()),
            has_moved: StoredValue::new(false),
            unsaved: RwSignal::new(None),
            asking: RwSignal::new(false),
            wanted_act: StoredValue::new(None),
            browser: StoredValue::new(use_context()),
            navigate: StoredValue::new_local(Box::new(use_navigate())),
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

    /// Does what ends this page, such as signing out.
    pub fn leave_by(self, act: Callback<()>) {
        self.wanted_act.set_value(Some(act));
        self.leave();
    }

    fn leave(self) {
        if self.is_dirty() {
            self.asking.set(true);
        } else {
            self.go();
        }
    }

    /// Goes where the router wants to go, or does what the reader wants to do.
    pub(super) fn go(self) {
        self.asking.set(false);
        if let Some(act) = self.wanted_act.try_update_value(Option::take).flatten() {
            act.run(());
            return;
        }
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
            if self.address.try_set_value(Address::here()).is_none() {
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
        self.wanted_act.set_value(None);
        let shown = self.address.get_value();
        if let Some(shown) = shown.filter(|shown| Address::here().as_ref() != Some(shown)) {
            // The browser's back button, which has moved already.
            let same_place = NavigateOptions { scroll: false, ..NavigateOptions::default() };
            self.navigate.with_value(|navigate| navigate(&shown, same_place));
            return;
        }
        if let (Some(browser), Ok(url)) = (self.browser.get_value(), BrowserUrl::current()) {
            browser.as_url().set(url);
        }
    }

    /// What the address of the page that is shown has under `name`, as it changes; `None` on the way to another page.
    pub(super) fn query(self, name: &str) -> Option<String> {
        let is_here = self.wanted.get() == self.shown.get_untracked();
        is_here.then(|| self.query.with(|query| query::value(query, name)))
    }

    /// Changes what the address of the page that is shown has under `name`.
    pub(super) fn set_query(self, name: &str, value: &str) {
        if untrack(|| self.query(name)).is_none_or(|now| now == value) {
            return;
        }
        let query = self.query.with_untracked(|query| query::with(query, name, value));
        self.replace(Address::new(self.shown.get_untracked(), &query, ""));
    }

    /// Takes what was chosen on the page that is shown out of its address.
    pub(super) fn forget_query(self) {
        self.replace(self.address.get_value().map(Address::without_query));
    }

    /// Changes the address of the page that is shown, without a step to go back to.
    fn replace(self, address: Option<Address>) {
        let Some(address) = address else { return };
        let in_place = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        self.navigate.with_value(|navigate| navigate(&address, in_place));
        self.address.set_value(Some(address));
    }
}
