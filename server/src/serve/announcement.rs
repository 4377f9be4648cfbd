use std::fmt;

use latchkey_contract::Password;

use crate::demo::ACCOUNTS;
use crate::settings::Site;

/// What is printed once the server listens.
pub(super) struct Announcement {
    address: String,
    demo: Option<Demo>,
}

struct Demo {
    port: u16,
    password: Password,
}

impl Announcement {
    pub(super) fn of(site: &Site) -> Self {
        Self { address: site.origins[0].clone(), demo: None }
    }

    pub(super) fn of_demo(site: &Site, port: u16, password: Password) -> Self {
        Self { demo: Some(Demo { port, password }), ..Self::of(site) }
    }
}

impl fmt::Display for Announcement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Latchkey is ready at {}", self.address)?;
        let Some(Demo { port, password }) = &self.demo else { return Ok(()) };
        writeln!(f, "\n\nDemo accounts, all with the password {}", password.expose())?;
        for account in &ACCOUNTS {
            // Two hosts have two cookies, so a user and the administrator fit in one browser.
            let host = if account.company.is_none() { "localhost" } else { "127.0.0.1" };
            let belongs_to = account.company.unwrap_or("portal administrator");
            writeln!(f, "  {:<24}{:<22}http://{host}:{port}", account.email, belongs_to)?;
        }
        write!(f, "Press Ctrl-C to stop.")
    }
}
