//! Somebody signed in on a backend that is faked, for stories and tests of pages.

use latchkey_contract::Timestamp;
use latchkey_contract::session::{Account, Company, Role, Session};
use uuid::Uuid;

use crate::api::fake::FakeBackend;
use crate::app::{Provided, Services, provide_account, provide_services};
use crate::platform::fake::FakeClock;

/// Monday, 2 March 2026, 09:00 UTC, in milliseconds since 1970.
pub const NOW: f64 = 1_772_442_000_000.0;

/// Provides all that a page needs, with [`user`] signed in.
pub fn on_fake(backend: &FakeBackend) -> Provided {
    on_fake_as(backend, user())
}

/// Provides all that a page needs, with `account` signed in.
pub fn on_fake_as(backend: &FakeBackend, account: Account) -> Provided {
    let provided = provide_services(Services::fake(backend, &FakeClock::at(NOW)));
    provided.session.set(session(account));
    provide_account();
    provided
}

pub fn session(account: Account) -> Session {
    let later = || Timestamp("2026-03-02T17:00:00.000Z".to_owned());
    Session { account, expires_at: later(), stepped_up_until: later() }
}

/// A user of Demo Ltd.
pub fn user() -> Account {
    Account {
        id: Uuid::from_u128(0x0195_75b2_7c00_7000_8000_0000_0000_0001),
        email: "user@demo.example".to_owned(),
        first_name: "Uma".to_owned(),
        last_name: "Userton".to_owned(),
        role: Role::User,
        role_name: "Billing Admin".to_owned(),
        company: Some(Company {
            id: Uuid::from_u128(0x0195_75b2_7c00_7000_8000_0000_0000_00c0),
            name: "Demo Ltd".to_owned(),
        }),
        time_zone: Some("Europe/Berlin".to_owned()),
    }
}

/// A portal administrator, who belongs to no company.
pub fn administrator() -> Account {
    Account {
        id: Uuid::from_u128(0x0195_75b2_7c00_7000_8000_0000_0000_00ad),
        email: "admin@demo.example".to_owned(),
        first_name: "Ada".to_owned(),
        last_name: "Admin".to_owned(),
        role: Role::Administrator,
        role_name: "Portal Administrator".to_owned(),
        company: None,
        time_zone: None,
    }
}
