use latchkey_contract::profile::ProfileFields;

use crate::text;

/// The fields of the form, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    FirstName,
    LastName,
    MobileNumber,
    SecondaryPhone,
    PrimaryEmail,
    SecondaryEmail,
    Address,
    CountryCode,
    State,
    City,
    PostalCode,
    TimeZone,
}

/// How many fields there are.
pub const COUNT: usize = 12;

impl Field {
    pub const ALL: [Self; COUNT] = [
        Self::FirstName,
        Self::LastName,
        Self::MobileNumber,
        Self::SecondaryPhone,
        Self::PrimaryEmail,
        Self::SecondaryEmail,
        Self::Address,
        Self::CountryCode,
        Self::State,
        Self::City,
        Self::PostalCode,
        Self::TimeZone,
    ];

    /// The member of the body.
    pub fn name(self) -> &'static str {
        match self {
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::MobileNumber => "mobile_number",
            Self::SecondaryPhone => "secondary_phone",
            Self::PrimaryEmail => "primary_email",
            Self::SecondaryEmail => "secondary_email",
            Self::Address => "address",
            Self::CountryCode => "country_code",
            Self::State => "state",
            Self::City => "city",
            Self::PostalCode => "postal_code",
            Self::TimeZone => "time_zone",
        }
    }

    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// The id of the element that holds the field.
    pub fn place(self) -> String {
        format!("profile-{}", self.name().replace('_', "-"))
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::FirstName => text!(profile.first_name.label),
            Self::LastName => text!(profile.last_name.label),
            Self::MobileNumber => text!(profile.mobile_number.label),
            Self::SecondaryPhone => text!(profile.secondary_phone.label),
            Self::PrimaryEmail => text!(profile.primary_email.label),
            Self::SecondaryEmail => text!(profile.secondary_email.label),
            Self::Address => text!(profile.address.label),
            Self::CountryCode => text!(profile.country_code.label),
            Self::State => text!(profile.state.label),
            Self::City => text!(profile.city.label),
            Self::PostalCode => text!(profile.postal_code.label),
            Self::TimeZone => text!(profile.time_zone.label),
        }
    }

    pub fn help(self) -> &'static str {
        match self {
            Self::FirstName => text!(profile.first_name.help),
            Self::LastName => text!(profile.last_name.help),
            Self::MobileNumber => text!(profile.mobile_number.help),
            Self::SecondaryPhone => text!(profile.secondary_phone.help),
            Self::PrimaryEmail => text!(profile.primary_email.help),
            Self::SecondaryEmail => text!(profile.secondary_email.help),
            Self::Address => text!(profile.address.help),
            Self::CountryCode => text!(profile.country_code.help),
            Self::State => text!(profile.state.help),
            Self::City => text!(profile.city.help),
            Self::PostalCode => text!(profile.postal_code.help),
            Self::TimeZone => text!(profile.time_zone.help),
        }
    }

    pub fn is_required(self) -> bool {
        !matches!(self, Self::SecondaryPhone | Self::SecondaryEmail | Self::State | Self::TimeZone)
    }

    /// The input's type.
    pub fn kind(self) -> &'static str {
        match self {
            Self::MobileNumber | Self::SecondaryPhone => "tel",
            Self::PrimaryEmail | Self::SecondaryEmail => "email",
            _ => "text",
        }
    }

    /// What the browser may fill in.
    pub fn autocomplete(self) -> &'static str {
        match self {
            Self::FirstName => "given-name",
            Self::LastName => "family-name",
            Self::MobileNumber => "tel",
            Self::PrimaryEmail => "email",
            Self::Address => "street-address",
            Self::CountryCode => "country",
            Self::State => "address-level1",
            Self::City => "address-level2",
            Self::PostalCode => "postal-code",
            // A second one of a kind would be filled with the first.
            Self::SecondaryPhone | Self::SecondaryEmail | Self::TimeZone => "off",
        }
    }
}

/// The values in the order of [`Field::ALL`].
pub fn split(fields: ProfileFields) -> [String; COUNT] {
    [
        fields.first_name,
        fields.last_name,
        fields.mobile_number,
        fields.secondary_phone,
        fields.primary_email,
        fields.secondary_email,
        fields.address,
        fields.country_code,
        fields.state,
        fields.city,
        fields.postal_code,
        fields.time_zone,
    ]
}

/// The opposite of [`split`].
pub fn join(values: [String; COUNT]) -> ProfileFields {
    let [
        first_name,
        last_name,
        mobile_number,
        secondary_phone,
        primary_email,
        secondary_email,
        address,
        country_code,
        state,
        city,
        postal_code,
        time_zone,
    ] = values;
    ProfileFields {
        first_name,
        last_name,
        mobile_number,
        secondary_phone,
        primary_email,
        secondary_email,
        address,
        country_code,
        state,
        city,
        postal_code,
        time_zone,
    }
}
