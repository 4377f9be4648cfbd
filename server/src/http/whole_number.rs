//! Whole numbers in each form that JSON has for them: `20`, `20.0` and `2e1` are one number (RFC 8259, section 6), and
//! scripts whose language knows only floating-point numbers send the second.

use std::fmt;

use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};

/// Reads a member that may be absent or `null`. Numbers beyond the range of `i64` become its nearest end.
pub(crate) fn optional<'de, D: Deserializer<'de>>(from: D) -> Result<Option<i64>, D::Error> {
    Ok(Option::<WholeNumber>::deserialize(from)?.map(|WholeNumber(number)| number))
}

struct WholeNumber(i64);

impl<'de> Deserialize<'de> for WholeNumber {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_i64(AnyForm)
    }
}

struct AnyForm;

impl Visitor<'_> for AnyForm {
    type Value = WholeNumber;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<WholeNumber, E> {
        Ok(WholeNumber(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<WholeNumber, E> {
        Ok(WholeNumber(i64::try_from(number).unwrap_or(i64::MAX)))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<WholeNumber, E> {
        if number.fract() == 0.0 {
            // Such a cast saturates.
            Ok(WholeNumber(number as i64))
        } else {
            Err(E::invalid_value(Unexpected::Float(number), &self))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct Disk {
        #[serde(default, deserialize_with = "optional")]
        size: Option<i64>,
    }

    #[test]
    fn reads_every_form_of_a_whole_number() {
        for (json, number) in [
            (r#"{"size": 20}"#, Some(20)),
            (r#"{"size": 20.0}"#, Some(20)),
            (r#"{"size": 2e1}"#, Some(20)),
            (r#"{"size": 2.0E+1}"#, Some(20)),
            (r#"{"size": 200e-1}"#, Some(20)),
            (r#"{"size": -0.0}"#, Some(0)),
            (r#"{"size": 1e300}"#, Some(i64::MAX)),
            (r#"{"size": 18446744073709551615}"#, Some(i64::MAX)),
            (r#"{"size": null}"#, None),
            ("{}", None),
        ] {
            assert_eq!(serde_json::from_str::<Disk>(json).unwrap().size, number, "{json}");
        }
    }

    #[test]
    fn refuses_fractions_and_other_types() {
        for json in [r#"{"size": 20.5}"#, r#"{"size": 2e-1}"#, r#"{"size": "20"}"#, r#"{"size": true}"#] {
            assert!(serde_json::from_str::<Disk>(json).is_err(), "{json}");
        }
    }
}
