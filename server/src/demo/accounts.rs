use latchkey_contract::profile::ProfileFields;
use latchkey_contract::session::Company;

use super::DemoError;
use crate::store::Store;
use crate::store::accounts::NewUser;
use crate::store::authority::OperatorAuthority;

pub(super) const DEMO: &str = "Demo Ltd";
pub(super) const OTHER: &str = "Other Ltd";

/// One of the accounts that `--demo` makes.
#[derive(Clone, Copy, Debug)]
pub struct DemoAccount {
    pub email: &'static str,
    pub first_name: &'static str,
    pub last_name: &'static str,
    pub role_name: &'static str,
    /// `None` for the portal administrator.
    pub company: Option<&'static str>,
    contact: Contact,
}

#[derive(Clone, Copy, Debug)]
struct Contact {
    phone: &'static str,
    address: &'static str,
    country_code: &'static str,
    city: &'static str,
    postal_code: &'static str,
    time_zone: &'static str,
}

// Telephone numbers are those that Ofcom keeps for drama, which nobody has.
const LONDON: Contact = Contact {
    phone: "+44 20 7946 0101",
    address: "1 Example Street",
    country_code: "GB",
    city: "London",
    postal_code: "EC1A 1AA",
    time_zone: "Europe/London",
};

const LEEDS: Contact = Contact {
    phone: "+44 113 496 0102",
    address: "22 Sample Lane",
    country_code: "GB",
    city: "Leeds",
    postal_code: "LS1 1AA",
    time_zone: "Europe/London",
};

/// In the order in which they are shown at start.
pub const ACCOUNTS: [DemoAccount; 4] = [
    DemoAccount {
        email: "user@demo.example",
        first_name: "Dana",
        last_name: "Demo",
        role_name: "Billing Admin",
        company: Some(DEMO),
        contact: LONDON,
    },
    DemoAccount {
        email: "colleague@demo.example",
        first_name: "Colin",
        last_name: "Colleague",
        role_name: "Developer",
        company: Some(DEMO),
        contact: Contact { phone: "+44 20 7946 0103", ..LONDON },
    },
    DemoAccount {
        email: "admin@demo.example",
        first_name: "Ada",
        last_name: "Admin",
        role_name: "Portal Administrator",
        company: None,
        contact: Contact { phone: "+44 20 7946 0104", ..LONDON },
    },
    DemoAccount {
        email: "user@other.example",
        first_name: "Otto",
        last_name: "Other",
        role_name: "Billing Admin",
        company: Some(OTHER),
        contact: LEEDS,
    },
];

impl DemoAccount {
    fn profile(&self) -> ProfileFields {
        let Contact { phone, address, country_code, city, postal_code, time_zone } = self.contact;
        ProfileFields {
            first_name: self.first_name.to_owned(),
            last_name: self.last_name.to_owned(),
            mobile_number: phone.to_owned(),
            primary_email: self.email.to_owned(),
            address: address.to_owned(),
            country_code: country_code.to_owned(),
            city: city.to_owned(),
            postal_code: postal_code.to_owned(),
            time_zone: time_zone.to_owned(),
            ..ProfileFields::default()
        }
    }
}

/// Creates the account and fills in its profile, unless there is one of this address.
pub(super) async fn create(
    store: &dyn Store,
    demo: &DemoAccount,
    companies: &[&Company],
    password_hash: &str,
) -> Result<(), DemoError> {
    let account = match store.user_by_email(demo.email).await? {
        Some(user) => user.account,
        None => {
            let company = companies.iter().find(|company| demo.company == Some(&company.name));
            let user = NewUser {
                email: demo.email.to_owned(),
                password_hash: password_hash.to_owned(),
                first_name: demo.first_name.to_owned(),
                last_name: demo.last_name.to_owned(),
                role_name: demo.role_name.to_owned(),
                company_id: company.map(|company| company.id),
            };
            store.create_user(user, OperatorAuthority).await?
        }
    };
    let present = store.profile(account.id).await?.unwrap_or_default();
    if present.fields.check().is_empty() {
        return Ok(());
    }
    store.fill_in_profile(account.id, &demo.profile(), OperatorAuthority).await?;
    Ok(())
}
