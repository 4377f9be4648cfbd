use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Open, open, search};
use crate::support::{click, tick};

const ZONES: &str = "GET /restapi/zone/zonelist";
const DENY: &str = "POST /api/v1/admin/api-requests/{id}/deny";

#[wasm_bindgen_test]
async fn it_narrows_the_page_and_its_contents_as_one_types() {
    let Open { page, .. } = open().await;
    search(&page, "ZONE");
    tick().await;
    assert!(page.has_role("heading", ZONES));
    assert!(!page.has_role("heading", DENY));
    assert!(!page.has_role("link", "Deny a request POST"));
    assert!(page.says("1 section found"));
}

#[wasm_bindgen_test]
async fn it_looks_into_parameters_members_and_statuses_and_wants_every_word() {
    let Open { page, .. } = open().await;
    for (words, zones, deny) in
        [("isactive", true, false), ("shown to the user", false, true), ("409 deny", false, true)]
    {
        search(&page, words);
        tick().await;
        assert_eq!(page.has_role("heading", ZONES), zones, "{words}");
        assert_eq!(page.has_role("heading", DENY), deny, "{words}");
    }
}

#[wasm_bindgen_test]
async fn what_was_found_is_announced_when_the_typing_pauses() {
    let Open { page, clock } = open().await;
    let announced =
        || page.container.query_selector("[role=status]").unwrap().unwrap().text_content().unwrap();
    search(&page, "z");
    search(&page, "zone");
    clock.advance(500);
    tick().await;
    assert_eq!(announced(), "");
    clock.advance(200);
    tick().await;
    assert_eq!(announced(), "1 section found");
}

#[wasm_bindgen_test]
async fn nothing_found_offers_the_way_back() {
    let Open { page, .. } = open().await;
    search(&page, "teapot");
    tick().await;
    assert!(page.says("Nothing found for “teapot”"));
    click(&page.by_role("button", "Show everything"));
    tick().await;
    assert!(page.has_role("heading", ZONES) && page.has_role("heading", DENY));
    assert_eq!(page.by_label("Search the documentation").value(), "");
}
