//! Reading something from the backend for a page: loading, there, or failed; read again without losing what
//! is there.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::ApiError;
use crate::components::Load;
use crate::platform::Handle;

type Fetch<T> = dyn Fn() -> Pin<Box<dyn Future<Output = Result<T, ApiError>>>>;

/// Something read from the backend. Made with [`read`].
pub struct Reading<T: Send + Sync + 'static> {
    fetch: Handle<Fetch<T>>,
    state: RwSignal<Load<T>>,
    failure: RwSignal<Option<ApiError>>,
    busy: RwSignal<bool>,
    latest: StoredValue<u32>,
}

/// Starts to read. Lives as long as the current owner.
pub fn read<T, F>(fetch: impl Fn() -> F + 'static) -> Reading<T>
where
    T: Clone + Send + Sync + 'static,
    F: Future<Output = Result<T, ApiError>> + 'static,
{
    let reading = Reading::idle(fetch);
    reading.again();
    reading
}

impl<T: Clone + Send + Sync + 'static> Reading<T> {
    /// Reads nothing before [`Reading::again`] is called.
    pub fn idle<F>(fetch: impl Fn() -> F + 'static) -> Self
    where
        F: Future<Output = Result<T, ApiError>> + 'static,
    {
        Self {
            fetch: Handle::new(Rc::new(move || Box::pin(fetch()) as Pin<Box<_>>)),
            state: RwSignal::new(Load::Loading),
            failure: RwSignal::new(None),
            busy: RwSignal::new(false),
            latest: StoredValue::new(0),
        }
    }

    pub fn state(self) -> Signal<Load<T>> {
        self.state.into()
    }

    pub fn value(self) -> Option<T> {
        self.state.with(|state| state.ready().cloned())
    }

    /// The same, without following it; `None` too where its owner is gone.
    pub fn try_value(self) -> Option<T> {
        self.state.try_with_untracked(|state| state.ready().cloned()).flatten()
    }

    /// Whether an answer is on its way.
    pub fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Why the latest attempt to read again failed. What was read before stays in [`Reading::state`].
    pub fn failure(self) -> Signal<Option<ApiError>> {
        self.failure.into()
    }

    /// Reads again. What is there stays until the answer comes; an older answer that comes later is dropped.
    pub fn again(self) {
        let (Some(fetch), Some(turn)) = (self.fetch.get(), self.next_turn()) else { return };
        if self.state.with_untracked(|state| matches!(state, Load::Failed(_))) {
            self.state.set(Load::Loading);
        }
        self.busy.set(true);
        spawn_local(async move {
            let answer = fetch().await;
            if self.latest.try_get_value() == Some(turn) {
                self.take(answer);
            }
        });
    }

    /// Shows what an act answered with, which is newer than anything still being read.
    pub fn put(self, value: T) {
        if self.next_turn().is_some() {
            self.take(Ok(value));
        }
    }

    fn next_turn(self) -> Option<u32> {
        self.latest.try_update_value(|turn| {
            *turn = turn.wrapping_add(1);
            *turn
        })
    }

    fn take(self, answer: Result<T, ApiError>) {
        self.busy.set(false);
        match answer {
            Ok(value) => {
                self.failure.set(None);
                self.state.set(Load::Ready(value));
            }
            Err(error) if self.state.with_untracked(|state| state.ready().is_some()) => {
                self.failure.set(Some(error));
            }
            Err(error) => self.state.set(Load::Failed(error)),
        }
    }
}

impl<T: Send + Sync + 'static> Clone for Reading<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Reading<T> {}
