use serde::{Deserialize, Serialize};

use crate::Password;
use crate::problem::{FieldError, FieldErrorCode};
use crate::secret::expose_password;
use crate::validation::{self, Check};

/// Answer of `GET /api/v1/profile`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Profile {
    /// Goes up with every change; a change names the version it was made on.
    pub version: u32,
    pub fields: ProfileFields,
}

/// The fields of "My Profile". Those that the form marks with `*` must not be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProfileFields {
    pub first_name: String,
    pub last_name: String,
    pub mobile_number: String,
    #[serde(default)]
    pub secondary_phone: String,
    pub primary_email: String,
    #[serde(default)]
    pub secondary_email: String,
    pub address: String,
    /// ISO 3166-1 alpha-2, e.g. `DE`.
    pub country_code: String,
    #[serde(default)]
    pub state: String,
    pub city: String,
    pub postal_code: String,
    /// IANA name, e.g. `Europe/Berlin`; empty means the browser's own.
    #[serde(default)]
    pub time_zone: String,
}

/// Body of `PUT /api/v1/profile`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangeProfile {
    pub version: u32,
    pub fields: ProfileFields,
    /// Needed only when `primary_email` changes, which ends the account's other sessions.
    #[serde(default, serialize_with = "expose_password")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Password))]
    pub current_password: Password,
}

impl ProfileFields {
    /// The same rules on both sides of the wire. Whether a time zone exists is left to each side's own database.
    pub fn check(&self) -> Vec<FieldError> {
        let mut check = Check::default();
        if check.required_name("first_name", &self.first_name, validation::NAME_MAX) {
            check.person("first_name", &self.first_name, &self.last_name);
        }
        check.required_name("last_name", &self.last_name, validation::NAME_MAX);
        if check.required("mobile_number", &self.mobile_number, validation::PHONE_MAX) {
            check.phone("mobile_number", &self.mobile_number);
        }
        check.phone("secondary_phone", &self.secondary_phone);
        if check.required("primary_email", &self.primary_email, validation::EMAIL_MAX) {
            check.email("primary_email", &self.primary_email);
        }
        check.email("secondary_email", &self.secondary_email);
        check.required("address", &self.address, validation::ADDRESS_MAX);
        if check.required("country_code", &self.country_code, 2)
            && !crate::validation::is_country(&self.country_code)
        {
            check.refuse("country_code", FieldErrorCode::NotACountry);
        }
        check.optional_name("state", &self.state, validation::NAME_MAX);
        check.required_name("city", &self.city, validation::NAME_MAX);
        check.required_name("postal_code", &self.postal_code, validation::POSTAL_CODE_MAX);
        check.optional_name("time_zone", &self.time_zone, validation::NAME_MAX);
        check.errors
    }

    /// The same fields without white space at their ends.
    pub fn trimmed(&self) -> Self {
        let trim = |text: &String| text.trim().to_owned();
        Self {
            first_name: trim(&self.first_name),
            last_name: trim(&self.last_name),
            mobile_number: trim(&self.mobile_number),
            secondary_phone: trim(&self.secondary_phone),
            primary_email: trim(&self.primary_email),
            secondary_email: trim(&self.secondary_email),
            address: trim(&self.address),
            country_code: trim(&self.country_code),
            state: trim(&self.state),
            city: trim(&self.city),
            postal_code: trim(&self.postal_code),
            time_zone: trim(&self.time_zone),
        }
    }
}
