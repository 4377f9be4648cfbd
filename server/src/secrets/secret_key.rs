//! Secret keys: `lks_`, 40 base62 characters (238 bits), then the CRC-32 of everything before as 6 base62 characters.

use latchkey_contract::PlainSecret;

use super::base62;

const PREFIX: &str = "lks_";
const RANDOM: usize = 40;
const CHECKSUM: usize = 6;

/// Characters of a secret key.
pub const LENGTH: usize = PREFIX.len() + RANDOM + CHECKSUM;

/// A new secret key from the operating system's randomness.
pub fn generate() -> PlainSecret {
    // The exact capacity: a string that grows or shrinks leaves a copy of itself behind in memory.
    let mut text = String::with_capacity(LENGTH);
    text.push_str(PREFIX);
    base62::append_random(&mut text, RANDOM);
    let checksum = crc32fast::hash(text.as_bytes());
    base62::append_number(&mut text, checksum);
    PlainSecret::from(text)
}

/// Whether `text` has the form of a secret key, its checksum included. This recognises one (a slip in copying, a secret
/// in a log); it proves nothing.
pub fn is_well_formed(text: &str) -> bool {
    if text.len() != LENGTH || !text.is_ascii() {
        return false;
    }
    let (body, checksum) = text.split_at(LENGTH - CHECKSUM);
    let Some(random) = body.strip_prefix(PREFIX) else { return false };
    let mut expected = String::with_capacity(CHECKSUM);
    base62::append_number(&mut expected, crc32fast::hash(body.as_bytes()));
    base62::is_base62(random) && checksum == expected
}
