use std::fmt;
use std::str::FromStr;

use super::base62;

const PREFIX: &str = "lkp_";
const RANDOM: usize = 24;

/// The public half of a credential: `lkp_` and 24 base62 characters.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ApiKey(String);

/// The text is not `lkp_` and 24 base62 characters.
#[derive(Debug, thiserror::Error)]
#[error("an API key is lkp_ followed by 24 letters and digits; copy it again from API Info")]
pub struct NotAnApiKey;

impl ApiKey {
    /// A new API key from the operating system's randomness.
    pub fn generate() -> Self {
        let mut text = String::with_capacity(PREFIX.len() + RANDOM);
        text.push_str(PREFIX);
        base62::append_random(&mut text, RANDOM);
        Self(text)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ApiKey {
    type Err = NotAnApiKey;

    fn from_str(text: &str) -> Result<Self, NotAnApiKey> {
        match text.strip_prefix(PREFIX) {
            Some(rest) if rest.len() == RANDOM && base62::is_base62(rest) => Ok(Self(text.to_owned())),
            _ => Err(NotAnApiKey),
        }
    }
}

impl fmt::Display for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
