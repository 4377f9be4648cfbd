use latchkey::i18n::{Locale, format, set_locale};
use latchkey::text;
use latchkey_contract::Timestamp;
use wasm_bindgen_test::wasm_bindgen_test;

fn at(text: &str) -> Timestamp {
    Timestamp(text.to_owned())
}

/// Browsers differ in the kind of space before AM and PM.
fn plain(text: &str) -> String {
    text.replace(['\u{202f}', '\u{a0}'], " ")
}

#[wasm_bindgen_test]
fn an_instant_is_written_in_the_time_zone_of_the_reader() {
    let instant = at("2026-03-01T23:30:00.000Z");
    assert_eq!(plain(&format::date_time(&instant, Some("Asia/Kolkata"))), "Mar 2, 2026, 5:00 AM");
    assert_eq!(plain(&format::time(&instant, Some("UTC"))), "11:30 PM");
    assert_eq!(plain(&format::day(&instant, Some("UTC"))), "Sunday, March 1, 2026");
}

#[wasm_bindgen_test]
fn an_unknown_time_zone_is_the_browsers_own() {
    let instant = at("2026-03-01T23:30:00.000Z");
    assert_eq!(format::date_time(&instant, Some("Mars/Olympus")), format::date_time(&instant, None));
    assert_eq!(format::date_time(&instant, Some("")), format::date_time(&instant, None));
}

#[wasm_bindgen_test]
fn time_that_has_passed_is_told_in_its_largest_unit() {
    let now = 1_772_442_000_000.0;
    let ago = |minutes: f64| format::ago(&format::timestamp(now - minutes * 60_000.0), now);
    for (minutes, words) in [
        (1.0, "1 minute ago"),
        (59.9, "59 minutes ago"),
        (60.0, "1 hour ago"),
        (1_439.0, "23 hours ago"),
        (1_440.0, "1 day ago"),
        (10_000.0, "6 days ago"),
        (-5.0, "0 minutes ago"),
    ] {
        assert_eq!(ago(minutes), words, "{minutes}");
    }
    assert_eq!(format::ago(&at("some day"), now), "some day");
}

#[wasm_bindgen_test]
fn what_is_no_instant_stays_as_it_is() {
    assert_eq!(format::date_time(&at("yesterday"), None), "yesterday");
}

#[wasm_bindgen_test]
fn countries_and_time_zones_come_from_the_browser() {
    assert_eq!(format::country("DE"), "Germany");
    assert_eq!(format::countries(["SE", "AX", "DE"].into_iter())[0].0, "AX", "Åland stands with A");
    assert!(format::time_zones().iter().any(|zone| zone == "Europe/Berlin"));
}

#[wasm_bindgen_test]
fn the_pseudo_locale_is_longer_and_keeps_what_is_put_in() {
    let english = text!(common.copied_what, what = "{{ API }}");
    set_locale(Locale::en_XA);
    let pseudo = text!(common.copied_what, what = "{{ API }}");
    set_locale(Locale::en);
    assert!(pseudo.starts_with('[') && pseudo.ends_with(']'), "{pseudo}");
    assert!(pseudo.contains("{{ API }}"), "{pseudo}");
    assert!(pseudo.chars().count() * 10 >= english.chars().count() * 12, "{pseudo}");
    assert!(!pseudo.contains("copied"), "{pseudo}");
}

#[wasm_bindgen_test]
fn numbers_have_their_thousands_set_apart() {
    assert_eq!([0, 999, 1_234_567].map(format::number), ["0", "999", "1,234,567"]);
}
