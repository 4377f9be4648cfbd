use std::cell::Cell;
use std::rc::Rc;

use latchkey::platform::clipboard::{Clipboard, CopyOutcome};
use latchkey::platform::fake::FakeClipboard;
use latchkey_contract::PlainSecret;
use leptos::prelude::Owner;
use wasm_bindgen_test::wasm_bindgen_test;

fn secret() -> PlainSecret {
    "lks_canary".to_owned().into()
}

#[wasm_bindgen_test]
async fn a_refusal_is_told_from_a_clipboard_that_is_not_there() {
    let owner = Owner::new();
    for outcome in [CopyOutcome::Done, CopyOutcome::Refused, CopyOutcome::Unavailable] {
        let clipboard = owner.with(|| FakeClipboard::that(outcome).clipboard());
        assert_eq!(clipboard.copy_promise(async { Ok::<_, ()>(secret()) }).await, Ok(outcome));
        assert_eq!(clipboard.copy_text("text").await, outcome);
    }
}

#[wasm_bindgen_test]
async fn without_a_clipboard_the_secret_is_not_even_fetched() {
    let owner = Owner::new();
    let clipboard = owner.with(|| FakeClipboard::that(CopyOutcome::Unavailable).clipboard());
    let fetched = Rc::new(Cell::new(false));
    let fetching = Rc::clone(&fetched);
    let copied = clipboard.copy_promise(async move {
        fetching.set(true);
        Ok::<_, ()>(secret())
    });
    assert_eq!(copied.await, Ok(CopyOutcome::Unavailable));
    assert!(!fetched.get());
}

#[wasm_bindgen_test]
async fn the_browsers_own_hands_the_fetchs_error_through() {
    let owner = Owner::new();
    let clipboard = owner.with(Clipboard::browser);
    // Without a click the browser refuses, whatever the fetch does; what went wrong first is what is told.
    let copied = clipboard.copy_promise(async { Err::<PlainSecret, _>("no answer") }).await;
    assert_eq!(copied, Err("no answer"));
}
