use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::MenuEntry;

/// Entries by name; of two with one name the later counts. A list, because they are few and a map would weigh more in the
/// web app than all of its settings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MenuEntries(Vec<(String, MenuEntry)>);

impl MenuEntries {
    pub fn get(&self, name: &str) -> Option<&MenuEntry> {
        self.0.iter().rev().find(|(own, _)| own == name).map(|(_, entry)| entry)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &MenuEntry)> {
        self.0.iter().map(|(name, entry)| (name.as_str(), entry))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(String, MenuEntry)> for MenuEntries {
    fn from_iter<I: IntoIterator<Item = (String, MenuEntry)>>(entries: I) -> Self {
        Self(entries.into_iter().collect())
    }
}

impl Serialize for MenuEntries {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for MenuEntries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor)
    }
}

struct EntriesVisitor;

impl<'de> Visitor<'de> for EntriesVisitor {
    type Value = MenuEntries;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("menu entries by name")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<MenuEntries, A::Error> {
        let mut entries = Vec::new();
        while let Some(Name(name)) = map.next_key()? {
            entries.push((name, map.next_value()?));
        }
        Ok(MenuEntries(entries))
    }
}

/// A small reader of JSON hands out the names of members only to those who take a borrowed string, which `String` does
/// not.
struct Name(String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(NameVisitor)
    }
}

struct NameVisitor;

impl Visitor<'_> for NameVisitor {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a menu entry")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Name, E> {
        Ok(Name(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_found_by_name_and_written_as_they_were_read() {
        let text = r#"{"billing":{"link":"https://billing.example/","hidden":false},"apps":{"hidden":true}}"#;
        let entries: MenuEntries = serde_json::from_str(text).unwrap();
        assert!(entries.get("apps").unwrap().hidden && entries.get("quota-limit").is_none());
        assert_eq!(serde_json::to_string(&entries).unwrap(), text);
    }

    #[test]
    fn of_two_with_one_name_the_later_counts() {
        let entries: MenuEntries =
            serde_json::from_str(r#"{"apps":{"hidden":true},"apps":{"hidden":false}}"#).unwrap();
        assert!(!entries.get("apps").unwrap().hidden);
    }
}
