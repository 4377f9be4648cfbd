use latchkey::components::{AlertKind, Notice, NoticeBoard, Notices, use_notices};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

use crate::support::{Mounted, click, mount, tick};

fn page() -> (Mounted, NoticeBoard) {
    let (tell, told) = std::sync::mpsc::channel();
    let page = mount(move || {
        tell.send(use_notices()).unwrap();
        view! { <Notices /> }.into_any()
    });
    (page, told.recv().unwrap())
}

#[wasm_bindgen_test]
async fn one_with_a_link_stays_until_it_is_dismissed() {
    let (page, board) = page();
    board.show(Notice::new(AlertKind::Success, "API access approved.").link("See your credentials", "#x"));
    tick().await;
    page.clock.advance(600_000);
    tick().await;
    assert!(page.has_role("link", "See your credentials"));
    click(&page.by_role("button", "Dismiss"));
    tick().await;
    assert!(!page.has_role("link", "See your credentials"));
}

#[wasm_bindgen_test]
async fn a_brief_one_waits_while_it_is_pointed_at() {
    let (page, board) = page();
    board.show(Notice::brief(AlertKind::Success, "Profile saved."));
    tick().await;
    let list = page.container.query_selector("section ol").unwrap().unwrap();
    list.dispatch_event(&Event::new("pointerenter").unwrap()).unwrap();
    page.clock.advance(60_000);
    tick().await;
    assert!(page.has_role("button", "Dismiss"));
    list.dispatch_event(&Event::new("pointerleave").unwrap()).unwrap();
    page.clock.advance(8_000);
    tick().await;
    assert!(!page.has_role("button", "Dismiss"));
}

#[wasm_bindgen_test]
async fn it_is_read_out() {
    let (page, board) = page();
    board.show(Notice::new(AlertKind::Info, "Your profile was changed in another window."));
    tick().await;
    let status = page.container.query_selector("[role=status]").unwrap().unwrap();
    assert_eq!(status.text_content().unwrap(), "Your profile was changed in another window.");
}
