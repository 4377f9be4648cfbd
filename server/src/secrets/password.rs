use latchkey_contract::Password;

use super::base62;

const GROUPS: usize = 4;
const GROUP: usize = 5;

/// A password from the operating system's randomness (119 bits), in groups that are easy to read out and type.
pub fn make_up_password() -> Password {
    let mut text = String::with_capacity(GROUPS * GROUP + GROUPS - 1);
    for group in 0..GROUPS {
        if group > 0 {
            text.push('-');
        }
        base62::append_random(&mut text, GROUP);
    }
    Password::from(text)
}
