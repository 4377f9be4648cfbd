//! Dates through the browser's own `Intl`, in the page's language.
//!
//! A `time_zone` is an IANA name, e.g. `Europe/Berlin`; the browser's own where it is absent, empty or unknown to the
//! browser.

use js_sys::{Date, Intl};
use latchkey_contract::Timestamp;
use wasm_bindgen::JsValue;

use super::intl;

pub use super::names::{countries, country, time_zones};

/// Date and time to the minute, e.g. `Mar 1, 2026, 10:30 AM`.
pub fn date_time(at: &Timestamp, time_zone: Option<&str>) -> String {
    format(at, time_zone, &[("dateStyle", "medium"), ("timeStyle", "short")])
}

/// The day in full, e.g. `Sunday, March 1, 2026`.
pub fn day(at: &Timestamp, time_zone: Option<&str>) -> String {
    format(at, time_zone, &[("dateStyle", "full")])
}

/// The time of day, e.g. `10:30 AM`.
pub fn time(at: &Timestamp, time_zone: Option<&str>) -> String {
    format(at, time_zone, &[("timeStyle", "short")])
}

/// The time since an instant in its largest whole unit, e.g. `3 minutes ago`. `now` is in milliseconds since
/// 1970.
pub fn ago(at: &Timestamp, now: f64) -> String {
    let minutes = (now - milliseconds(at)) / 60_000.0;
    if minutes.is_nan() {
        return at.as_str().to_owned();
    }
    let minutes = minutes.floor().max(0.0);
    let (count, unit) = match minutes {
        ..60.0 => (minutes, "minute"),
        ..1440.0 => ((minutes / 60.0).floor(), "hour"),
        _ => ((minutes / 1440.0).floor(), "day"),
    };
    let formatter = intl::construct("RelativeTimeFormat", &intl::options(&[]));
    let write = |formatter: JsValue| {
        intl::method(&formatter, "format")?
            .call2(&formatter, &(-count).into(), &unit.into())
            .ok()?
            .as_string()
    };
    formatter.and_then(write).unwrap_or_else(|| date_time(at, None))
}

/// A number with its thousands set apart, e.g. `12,345`.
pub fn number(number: u64) -> String {
    let write = |formatter: Intl::NumberFormat| {
        formatter.format().call1(&JsValue::UNDEFINED, &(number as f64).into()).ok()?.as_string()
    };
    let formatter = intl::construct("NumberFormat", &intl::options(&[])).map(Into::into);
    formatter.and_then(write).unwrap_or_else(|| number.to_string())
}

/// Milliseconds since 1970; NaN if it is no timestamp.
pub fn milliseconds(at: &Timestamp) -> f64 {
    Date::parse(at.as_str())
}

/// The instant that is so many milliseconds after 1970.
pub fn timestamp(milliseconds: f64) -> Timestamp {
    Timestamp(Date::new(&milliseconds.into()).to_iso_string().into())
}

/// The text itself if it is no timestamp.
fn format(at: &Timestamp, time_zone: Option<&str>, choice: &[(&str, &str)]) -> String {
    let date = Date::new(&at.as_str().into());
    let write = |formatter: Intl::DateTimeFormat| {
        formatter.format().call1(&JsValue::UNDEFINED, &date).ok().and_then(|text| text.as_string())
    };
    let zone = time_zone.filter(|name| !name.is_empty());
    let formatter = formatter(zone, choice).or_else(|| formatter(None, choice));
    formatter.and_then(write).unwrap_or_else(|| at.as_str().to_owned())
}

/// `None` if the browser does not know the time zone.
fn formatter(time_zone: Option<&str>, choice: &[(&str, &str)]) -> Option<Intl::DateTimeFormat> {
    let zone = time_zone.map(|zone| ("timeZone", zone));
    let members: Vec<_> = choice.iter().copied().chain(zone).collect();
    intl::construct("DateTimeFormat", &intl::options(&members)).map(Into::into)
}
