use latchkey::api::{ApiError, Response};
use latchkey_contract::ProblemKind;
use wasm_bindgen_test::wasm_bindgen_test;

fn error_of(status: u16, body: &str) -> ApiError {
    ApiError::of(&Response { status, body: body.to_owned() })
}

#[wasm_bindgen_test]
fn a_problem_document_is_read() {
    let error = error_of(
        422,
        r#"{"type":"urn:latchkey:problem:invalid-fields","title":"t","status":422,"detail":"d","request_id":"r-1",
            "errors":[{"field":"city","code":"required"}]}"#,
    );
    assert_eq!(error.kind(), Some(ProblemKind::InvalidFields));
    assert_eq!(error.field_errors()[0].field, "city");
    assert_eq!(error.request_id(), Some("r-1"));
    assert!(!error.may_pass());
}

#[wasm_bindgen_test]
fn a_problem_of_a_newer_backend_is_read_too() {
    let error = error_of(
        418,
        r#"{"type":"urn:latchkey:problem:brand-new","title":"t","status":418,"detail":"Do this."}"#,
    );
    assert_eq!(error.kind(), Some(ProblemKind::Unknown));
}

#[wasm_bindgen_test]
fn a_proxy_without_a_backend_is_told_from_the_backend() {
    assert_eq!(error_of(502, "<html>Bad Gateway</html>"), ApiError::NoBackend);
    assert_eq!(error_of(504, ""), ApiError::NoBackend);
    // What `trunk serve` answers while nothing runs behind it.
    assert_eq!(error_of(500, ""), ApiError::NoBackend);
    assert_eq!(error_of(500, "<html>oops</html>"), ApiError::Unreadable);
}

#[wasm_bindgen_test]
fn only_what_nobody_refused_may_pass() {
    assert!(ApiError::Offline.may_pass());
    assert!(ApiError::TimedOut.may_pass());
    assert!(!ApiError::Unreadable.may_pass());
    assert!(
        error_of(503, r#"{"type":"urn:latchkey:problem:unavailable","title":"","status":503,"detail":""}"#)
            .may_pass()
    );
}
