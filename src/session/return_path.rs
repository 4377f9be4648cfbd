use leptos::prelude::window;

use crate::place::Place;

/// The address of the sign-in page that brings one back to `path`.
pub fn sign_in_address(path: &str) -> String {
    if Place::at(path) == Place::Dashboard || path.starts_with(Place::SignIn.path()) {
        return Place::SignIn.path().to_owned();
    }
    format!("{}?return={}", Place::SignIn.path(), String::from(js_sys::encode_uri_component(path)))
}

/// Where to go after signing in. Only a path of this origin is followed; anything else leads to the
/// dashboard.
pub fn return_path(asked: Option<&str>) -> String {
    asked.and_then(same_origin).unwrap_or_else(|| Place::Dashboard.path().to_owned())
}

fn same_origin(asked: &str) -> Option<String> {
    let origin = window().location().origin().ok()?;
    // The browser's own reading of it: `//host`, `/\host` and the like are other origins.
    let url = web_sys::Url::new_with_base(asked, &origin).ok()?;
    let path = url.pathname();
    let is_here = asked.starts_with('/') && url.origin() == origin && Place::at(&path) != Place::SignIn;
    is_here.then(|| format!("{path}{}{}", url.search(), url.hash()))
}
