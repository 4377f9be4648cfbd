use latchkey::pages::activity::days::by_day;
use latchkey::pages::activity::fixture::activity;
use latchkey::pages::fixture::NOW;
use latchkey_contract::activity::Act;
use wasm_bindgen_test::wasm_bindgen_test;

fn names(instants: &[&str], zone: &str) -> Vec<(String, usize)> {
    let items: Vec<_> =
        instants.iter().zip(1..).map(|(at, id)| activity(id, at, Act::SignedIn, "Uma Userton")).collect();
    by_day(&items, Some(zone), NOW).into_iter().map(|day| (day.name, day.entries.len())).collect()
}

#[wasm_bindgen_test]
fn the_last_two_days_go_by_their_everyday_names() {
    let instants = [
        "2026-03-02T08:00:00.000Z",
        "2026-03-02T07:00:00.000Z",
        "2026-03-01T12:00:00.000Z",
        "2026-02-20T12:00:00.000Z",
    ];
    let expected = [("Today", 2), ("Yesterday", 1), ("Friday, February 20, 2026", 1)];
    assert_eq!(names(&instants, "UTC"), expected.map(|(name, count)| (name.to_owned(), count)));
}

#[wasm_bindgen_test]
fn a_day_begins_when_it_begins_for_the_reader() {
    let instants = ["2026-03-01T23:30:00.000Z"];
    assert_eq!(names(&instants, "UTC")[0].0, "Yesterday");
    assert_eq!(names(&instants, "Europe/Berlin")[0].0, "Today");
}
