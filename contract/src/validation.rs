//! The rules for what people type, the same in the browser and on the server. Lengths are in characters.

use crate::problem::{FieldError, FieldErrorCode};
use crate::visible_text::{can_be_shown, is_visible};

pub const NAME_MAX: usize = 100;
pub const EMAIL_MAX: usize = 254;
pub const PHONE_MAX: usize = 32;
pub const ADDRESS_MAX: usize = 300;
pub const POSTAL_CODE_MAX: usize = 16;
/// A reason, whether for asking or for refusing.
pub const REASON_MAX: usize = 500;
/// Names that stand for the operator and the program in the audit log, in lower case.
const RESERVED_NAMES: [&str; 2] = ["operator", "latchkey"];

/// Collects what is wrong with a form, in the form's order.
#[derive(Debug, Default)]
pub struct Check {
    pub errors: Vec<FieldError>,
}

impl Check {
    /// Notes that `field` was refused.
    pub fn refuse(&mut self, field: &str, code: FieldErrorCode) {
        self.errors.push(FieldError { field: field.to_owned(), code, detail: code.in_words().to_owned() });
    }

    /// Returns whether `text` passed. Something of it must be visible.
    pub fn required(&mut self, field: &str, text: &str, max: usize) -> bool {
        if !is_visible(text) {
            self.refuse(field, FieldErrorCode::Required);
            return false;
        }
        self.optional(field, text, max)
    }

    /// Returns whether `text` passed. It may have several lines.
    pub fn optional(&mut self, field: &str, text: &str, max: usize) -> bool {
        let code = if text.chars().count() > max {
            FieldErrorCode::TooLong
        } else if !can_be_shown(text) || !(is_visible(text) || text.trim().is_empty()) {
            FieldErrorCode::NotText
        } else {
            return true;
        };
        self.refuse(field, code);
        false
    }

    /// Returns whether `text` passed. Something of it must be visible, on one line.
    pub fn required_name(&mut self, field: &str, text: &str, max: usize) -> bool {
        self.required(field, text, max) && self.one_line(field, text)
    }

    /// Returns whether `text` passed. It must be on one line.
    pub fn optional_name(&mut self, field: &str, text: &str, max: usize) -> bool {
        self.optional(field, text, max) && self.one_line(field, text)
    }

    /// Refuses `field` if the full name is one that the audit log uses for somebody else, however it is spaced.
    pub fn person(&mut self, field: &str, first_name: &str, last_name: &str) {
        let letters = first_name.chars().chain(last_name.chars()).filter(|c| c.is_alphanumeric());
        let name: String = letters.flat_map(char::to_lowercase).collect();
        if RESERVED_NAMES.contains(&name.as_str()) {
            self.refuse(field, FieldErrorCode::Reserved);
        }
    }

    fn one_line(&mut self, field: &str, text: &str) -> bool {
        let passed = !text.trim().contains(['\n', '\r', '\t']);
        if !passed {
            self.refuse(field, FieldErrorCode::NotText);
        }
        passed
    }

    /// An empty address passes.
    pub fn email(&mut self, field: &str, text: &str) {
        if self.optional(field, text, EMAIL_MAX) && !text.trim().is_empty() && !is_email(text.trim()) {
            self.refuse(field, FieldErrorCode::NotAnEmail);
        }
    }

    /// An empty number passes.
    pub fn phone(&mut self, field: &str, text: &str) {
        if self.optional(field, text, PHONE_MAX) && !text.trim().is_empty() && !is_phone_number(text.trim()) {
            self.refuse(field, FieldErrorCode::NotAPhoneNumber);
        }
    }
}

impl FieldErrorCode {
    /// A sentence for callers that have no words of their own.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Required => "Fill this in.",
            Self::TooShort => "This is too short.",
            Self::TooLong => "This is too long.",
            Self::NotAnEmail => "Enter an e-mail address like name@company.example.",
            Self::NotAPhoneNumber => "Enter a phone number with digits, spaces, and an optional leading +.",
            Self::NotACountry => "Choose a country by its two-letter code.",
            Self::NotATimeZone => "Choose a time zone by its IANA name, for example Europe/Berlin.",
            Self::NotText => "Remove characters that cannot be shown.",
            Self::Reserved => "This name is reserved. Choose a different one.",
            Self::Taken => "Another account uses this. Choose a different one.",
            Self::WrongPassword => "This password is not right. Try again.",
            Self::Unchanged => "Choose one that differs from the old one.",
            Self::Unknown => "This was refused.",
        }
    }
}

/// A practical check, as HTML's `input type=email` makes it: one `@`, a name before it, a dotted host after it.
pub fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let name_ok =
        !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c));
    let host_ok = host.contains('.')
        && host.split('.').all(|label| {
            !label.is_empty()
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        });
    name_ok && host_ok
}

/// Between 4 and 15 digits (ITU-T E.164), with the usual separators and an optional leading `+`.
pub fn is_phone_number(text: &str) -> bool {
    let rest = text.strip_prefix('+').unwrap_or(text);
    let digits = rest.chars().filter(char::is_ascii_digit).count();
    (4..=15).contains(&digits) && rest.chars().all(|c| c.is_ascii_digit() || " -()./".contains(c))
}

/// ISO 3166-1 alpha-2.
pub const COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR \
BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK \
FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO \
JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU \
MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC \
SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA \
VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

pub fn is_country(code: &str) -> bool {
    COUNTRIES.split_whitespace().any(|known| known == code)
}
