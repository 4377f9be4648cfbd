use latchkey_contract::activity::Activity;

use crate::i18n::format;
use crate::text;

/// One day has so many milliseconds, but for the two on which clocks change.
const DAY: f64 = 86_400_000.0;

/// What was done on one day, newest first.
pub struct Day {
    /// In words, e.g. `Today`, `Sunday, March 1, 2026`.
    pub name: String,
    pub entries: Vec<Activity>,
}

/// Cuts the activity into days of the reader's time zone. `now` is in milliseconds since 1970.
pub fn by_day(items: &[Activity], time_zone: Option<&str>, now: f64) -> Vec<Day> {
    let day_of = |millis: f64| format::day(&format::timestamp(millis), time_zone);
    let (today, yesterday) = (day_of(now), day_of(now - DAY));
    let mut days: Vec<(String, Vec<Activity>)> = Vec::new();
    for item in items {
        let day = format::day(&item.at, time_zone);
        match days.last_mut() {
            Some((last, entries)) if *last == day => entries.push(item.clone()),
            _ => days.push((day, vec![item.clone()])),
        }
    }
    let named = |(day, entries)| {
        let name = if day == today {
            text!(activity.today).to_owned()
        } else if day == yesterday {
            text!(activity.yesterday).to_owned()
        } else {
            day
        };
        Day { name, entries }
    };
    days.into_iter().map(named).collect()
}
