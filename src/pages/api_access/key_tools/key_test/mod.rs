#[cfg(feature = "stories")]
pub mod stories;

use js_sys::JSON;
use latchkey_contract::credential::Credential;
use latchkey_contract::key_test::{KeyTest, TestHeader, TestRequest};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use crate::api::{ApiError, use_api};
use crate::components::{BadgeKind, CodeBlock, Failure, Skeleton, StatusBadge, changing, use_announcer};
use crate::text;

/// Stands for the secret key, and tells nothing of its length.
const MASK: &str = "••••••••";

/// Has the backend make a call with the key at once, and shows the request and what came back. The secret key is not in it.
#[component]
pub fn TestedKey(credential: Signal<Credential>, testing: RwSignal<bool>) -> impl IntoView {
    let api = use_api();
    let announcer = use_announcer();
    let outcome = RwSignal::new(None::<KeyTest>);
    let failure = RwSignal::new(None::<ApiError>);
    let id = credential.with_untracked(|credential| credential.id);
    testing.set(true);
    spawn_local(async move {
        let answer = api.test_credential(id).await;
        testing.try_set(false);
        // The part may be gone by now: access was disabled, the reader left.
        if outcome.try_get_untracked().is_none() {
            return;
        }
        match answer {
            Ok(test) => {
                announcer.polite(verdict(test.status).1);
                outcome.set(Some(test));
            }
            Err(error) => failure.set(Some(error)),
        }
    });
    let skeleton = changing(move || testing.get().then(|| view! { <Skeleton lines=4 /> }));
    let shown = changing(move || outcome.get().map(outcome_of));
    view! {
        <div class="key-test">
            <Failure title=text!(api_access.quick_start.tested.failed) error=failure />
            {skeleton}
            {shown}
        </div>
    }
    .into_any()
}

fn outcome_of(test: KeyTest) -> AnyView {
    let (kind, words) = verdict(test.status);
    let cut = test.body_cut.then(|| {
        view! { <p class="key-note">{text!(api_access.quick_start.tested.cut)}</p> }
    });
    let took = text!(api_access.quick_start.tested.took, milliseconds = test.duration_ms.max(1));
    let body = if test.body_cut { test.body } else { pretty(test.body) };
    view! {
        <p class="key-test-verdict">
            <StatusBadge kind>{test.status}</StatusBadge>
            <strong>{words}</strong>
            <span class="key-note">{took}</span>
        </p>
        <CodeBlock code=lines_of(&test.request) label=text!(api_access.quick_start.tested.request) />
        <CodeBlock code=body label=text!(api_access.quick_start.tested.answer) />
        {cut}
    }
    .into_any()
}

fn verdict(status: u16) -> (BadgeKind, &'static str) {
    match status {
        200..300 => (BadgeKind::Success, text!(api_access.quick_start.tested.works)),
        429 => (BadgeKind::Warning, text!(api_access.quick_start.tested.held_back)),
        400..500 => (BadgeKind::Danger, text!(api_access.quick_start.tested.refused)),
        _ => (BadgeKind::Danger, text!(api_access.quick_start.tested.server_failed)),
    }
}

fn lines_of(request: &TestRequest) -> String {
    let header =
        |TestHeader { name, value }: &TestHeader| format!("\n{name}: {}", value.as_deref().unwrap_or(MASK));
    let headers: String = request.headers.iter().map(header).collect();
    format!("{} {}{headers}", request.method, request.path)
}

/// The text itself if it is no JSON. The browser keeps the order of members.
fn pretty(json: String) -> String {
    let written = JSON::parse(&json)
        .and_then(|value| JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &2.into()));
    written.map_or(json, String::from)
}
