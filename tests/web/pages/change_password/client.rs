use latchkey::components::IconName;
use latchkey::pages::change_password::sessions::client::Client;
use wasm_bindgen_test::wasm_bindgen_test;

fn named(user_agent: &str) -> String {
    Client::of(user_agent).name()
}

#[wasm_bindgen_test]
fn names_a_browser_and_its_system() {
    let webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
    for (user_agent, name) in [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0".to_owned(), "Firefox on Linux"),
        (format!("Mozilla/5.0 (Windows NT 10.0; Win64; x64) {webkit} Chrome/140.0.0.0 Safari/537.36"), "Chrome on Windows"),
        (format!("Mozilla/5.0 (Windows NT 10.0) {webkit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0"), "Edge on Windows"),
        (format!("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {webkit} Chrome/140.0.0.0 Safari/537.36 OPR/120.0"), "Opera on macOS"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15".to_owned(), "Safari on macOS"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1".to_owned(), "Safari on iOS"),
        ("Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1".to_owned(), "Chrome on iPadOS"),
        ("Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0".to_owned(), "Firefox on Android"),
        (format!("Mozilla/5.0 (Linux; Android 10; K) {webkit} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36"), "Samsung Internet on Android"),
        (format!("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {webkit} Chrome/140.0.0.0 Safari/537.36"), "Chrome on ChromeOS"),
        (format!("Mozilla/5.0 (X11; Linux x86_64) {webkit} HeadlessChrome/140.0.0.0 Safari/537.36"), "Chrome on Linux"),
    ] {
        assert_eq!(named(&user_agent), name, "{user_agent}");
    }
}

#[wasm_bindgen_test]
fn names_a_program_by_its_product() {
    for (user_agent, name) in [
        ("curl/8.5.0", "curl"),
        ("python-requests/2.32.3", "python-requests"),
        ("Go-http-client/1.1", "Go-http-client"),
        ("Wget/1.21.4 (linux-gnu)", "Wget"),
        ("Opera/9.80 (Windows NT 6.1) Presto/2.12", "Opera on Windows"),
    ] {
        assert_eq!(named(user_agent), name, "{user_agent}");
    }
}

#[wasm_bindgen_test]
fn calls_everything_else_an_unknown_browser() {
    let long = "x".repeat(200);
    for user_agent in
        ["", "Mozilla/5.0", "Mozilla/5.0 (compatible; Thing/1.0)", "<b>/1", "\u{202e}lruc/1", &long]
    {
        assert_eq!(named(user_agent), "Unknown browser", "{user_agent}");
    }
    assert_eq!(named("Mozilla/5.0 (X11; Linux x86_64) Thing/1.0"), "Unknown browser on Linux");
}

#[wasm_bindgen_test]
fn shows_phones_computers_and_programs_apart() {
    for (user_agent, icon) in [
        ("Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0", IconName::PHONE),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", IconName::COMPUTER),
        ("curl/8.5.0", IconName::TERMINAL),
    ] {
        assert_eq!(Client::of(user_agent).icon(), icon, "{user_agent}");
    }
}
