use latchkey::session::{return_path, sign_in_address};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn only_this_origin_is_returned_to() {
    for asked in [
        "https://evil.example/",
        "//evil.example/x",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/sign-in?return=%2Fsign-in",
        "",
    ] {
        assert_eq!(return_path(Some(asked)), "/dashboard", "{asked}");
    }
    assert_eq!(return_path(None), "/dashboard");
    assert_eq!(return_path(Some("/company/profile/api-info?x=1#y")), "/company/profile/api-info?x=1#y");
}

#[wasm_bindgen_test]
fn the_address_of_the_sign_in_page_leads_back() {
    assert_eq!(sign_in_address("/dashboard"), "/sign-in");
    assert_eq!(sign_in_address("/"), "/sign-in");
    assert_eq!(sign_in_address("/company/activity?a=b"), "/sign-in?return=%2Fcompany%2Factivity%3Fa%3Db");
}
