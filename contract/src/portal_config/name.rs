use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};

use super::MenuEntry;

/// Reads entries by name. A small reader of JSON hands out the names of members only to those who take a borrowed string,
/// which `String` does not.
pub(super) fn keyed<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, MenuEntry>, D::Error> {
    let entries = BTreeMap::<Name, MenuEntry>::deserialize(deserializer)?;
    Ok(entries.into_iter().map(|(name, entry)| (name.0, entry)).collect())
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
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
