use std::rc::Rc;

use leptos::prelude::*;
use uuid::Uuid;
use web_sys::Event;

use super::ConnectionBanner;
use crate::live::Live;
use crate::pages::fixture::NOW;
use crate::platform::event_source::StreamNews;
use crate::platform::fake::FakeClock;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Connection banner", "Offline", offline),
        Story::new("Connection banner", "Connection lost", || on(&lost())),
    ]
}

fn offline() -> AnyView {
    let banner = on(&Live::fake(FakeClock::at(NOW).timers()));
    if let Ok(offline) = Event::new("offline") {
        _ = window().dispatch_event(&offline);
    }
    banner
}

/// A connection that breaks whenever it is made.
fn lost() -> Live {
    let live = Live::new(
        FakeClock::at(NOW).timers(),
        Rc::new(|_, tell| {
            tell(StreamNews::Lost);
            None
        }),
    );
    live.start(Uuid::nil());
    live
}

fn on(live: &Live) -> AnyView {
    provide_context(*live);
    view! { <ConnectionBanner /> }.into_any()
}
