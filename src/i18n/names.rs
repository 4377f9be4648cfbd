//! What the browser knows by name: countries and time zones.

use js_sys::Object;
use wasm_bindgen::JsValue;

use super::intl;

/// The names of all time zones that the browser knows, sorted.
pub fn time_zones() -> Vec<String> {
    intl::supported_values("timeZone")
        .map(|zones| zones.iter().filter_map(|zone| zone.as_string()).collect())
        .unwrap_or_default()
}

/// A country's name in the page's language from its ISO 3166-1 alpha-2 code; the code where the browser knows none.
pub fn country(code: &str) -> String {
    region_names().and_then(|names| name_of(&names, code)).unwrap_or_else(|| code.to_owned())
}

/// Code and name of all of `codes`, sorted by name as the page's language sorts.
pub fn countries<'a>(codes: impl Iterator<Item = &'a str>) -> Vec<(&'a str, String)> {
    let names = region_names();
    let name = |code: &str| name_of(names.as_ref()?, code);
    let mut all: Vec<_> = codes.map(|code| (code, name(code).unwrap_or_else(|| code.to_owned()))).collect();
    let (languages, options) = (intl::languages(), Object::new());
    all.sort_unstable_by(|(_, a), (_, b)| {
        js_sys::JsString::from(a.as_str()).locale_compare(b, &languages, &options).cmp(&0)
    });
    all
}

/// An `Intl.DisplayNames` of countries.
fn region_names() -> Option<JsValue> {
    intl::construct("DisplayNames", &intl::options(&[("type", "region")]))
}

fn name_of(names: &JsValue, code: &str) -> Option<String> {
    intl::method(names, "of")?.call1(names, &code.into()).ok()?.as_string()
}
