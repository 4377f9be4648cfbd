use latchkey::place::{Address, Place};
use latchkey::session::{return_address, sign_in_address};
use leptos::prelude::window;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Url;

use crate::support::app::{backend_with, open_app, path_now};

/// The address that signing in leads to.
fn returned(asked: &str) -> String {
    return_address(Some(asked)).to_string()
}

#[wasm_bindgen_test]
fn another_origin_leads_to_the_dashboard() {
    for asked in [
        "https://evil.example/",
        "//evil.example/x",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/sign-in?return=%2Fsign-in",
        "",
    ] {
        assert_eq!(returned(asked), "/dashboard", "{asked}");
    }
    assert_eq!(return_address(None).to_string(), "/dashboard");
}

#[wasm_bindgen_test]
fn a_path_that_becomes_another_host_leads_to_the_dashboard() {
    for asked in ["/.//127.0.0.2:9999/x", "/x/..//h", "/%2e//h", "/.%5C/h", "/./%09/h", "/.\\/h", "/./\t/h"] {
        assert_eq!(returned(asked), "/dashboard", "{asked}");
    }
}

#[wasm_bindgen_test]
fn a_page_of_the_app_keeps_its_query_and_fragment() {
    for (asked, leads_to) in [
        ("/company/profile/api-info?x=1#y", "/company/profile/api-info?x=1#y"),
        ("/compute/?search=a%2Fb", "/compute?search=a%2Fb"),
        ("/docs/../compute", "/compute"),
        ("/docs#//h", "/docs#//h"),
        ("/no/such/page", "/dashboard"),
        ("/no/such/page?x=1", "/dashboard"),
    ] {
        assert_eq!(returned(asked), leads_to, "{asked}");
    }
}

#[wasm_bindgen_test]
fn whatever_is_asked_for_stays_within_the_origin() {
    const PARTS: [&str; 40] = [
        "/",
        "/",
        "/",
        "//",
        "\\",
        ".",
        "..",
        "/.",
        "/..",
        "%2e",
        "%2E%2e",
        "%2f",
        "%2F",
        "%5c",
        "%5C",
        "%09",
        "%0a",
        "%00",
        "%",
        "%25",
        "\t",
        "\n",
        "\r",
        " ",
        "@",
        ":",
        "?",
        "#",
        "&",
        ";",
        "é",
        "／",
        "＼",
        "。",
        "\u{202e}",
        "127.0.0.2:9999",
        "evil.example",
        "https:",
        "javascript:",
        "x",
    ];
    let places = ["/compute", "/company/profile", "/docs", "/network", "/sign-in"];
    let origin = window().location().origin().unwrap();
    let mut state = 0x9e37_79b9_u32;
    let mut pick = move |among: &[&'static str]| {
        // The generator of Numerical Recipes; its low bits repeat too soon.
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        among[(state >> 16) as usize % among.len()]
    };
    let mut pages = 0;
    for round in 0..20_000 {
        let mut asked = if round % 2 == 0 { "/".to_owned() } else { String::new() };
        for _ in 0..=round % 7 {
            asked += pick(&PARTS);
        }
        if round % 3 == 0 {
            asked = format!("{}{asked}", pick(&places));
        }
        let leads_to = returned(&asked);
        let read = Url::new_with_base(&leads_to, &origin).unwrap();
        assert_eq!(read.origin(), origin, "{asked:?} leads to {leads_to:?}");
        let place = Place::at(&read.pathname());
        assert_eq!(place.path(), read.pathname(), "{asked:?} leads to {leads_to:?}");
        assert!(!matches!(place, Place::NotFound | Place::SignIn), "{asked:?} leads to {leads_to:?}");
        pages += u32::from(place != Place::Dashboard);
    }
    assert!(pages > 500, "only {pages} of the generated texts name a page");
}

#[wasm_bindgen_test]
async fn signing_in_never_leaves_the_portal() {
    for asked in ["%2F.%2F%2F127.0.0.2%3A9999%2Fx", "%2Fx%2F..%2F%2Fh", "%2F%252e%2F%2Fh", "%2F.%255C%2Fh"] {
        let backend = backend_with(&latchkey::pages::fixture::session(latchkey::pages::fixture::user()));
        let app = open_app(&backend, &format!("/sign-in?return={asked}")).await;
        assert_eq!(path_now(), "/dashboard", "{asked}");
        assert!(app.page.has_role("heading", "Dashboard"), "{asked}");
    }
}

#[wasm_bindgen_test]
fn the_address_of_the_sign_in_page_leads_back() {
    let of = |path: &str| sign_in_address(&Address::read(path).unwrap()).to_string();
    assert_eq!(of("/dashboard"), "/sign-in");
    assert_eq!(of("/"), "/sign-in");
    assert_eq!(of("/company/activity?a=b"), "/sign-in?return=%2Fcompany%2Factivity%3Fa%3Db");
}
