//! A list that the backend gives page by page: read, kept true, and made longer when the reader asks for more.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use latchkey_contract::Page;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::ApiError;
use crate::components::{Load, LoadMore};
use crate::platform::Handle;

type Fetch<T> = dyn Fn(Option<String>) -> Pin<Box<dyn Future<Output = Result<Page<T>, ApiError>>>>;

/// A list that is being read. Lives as long as the owner it was made under.
pub struct Listing<T: Send + Sync + 'static> {
    fetch: Handle<Fetch<T>>,
    items: RwSignal<Load<Vec<T>>>,
    next: RwSignal<Option<String>>,
    failure: RwSignal<Option<ApiError>>,
    growing: RwSignal<bool>,
    reading: StoredValue<bool>,
    turn: StoredValue<u32>,
}

impl<T: Clone + Send + Sync + 'static> Listing<T> {
    /// `fetch` reads the page behind a cursor, the first one without. Nothing is read before [`Listing::again`] is called.
    pub fn idle<F>(fetch: impl Fn(Option<String>) -> F + 'static) -> Self
    where
        F: Future<Output = Result<Page<T>, ApiError>> + 'static,
    {
        Self {
            fetch: Handle::new(Rc::new(move |cursor| Box::pin(fetch(cursor)) as Pin<Box<_>>)),
            items: RwSignal::new(Load::Loading),
            next: RwSignal::new(None),
            failure: RwSignal::new(None),
            growing: RwSignal::new(false),
            reading: StoredValue::new(false),
            turn: StoredValue::new(0),
        }
    }

    pub fn items(self) -> Signal<Load<Vec<T>>> {
        self.items.into()
    }

    /// How many are shown.
    pub fn len(self) -> Signal<usize> {
        Signal::derive(move || self.count())
    }

    /// Whether the backend has more than what is shown.
    pub fn has_more(self) -> Signal<bool> {
        Signal::derive(move || self.next.with(Option::is_some))
    }

    /// Whether the next page is on its way.
    pub fn growing(self) -> Signal<bool> {
        self.growing.into()
    }

    /// Why the latest attempt to read failed, while an older answer is shown.
    pub fn failure(self) -> Signal<Option<ApiError>> {
        self.failure.into()
    }

    /// Reads anew what is shown, as many pages as that takes. It stays until the answer is complete.
    pub fn again(self) {
        let Some(turn) = self.next_turn() else { return };
        if self.items.with_untracked(|items| matches!(items, Load::Failed(_))) {
            self.items.set(Load::Loading);
        }
        self.reading.set_value(true);
        let wanted = untrack(|| self.count());
        spawn_local(async move {
            let answer = self.read(wanted).await;
            if self.turn.try_get_value() == Some(turn) {
                self.reading.set_value(false);
                self.take(answer);
            }
        });
    }

    /// Forgets what is shown and reads from the start: something else is wanted now.
    pub fn start_over(self) {
        self.items.set(Load::Loading);
        self.next.set(None);
        self.failure.set(None);
        self.again();
    }

    /// Reads the next page.
    pub fn more(self) {
        let (Some(fetch), Some(turn)) = (self.fetch.get(), self.turn.try_get_value()) else { return };
        let cursor = self.next.get_untracked();
        if cursor.is_none() || self.growing.get_untracked() {
            return;
        }
        self.growing.set(true);
        spawn_local(async move {
            let answer = fetch(cursor).await;
            self.growing.try_set(false);
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            match answer {
                Ok(page) => {
                    self.failure.set(None);
                    self.next.set(page.next);
                    self.change_ready(|items| items.extend(page.items));
                }
                Err(error) => self.failure.set(Some(error)),
            }
        });
    }

    /// Changes what is shown by what an act answered with. An answer that is older than that is read anew.
    pub fn change(self, act: impl FnOnce(&mut Vec<T>)) {
        self.change_ready(act);
        if self.reading.try_get_value() == Some(true) {
            self.again();
        }
    }

    fn change_ready(self, act: impl FnOnce(&mut Vec<T>)) {
        self.items.try_update(|items| {
            if let Load::Ready(items) = items {
                act(items);
            }
        });
    }

    async fn read(self, wanted: usize) -> Result<Page<T>, ApiError> {
        let mut items = Vec::new();
        let mut next = None;
        loop {
            let Some(fetch) = self.fetch.get() else { return Err(ApiError::Offline) };
            let page = fetch(next).await?;
            items.extend(page.items);
            next = page.next;
            if next.is_none() || items.len() >= wanted {
                return Ok(Page { items, next });
            }
        }
    }

    fn take(self, answer: Result<Page<T>, ApiError>) {
        match answer {
            Ok(page) => {
                self.failure.set(None);
                self.next.set(page.next);
                self.items.set(Load::Ready(page.items));
            }
            Err(error) if self.items.with_untracked(|items| items.ready().is_some()) => {
                self.failure.set(Some(error));
            }
            Err(error) => self.items.set(Load::Failed(error)),
        }
    }

    fn count(self) -> usize {
        self.items.with(|items| items.ready().map_or(0, Vec::len))
    }

    fn next_turn(self) -> Option<u32> {
        self.turn.try_update_value(|turn| {
            *turn = turn.wrapping_add(1);
            *turn
        })
    }
}

/// One item of a list as it changes. A row that is on its way out keeps what it showed. `None` if it is not in the list.
pub fn followed<T: Clone + PartialEq + Send + Sync + 'static>(
    items: Signal<Vec<T>>,
    is_it: impl Fn(&T) -> bool + Send + Sync + 'static,
) -> Option<Memo<T>> {
    let first = items.with_untracked(|items| items.iter().find(|it| is_it(it)).cloned())?;
    Some(Memo::new(move |before: Option<&T>| {
        let now = items.with(|items| items.iter().find(|it| is_it(it)).cloned());
        now.or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
    }))
}

/// How much of a list is shown, and the button that brings more.
pub fn load_more<T: Clone + Send + Sync + 'static>(list: Listing<T>) -> AnyView {
    view! {
        <LoadMore
            shown=list.len()
            more=list.has_more()
            busy=list.growing()
            on_more=move |()| list.more()
        />
    }
    .into_any()
}

impl<T: Send + Sync + 'static> Clone for Listing<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Listing<T> {}
