//! The pseudo-locale `en-XA`: English with accents, a third longer and in brackets, so that text which was never
//! translated, is cut off or is glued together from pieces stands out.

use std::error::Error;

use serde_json::Value;

/// Translates a whole file of messages.
pub(crate) fn translate(json: &str) -> Result<String, Box<dyn Error>> {
    Ok(serde_json::to_string_pretty(&value(serde_json::from_str(json)?))?)
}

fn value(source: Value) -> Value {
    match source {
        Value::String(text) => Value::String(message(&text)),
        Value::Object(members) => {
            Value::Object(members.into_iter().map(|(key, member)| (key, value(member))).collect())
        }
        other => other,
    }
}

/// `{{ name }}`, `<tag>` and `$t(key)` are left as they are.
fn message(text: &str) -> String {
    let mut out = String::from("[");
    let mut letters = 0;
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        if let Some(end) = untouched(rest) {
            let (kept, after) = rest.split_at(end);
            out.push_str(kept);
            rest = after;
        } else {
            letters += 1;
            out.push(accented(next));
            rest = &rest[next.len_utf8()..];
        }
    }
    let padding = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let wanted = out.len() + (letters * 35usize).div_ceil(100);
    for word in padding.iter().cycle() {
        if out.len() >= wanted {
            break;
        }
        out.push(' ');
        out.push_str(word);
    }
    out.push(']');
    out
}

fn untouched(text: &str) -> Option<usize> {
    let close = if text.starts_with("{{") {
        "}}"
    } else if text.starts_with('<') {
        ">"
    } else if text.starts_with("$t(") {
        ")"
    } else {
        return None;
    };
    text.find(close).map(|at| at + close.len())
}

fn accented(letter: char) -> char {
    match letter {
        'a' => 'á',
        'c' => 'ç',
        'd' => 'ð',
        'e' => 'é',
        'g' => 'ĝ',
        'i' => 'í',
        'k' => 'ķ',
        'l' => 'ļ',
        'n' => 'ñ',
        'o' => 'ö',
        'r' => 'ŕ',
        's' => 'š',
        't' => 'ţ',
        'u' => 'ü',
        'w' => 'ŵ',
        'y' => 'ý',
        'z' => 'ž',
        'A' => 'Å',
        'C' => 'Ç',
        'D' => 'Ð',
        'E' => 'É',
        'I' => 'Î',
        'N' => 'Ñ',
        'O' => 'Ö',
        'P' => 'Þ',
        'R' => 'Ŕ',
        'S' => 'Š',
        'U' => 'Û',
        'Y' => 'Ý',
        other => other,
    }
}
