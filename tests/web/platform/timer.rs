use std::cell::Cell;
use std::rc::Rc;

use latchkey::platform::fake::FakeClock;
use latchkey::platform::timer::Timers;
use leptos::prelude::Owner;
use wasm_bindgen_test::wasm_bindgen_test;

fn counter() -> (Rc<Cell<u32>>, impl Fn() + Clone + 'static) {
    let count = Rc::new(Cell::new(0));
    let add = Rc::clone(&count);
    (count, move || add.set(add.get() + 1))
}

#[wasm_bindgen_test]
fn the_fake_clock_calls_in_order_and_in_time() {
    Owner::new().with(|| {
        let clock = FakeClock::default();
        let timers = clock.timers();
        let (count, add) = counter();
        timers.after(2_000, add.clone());
        let every = timers.every(500, add.clone());
        timers.after(100, add).cancel();
        clock.advance(499);
        assert_eq!(count.get(), 0);
        clock.advance(1);
        assert_eq!(count.get(), 1);
        clock.advance(1_500);
        assert_eq!(count.get(), 5);
        every.cancel();
        clock.advance(60_000);
        assert_eq!(count.get(), 5);
        assert_eq!(clock.pending(), 0);
    });
}

#[wasm_bindgen_test]
async fn the_browsers_clock_calls_too() {
    let owner = Owner::new();
    let timers = owner.with(Timers::browser);
    let before = timers.now();
    let (count, add) = counter();
    timers.after(0, add.clone());
    timers.after(0, add).cancel();
    timers.sleep(20).await;
    assert_eq!(count.get(), 1);
    assert!(timers.now() > before);
}
