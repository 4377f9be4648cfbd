use std::cell::RefCell;
use std::rc::Rc;

use latchkey::live::{Connection, Live};
use latchkey::platform::event_source::StreamNews;
use latchkey::platform::fake::FakeClock;
use latchkey_contract::event::LiveEvent;
use leptos::prelude::*;
use uuid::Uuid;
use wasm_bindgen_test::wasm_bindgen_test;

use super::wire::Wires;
use crate::support::until;

struct Heard {
    live: Live,
    clock: FakeClock,
    wires: Wires,
    events: Rc<RefCell<Vec<LiveEvent>>>,
    _owner: Owner,
}

/// Listens for an account of its own, so that no other test holds its lock.
async fn listen() -> Heard {
    let (owner, clock, wires) = (Owner::new(), FakeClock::default(), Wires::default());
    let events = Rc::new(RefCell::new(Vec::new()));
    let live = owner.with(|| {
        let live = Live::new(clock.timers(), wires.opener());
        let heard = Rc::clone(&events);
        live.on_event(move |event| heard.borrow_mut().push(event.clone()));
        live
    });
    live.start(fresh_account());
    until("the lock", || wires.open() == 1).await;
    Heard { live, clock, wires, events, _owner: owner }
}

fn fresh_account() -> Uuid {
    Uuid::from_u128(u128::from_str_radix(&latchkey::platform::random::token(), 16).unwrap())
}

#[wasm_bindgen_test]
async fn events_reach_their_readers_and_unknown_ones_do_no_harm() {
    let heard = listen().await;
    heard.wires.tell(StreamNews::Opened);
    heard.wires.event("1", r#"{"kind":"credentials_changed"}"#);
    heard.wires.event("2", r#"{"kind":"of_a_newer_backend","more":1}"#);
    heard.wires.event("3", "not json");
    assert_eq!(
        *heard.events.borrow(),
        // What happened before the stream was open was told to nobody: read again.
        [LiveEvent::Reset, LiveEvent::CredentialsChanged, LiveEvent::Unknown, LiveEvent::Unknown]
    );
    assert_eq!(heard.live.connection().get_untracked(), Connection::Open);
}

#[wasm_bindgen_test]
async fn a_broken_stream_is_opened_again_where_it_was_and_ever_more_slowly() {
    let heard = listen().await;
    heard.wires.tell(StreamNews::Opened);
    heard.wires.event("41", r#"{"kind":"profile_changed"}"#);
    heard.wires.tell(StreamNews::Lost);
    assert_eq!(heard.live.connection().get_untracked(), Connection::Lost);
    for (attempt, seconds) in [1, 2, 5, 10, 30, 30].into_iter().enumerate() {
        heard.clock.advance(seconds * 1_000 - 1);
        assert_eq!(heard.wires.addresses().len(), attempt + 1);
        heard.clock.advance(1);
        assert_eq!(heard.wires.addresses().len(), attempt + 2);
        heard.wires.tell(StreamNews::Lost);
    }
    assert_eq!(heard.wires.addresses()[0], "/api/v1/events");
    assert_eq!(heard.wires.addresses()[1], "/api/v1/events?after=41");
    heard.clock.advance(30_000);
    heard.wires.tell(StreamNews::Opened);
    assert_eq!(heard.live.connection().get_untracked(), Connection::Open);
    assert_eq!(*heard.events.borrow(), [LiveEvent::Reset, LiveEvent::ProfileChanged], "nothing was missed");
}

#[wasm_bindgen_test]
async fn opens_again_after_the_token_of_the_session_has_changed() {
    let heard = listen().await;
    heard.wires.tell(StreamNews::Opened);
    heard.wires.event("41", r#"{"kind":"profile_changed"}"#);
    heard.wires.event("", r#"{"kind":"session_ended"}"#);
    heard.wires.tell(StreamNews::Lost);
    heard.clock.advance(1_000);
    assert_eq!(heard.wires.addresses().last().unwrap(), "/api/v1/events?after=41");
    heard.wires.tell(StreamNews::Opened);
    assert_eq!(heard.live.connection().get_untracked(), Connection::Open);
}

#[wasm_bindgen_test]
async fn tells_each_time_it_cannot_be_opened() {
    let heard = listen().await;
    let told = Rc::new(RefCell::new(0));
    let count = Rc::clone(&told);
    heard.live.on_broken(move || *count.borrow_mut() += 1);
    for times in 1..=3 {
        // Refused, for all the page can tell: the stream's session may have ended while nobody could be reached.
        heard.wires.tell(StreamNews::Lost);
        assert_eq!(*told.borrow(), times);
        heard.clock.advance(30_000);
    }
}

#[wasm_bindgen_test]
async fn who_does_not_want_to_wait_need_not() {
    let heard = listen().await;
    heard.wires.tell(StreamNews::Lost);
    heard.live.retry_now();
    assert_eq!(heard.wires.addresses().len(), 2);
    heard.clock.advance(60_000);
    assert_eq!(heard.wires.addresses().len(), 2, "the attempt that was planned is not made as well");
}

#[wasm_bindgen_test]
async fn stopping_closes_the_stream_for_good() {
    let heard = listen().await;
    heard.wires.tell(StreamNews::Lost);
    heard.live.stop();
    heard.clock.advance(60_000);
    assert_eq!(heard.wires.addresses().len(), 1);
    assert_eq!(heard.wires.open(), 0);
    assert_eq!(heard.live.connection().get_untracked(), Connection::Idle);
}

#[wasm_bindgen_test]
async fn a_reader_that_is_gone_hears_nothing() {
    let heard = listen().await;
    let count = Rc::new(RefCell::new(0));
    let reader = Owner::new();
    reader.with(|| {
        let count = Rc::clone(&count);
        heard.live.on_event(move |_| *count.borrow_mut() += 1);
    });
    heard.live.emit(&LiveEvent::ActivityAdded);
    reader.cleanup();
    heard.live.emit(&LiveEvent::ActivityAdded);
    assert_eq!(*count.borrow(), 1);
}
