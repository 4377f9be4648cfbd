use leptos::prelude::window;

/// 128 random bits in hexadecimal, from the browser's generator. Works without a secure context, which
/// `randomUUID` does not.
pub fn token() -> String {
    let mut bytes = [0u8; 16];
    if let Ok(crypto) = window().crypto() {
        _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
