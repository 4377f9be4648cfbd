use latchkey::platform::query;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_value_is_read_as_it_was_written() {
    for value in ["web 1", "100%", "%41", "a&b=c", "größe", "+"] {
        let address = query::with("", "search", value);
        assert_eq!(query::value(address.trim_start_matches('?'), "search"), value, "{address}");
    }
    assert_eq!(query::value("sort=state", "search"), "");
}

#[wasm_bindgen_test]
fn a_change_leaves_the_rest_as_it_is() {
    assert_eq!(query::with("sort=state&search=a", "search", "b"), "?sort=state&search=b");
    assert_eq!(query::with("sort=state&search=a", "search", ""), "?sort=state");
    assert_eq!(query::with("search=a", "search", ""), "");
}
