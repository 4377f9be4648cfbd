use rand::distr::{Alphanumeric, SampleString};
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Appends `count` characters of `0-9A-Za-z`, each as likely as any other, from the operating system's randomness.
///
/// # Panics
/// If the operating system has no randomness to give: no key may be made then.
pub(super) fn append_random(text: &mut String, count: usize) {
    Alphanumeric.append_string(&mut UnwrapErr(SysRng), text, count);
}

/// Appends `number` as six digits of base 62, the first of which are zero where the number is small.
pub(super) fn append_number(text: &mut String, number: u32) {
    for place in (0..6).rev() {
        let digit = u64::from(number) / 62_u64.pow(place) % 62;
        text.push(char::from(DIGITS[digit as usize]));
    }
}

pub(super) fn is_base62(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
