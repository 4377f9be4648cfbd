//! Dates and numbers through the browser's own `Intl`, in the page's language.

use js_sys::{Array, Date, Intl, Object, Reflect};
use latchkey_contract::Timestamp;
use wasm_bindgen::JsValue;

use super::locale;

/// Date and time to the minute, e.g. `Mar 1, 2026, 10:30 AM`.
///
/// `time_zone` is an IANA name, e.g. `Europe/Berlin`; the browser's own if it is absent or unknown to the browser.
pub fn date_time(at: &Timestamp, time_zone: Option<&str>) -> String {
    format(at, time_zone, &[("dateStyle", "medium"), ("timeStyle", "short")])
}

/// The date alone, e.g. `Mar 1, 2026`.
pub fn date(at: &Timestamp, time_zone: Option<&str>) -> String {
    format(at, time_zone, &[("dateStyle", "medium")])
}

/// The day in full, e.g. `Sunday, March 1, 2026`.
pub fn day(at: &Timestamp, time_zone: Option<&str>) -> String {
    format(at, time_zone, &[("dateStyle", "full")])
}

/// The time of day, e.g. `10:30 AM`.
pub fn time(at: &Timestamp, time_zone: Option<&str>) -> String {
    format(at, time_zone, &[("timeStyle", "short")])
}

/// How long ago `at` was, e.g. `5 minutes ago`, `yesterday`. `now` is in milliseconds since 1970.
pub fn relative(at: &Timestamp, now: f64) -> String {
    let seconds = (milliseconds(at) - now) / 1000.0;
    let (amount, unit) = match seconds.abs() {
        s if s < 45.0 => return crate::text!(common.just_now).to_owned(),
        s if s < 2_700.0 => (seconds / 60.0, "minute"),
        s if s < 79_200.0 => (seconds / 3_600.0, "hour"),
        s if s < 2_160_000.0 => (seconds / 86_400.0, "day"),
        s if s < 29_000_000.0 => (seconds / 2_592_000.0, "month"),
        _ => (seconds / 31_536_000.0, "year"),
    };
    let options = options(&[("numeric", "auto")]);
    Intl::RelativeTimeFormat::new(&languages(), &options).format(amount.round(), unit).into()
}

/// Milliseconds since 1970; NaN if it is no timestamp.
pub fn milliseconds(at: &Timestamp) -> f64 {
    Date::parse(at.as_str())
}

/// The instant that is so many milliseconds after 1970.
pub fn timestamp(milliseconds: f64) -> Timestamp {
    Timestamp(Date::new(&milliseconds.into()).to_iso_string().into())
}

/// Whether the browser knows the time zone.
pub fn is_time_zone(name: &str) -> bool {
    formatter(Some(name), &[]).is_some()
}

/// The names of all time zones that the browser knows, sorted.
pub fn time_zones() -> Vec<String> {
    let supported = || {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let list: js_sys::Function = Reflect::get(&intl, &"supportedValuesOf".into()).ok()?.try_into().ok()?;
        list.call1(&intl, &"timeZone".into()).ok()
    };
    supported().map(|zones| Array::from(&zones).iter().filter_map(|zone| zone.as_string()).collect()).unwrap_or_default()
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
    let languages = languages();
    let options = Object::new();
    all.sort_unstable_by(|(_, a), (_, b)| {
        js_sys::JsString::from(a.as_str()).locale_compare(b, &languages, &options).cmp(&0)
    });
    all
}

/// An `Intl.DisplayNames` of countries.
fn region_names() -> Option<JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class: js_sys::Function = Reflect::get(&intl, &"DisplayNames".into()).ok()?.try_into().ok()?;
    let arguments = Array::of2(&languages(), &options(&[("type", "region")]));
    Reflect::construct(&class, &arguments).ok()
}

fn name_of(names: &JsValue, code: &str) -> Option<String> {
    let of: js_sys::Function = Reflect::get(names, &"of".into()).ok()?.try_into().ok()?;
    of.call1(names, &code.into()).ok()?.as_string()
}

fn format(at: &Timestamp, time_zone: Option<&str>, choice: &[(&str, &str)]) -> String {
    let time = milliseconds(at);
    if time.is_nan() {
        return at.as_str().to_owned();
    }
    let zone = time_zone.filter(|name| !name.is_empty());
    let Some(formatter) = formatter(zone, choice).or_else(|| formatter(None, choice)) else {
        return at.as_str().to_owned();
    };
    let written = formatter.format().call1(&JsValue::UNDEFINED, &Date::new(&time.into()));
    written.ok().and_then(|text| text.as_string()).unwrap_or_else(|| at.as_str().to_owned())
}

/// `None` if the browser does not know the time zone.
fn formatter(time_zone: Option<&str>, choice: &[(&str, &str)]) -> Option<Intl::DateTimeFormat> {
    let options = options(choice);
    if let Some(zone) = time_zone {
        set(&options, "timeZone", zone);
    }
    let class: js_sys::Function = Reflect::get(
        &Reflect::get(&js_sys::global(), &"Intl".into()).ok()?,
        &"DateTimeFormat".into(),
    )
    .ok()?
    .try_into()
    .ok()?;
    Reflect::construct(&class, &Array::of2(&languages(), &options)).ok().map(JsValue::from).map(Into::into)
}

fn languages() -> Array {
    Array::of1(&leptos_i18n::Locale::as_str(locale()).into())
}

fn options(choice: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in choice {
        set(&options, name, value);
    }
    options
}

fn set(object: &Object, name: &str, value: &str) {
    // Setting a member of a fresh plain object cannot fail.
    let _ = Reflect::set(object, &name.into(), &value.into());
}
