//! Two tabs of one browser. Here both are this page, which locks and channels do not mind.

use std::cell::RefCell;
use std::rc::Rc;

use latchkey::live::{Connection, Leader, Message, Said};
use latchkey::platform::event_source::StreamNews;
use latchkey::platform::fake::FakeClock;
use latchkey_contract::event::LiveEvent;
use leptos::prelude::Owner;
use uuid::Uuid;
use wasm_bindgen_test::wasm_bindgen_test;

use super::wire::Wires;
use crate::support::{frame, until};

struct Tab {
    leader: Rc<Leader>,
    said: Rc<RefCell<Vec<Said>>>,
}

struct Browser {
    account: Uuid,
    clock: FakeClock,
    wires: Wires,
    owner: Owner,
}

impl Browser {
    fn new() -> Self {
        let account =
            Uuid::from_u128(u128::from_str_radix(&latchkey::platform::random::token(), 16).unwrap());
        Self { account, clock: FakeClock::default(), wires: Wires::default(), owner: Owner::new() }
    }

    fn tab(&self) -> Tab {
        self.tab_of(self.account)
    }

    fn tab_of(&self, account: Uuid) -> Tab {
        let said = Rc::new(RefCell::new(Vec::new()));
        let hear = Rc::clone(&said);
        let timers = self.owner.with(|| self.clock.timers());
        let leader =
            Leader::start(account, timers, self.wires.opener(), move |it| hear.borrow_mut().push(it));
        Tab { leader, said }
    }
}

impl Tab {
    fn heard(&self, what: &Said) -> bool {
        self.said.borrow().contains(what)
    }
}

#[wasm_bindgen_test]
async fn two_tabs_share_one_stream() {
    let browser = Browser::new();
    let first = browser.tab();
    until("the first leads", || first.leader.leads()).await;
    let second = browser.tab();
    browser.wires.tell(StreamNews::Opened);
    browser.wires.event("5", r#"{"kind":"activity_added"}"#);
    let news = Said::Event(LiveEvent::ActivityAdded);
    until("the second hears it too", || second.heard(&news)).await;
    assert!(first.heard(&news));
    assert!(second.heard(&Said::Connection(Connection::Open)));
    assert!(!second.leader.leads());
    assert_eq!(browser.wires.open(), 1);
}

#[wasm_bindgen_test]
async fn when_the_leading_tab_is_closed_the_next_resumes_where_it_was() {
    let browser = Browser::new();
    let first = browser.tab();
    until("the first leads", || first.leader.leads()).await;
    let second = browser.tab();
    browser.wires.tell(StreamNews::Opened);
    browser.wires.event("77", r#"{"kind":"activity_added"}"#);
    until("the second hears it", || second.heard(&Said::Event(LiveEvent::ActivityAdded))).await;
    drop(first);
    until("the second leads", || second.leader.leads()).await;
    assert_eq!(browser.wires.open(), 1);
    assert_eq!(browser.wires.addresses().last().unwrap(), "/api/v1/events?after=77");
}

#[wasm_bindgen_test]
async fn a_tab_that_gives_up_waiting_never_leads() {
    let browser = Browser::new();
    let first = browser.tab();
    until("the first leads", || first.leader.leads()).await;
    drop(browser.tab());
    let third = browser.tab();
    drop(first);
    until("the third leads", || third.leader.leads()).await;
    assert_eq!(browser.wires.open(), 1);
}

#[wasm_bindgen_test]
async fn a_late_tab_learns_how_the_connection_is() {
    let browser = Browser::new();
    let first = browser.tab();
    until("the first leads", || first.leader.leads()).await;
    browser.wires.tell(StreamNews::Opened);
    let late = browser.tab();
    until("it is told", || late.heard(&Said::Connection(Connection::Open))).await;
}

#[wasm_bindgen_test]
async fn another_accounts_tab_hears_only_who_is_signed_in() {
    let browser = Browser::new();
    let mine = browser.tab();
    until("it leads", || mine.leader.leads()).await;
    let other = browser.tab_of(Uuid::from_u128(99));
    browser.wires.event("5", r#"{"kind":"activity_added"}"#);
    mine.leader.say(&Message::Account { account: Some(browser.account) });
    until("the account", || other.heard(&Said::Account(Some(browser.account)))).await;
    frame().await;
    assert!(!other.heard(&Said::Event(LiveEvent::ActivityAdded)));
}
