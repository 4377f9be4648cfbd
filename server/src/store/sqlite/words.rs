//! Enumerations of the contract in the database: the same words as on the wire.

use serde::Serialize;
use serde::de::value::StrDeserializer;
use serde::de::{Deserialize, IntoDeserializer, value};
use serde_json::Value;

use crate::store::StoreError;

pub(super) fn word<T: Serialize>(value: T) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(Value::String(word)) => Ok(word),
        other => Err(StoreError::Corrupt(format!("{other:?} is not a word"))),
    }
}

pub(super) fn read_word<'a, T: Deserialize<'a>>(word: &'a str) -> Result<T, StoreError> {
    let deserializer: StrDeserializer<'a, value::Error> = word.into_deserializer();
    T::deserialize(deserializer).map_err(|error| StoreError::Corrupt(error.to_string()))
}
