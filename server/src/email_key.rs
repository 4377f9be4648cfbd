use unicode_normalization::UnicodeNormalization;

/// Returns the form in which e-mail addresses are compared: NFC in lower case without white space at its ends, and the
/// domain in ASCII as browsers write it (UTS 46). A domain that has no such form is treated like the name before it.
pub(crate) fn email_key(email: &str) -> String {
    let Some((name, domain)) = email.trim().rsplit_once('@') else { return folded(email.trim()) };
    let domain = idna::domain_to_ascii(domain).unwrap_or_else(|_| folded(domain));
    format!("{}@{domain}", folded(name))
}

fn folded(text: &str) -> String {
    text.nfc().collect::<String>().to_lowercase().nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_one_key_however_it_is_written() {
        for (same, key) in [
            (&[" Dana@Demo.Example ", "dana@demo.example"][..], "dana@demo.example"),
            (
                &[
                    "x@b\u{fc}cher.example",
                    "x@bu\u{308}cher.example",
                    "X@B\u{dc}CHER.example",
                    "x@XN--bcher-kva.example",
                ],
                "x@xn--bcher-kva.example",
            ),
            (&["Ju\u{308}rgen@demo.example", "J\u{dc}RGEN@demo.example"], "j\u{fc}rgen@demo.example"),
        ] {
            for address in same {
                assert_eq!(email_key(address), key, "{address}");
            }
        }
    }

    #[test]
    fn other_addresses_have_other_keys() {
        assert_ne!(email_key("x@b\u{fc}cher.example"), email_key("x@bucher.example"));
        assert_ne!(email_key("\u{ff58}@demo.example"), email_key("x@demo.example"));
        assert_ne!(email_key("x@fa\u{df}.example"), email_key("x@fass.example"));
    }

    #[test]
    fn the_key_of_a_key_is_the_key() {
        for text in [
            "",
            "nobody",
            "@",
            "a@b@C.example",
            "x@xn--a.example",
            "x@\u{130}stanbul.example",
            "x@xn--\u{fc}.example",
        ] {
            let key = email_key(text);
            assert_eq!(email_key(&key), key, "{text}");
        }
    }
}
